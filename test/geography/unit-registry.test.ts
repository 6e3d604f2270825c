import { Unit, UnitLevel } from '../../src/features/geography/unit/unit.entity';
import { unitKeyOf } from '../../src/features/geography/unit/unit.rules';
import { UnitRegistry } from '../../src/features/geography/unit/unit-registry';
import { BoundaryIndex, packBoundaries } from '../../src/features/geography/boundary/boundary-index';
import { currentUnitOf } from '../../src/features/geography/unit/current-unit.rules';
import { PositionPrecision } from '../../src/features/geography/position.types';
import { WorkSlices } from '../../src/shared/work-slices';
import { unitsMatching } from '../../src/features/geography/unit/unit-search';

const OLD = { validFrom: null, validUntil: '2025-06-30' };
const NEW = { validFrom: '2025-07-01', validUntil: null };

function unit(
  level: UnitLevel,
  code: string,
  name: string,
  times: typeof OLD | typeof NEW,
  parentKey: string | null = null,
): Unit {
  const unitKey = unitKeyOf(level, code, times.validFrom);
  return Object.assign(new Unit(), {
    unitKey,
    code,
    level,
    name,
    nameEn: null,
    parentKey,
    ...times,
    latitude: null,
    longitude: null,
  });
}

const hanoiOld = unit(UnitLevel.PROVINCE, '01', 'Thành phố Hà Nội', OLD);
const hanoi = unit(UnitLevel.PROVINCE, '01', 'Thành phố Hà Nội', NEW);
const district = unit(UnitLevel.DISTRICT, '001', 'Quận Ba Đình', OLD, hanoiOld.unitKey);
const trucBach = unit(UnitLevel.COMMUNE, '00004', 'Phường Trúc Bạch', OLD, district.unitKey);
const quanThanh = unit(UnitLevel.COMMUNE, '00013', 'Phường Quán Thánh', OLD, district.unitKey);
const baDinh = unit(UnitLevel.COMMUNE, '00004', 'Phường Ba Đình', NEW, hanoi.unitKey);
const hoanKiem = unit(UnitLevel.COMMUNE, '00070', 'Phường Hoàn Kiếm', NEW, hanoi.unitKey);
const followedBy = (old: Unit, next: Unit): { predecessorKey: string; successorKey: string } => ({
  predecessorKey: old.unitKey,
  successorKey: next.unitKey,
});
const registry = new UnitRegistry(
  [hanoiOld, hanoi, district, trucBach, quanThanh, baDinh, hoanKiem],
  [
    followedBy(hanoiOld, hanoi),
    followedBy(trucBach, baDinh),
    followedBy(quanThanh, baDinh),
    followedBy(quanThanh, hoanKiem),
  ],
);
const square = (west: number, south: number): number[][][][] => [
  [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
      [west, south],
    ],
  ],
];
const boundaries = new BoundaryIndex(
  packBoundaries([
    { unitKey: baDinh.unitKey, coordinates: square(105, 21) },
    { unitKey: hoanKiem.unitKey, coordinates: square(106.01, 21) },
  ]),
);

describe('UnitRegistry that knows of a change to come', () => {
  const before = Object.assign(new Unit(), trucBach, { validUntil: '2027-06-30' });
  const after = unit(UnitLevel.COMMUNE, '00004', 'Phường Ba Đình', { ...NEW, validFrom: '2027-07-01' });
  const on = (today: number): UnitRegistry => new UnitRegistry([before, after], [followedBy(before, after)], today);

  test.each([
    [20270630, 'Phường Trúc Bạch'],
    [20270701, 'Phường Ba Đình'],
  ])('reads the code on %d as %s, whose office and unit of today follow', (today, name) => {
    expect(on(today).find('00004')?.name).toBe(name);
    expect(
      on(today)
        .currentUnits(before)
        .map((each) => each.name),
    ).toEqual([name]);
    const place = { position: null, positionPrecision: null };
    expect(currentUnitOf(before, place, on(today), boundaries)?.name).toBe(name);
  });
});

