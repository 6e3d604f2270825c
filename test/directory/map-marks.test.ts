import Supercluster from 'supercluster';
import { mergedMarks } from '../../src/features/directory/map/clustering.rules';
import { ClusterIndex, packClusters } from '../../src/features/directory/snapshot/cluster-index';
import { WorkSlices } from '../../src/shared/work-slices';

const work = new WorkSlices(new AbortController().signal);
const marks = Array.from({ length: 40 }, (_, at) => ({
  latitude: 10 + at / 4,
  longitude: 106,
  count: 1,
  expansionZoom: 22,
  single: { kind: 'CLINIC', ordinal: at },
}));

describe('marks on a map', () => {
  it('keep the sum of their counts when they merge', async () => {
    for (const zoom of [0, 4, 8, 16]) {
      const merged = await mergedMarks(marks, { zoom, most: Infinity }, work);
      expect(merged?.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    }
  });
  it('are not worked out to the end where they are too many', async () => {
    expect(await mergedMarks(marks, { zoom: 16, most: 39 }, work)).toBeNull();
    expect(await mergedMarks(marks, { zoom: 16, most: 40 }, work)).toHaveLength(40);
  });
});

describe('clusters of listings', () => {
  /** Along the country, every third on the point of another; no randomness. */
  const COUNT = 3_000;
  const latitudes = Float64Array.from({ length: COUNT }, (_, at) => 8.5 + (((at - (at % 3)) * 7919) % 14_000) / 1_000);
  const longitudes = Float64Array.from(
    { length: COUNT },
    (_, at) => 103 + (((at - (at % 3)) * 104_729) % 6_000) / 1_000,
  );
  const ordinals = Uint32Array.from({ length: COUNT }, (_, at) => at);
  const clusters = new ClusterIndex(packClusters(ordinals, longitudes, latitudes));
  const reference = new Supercluster<{ ordinal: number }>({ radius: 56, extent: 256, maxZoom: 16 }).load(
    Array.from(ordinals, (ordinal) => ({
      type: 'Feature',
      properties: { ordinal },
      geometry: { type: 'Point', coordinates: [longitudes[ordinal] ?? 0, latitudes[ordinal] ?? 0] },
    })),
  );
  const VIETNAM = { south: 8, west: 102, north: 24, east: 110 };

  test.each([0, 3, 5, 7, 9, 12, 16, 17, 22])('are those of supercluster at zoom %d', (zoom) => {
    const expected = reference
      .getClusters([VIETNAM.west, VIETNAM.south, VIETNAM.east, VIETNAM.north], zoom)
      .map(({ properties, geometry: { coordinates } }) => {
        if (!('cluster' in properties)) return `listing ${properties.ordinal}`;
        const expansionZoom = reference.getClusterExpansionZoom(properties.cluster_id);
        return `${properties.point_count} until ${expansionZoom} at ${coordinates.map((degrees) => degrees.toFixed(5)).join()}`;
      });
    const found = clusters
      .within(VIETNAM, zoom)
      .map((hit) =>
        'ordinal' in hit
          ? `listing ${hit.ordinal}`
          : `${hit.count} until ${hit.expansionZoom} at ${[hit.longitude, hit.latitude].map((degrees) => degrees.toFixed(5)).join()}`,
      );
    expect(found.sort()).toEqual(expected.sort());
  });

  test('on both sides of the 180th meridian are in a box whose west is greater than its east', () => {
    const far = new ClusterIndex(
      packClusters(Uint32Array.of(0, 1, 2), Float64Array.of(179, -179, 106), Float64Array.of(10, 10, 10)),
    );
    const found = far.within({ south: 0, west: 170, north: 20, east: -170 }, 8);
    expect(found.map((hit) => ('ordinal' in hit ? hit.ordinal : null))).toEqual([0, 1]);
  });
});
