import { type Database } from '../../src/database/database';
import { nearestFirst } from '../../src/features/directory/lists/distance-order';
import { listedOrdinals } from '../../src/features/directory/lists/listed-ordinals';
import { MapService } from '../../src/features/directory/map/map.service';
import { type BoundingBox, boxHolds, distanceMeters } from '../../src/features/directory/snapshot/geometry.rules';
import { type DirectorySnapshot } from '../../src/features/directory/snapshot/directory-snapshot';
import { WorkSlices } from '../../src/shared/work-slices';
import { longestHold, MOST_HELD_MS } from '../setup/loop-lag';
import { testDatabase } from '../setup/test-database';
import { largeParts, largeSnapshot, requestOn } from './large-snapshot';

/** Jest makes mathematics some ten times slower, so that this is like two million. */
const COUNT = 200_000;
/** How many ask at once. */
const ASKERS = 4;
const KIND = 'EMPLOYER';
const VIETNAM = { south: 8, west: 102, north: 24, east: 110 };
const FROM = { latitude: 21.03, longitude: 105.85 };

describe('very many listings', () => {
  let snapshot: DirectorySnapshot;
  let database: Database;
  beforeAll(async () => {
    ({ database } = await testDatabase('sqlite'));
    snapshot = await largeSnapshot(largeParts(COUNT));
  }, 120_000);

  const slices = (): WorkSlices => new WorkSlices(new AbortController().signal);
  const listed = async (area: BoundingBox | null, work = slices()): Promise<Uint32Array> => {
    const { ordinals } = await listedOrdinals(snapshot, KIND, { plan: { tests: [] }, area }, work);
    return ordinals;
  };
  const hold = (work: (at: number) => Promise<unknown>): Promise<number> =>
    longestHold(() => Promise.all(Array.from({ length: ASKERS }, (_, at) => work(at))));

  test('do not hold the loop while their snapshot is put together with thousands of units', async () => {
    const parts = largeParts(1_000, 5_000);
    expect(await longestHold(() => largeSnapshot(parts))).toBeLessThan(MOST_HELD_MS);
  });

  test('do not hold the loop while lists of all of them are filtered', async () => {
    expect(await hold(() => listed(null))).toBeLessThan(MOST_HELD_MS);
  });

  test('do not hold the loop while boxes are looked through, and each in the box is found', async () => {
    expect(await hold(() => listed(VIETNAM))).toBeLessThan(MOST_HELD_MS);
    expect(await listed(VIETNAM)).toHaveLength(COUNT);
    const { latitudes, longitudes } = snapshot.listings(KIND).packed;
    const small = { south: 15, west: 105, north: 15.2, east: 105.3 };
    const expected = Array.from(latitudes.keys()).filter((at) =>
      boxHolds(small, latitudes[at] ?? NaN, longitudes[at] ?? NaN),
    );
    expect(expected.length).toBeGreaterThan(20);
    expect(Array.from(await listed(small))).toEqual(expected);
  });

  test.each([
    ['the first page', 20],
    ['a page far on', 20_000],
  ])('do not hold the loop while they are put in order by distance for %s', async (_, needed) => {
    const index = snapshot.listings(KIND);
    // Everything but what is near, so that neither way is quick.
    const ordinals = (await listed(null)).filter((at) => (index.packed.latitudes[at] ?? 0) < 15);
    const order = async (at: number): Promise<Uint32Array> => {
      const from = { ...FROM, latitude: FROM.latitude - at / 100 };
      return nearestFirst(index, { ordinals, isAscending: true }, { from, radiusMeters: Infinity, needed }, slices());
    };
    expect(await hold(order)).toBeLessThan(MOST_HELD_MS);
    const nearest = await order(0);
    expect(nearest.length).toBeGreaterThanOrEqual(needed);
    // What is kept for the next page is nothing but the order.
    expect(nearest.buffer.byteLength).toBe(4 * nearest.length);
    const meters = Array.from(nearest, (at) => Math.round((index.distanceTo(FROM, at) ?? 0) * 10));
    expect(meters).toEqual([...meters].sort((left, right) => left - right));
    const farthest = meters.at(-1) ?? 0;
    const nearer = ordinals.filter((at) => {
      const { latitudes, longitudes } = index.packed;
      return Math.round(distanceMeters(FROM, latitudes[at] ?? 0, longitudes[at] ?? 0) * 10) < farthest;
    });
    expect(nearer.length).toBeLessThanOrEqual(nearest.length);
  });

  test.each([
    ['of everything, from afar', { zoom: 5 }],
    ['of everything, close', { zoom: 22 }],
    ['of what a filter leaves, from afar', { zoom: 5, filter: { employers: {} } }],
    ['of what a filter leaves, close', { zoom: 22, filter: { employers: {} } }],
  ])('do not hold the loop while maps are drawn %s', async (_, view) => {
    const maps = new MapService();
    const request = requestOn(snapshot, database);
    const draw = (at: number): Promise<unknown> =>
      maps.view({ within: { ...VIETNAM, south: 8 + at / 100 }, kinds: [KIND], ...view }, request);
    expect(await hold(draw)).toBeLessThan(MOST_HELD_MS);
  });
});