describe('UnitRegistry', () => {
  test.each([
    ['2025-06-30', 'Phường Trúc Bạch'],
    ['2025-07-01', 'Phường Ba Đình'],
    [undefined, 'Phường Ba Đình'],
  ])('reads code 00004 on %s as %s', (asOf, name) => expect(registry.find('00004', asOf)?.name).toBe(name));

  test('reads a code that only an old unit has as that unit', () => expect(registry.find('001')).toBe(district));
  test('knows nothing by an unknown code', () => expect(registry.find('99999')).toBeUndefined());
  test('finds no district on a day after districts ended', () =>
    expect(registry.find('001', '2025-07-01')).toBeUndefined());
  test('lists every successor of a unit that was split', () =>
    expect(registry.successors(quanThanh)).toEqual([baDinh, hoanKiem]));
  test('leads from a commune to its province', () => expect(registry.province(trucBach)).toBe(hanoiOld));

  test('covers the communes of an old district and what followed them', () => {
    const covered = registry.coverage(district);
    for (const inside of [district, trucBach, quanThanh, baDinh, hoanKiem]) expect(covered).toContain(inside.unitKey);
    expect(covered).not.toContain(hanoi.unitKey);
  });
  test('covers the old units that came before a new commune', () => {
    expect([...registry.coverage(baDinh)].sort()).toEqual([baDinh.unitKey, trucBach.unitKey, quanThanh.unitKey].sort());
  });
  test('covers everything below the predecessors of a new province', () => {
    expect(registry.coverage(hanoi)).toContain(district.unitKey);
    expect(registry.coverage(hanoi)).toContain(quanThanh.unitKey);
  });
});

describe('the unit of today', () => {
  const at = (longitude: number, positionPrecision: PositionPrecision): Parameters<typeof currentUnitOf>[1] => ({
    position: { latitude: 21.5, longitude },
    positionPrecision,
  });
  const nowhere = { position: null, positionPrecision: null };

  test('is the stated unit while that exists', () =>
    expect(currentUnitOf(baDinh, nowhere, registry, boundaries)).toBe(baDinh));
  test('is the only successor of an old one', () =>
    expect(currentUnitOf(trucBach, nowhere, registry, boundaries)).toBe(baDinh));
  test('is decided by an exact position where the old unit was split', () =>
    expect(currentUnitOf(quanThanh, at(106.5, PositionPrecision.BUILDING), registry, boundaries)).toBe(hoanKiem));
  test('is only the province where the position is too rough to decide', () =>
    expect(currentUnitOf(quanThanh, at(106.5, PositionPrecision.DISTRICT), registry, boundaries)).toBe(hanoi));
  test('is the province for an old district without position', () =>
    expect(currentUnitOf(district, nowhere, registry, boundaries)).toBe(hanoi));
});

describe('BoundaryIndex', () => {
  test('names the area that holds a point', () => expect(boundaries.locate(105.5, 21.5)).toEqual([baDinh.unitKey]));
  test('gives a point in the gap between two areas to the nearer one', () =>
    expect(boundaries.locate(106.008, 21.5)).toEqual([hoanKiem.unitKey]));
  test('leaves a point far from every area alone', () => expect(boundaries.locate(110, 15)).toEqual([]));
  test('leaves out the hole of an area', () => {
    const hole = [
      [105.4, 21.4],
      [105.6, 21.4],
      [105.6, 21.6],
      [105.4, 21.6],
      [105.4, 21.4],
    ];
    const [[outer]] = square(105, 21) as [[number[][]]];
    const holed = new BoundaryIndex(packBoundaries([{ unitKey: 'ring', coordinates: [[outer, hole]] }]));
    expect(holed.locate(105.5, 21.5)).toEqual([]);
    expect(holed.locate(105.2, 21.5)).toEqual(['ring']);
  });
  test('answers with nothing when there are no areas', () =>
    expect(new BoundaryIndex(packBoundaries([])).locate(105, 21)).toEqual([]));
});

describe('unitsMatching', () => {
  const work = new WorkSlices(new AbortController().signal);
  const names = async (text: string, asOf: string | null = '2026-01-01'): Promise<string[]> =>
    (await unitsMatching(registry, { text, asOf }, work)).map(({ name }) => name);
  test.each(['ba dinh', 'Ba Đình', 'PHƯỜNG BA ĐÌNH', 'dinh ba', '00004'])('finds Ba Đình by %s', async (text) =>
    expect((await names(text))[0]).toBe('Phường Ba Đình'),
  );
  test('finds an ended unit on a day of its life, or without a day', async () => {
    expect(await names('truc bach', '2025-06-30')).toEqual(['Phường Trúc Bạch']);
    expect(await names('truc bach')).toEqual([]);
    expect(await names('truc bach', null)).toEqual(['Phường Trúc Bạch']);
  });
  test('lists the children of a unit on a day, and those that units of its code ever had', async () => {
    expect(await unitsMatching(registry, { parentCode: '01', asOf: '2026-01-01' }, work)).toEqual([baDinh, hoanKiem]);
    expect(await unitsMatching(registry, { parentCode: '01', asOf: null }, work)).toEqual([baDinh, hoanKiem, district]);
  });
  test('lists all units there ever were, in the order of codes and old before new', async () =>
    expect(await unitsMatching(registry, { asOf: null }, work)).toEqual(registry.units));
});
