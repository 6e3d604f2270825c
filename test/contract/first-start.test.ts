import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, Kind, type OperationDefinitionNode, parse, print, validate } from 'graphql';
import { type GatewayProcess, startGateway } from '../setup/gateway-process';

const LIMIT_MS = 120_000;
const document = parse(readFileSync(join(__dirname, 'directory.graphql'), 'utf8'));
const operations = document.definitions.filter(
  (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
);

const near = { latitude: 10.7578, longitude: 106.6594 };
const within = { south: 10.6, west: 106.5, north: 10.9, east: 106.9 };
const report = { kind: 'OFFICE', code: '001', reason: 'OTHER', message: 'Kiểm tra đường đi của phản ánh.' };
const VARIABLES: Readonly<Record<string, object>> = {
  Search: { text: 'bv cho ray', near, first: 5 },
  Suggest: { text: 'cho r' },
  Office: { code: '001' },
  Offices: { filter: { level: 'PROVINCE' }, first: 5 },
  Clinics: { filter: { unitCode: '79' }, near, within, first: 5 },
  Clinic: { code: '01001', onDate: '2026-01-01' },
  Employers: { filter: { status: 'PARTICIPATING' }, first: 5 },
  Agents: { filter: { services: ['VOLUNTARY_SOCIAL_INSURANCE'] }, near, first: 5 },
  Locate: near,
  Map: { within: { south: 8, west: 102, north: 24, east: 110 }, zoom: 6 },
  Unit: { code: '79', asOf: '2025-06-30' },
  Units: { level: 'PROVINCE', first: 50 },
  Nodes: { ids: [Buffer.from('Office:001').toString('base64url')] },
  Revision: {},
  ReportListing: { input: report },
};

/** The built service on an empty folder: what a newcomer gets after `npm start`. */
describe('the first start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-first-'));
  let gateway: GatewayProcess;
  beforeAll(async () => {
    gateway = await startGateway({ DATA_DIR: folder });
  }, LIMIT_MS);
  afterAll(async () => {
    await gateway?.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(operations.map((operation) => [operation.name?.value ?? '', operation] as const))(
    'answers the contract operation %s',
    async (name, operation) => {
      const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
      expect(validate(schema, { kind: Kind.DOCUMENT, definitions: [operation] })).toEqual([]);
      const answer = await gateway.query<object>(print(operation), VARIABLES[name] ?? {});
      expect(Object.values(answer)).not.toContain(null);
    },
  );

  it('shows the seeds: 34 provinces of today, 63 before, at least 150 hospitals', async () => {
    const query =
      '{ now: units(level: PROVINCE) { totalCount } before: units(level: PROVINCE, asOf: "2025-06-30") { totalCount } clinics { totalCount edges { node { demonstration } } } office(code: "001") { children { totalCount } } }';
    type Answer = Record<'now' | 'before' | 'clinics', { totalCount: number }> & {
      office: { children: { totalCount: number } };
    };
    const answer = await gateway.query<Answer>(query);
    expect([answer.now.totalCount, answer.before.totalCount]).toEqual([34, 63]);
    expect(answer.clinics.totalCount).toBeGreaterThanOrEqual(150);
    expect(answer.office.children.totalCount).toBe(15);
  });
  it('marks what is made up in every answer', async () => {
    const query =
      '{ directoryRevision { containsDemonstration } employers(filter: {}, first: 100) { totalCount edges { node { demonstration } } } agents(first: 100) { edges { node { demonstration } } } }';
    type Marked = { edges: { node: { demonstration: boolean } }[] };
    const answer = await gateway.query<{ directoryRevision: object; employers: Marked; agents: Marked }>(query);
    expect(answer.directoryRevision).toEqual({ containsDemonstration: true });
    for (const { node } of [...answer.employers.edges, ...answer.agents.edges]) expect(node.demonstration).toBe(true);
    expect(answer.employers.edges).toHaveLength(100);
  });

  it('lets caches keep public answers until the revision changes', async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ directoryRevision { number } }')}`;
    const headers = { accept: 'application/json', 'apollo-require-preflight': 'true' };
    const first = await fetch(url, { headers });
    expect(first.headers.get('cache-control')).toContain('public');
    const etag = first.headers.get('etag') ?? '';
    const second = await fetch(url, { headers: { ...headers, 'if-none-match': etag } });
    expect(second.status).toBe(304);
  });
  it('serves the page, the editor and the figures', async () => {
    const page = await fetch(gateway.url);
    expect(await page.text()).toContain('<html lang="vi">');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await fetch(`${gateway.url}/graphiql`)).status).toBe(200);
    expect(await (await fetch(`${gateway.url}/metrics`)).text()).toContain('process_cpu');
  });
});
