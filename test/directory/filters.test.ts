import { eachDialect, testDatabase } from '../setup/test-database';
import { TestGateway } from './gateway';
import { publish, SMALL_DIRECTORY } from './small-directory';

interface Page {
  readonly page: { readonly totalCount: number; readonly nodes: readonly { readonly code: string }[] };
}

eachDialect('filters and pages', (dialect) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    const { database } = await testDatabase(dialect);
    await publish(database, SMALL_DIRECTORY);
    gateway = new TestGateway(database);
    await gateway.snapshots.refresh();
  });

  const codes = async (list: string): Promise<string[]> =>
    (await gateway.ask<Page>(`{ page: ${list} { totalCount nodes { code } } }`)).page.nodes.map(({ code }) => code);
  const total = async (list: string): Promise<number> =>
    (await gateway.ask<Page>(`{ page: ${list} { totalCount nodes { code } } }`)).page.totalCount;

  it.each([
    ['clinics(filter: { codes: ["01A07", "01A03", "none"] })', ['01A03', '01A07']],
    ['clinics(filter: { codes: ["01A07", "01A03"], code: "01A03" })', ['01A03']],
    ['clinics(filter: { codes: ["01A07"], code: "01A03" })', []],
    ['employers(filter: { codes: ["0100000001DNA02", "HK0001Z"], taxCode: "0100000001" })', ['0100000001DNA02']],
    ['employers(filter: { statuses: [STOPPED, SUSPENDED] })', ['0100000001DNA02']],
    ['offices(filter: { levels: [PROVINCE, LOCAL] })', ['001', 'cs-1']],
    ['offices(filter: { levels: [PROVINCE, LOCAL], level: LOCAL })', ['cs-1']],
    ['offices(filter: { codes: ["00101", "001"] })', ['001', '00101']],
    ['agents(filter: { kinds: [BANK, POST_OFFICE] })', ['DL1']],
    ['units(levels: [DISTRICT, PROVINCE], asOf: "2025-06-30")', ['001', '01']],
  ])('take any of several: %s', async (list, expected) => {
    expect(await codes(list)).toEqual(expected);
  });

  it('lists employers without a filter', async () => {
    expect(await total('employers')).toBe(3);
    expect(await total('employers(filter: null)')).toBe(3);
  });

  it('says in one way for all kinds of which time entries are', async () => {
    expect([await total('clinics'), await total('clinics(filter: { includeEnded: true })')]).toEqual([30, 30]);
    expect(await total('clinics(filter: { includeEnded: false })')).toBe(20);
    expect(await total('clinics(filter: { validOn: "2025-12-31" })')).toBe(30);
    expect(await total('clinics(filter: { validOn: "2023-12-31" })')).toBe(0);
    expect([await total('offices'), await total('offices(filter: { includeEnded: true })')]).toEqual([2, 3]);
    expect(await total('offices(filter: { code: "00101" })')).toBe(1);
    expect(await total('offices(filter: { code: "00101", includeEnded: false })')).toBe(0);
    const both = '{ clinics(filter: { includeEnded: true, validOn: "2025-01-01" }) { totalCount } }';
    expect((await gateway.refusal(both)).code).toBe('BAD_USER_INPUT');
  });

  it('lists units of a day, of today and of all times', async () => {
    expect(await codes('units')).toEqual(['00004', '00070', '01']);
    expect(await codes('units(asOf: "2025-06-30")')).toEqual(['00004', '001', '01']);
    expect(await codes('units(includeEnded: true)')).toEqual(['00004', '00004', '00070', '001', '01', '01']);
    expect(await codes('units(includeEnded: true, level: COMMUNE)')).toEqual(['00004', '00004', '00070']);
  });

  it.each([
    'clinics(filter: { codes: [] })',
    'clinics(filter: { types: [] })',
    'offices(filter: { levels: [] })',
    'employers(filter: { statuses: [] })',
    'agents(filter: { kinds: [] })',
    'units(levels: [])',
  ])('refuse an empty list: %s', async (list) => {
    const { code, en } = await gateway.refusal(`{ ${list} { totalCount } }`);
    expect(code).toBe('BAD_USER_INPUT');
    expect(en).toContain('is empty');
  });

  it('refuses more codes than a page holds', async () => {
    const many = JSON.stringify(Array.from({ length: 101 }, (_, at) => `c${at}`));
    expect((await gateway.refusal(`{ clinics(filter: { codes: ${many} }) { totalCount } }`)).code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('takes a null for the usual number of entries, and gives nodes as the edges do', async () => {
    const query = 'query ($n: Int) { clinics(first: $n) { nodes { code } edges { node { code } } } }';
    interface Both {
      readonly clinics: { readonly nodes: readonly object[]; readonly edges: readonly { readonly node: object }[] };
    }
    const { clinics } = await gateway.ask<Both>(query, { n: null });
    expect(clinics.nodes).toHaveLength(20);
    expect(clinics.edges.map(({ node }) => node)).toEqual(clinics.nodes);
    expect(await codes('search(text: "phong kham minh hoa", first: 3)')).toHaveLength(3);
  });

  it('leads from a suggestion to its entry, with one statement for all of a kind', async () => {
    const query = '{ suggest(text: "phong kham minh hoa") { kind code node { __typename entryKind code } } }';
    interface Suggestions {
      readonly suggest: readonly { readonly kind: string; readonly code: string; readonly node: object }[];
    }
    const { suggest } = await gateway.ask<Suggestions>(query);
    expect(suggest).toHaveLength(8);
    for (const { kind, code, node } of suggest) expect(node).toEqual({ __typename: 'Clinic', entryKind: kind, code });
    expect(await gateway.statements(query)).toBe(1);
  });

  it('asks entries of all kinds for what differs between them at once', async () => {
    const query = `{ nodes(ids: [${['Office:001', 'Clinic:01A00', 'Agent:DL1']
      .map((name) => JSON.stringify(Buffer.from(name).toString('base64url')))
      .join(
        ', ',
      )}]) { ... on Listing { entryKind verifiedOn } ... on Office { agencyLevel } ... on Clinic { careLevel facilityType } ... on Agent { operatorKind } } }`;
    const verifiedOn = '2026-01-01';
    expect(await gateway.ask(query)).toEqual({
      nodes: [
        { entryKind: 'OFFICE', verifiedOn, agencyLevel: 'PROVINCE' },
        { entryKind: 'CLINIC', verifiedOn, careLevel: null, facilityType: 'CLINIC' },
        { entryKind: 'AGENT', verifiedOn, operatorKind: 'POST_OFFICE' },
      ],
    });
  });
});
