import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, SMALL_DIRECTORY } from './small-directory';

interface View {
  readonly totalCount: number;
  readonly clusters: readonly { readonly count: number }[];
  readonly listings: readonly { readonly code: string }[];
}

const MAP = `query ($within: BoundingBoxInput!, $zoom: Int!, $filter: MapFilter) {
  map(within: $within, zoom: $zoom, kinds: CLINIC, filter: $filter) { totalCount clusters { count } listings { code } }
}`;
const STREET = { south: 20.9995, north: 21.0095, west: 105, east: 106 };

const VIEW = 'within: { south: 8, west: 102, north: 24, east: 110 }, zoom: 5';

eachDialect('at its edges the directory', (dialect) => {
  let gateway: TestGateway;
  const view = async (within: object, zoom: number, filter?: object): Promise<View> =>
    (await gateway.ask<{ map: View }>(MAP, { within, zoom, filter })).map;

  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
  });

  it.each([0, 5, 12, 14, 16, 17, 22])(
    'counts on a map at zoom %d what lies in the box, filtered or not',
    async (zoom) => {
      for (const filter of [undefined, { clinics: {} }]) {
        const { totalCount, clusters, listings } = await view(STREET, zoom, filter);
        expect(totalCount).toBe(10);
        expect(clusters.reduce((sum, { count }) => sum + count, listings.length)).toBe(10);
      }
    },
  );
  it('shows nothing on a map that is the edge of the world', async () => {
    for (const degrees of [180, -180])
      expect(await view({ south: -90, north: 90, west: degrees, east: degrees }, 3)).toMatchObject({ totalCount: 0 });
  });

  it.each([
    ['units', 'a text without a word', '{ units(text: " , ") { totalCount } }'],
    ['units', 'an empty text', '{ units(text: "") { totalCount } }'],
    ['clinics', 'a day for a unit that is not named', '{ clinics(filter: { unitAsOf: "2025-01-01" }) { totalCount } }'],
    [
      'offices',
      'one day and all times',
      '{ offices(filter: { validOn: "2025-01-01", includeEnded: true }) { totalCount } }',
    ],
    [
      'map',
      'a filter of a kind that is not shown',
      `{ map(${VIEW}, kinds: [OFFICE], filter: { clinics: {} }) { totalCount } }`,
    ],
    ['map', 'no kinds at all', `{ map(${VIEW}, kinds: []) { totalCount } }`],
    ['search', 'no kinds at all', '{ search(text: "bệnh viện", kinds: []) { totalCount } }'],
  ])('refuses for %s %s', async (_list, _what, query) =>
    expect(await gateway.refusal(query)).toMatchObject({ code: 'BAD_USER_INPUT' }),
  );
  it('finds nothing below a unit without a code', async () =>
    expect(await gateway.ask('{ units(parentCode: "") { totalCount } }')).toEqual({ units: { totalCount: 0 } }));
  it('finds no employer by a tax code that is none', async () =>
    expect(
      await gateway.ask('query ($taxCode: String!) { employers(filter: { taxCode: $taxCode }) { totalCount } }', {
        taxCode: '01\u0000',
      }),
    ).toEqual({ employers: { totalCount: 0 } }));

  it.each([
    ['with the code it should have', { code: '01Z99' }, 'ReportAccepted'],
    ['without a code', {}, 'ReportAccepted'],
    ['with text for a code', { code: 'a'.repeat(41) }, 'InvalidInput'],
  ])('takes reports of a missing place %s', async (_what, named, expected) => {
    const report = 'mutation ($input: ReportListingInput!) { reportListing(input: $input) { __typename } }';
    const input = { kind: 'CLINIC', reason: 'MISSING', message: 'Trạm y tế còn thiếu\u0000\u001b[2J.', ...named };
    expect(await gateway.ask(report, { input })).toEqual({ reportListing: { __typename: expected } });
  });
});
