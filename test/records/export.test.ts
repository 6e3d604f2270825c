import { Account } from '../../src/features/accounts/account.entity';
import { printExport } from '../../src/features/records/export/pdf/print-export';
import { PersonStore } from '../../src/features/people/person.store';
import type { Database } from '../../src/database/database';
import { syntheticPersonId } from '../../src/seeding/people/synthetic-persons';
import { AccountGateway, FIRST_PASSWORD, type Keeping, KEY_RING, LAN } from '../accounts/account-gateway';
import { PersonalServer } from '../accounts/personal-server';
import { samplePerson } from '../people/sample-people';
import { keepStatutory } from '../setup/statutory';
import { eachDialect, testDatabase } from '../setup/test-database';
import { pdfText } from './pdf-text';
import { keepWholeRecord } from './whole-record';

const MARK = 'Thửđược';
const CHILD = 11;
const STRANGER = 12;
const CONTRIBUTION = 'fromMonth toMonth employerName position workplace salaryVnd coefficient currency';
const VIEWER = `{ viewer {
  profile { bhxhCode personalIdNumberMasked fullName dateOfBirth sex phone email address passwordExpiresAt
    identityDocuments { kind numberMasked issuedOn issuedBy } }
  healthCard { number objectCode benefitLevel coveragePercent validFrom validUntil fiveYearsFrom }
  ${['SOCIAL', 'UNEMPLOYMENT', 'OCCUPATIONAL', 'HEALTH']
    .map(
      (
        kind,
      ) => `total${kind}: contributionTotal(kind: ${kind}) { months years remainingMonths gaps { fromMonth toMonth } }
    ${kind}: contributions(kind: ${kind}) { edges { node { ${CONTRIBUTION} } } }`,
    )
    .join('\n')}
  ${['LUMP_SUM', 'SICKNESS_MATERNITY', 'MONTHLY', 'HEALTH']
    .map((kind) => `benefits${kind}: benefits(kind: ${kind}) { edges { node { regime from to amountVnd filedBy } } }`)
    .join('\n')}
  ${[2025, 2024]
    .map(
      (year) => `y${year}: visits(year: ${year}) { edges { node {
      clinicName admittedAt dischargedAt diagnosis coveredVnd ownVnd } } }`,
    )
    .join('\n')}
  children { bhxhCode fullName dateOfBirth sex healthCard { number } visitYears }
  sessions { deviceName createdAt lastUsedAt current }
  notices { edges { node { id at kind text textEn read } } }
  accessLog { edges { node { at actor who whoEn purpose fields } } }
} }`;

interface ExportFile extends Record<string, unknown> {
  readonly healthCards: object[];
  readonly contributions: Record<string, { total: object; periods: object[] }>;
  readonly benefits: Record<string, object[]>;
  readonly children: Record<string, unknown>[];
  readonly meanings: Record<string, object>;
}
type Nodes = { edges: { node: object }[] };
type Viewer = Record<string, unknown> & { readonly [list: string]: Nodes };
const nodes = (list: Nodes | undefined): object[] => list?.edges.map(({ node }) => node) ?? [];
const bearer = ({ token }: Keeping): Record<string, string> => ({ authorization: `Bearer ${token ?? ''}` });

