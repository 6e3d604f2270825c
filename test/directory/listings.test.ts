import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, type Rows, SMALL_DIRECTORY } from './small-directory';

interface Page {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly distanceMeters: number | null;
    readonly node: { readonly code: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const CLINICS = `query ($filter: ClinicFilter, $near: NearInput, $within: BoundingBoxInput, $first: Int, $after: String) {
  page: clinics(filter: $filter, near: $near, within: $within, first: $first, after: $after) {
    totalCount edges { cursor distanceMeters node { code } } pageInfo { hasNextPage endCursor }
  }
}`;

eachDialect('listings', (dialect) => {
  let gateway: TestGateway;
  let replaceClinics: (clinics: Rows) => Promise<void>;
  const page = async (variables: Record<string, unknown>): Promise<Page> =>
    (await gateway.ask<{ page: Page }>(CLINICS, variables)).page;
  const codes = async (variables: Record<string, unknown>): Promise<string[]> =>
    (await page({ first: 100, ...variables })).edges.map(({ node }) => node.code);
  const walk = async (variables: Record<string, unknown>): Promise<string[]> => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo, totalCount }: Page = await page({ ...variables, after });
      seen.push(...edges.map(({ node }) => node.code));
      if (!pageInfo.hasNextPage) {
        expect(seen).toHaveLength(totalCount);
        return seen;
      }
      after = pageInfo.endCursor;
    }
  };

  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
    replaceClinics = async (clinics) => {
      await publish(database, { clinics });
      await gateway.snapshots.refresh();
    };
  });

  it('are all listed when nothing is filtered', async () => expect(await walk({ first: 7 })).toHaveLength(30));
  it('each come once in a walk ordered by distance', async () => {
    const seen = await walk({ first: 4, near: { latitude: 21.02, longitude: 105.85 } });
    expect(new Set(seen).size).toBe(30);
    expect(seen.slice(0, 3).sort()).toEqual(['01A19', '01A20', '01A21']);
  });
  it('tell great-circle distances in metres, ascending', async () => {
    const { edges } = await page({ near: { latitude: 21, longitude: 105.85 }, first: 3 });
    expect(edges.map(({ distanceMeters }) => distanceMeters)).toEqual([0, 111.2, 222.4]);
  });
  it('stay within a radius', async () =>
    expect(await codes({ near: { latitude: 21, longitude: 105.85, radiusMeters: 250 } })).toEqual([
      '01A00',
      '01A01',
      '01A02',
    ]));
  it('stay within a box', async () =>
    expect(await codes({ within: { south: 21.0005, north: 21.0025, west: 105, east: 106 } })).toEqual([
      '01A01',
      '01A02',
    ]));
  it.each([
    ['holds what is east of its west', { west: 105, east: -100 }, ['01A01', '01A02']],
    ['holds what is west of its east', { west: 170, east: 106 }, ['01A01', '01A02']],
    ['leaves out what lies between its east and its west', { west: 106, east: 105 }, []],
  ])('a box over the 180th meridian %s', async (_what, box, expected) => {
    const within = { south: 21.0005, north: 21.0025, ...box };
    expect(await codes({ within })).toEqual(expected);
    const near = { latitude: 21.001, longitude: 105.85 };
    expect((await codes({ within, near })).sort()).toEqual(expected);
  });
  it.each([
    ['is turned over', { south: 22, north: 20, west: 105, east: 106 }],
    ['has no extent', { south: 0, north: 0, west: 0, east: 0 }],
    ['lies where nothing is', { south: -40, north: -30, west: 10, east: 20 }],
  ])('are none, without fault, in a box that %s', async (_what, within) => expect(await codes({ within })).toEqual([]));

  it.each([
    ['a contract on a day', { contractedOn: '2026-02-01' }, 20],
    ['a contract on an earlier day', { contractedOn: '2025-12-31' }, 30],
    ['no contract on a day before all', { contractedOn: '2023-12-31' }, 0],
    ['sick-leave certificates', { issuesSickLeave: true }, 5],
    ['no sick-leave certificates, where that is on record', { issuesSickLeave: false }, 0],
    ['no sick-leave certificates yet', { issuesSickLeave: false, contractedOn: '2024-06-01' }, 5],
    ['initial registration', { initialRegistration: true }, 10],
    ['a managing office', { managingOfficeCode: 'cs-1' }, 15],
    ['a unit of today', { unitCode: '00004' }, 15],
    ['the same code on an earlier day, through its successor', { unitCode: '00004', unitAsOf: '2025-01-01' }, 15],
    ['an old district, through the successors of its communes', { unitCode: '001' }, 15],
    ['a province', { unitCode: '01' }, 30],
    ['an exact code', { code: '01A07' }, 1],
    ['a code that is none', { code: 'nothing' }, 0],
    ['words without accents', { text: 'phong kham minh hoa so 7' }, 1],
  ])('are filtered by %s', async (what, filter, total) => {
    if (what.startsWith('words')) expect((await codes({ filter }))[0]).toBe('01A07');
    else expect((await page({ filter })).totalCount).toBe(total);
  });

  it.each([
    [{ first: 0 }, 'BAD_USER_INPUT', 'between 1 and 100'],
    [{ first: 101 }, 'BAD_USER_INPUT', 'between 1 and 100'],
    [{ after: 'garbage' }, 'BAD_CURSOR', 'not a cursor'],
    [{ filter: { unitCode: '99999' } }, 'BAD_USER_INPUT', 'No administrative unit'],
    [{ filter: { text: '  ' } }, 'BAD_USER_INPUT', 'empty'],
    [{ filter: { contractedOn: '2025-02-30' } }, 'BAD_USER_INPUT', 'YYYY-MM-DD'],
    [{ near: { latitude: 91, longitude: 0 } }, 'BAD_USER_INPUT', 'near.latitude'],
    [{ near: { latitude: 1, longitude: 0, radiusMeters: 0 } }, 'BAD_USER_INPUT', 'near.radiusMeters'],
    [{ within: { south: -91, north: 0, west: 0, east: 0 } }, 'BAD_USER_INPUT', 'within.south'],
  ])('refuse %j and say why in both languages', async (variables, code, part) => {
    const refusal = await gateway.refusal(CLINICS, variables);
    expect(refusal).toMatchObject({ code, en: expect.stringContaining(part) as string });
    expect(refusal.vi).toEqual(expect.any(String));
  });
  it('refuse a cursor of a list with other arguments', async () => {
    const { pageInfo } = await page({ first: 2 });
    const filter = { unitCode: '01' };
    expect((await gateway.refusal(CLINICS, { filter, after: pageInfo.endCursor })).code).toBe('BAD_CURSOR');
  });

  it('take as many statements for twenty clinics with their offices as for two', async () => {
    const query = (first: number): string =>
      `{ clinics(first: ${first}) { edges { node { name managingOffice { name parent { code } } source { name } unit { name office { name } } } } } }`;
    const few = await gateway.statements(query(2));
    expect(await gateway.statements(query(20))).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });

  it('take no statement at all once they were read, alone, in a list, by their id or as what another one leads to', async () => {
    const node = '{ id name phones { number } source { name } }';
    const { clinics } = await gateway.ask<{ clinics: { nodes: { id: string; code: string }[] } }>(
      '{ clinics { nodes { id code } } }',
    );
    const { id, code } = clinics.nodes[0] ?? { id: '', code: '' };
    const again = `{
      clinics { nodes ${node} } node(id: "${id}") { ...on Clinic ${node} } clinic(code: "${code}") { managingOffice ${node} }
      search(text: "benh vien") { nodes ${node.replace(/ source.*$/, '}')} }
    }`;
    expect(await gateway.statements(again)).toBeGreaterThan(0);
    expect(await gateway.furtherStatements(again)).toBe(0);
  });

  it('are walked as of the day on which the walk began', async () => {
    const offices = `query ($after: String) {
      page: offices(first: 1, after: $after) { totalCount edges { node { code } } pageInfo { endCursor } }
    }`;
    gateway.now = new Date('2025-06-30T16:59:59Z');
    const { page: evening } = await gateway.ask<{ page: Page }>(offices);
    expect(evening.edges.map(({ node }) => node.code)).toEqual(['001']);
    gateway.now = new Date('2025-06-30T17:00:01Z');
    const after = evening.pageInfo.endCursor;
    const { page: night } = await gateway.ask<{ page: Page }>(offices, { after });
    expect(night).toMatchObject({ totalCount: evening.totalCount, edges: [{ node: { code: '00101' } }] });
    gateway.now = new Date('2026-02-01T05:00:00Z');
  });

  it('are walked on the revision in which the walk began, until that is gone', async () => {
    const first = await page({ first: 10 });
    const { clinics } = SMALL_DIRECTORY;
    await replaceClinics(clinics.slice(5));
    const second = await page({ first: 10, after: first.pageInfo.endCursor });
    expect(second.totalCount).toBe(30);
    expect(second.edges[0]?.node.code).toBe('01A10');
    expect((await page({})).totalCount).toBe(25);
    await replaceClinics(clinics.slice(6));
    await replaceClinics(clinics.slice(7));
    expect(await gateway.refusal(CLINICS, { first: 10, after: first.pageInfo.endCursor })).toMatchObject({
      code: 'REVISION_GONE',
    });
    await replaceClinics(clinics);
  });
});
