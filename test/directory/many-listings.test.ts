import { Clinic } from '../../src/features/directory/clinic/clinic.entity';
import { DirectoryRequest, RequestScope } from '../../src/features/directory/directory-request';
import { ListingListService } from '../../src/features/directory/lists/listing-list.service';
import { distanceMeters } from '../../src/features/directory/snapshot/geometry.rules';
import { ListCursors } from '../../src/shared/relay/page';
import { type Database } from '../../src/database/database';
import { collectGarbage } from '../setup/garbage';
import { testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, type Rows, SMALL_DIRECTORY } from './small-directory';

/** More than the map merges one by one. */
const COUNT = 24_000;
const HANOI = { latitude: 21.03, longitude: 105.85 };
const WHOLE = '{ south: 8, west: 102, north: 24, east: 110 }';

/** Along the country, three at each place, the southern half in another ward; no randomness. */
const CLINICS: Rows = Array.from({ length: COUNT }, (_, at) => {
  const place = Math.floor(at / 3);
  const latitude = 9 + ((place * 7919) % 8000) / 600;
  return {
    code: `01${at.toString(36).toUpperCase().padStart(3, '0')}`,
    name: `Phòng khám Minh họa số ${at}`,
    type: at % 2 === 0 ? 'CLINIC' : 'HOSPITAL',
    unitCode: latitude > 15 ? '00004' : '00070',
    latitude,
    longitude: 105 + ((place * 104_729) % 8000) / 4000,
    positionPrecision: 'BUILDING',
  };
});

interface MapAnswer {
  readonly map: {
    readonly totalCount: number;
    readonly clusters: readonly { readonly count: number }[];
    readonly listings: readonly unknown[];
  };
}

