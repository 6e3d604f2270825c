import { mergedMarks } from '../../src/features/directory/map/clustering.rules';

const marks = Array.from({ length: 40 }, (_, at) => ({
  latitude: 10 + at / 4,
  longitude: 106,
  count: 1,
  expansionZoom: 22,
  single: { kind: 'CLINIC', ordinal: at },
}));

describe('marks on a map', () => {
  it('keep the sum of their counts when they merge', () => {
    for (const zoom of [0, 4, 8, 16])
      expect(mergedMarks(marks, zoom).reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });
  it('are not worked out to the end where they are too many', () => {
    expect(mergedMarks(marks, 16, 39)).toBeNull();
    expect(mergedMarks(marks, 16, 40)).toHaveLength(40);
  });
});
