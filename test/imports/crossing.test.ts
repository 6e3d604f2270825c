import { crossingOf } from '../../src/imports/checks/crossing.rules';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';

type Ring = [number, number][];

const SQUARE: Ring = [
  [105, 20],
  [106, 20],
  [106, 21],
  [105, 21],
  [105, 20],
];
const BOW_TIE: Ring = [
  [105, 20],
  [106, 21],
  [106, 20],
  [105, 21],
  [105, 20],
];

/** A comb of thin teeth, whose edges lie in each other's boxes when it is turned by 45 degrees, and never cross. */
function comb(teeth: number): Ring {
  const points: Ring = [];
  for (let tooth = 0; tooth < teeth; tooth++) {
    const x = tooth * 4e-6;
    points.push([x, 0.000_002], [x, 4], [x + 2e-6, 4], [x + 2e-6, 0.000_002]);
  }
  points.push([teeth * 4e-6, 0], [0, 0]);
  const turned = points.map(([x, y]): [number, number] => [104 + x + y, 12 + y - x]);
  return [...turned, turned[0] ?? [0, 0]];
}

test.each<[string, Ring[], object | null]>([
  ['a square', [SQUARE], null],
  ['a bow tie', [BOW_TIE], { latitude: 20.5, longitude: 105.5 }],
  [
    'a ring that touches itself in a corner',
    [
      [
        [105, 20],
        [106, 20],
        [105.5, 20.5],
        [106, 21],
        [105, 21],
        [105.5, 20.5],
        [105, 20],
      ],
    ],
    null,
  ],
  [
    'a hole inside',
    [
      SQUARE,
      [
        [105.2, 20.2],
        [105.2, 20.4],
        [105.4, 20.2],
        [105.2, 20.2],
      ],
    ],
    null,
  ],
  [
    'a hole that crosses the outline',
    [
      SQUARE,
      [
        [105.9, 20.2],
        [105.9, 20.4],
        [106.1, 20.3],
        [105.9, 20.2],
      ],
    ],
    { longitude: 106 },
  ],
  [
    'a crossing of a millionth of a degree',
    [
      [
        [105, 20],
        [105.000002, 20.000002],
        [105.000002, 20],
        [105, 20.000002],
        [105, 20],
      ],
    ],
    { latitude: 20.000001 },
  ],
])('%s crosses itself, or not', (_, rings, place) => {
  const crossing = crossingOf([rings]);
  if (place === null) expect(crossing).toBeNull();
  else expect(crossing).toMatchObject(place);
});

test('a shape too intricate is given up and said so, and a coast of 200,000 points is not', () => {
  expect(crossingOf([[comb(40_000)]])).toBe('TOO_INTRICATE');
  const coast = Array.from({ length: 200_000 }, (_, at): [number, number] => {
    const angle = (at / 200_000) * 2 * Math.PI;
    const wave = 1 + 0.01 * Math.sin(angle * 5_000);
    return [106 + Math.cos(angle) * wave, 16 + Math.sin(angle) * wave];
  });
  expect(crossingOf([[[...coast, coast[0] ?? [0, 0]]]])).toBeNull();
});

test('an import tells which shape crosses itself and where, and takes it', async () => {
  const input = new SmallInput();
  const publication = new FakePublication();
  const geometry = { type: 'MultiPolygon', coordinates: [[SQUARE], [BOW_TIE]] };
  input.files['areas.geojson'] = JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { code: '01' }, geometry }],
  });
  const { outcome, issues } = await importInto(publication, input.write());
  input.remove();
  expect(outcome.status).toBe('published');
  expect(issues).toContainEqual(
    expect.objectContaining({
      severity: 'WARNING',
      code: 'AREA_CROSSES_ITSELF',
      line: 1,
      value: '01',
      message: expect.objectContaining({ en: expect.stringContaining('20.5, 105.5') as string }) as object,
    }),
  );
});