eachDialect('the export of all my data', (dialect) => {
  let database: Database;
  let server: PersonalServer;
  let me: Record<string, string>;
  const clock = { now: new Date('2026-03-02T02:00:00Z') };

  beforeEach(async () => {
    clock.now = new Date('2026-03-02T02:00:00Z');
    ({ database } = await testDatabase(dialect));
    await keepStatutory(database);
    const accounts = new AccountGateway(database, clock, 0, KEY_RING, { print: printExport });
    await accounts.register();
    const child = samplePerson(CHILD, { guardianId: LAN.personId, dateOfBirth: '2015-01-01', fullName: `Con ${MARK}` });
    const grown = samplePerson(13, { guardianId: LAN.personId, dateOfBirth: '2001-01-01', fullName: 'Con Bímật' });
    const stranger = samplePerson(STRANGER, { fullName: 'Trần Bímật' });
    await new PersonStore(database, KEY_RING).replace([child, grown, stranger]);
    await keepWholeRecord(database, LAN.personId, MARK);
    await keepWholeRecord(database, CHILD, MARK);
    for (const personId of [STRANGER, 13]) await keepWholeRecord(database, personId, 'Bímật');
    me = bearer(await accounts.settled());
    server = new PersonalServer(accounts);
    await server.start();
  });
  afterEach(() => server.stop());

  it('as JSON says what the viewer is answered, all of it', async () => {
    const response = await server.get('/account/export.json', me);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const name = 'attachment; filename="bhxh-du-lieu-ca-nhan-2026-03-02.json"';
    expect(response.headers.get('content-disposition')).toBe(name);
    const file = (await response.json()) as ExportFile;
    const { viewer } = await server.ask<{ viewer: Viewer }>(VIEWER, me);
    expect(file).toMatchObject({ format: 'bhxh-personal-data', version: 1, demonstration: false });
    const { passwordExpiresAt, identityDocuments, ...profile } = viewer['profile'] as unknown as Record<string, string>;
    expect(file['identityDocuments']).toEqual(identityDocuments);
    expect(file['identityDocuments']).toMatchObject([{ kind: 'CMND', numberMasked: '••••••007' }]);
    expect(file['profile']).toEqual({ ...profile, provinceCode: '01', registeredClinicCode: '01001' });
    expect(file['account']).toMatchObject({ passwordExpiresAt });
    expect(file.healthCards).toHaveLength(2);
    expect(file.healthCards[0]).toMatchObject(viewer['healthCard'] as object);
    for (const kind of ['SOCIAL', 'UNEMPLOYMENT', 'OCCUPATIONAL', 'HEALTH']) {
      const { total, periods } = file.contributions[kind] ?? { total: {}, periods: [] };
      expect(total).toEqual(viewer[`total${kind}`]);
      expect(periods).toHaveLength(2);
      expect(periods).toMatchObject(nodes(viewer[kind]));
    }
    for (const kind of ['LUMP_SUM', 'SICKNESS_MATERNITY', 'MONTHLY', 'HEALTH']) {
      expect(file.benefits[kind]).toEqual(nodes(viewer[`benefits${kind}`]));
    }
    const visits = [...nodes(viewer['y2025']), ...nodes(viewer['y2024'])];
    expect(file['visits']).toEqual(visits.map((visit) => ({ ...visit, clinicCode: '01Z00', visitCode: '' })));
    const [child] = file.children;
    expect(child).toMatchObject({ bhxhCode: '9900000011', fullName: `Con ${MARK}`, sex: 'FEMALE' });
    expect(child?.['visits']).toHaveLength(2);
    expect(child?.['benefits']).toMatchObject(file.benefits);
    expect(file.children).toHaveLength(1);
    expect(file['sessions']).toMatchObject(viewer['sessions'] as object);
    expect(file['notices']).toEqual(nodes(viewer['notices']));
    expect(file['messages']).toHaveLength(3);
    expect(file['accessLog']).toEqual(nodes(viewer['accessLog']));
    expect(file['accessLog']).toMatchObject([{ purpose: 'EXPORT', fields: ['json'] }]);
    for (const meaning of Object.values(file.meanings)) expect(meaning).toMatchObject({ vi: /./, en: /./ });
  });

  it('never holds anything of another person, and nothing that opens the account', async () => {
    const json = await (await server.get('/account/export.json', me)).text();
    const pdf = pdfText(new Uint8Array(await (await server.get('/account/export.pdf', me)).arrayBuffer()));
    for (const text of [json, pdf]) {
      for (const foreign of [
        'Bímật',
        '9900000012',
        '9900000013',
        '0999000012',
        LAN.personalIdNumber ?? '',
        '990000007',
      ]) {
        expect(text).not.toContain(foreign);
      }
      expect(text).not.toMatch(/argon2|Sealed|test\.[\w-]{20}/);
      expect(text).not.toContain(me['authorization']?.slice(7) ?? '');
    }
  });

  it('as PDF reads the same in Vietnamese, with every tone, and says whose it is not', async () => {
    const response = await server.get('/account/export.pdf', me);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain('bhxh-du-lieu-ca-nhan-2026-03-02.pdf');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    const words = pdfText(bytes).replaceAll(/\s+/g, '');
    const expected = [
      'DỮ LIỆU CÁ NHÂN VỀ BẢO HIỂM XÃ HỘI',
      'Nguyễn Thị Lan Thử',
      'Tổng thời gian tham gia: 6 năm 0 tháng',
      'Thời gian gián đoạn: 01/2016–02/2016',
      `Công ty TNHH Dệt Sợi ${MARK}`,
      '75.423.000 ₫',
      'Ốm đau, thai sản, dưỡng sức (ÔĐTS)',
      'DN4010123456789',
      '03/02/2025',
      `Viêm họng ${MARK}`,
      `Con ${MARK}`,
      'Tự tải dữ liệu về',
      'không thuộc và không đại diện cho Bảo hiểm xã hội Việt Nam',
      'Trang 1/',
    ];
    for (const text of expected) expect(words).toContain(text.replaceAll(' ', ''));
    expect(words).not.toContain('\ufffd');
    expect(words).not.toContain('MINHHỌA');
  });

  it('is refused without a session, and with a cookie that another site could send', async () => {
    const cookie = `bhxh_session=${me['authorization']?.slice(7)}`;
    for (const headers of [{}, { cookie }, { authorization: 'Bearer 0123456789abcdef0123' }]) {
      for (const form of ['json', 'pdf']) {
        const response = await server.get(`/account/export.${form}`, headers);
        expect(response.status).toBe(401);
        expect(response.headers.get('cache-control')).toBe('private, no-store');
        const { errors } = (await response.json()) as { errors: { extensions: Record<string, string> }[] };
        expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', messageVi: /đăng nhập/ });
      }
    }
    const own = await server.get('/account/export.json', { cookie, 'x-csrf-protection': '1' });
    expect(own.status).toBe(200);
  });

  it('waits until the first password was changed', async () => {
    const accounts = new AccountGateway(database, clock);
    await accounts.register(samplePerson(20));
    const fresh = bearer(await accounts.token(FIRST_PASSWORD, 'phone', '9900000020'));
    const response = await server.get('/account/export.json', fresh);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('PASSWORD_CHANGE_REQUIRED');
  });

  it('of a made-up person is marked as demonstration, on paper on every page', async () => {
    const accounts = new AccountGateway(database, clock);
    const personId = syntheticPersonId(0);
    await accounts.register({ ...LAN, personId, bhxhCode: '9900000021', personalIdNumber: null, phone: '0200000021' });
    const first = await accounts.token(FIRST_PASSWORD, 'phone', '9900000021');
    await database.write((manager) => manager.update(Account, { personId }, { mustChangePassword: false }));
    const file = (await (await server.get('/account/export.json', bearer(first))).json()) as Record<string, unknown>;
    expect(file).toMatchObject({
      demonstration: true,
      remarks: [{ vi: 'Dữ liệu minh họa: người này không có thật.' }, {}, {}],
    });
    const pdf = await (await server.get('/account/export.pdf', bearer(first))).arrayBuffer();
    const words = pdfText(new Uint8Array(pdf)).replaceAll(/\s+/g, '');
    const pages = Number(/Trang1\/(\d+)/.exec(words)?.[1]);
    expect(words.match(/DỮLIỆUMINHHỌA/g)).toHaveLength(pages);
  });

  it('counts: six an hour, then 429 says when to come back, and the ledger knows of six', async () => {
    const take = (form: string): Promise<Response> => server.get(`/account/export.${form}`, me);
    for (let time = 0; time < 6; time++) expect((await take('json')).status).toBe(200);
    const refused = await take('pdf');
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 3600]);
    const { errors } = (await refused.json()) as { errors: { extensions: Record<string, unknown> }[] };
    expect(errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 3600 });
    const { viewer } = await server.ask<{ viewer: Viewer }>(VIEWER, me);
    expect(nodes(viewer['accessLog'])).toHaveLength(6);
    clock.now = new Date(clock.now.getTime() + 3_600_000);
    expect((await take('json')).status).toBe(200);
  });
});
