import { UNIT_BOUNDARIES } from '../../src/features/directory/kinds/published-kinds';
import { toGlobalId } from '../../src/shared/global-id';
import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, SMALL_DIRECTORY } from './small-directory';

eachDialect('the directory answers', (dialect) => {
  let gateway: TestGateway;

  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
  });

  it('NOT_READY before anything is published', async () => {
    const { database } = await testDatabase(dialect);
    const empty = new TestGateway(database);
    await empty.snapshots.refresh();
    expect(await empty.refusal('{ directoryRevision { number } }')).toMatchObject({ code: 'NOT_READY' });
  });

  it('what a code of a unit names on a day', async () => {
    const query =
      '{ old: unit(code: "00004", asOf: "2025-06-30") { name successors { name } } new: unit(code: "00004") { name predecessors { name } } }';
    expect(await gateway.ask(query)).toEqual({
      old: { name: 'Phường Trúc Bạch', successors: [{ name: 'Phường Ba Đình' }] },
      new: { name: 'Phường Ba Đình', predecessors: [{ name: 'Phường Trúc Bạch' }] },
    });
  });

  it('which office is responsible: by jurisdiction, else that of the province', async () => {
    const query =
      '{ known: unit(code: "00004") { office { code } } unknown: unit(code: "00070") { office { code } } old: unit(code: "00004", asOf: "2025-01-01") { office { code } } }';
    expect(await gateway.ask(query)).toEqual({
      known: { office: { code: 'cs-1' } },
      unknown: { office: { code: '001' } },
      old: { office: { code: 'cs-1' } },
    });
  });

  it('the tree of offices with predecessors, successors and what they serve', async () => {
    const query = `{ office(code: "001") { children { totalCount edges { node { code } } } }
      local: office(code: "cs-1") { parent { code } predecessors { code } serves { edges { node { name } } } }
      ended: office(code: "00101") { validUntil successors { code } } }`;
    expect(await gateway.ask(query)).toEqual({
      office: { children: { totalCount: 2, edges: [{ node: { code: '00101' } }, { node: { code: 'cs-1' } }] } },
      local: {
        parent: { code: '001' },
        predecessors: [{ code: '00101' }],
        serves: { edges: [{ node: { name: 'Phường Ba Đình' } }] },
      },
      ended: { validUntil: '2025-06-30', successors: [{ code: 'cs-1' }] },
    });
  });

  it.each([
    ['', ['001', 'cs-1']],
    ['(filter: { includeEnded: true })', ['001', '00101', 'cs-1']],
    ['(filter: { validOn: "2025-01-01" })', ['001', '00101']],
    ['(filter: { code: "00101" })', ['00101']],
    ['(filter: { level: LOCAL })', ['cs-1']],
  ])('offices%s', async (args, codes) => {
    const { offices } = await gateway.ask<{ offices: { edges: { node: { code: string } }[] } }>(
      `{ offices${args} { edges { node { code } } } }`,
    );
    expect(offices.edges.map(({ node }) => node.code)).toEqual(codes);
  });

  it('contracts and certificates by day, and null where nothing is on record', async () => {
    const query = `{ clinic(code: "01A29") { now: isContracted then: isContracted(on: "2025-12-31") issuesSickLeave }
      other: clinic(code: "01A00") { issuesSickLeave(on: "2024-12-31") today: issuesSickLeave } none: clinic(code: "01") { name } }`;
    expect(await gateway.ask(query)).toEqual({
      clinic: { now: false, then: true, issuesSickLeave: null },
      other: { issuesSickLeave: false, today: true },
      none: null,
    });
  });

  it('employers by tax code, and never a sole trader by theirs', async () => {
    const query = 'query ($taxCode: String!) { employers(filter: { taxCode: $taxCode }) { totalCount } }';
    expect(await gateway.ask(query, { taxCode: '0100000001' })).toEqual({ employers: { totalCount: 2 } });
    expect(await gateway.ask(query, { taxCode: '001099000001' })).toEqual({ employers: { totalCount: 0 } });
  });
  it('nothing of a sole trader beyond the public name', async () => {
    const query =
      '{ employer(code: "HK0001Z") { name taxCode address phones { number } position { latitude } } employers(filter: {}, near: { latitude: 21, longitude: 105.8 }) { totalCount } search(text: "so 1 pho minh hoa", kinds: EMPLOYER) { edges { reasons } } }';
    const answer = await gateway.ask<{
      employer: object;
      employers: object;
      search: { edges: { reasons: string[] }[] };
    }>(query);
    expect(answer.employer).toEqual({
      name: 'Hộ kinh doanh Minh họa',
      taxCode: null,
      address: null,
      phones: [],
      position: null,
    });
    expect(answer.employers).toEqual({ totalCount: 0 });
    expect(answer.search.edges.flatMap(({ reasons }) => reasons)).not.toContain('ADDRESS');
  });

  it('collection points that offer all services asked for, and the unit of today of an old district', async () => {
    const query =
      '{ agents(filter: { services: [VOLUNTARY_SOCIAL_INSURANCE, HOUSEHOLD_HEALTH_INSURANCE] }) { edges { node { code } } } agent(code: "DL1") { unit { name } statedUnit { name } } }';
    expect(await gateway.ask(query)).toEqual({
      agents: { edges: [{ node: { code: 'DL2' } }] },
      agent: { unit: { name: 'Phường Ba Đình' }, statedUnit: { name: 'Quận Ba Đình' } },
    });
  });

  it('objects by their identifiers, in order, null for what is none', async () => {
    const ids = [
      toGlobalId('Clinic', '01A00'),
      'nonsense',
      toGlobalId('Unit', 'COMMUNE:00004:2025-07-01'),
      toGlobalId('Office', 'gone'),
      toGlobalId('Person', '1'),
    ];
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Listing { code } ... on Unit { name } } }';
    expect(await gateway.ask(query, { ids })).toEqual({
      nodes: [
        { __typename: 'Clinic', id: ids[0], code: '01A00' },
        null,
        { __typename: 'Unit', id: ids[2], name: 'Phường Ba Đình' },
        null,
        null,
      ],
    });
    expect((await gateway.refusal(query, { ids: Array.from({ length: 101 }, () => 'x') })).code).toBe('BAD_USER_INPUT');
  });

  it.each([
    [5, 1],
    [17, 0],
    [22, 0],
  ])('a map at zoom %d that counts every listing in force with a position once', async (zoom, leastClusters) => {
    const query =
      'query ($zoom: Int!) { map(within: { south: 20, west: 105, north: 22, east: 107 }, zoom: $zoom) { totalCount clusters { count expansionZoom } listings { code } } }';
    const { map } = await gateway.ask<{
      map: { totalCount: number; clusters: { count: number; expansionZoom: number }[]; listings: unknown[] };
    }>(query, { zoom });
    expect(map.totalCount).toBe(20);
    expect(map.clusters.reduce((sum, { count }) => sum + count, map.listings.length)).toBe(20);
    expect(map.clusters.length).toBeGreaterThanOrEqual(leastClusters);
    for (const cluster of map.clusters) expect(cluster.expansionZoom).toBeGreaterThan(zoom);
  });
  it('a map that obeys the filters of the lists', async () => {
    const query =
      '{ map(within: { south: 20, west: 105, north: 22, east: 107 }, zoom: 18, kinds: CLINIC, filter: { clinics: { issuesSickLeave: true } }) { totalCount listings { code } } }';
    const { map } = await gateway.ask<{ map: { totalCount: number; listings: { code: string }[] } }>(query);
    expect(map.listings.map(({ code }) => code).sort()).toEqual(['01A00', '01A01', '01A02', '01A03', '01A04']);
  });

  it('how to come to a commune and its office where no borders are known, and how to add them', async () => {
    const { locate } = await gateway.ask<{ locate: { commune: null; noteVi: string; noteEn: string } }>(
      '{ locate(latitude: 21.03, longitude: 105.85) { commune { name } noteVi noteEn } }',
    );
    expect(locate.commune).toBeNull();
    for (const note of [locate.noteVi, locate.noteEn]) {
      expect(note).toContain('`units(text:)`');
      expect(note).toContain(`\`${UNIT_BOUNDARIES.name}\``);
    }
    const byName = '{ units(text: "ba dinh") { edges { node { name office { name } } } } }';
    expect(await gateway.ask(byName)).toEqual({
      units: { edges: [{ node: { name: 'Phường Ba Đình', office: { name: 'BHXH cơ sở Ba Đình' } } }] },
    });
  });

  it('units of all days, but not together with one', async () => {
    const all =
      'query ($asOf: Date) { units(text: "truc bach", includeEnded: true, asOf: $asOf) { edges { node { name } } } }';
    expect(await gateway.ask(all)).toEqual({ units: { edges: [{ node: { name: 'Phường Trúc Bạch' } }] } });
    expect((await gateway.refusal(all, { asOf: '2025-06-30' })).code).toBe('BAD_USER_INPUT');
  });

  it('a report with a code that follows it', async () => {
    const report =
      'mutation ($input: ReportListingInput!) { reportListing(input: $input) { __typename ... on ReportAccepted { trackingCode status } ... on InvalidInput { fields { path message messageEn } } } }';
    const input = { kind: 'CLINIC', code: '01A00', reason: 'WRONG_PHONE', message: 'Số điện thoại đã đổi.' };
    const { reportListing } = await gateway.ask<{ reportListing: { trackingCode: string } }>(report, { input });
    expect(reportListing).toMatchObject({ __typename: 'ReportAccepted', status: 'RECEIVED' });
    const track =
      'mutation ($code: String!) { trackListingReport(trackingCode: $code) { __typename ... on ReportTracked { status answer } } }';
    expect(await gateway.ask(track, { code: reportListing.trackingCode.toLowerCase() })).toEqual({
      trackListingReport: { __typename: 'ReportTracked', status: 'RECEIVED', answer: null },
    });
    expect(await gateway.ask(track, { code: '0000-0000-0000' })).toEqual({
      trackListingReport: { __typename: 'NotFound' },
    });
    const bad = { kind: 'CLINIC', code: 'none', reason: 'OTHER', message: 'x', latitude: 99 };
    const { reportListing: refused } = await gateway.ask<{ reportListing: { fields: { path: string }[] } }>(report, {
      input: bad,
    });
    expect(refused.fields.map(({ path }) => path)).toEqual(['message', 'latitude', 'longitude', 'code']);
  });
});