describe('very many listings', () => {
  let database: Database;
  let gateway: TestGateway;
  beforeAll(async () => {
    ({ database } = await testDatabase('sqlite'));
    await publish(database, { ...SMALL_DIRECTORY, clinics: CLINICS });
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
  }, 120_000);

  const map = async (rest: string): Promise<MapAnswer['map']> =>
    (
      await gateway.ask<MapAnswer>(
        `{ map(kinds: [CLINIC], ${rest}) { totalCount clusters { count } listings { code } } }`,
      )
    ).map;

  test.each([
    ['the whole country', WHOLE, (): boolean => true],
    [
      'a box that cuts through',
      '{ south: 8, west: 102, north: 21.9333, east: 106.9 }',
      (row: Rows[number]): boolean => Number(row['latitude']) <= 21.9333 && Number(row['longitude']) <= 106.9,
    ],
  ])('are each counted once on a filtered map of %s, at every zoom', async (_, within, isInside) => {
    const inside = CLINICS.filter(isInside).length;
    expect(inside).toBeGreaterThan(20_000);
    for (const zoom of [0, 5, 9, 14, 22]) {
      const view = await map(`within: ${within}, zoom: ${zoom}, filter: { clinics: { text: null } }`);
      expect(view.totalCount).toBe(inside);
      expect(view.clusters.reduce((sum, { count }) => sum + count, view.listings.length)).toBe(inside);
      expect(view.clusters.length + view.listings.length).toBeLessThanOrEqual(600);
    }
  });

  test('come as few marks when nothing filters them', async () => {
    for (const zoom of [0, 6, 12, 22]) {
      const view = await map(`within: ${WHOLE}, zoom: ${zoom}`);
      expect(view.totalCount).toBe(COUNT);
      expect(view.clusters.length + view.listings.length).toBeLessThanOrEqual(600);
    }
  });

  const WALK = `query ($first: Int, $after: String, $filter: ClinicFilter) {
    clinics(first: $first, after: $after, filter: $filter, near: { latitude: 21.03, longitude: 105.85 }) {
      totalCount pageInfo { endCursor hasNextPage } edges { distanceMeters node { code } }
    }
  }`;
  interface Walk {
    readonly clinics: {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string };
      readonly edges: readonly { readonly distanceMeters: number; readonly node: { readonly code: string } }[];
    };
  }

  /** The same order worked out plainly: by tenths of a metre, then by code. */
  function expectedOrder(rows: Rows): string[] {
    const tenths = (row: Rows[number]): number =>
      Math.round(distanceMeters(HANOI, Number(row['latitude']), Number(row['longitude'])) * 10);
    return [...rows]
      .sort((left, right) => tenths(left) - tenths(right) || (String(left['code']) < String(right['code']) ? -1 : 1))
      .map((row) => String(row['code']));
  }

  test.each([
    ['unfiltered', {}, CLINICS],
    ['in a ward far away', { unitCode: '00070' }, CLINICS.filter((row) => row['unitCode'] === '00070')],
    ['of one type', { type: 'HOSPITAL' }, CLINICS.filter((row) => row['type'] === 'HOSPITAL')],
  ])('are walked nearest first, those on one point by code: %s', async (_, filter, rows) => {
    const expected = expectedOrder(rows);
    const seen: string[] = [];
    let after: string | null = null;
    // Pages of an odd size end in the middle of a point.
    for (let page = 0; page < 30; page++) {
      const { clinics }: Walk = await gateway.ask<Walk>(WALK, { first: 97, after, filter });
      expect(clinics.totalCount).toBe(expected.length);
      seen.push(...clinics.edges.map(({ node }) => node.code));
      after = clinics.pageInfo.endCursor;
    }
    expect(seen).toEqual(expected.slice(0, seen.length));
  });

  test('are put in order from very many positions in a few megabytes', async () => {
    collectGarbage();
    const before = process.memoryUsage();
    for (let at = 0; at < 2_000; at++) {
      await gateway.ask(
        `{ clinics(first: 1, near: { latitude: ${9 + at / 200}, longitude: 105.85 }) { edges { node { code } } } }`,
      );
    }
    collectGarbage();
    const after = process.memoryUsage();
    // A whole order takes 96 kB, the beginning that is needed less than one.
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(8 * 1_048_576);
    expect(after.heapUsed - before.heapUsed).toBeLessThan(32 * 1_048_576);
  });

  test('cannot be walked endlessly in the order of distance', async () => {
    const near = { ...HANOI, radiusMeters: null };
    const cursors = new ListCursors(gateway.services.cursors, 'CLINIC', {}, near, null);
    const state = { revision: gateway.snapshots.current().changedIn(['CLINIC']), day: 20260201 };
    const deep = `query ($first: Int, $after: String) {
      clinics(first: $first, after: $after, near: { latitude: 21.03, longitude: 105.85, radiusMeters: null }) {
        pageInfo { hasNextPage } edges { node { code } }
      }
    }`;
    const after = cursors.at(state, 19_989);
    const { clinics } = await gateway.ask<Walk>(deep, { first: 10, after });
    expect(clinics.edges).toHaveLength(10);
    const { code, en } = await gateway.refusal(deep, { first: 11, after });
    expect(code).toBe('BAD_USER_INPUT');
    expect(en).toContain('20000');
  });

  test('are worked through no further once nobody waits, and others get their turn meanwhile', async () => {
    const stop = new AbortController();
    const request = new DirectoryRequest(gateway.services, new RequestScope(stop.signal, gateway.now));
    const over = new Error('The operation is over.');
    let tested = 0;
    const slowly = (): boolean => {
      for (const until = performance.now() + 0.05; performance.now() < until;);
      if (tested++ === 0) setImmediate(() => stop.abort(over));
      return true;
    };
    const answer = new ListingListService().page(request, {
      of: Clinic,
      filter: {},
      plan: () => ({ tests: [slowly] }),
      page: { first: 10 },
    });
    await expect(answer).rejects.toBe(over);
    expect(tested).toBeLessThan(COUNT / 2);
  });
});
