import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { agencyToday } from '../../src/shared/calendar';
import { type GatewayProcess, type Run, runCommand, startGateway } from '../setup/gateway-process';
import { databaseEnvironment, eachDialect, testLocation } from '../setup/test-database';
import { everyField } from '../schema/every-field';
import { SAMPLES } from '../schema/samples';
import { contractOperations, DATA, plainCsv } from './contract';

const IMPORT_LIMIT_S = 60;
const FILE_LIMIT_MS = 300_000;

interface Named {
  readonly code: string;
  readonly name: string;
}
interface Issue {
  readonly type: string;
  readonly severity?: string;
  readonly code?: string;
}

test.each(['account', 'people'] as const)('the %s operations of the contract fit the schema', (part) => {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
  for (const operation of contractOperations(part).values()) expect(validate(schema, parse(operation))).toEqual([]);
});

eachDialect('the real data', (dialect) => {
  const operations = contractOperations('directory');
  let environment: Record<string, string>;
  let first: Run;
  let report: Issue[];
  let gateway: GatewayProcess;

  const send = <T>(operation: string, variables: object = {}): Promise<T> =>
    gateway.query<T>(operations.get(operation) ?? '', variables);
  const importAll = (reportName: string): Promise<Run> =>
    runCommand(
      ['import', join(DATA, 'manifest.json'), '--report', join(environment['DATA_DIR'] ?? '', reportName)],
      environment,
      FILE_LIMIT_MS,
    );

  beforeAll(async () => {
    const location = await testLocation(dialect);
    environment = {
      DATA_DIR: join(process.env['TEST_FOLDER'] ?? '', `facts-${dialect}`),
      ...databaseEnvironment(location),
    };
    first = await importAll('first.jsonl');
    if (first.code !== 0) throw new Error(`The import ended with code ${first.code}:\n${first.output}`);
    const lines = readFileSync(join(environment['DATA_DIR'] ?? '', 'first.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    report = lines.map((line) => JSON.parse(line) as Issue);
    gateway = await startGateway(environment);
  }, FILE_LIMIT_MS);

  afterAll(() => gateway?.stop());

  it('is imported in less than a minute', () => {
    expect(first.seconds).toBeLessThan(IMPORT_LIMIT_S);
  });

  it('has no fault, two positions far from their province and some two thousand shared points', () => {
    const count = (matches: (issue: Issue) => boolean): number => report.filter(matches).length;
    expect(count(({ severity }) => severity === 'FAULT' || severity === 'QUARANTINED')).toBe(0);
    expect(count(({ code }) => code === 'POSITION_OUTSIDE_PROVINCE')).toBe(2);
    const shared = count(({ code }) => code === 'POINT_SHARED');
    expect(shared).toBeGreaterThan(1_800);
    expect(shared).toBeLessThan(2_600);
  });

  it('counts every entry, valid today or not', async () => {
    const { directoryRevision } = await send<{ directoryRevision: { counts: { kind: string; total: number }[] } }>(
      'Revision',
    );
    const counts = Object.fromEntries(directoryRevision.counts.map(({ kind, total }) => [kind, total]));
    expect(counts).toMatchObject({ CLINIC: 14_285, OFFICE: 222, AGENT: 1_677, EMPLOYER: 2_086, UNIT: 14_149 });
  });

  it(
    'makes no revision when it is imported again',
    async () => {
      type Answer = { directoryRevision: { number: number; publishedAt: string } };
      const { directoryRevision: before } = await send<Answer>('Revision');
      const again = await importAll('again.jsonl');
      expect(again).toMatchObject({ code: 0 });
      expect((await send<Answer>('Revision')).directoryRevision).toEqual(before);
    },
    FILE_LIMIT_MS,
  );

  it('holds Bệnh viện Hữu Nghị as clinic 01001, under contract today', async () => {
    const { clinic } = await send<{ clinic: Named }>('Clinic', { code: '01001' });
    expect(clinic).toMatchObject({ code: '01001', name: 'Bệnh viện Hữu Nghị', isContracted: true });
    const { clinic: earlier } = await send<{ clinic: object }>('Clinic', { code: '01001', onDate: '2024-12-31' });
    expect(earlier).toMatchObject({ isContracted: false });
  });

  it('knows unit 00004 as Trúc Bạch until 2025-06-30 and as Ba Đình since', async () => {
    const nameOn = async (asOf: string): Promise<string> =>
      (await send<{ unit: Named }>('Unit', { code: '00004', asOf })).unit.name;
    expect(await nameOn('2025-06-30')).toBe('Phường Trúc Bạch');
    expect(await nameOn('2025-07-01')).toBe('Phường Ba Đình');
    expect((await send<{ unit: Named }>('Unit', { code: '00004' })).unit.name).toBe('Phường Ba Đình');
  });

  it.each([
    ['phường Trúc Bạch, Ba Đình, Hà Nội', 'Phường Trúc Bạch', 'Phường Ba Đình', 'BHXH cơ sở Ba Đình'],
    ['xã Phúc Hòa, Phúc Thọ', 'Xã Phúc Hòa', 'Xã Phúc Thọ', 'BHXH cơ sở Sơn Tây'],
    ['12 Nguyễn Huệ, phường Bến Nghé, quận 1, TP HCM', 'Phường Bến Nghé', 'Phường Sài Gòn', 'BHXH cơ sở Tân Định'],
    ['quận 1', 'Quận 1', 'Phường Sài Gòn', 'BHXH cơ sở Tân Định'],
    ['phường 1 quận 10', 'Phường 1', 'Phường Vườn Lài', 'BHXH cơ sở Hòa Hưng'],
  ])('reads %s as %s, today %s, where %s is responsible', async (text, name, today, office) => {
    type Place = { unit: { name: string }; until: string; today: { name: string }[]; responsible: { office: Named } };
    const query = `query ($text: String!) { suggestPlaces(text: $text) {
      unit { name } until today { name } responsible { office { code name } } } }`;
    const { suggestPlaces } = await gateway.query<{ suggestPlaces: Place[] }>(query, { text });
    expect(suggestPlaces[0]).toMatchObject({
      unit: { name },
      until: '2025-06-30',
      responsible: { office: { name: office } },
    });
    expect(suggestPlaces[0]?.today.map((unit) => unit.name)).toContain(today);
  });

  it('finds the commune and the office of a place in Hà Nội', async () => {
    type Answer = { locate: { commune: Named; province: Named; office: Named } };
    const { locate } = await send<Answer>('Locate', { latitude: 21.0154, longitude: 105.8618 });
    expect(locate.province).toEqual({ code: '01', name: 'Thành phố Hà Nội' });
    expect(locate.commune.code).toMatch(/^\d{5}$/);
    const jurisdiction = plainCsv('offices/jurisdictions.csv').find((row) => row['unit_code'] === locate.commune.code);
    expect(locate.office).toMatchObject({
      code: jurisdiction?.['office_code'],
      name: expect.stringContaining('BHXH') as string,
    });
  });

  it.each([
    ['Đặc khu Hoàng Sa', 16.0335, 112.5545],
    ['Đặc khu Trường Sa', 8.6433, 111.9193],
    ['Đặc khu Cồn Cỏ', 17.16, 107.34],
    ['Đặc khu Bạch Long Vĩ', 20.13, 107.73],
  ])('finds %s, which the areas of provinces leave out', async (name, latitude, longitude) => {
    const { locate } = await send<{ locate: { commune: Named; office: Named } }>('Locate', { latitude, longitude });
    expect(locate).toMatchObject({ commune: { name }, office: { name: expect.stringContaining('BHXH') as string } });
  });

  it('names the office of every one of the 473 communes whose jurisdiction is known', async () => {
    const jurisdictions = plainCsv('offices/jurisdictions.csv');
    expect(jurisdictions).toHaveLength(473);
    for (const { unit_code: code, office_code: office } of jurisdictions) {
      const { unit } = await send<{ unit: { office: Named } }>('Unit', { code });
      expect({ code, office: unit.office.code }).toEqual({ code, office });
    }
    for (const office of new Set(jurisdictions.map((row) => row['office_code']))) {
      const { office: answer } = await send<{ office: { serves: { totalCount: number } } }>('Office', { code: office });
      const expected = jurisdictions.filter((row) => row['office_code'] === office).length;
      expect({ office, serves: answer.serves.totalCount }).toEqual({ office, serves: expected });
    }
  });

  it('shows each of the 11,785 clinics of today once on a walk through the pages', async () => {
    type Page = {
      clinics: {
        totalCount: number;
        edges: { node: Named }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
    const seen = new Set<string>();
    const filter = { contractedOn: agencyToday() };
    for (let after: string | null = null, more = true; more;) {
      const { clinics }: Page = await send<Page>('Clinics', { filter, first: 100, after });
      expect(clinics.totalCount).toBe(11_785);
      for (const { node } of clinics.edges) {
        expect(seen).not.toContain(node.code);
        seen.add(node.code);
      }
      after = clinics.pageInfo.endCursor;
      more = clinics.pageInfo.hasNextPage;
    }
    expect(seen.size).toBe(11_785);
  });

  it('gives every field of every type without a fault', async () => {
    const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
    const walks = everyField(schema, SAMPLES, 20).filter(({ query }) => !query.includes('viewer'));
    const faults: object[] = [];
    for (const { query } of walks) {
      await gateway.query(query).catch((fault: unknown) => faults.push({ query, fault: String(fault).slice(0, 500) }));
    }
    expect(faults).toEqual([]);
    expect(walks.length).toBeGreaterThan(80);
  });

  it('answers every operation of the contract', async () => {
    const near = { latitude: 21.03, longitude: 105.85 };
    const within = { south: 20.9, west: 105.7, north: 21.1, east: 106 };
    const { clinic } = await gateway.query<{ clinic: { id: string } }>('{ clinic(code: "01001") { id } }');
    const variables: Record<string, object> = {
      Search: { text: 'benh vien huu nghi', near, first: 10 },
      Suggest: { text: 'bach m' },
      Office: { code: '001' },
      Offices: { filter: {}, first: 10 },
      Clinics: { filter: { unitCode: '01' }, near, within, first: 10 },
      Clinic: { code: '01001', onDate: '2026-01-01' },
      Employers: { filter: {}, first: 10 },
      Agents: { filter: { services: ['VOLUNTARY_SOCIAL_INSURANCE'] }, near, first: 10 },
      Locate: near,
      Map: { within, zoom: 10 },
      Unit: { code: '01' },
      Units: { level: 'PROVINCE', first: 50 },
      Nodes: { ids: [clinic.id] },
      Revision: {},
      ReportListing: { input: { listingId: clinic.id, reason: 'WRONG_ADDRESS', message: 'Địa chỉ này đã cũ' } },
    };
    for (const name of operations.keys()) {
      const answer = await send<object>(name, variables[name] ?? {});
      expect({ name, empty: Object.values(answer).filter((part) => part === null) }).toEqual({ name, empty: [] });
    }
  });
});
