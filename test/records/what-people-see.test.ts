import type { Database } from '../../src/database/database';
import { PersonStore } from '../../src/features/people/person.store';
import { BenefitKind, InsuranceKind, insuranceBits } from '../../src/features/records/insurance-kind.types';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import {
  AccountGateway,
  deviceOf,
  FIRST_PASSWORD,
  KEY_RING,
  LAN,
  NEW_PASSWORD,
  SIGN_IN,
} from '../accounts/account-gateway';
import { PersonalServer } from '../accounts/personal-server';
import { keepStatutory } from '../setup/statutory';
import { eachDialect, testDatabase } from '../setup/test-database';
import { keepWholeRecord } from './whole-record';

/** A row of any history. */
type Row = Record<string, unknown>;
type Rows = { edges: { node: Row }[] };

const DAY_MINUTES = 24 * 60;
const PERIOD = 'fromMonth toMonth employerName position workplace salaryVnd currency coefficient';

/** The manual's chapter "with an account", sentence by sentence, over HTTP; the turning card is a fact of the page. */
eachDialect('with an account', (dialect) => {
  let database: Database;
  let accounts: AccountGateway;
  let server: PersonalServer;
  const clock = { now: new Date() };

  beforeEach(async () => {
    clock.now = new Date('2026-03-02T02:00:00Z');
    ({ database } = await testDatabase(dialect));
    await keepStatutory(database);
    accounts = new AccountGateway(database, clock);
    await accounts.register();
    await keepWholeRecord(database, LAN.personId, 'Thử');
    server = new PersonalServer(accounts);
    await server.start();
  });
  afterEach(() => server.stop());

  /** What is answered to the person after the first sign-in and its change of password. */
  async function mine<T = Record<string, Rows>>(fields: string): Promise<T> {
    const { token } = await accounts.settled();
    const { viewer } = await server.ask<{ viewer: T }>(`{ viewer { ${fields} } }`, {
      authorization: `Bearer ${token ?? ''}`,
    });
    return viewer;
  }
  const rows = (list: Rows | undefined): Row[] => list?.edges.map(({ node }) => node) ?? [];
  const look = (token: string | null): Promise<unknown[]> =>
    accounts.answer('{ viewer { profile { fullName } } }', {}, { token: token ?? '' }).then(({ codes }) => codes);

  it('people sign in with the BHXH code and a password, or with the number that replaced the code', async () => {
    for (const code of [LAN.bhxhCode, LAN.personalIdNumber ?? '']) {
      expect(await accounts.signIn(FIRST_PASSWORD, 'phone', code)).toMatchObject({ __typename: 'SignedIn' });
    }
  });

  it('the first sign-in must change the password', async () => {
    const { token, mustChangePassword } = await accounts.signIn(FIRST_PASSWORD, 'phone');
    expect(mustChangePassword).toBe(true);
    expect(await look(token)).toEqual(['PASSWORD_CHANGE_REQUIRED']);
    await accounts.change(FIRST_PASSWORD, NEW_PASSWORD, { token: token ?? '' });
    expect(await look(token)).toEqual([]);
  });

  it('a password is changed at least every 6 months', async () => {
    await accounts.settled();
    clock.now = new Date('2026-09-02T01:59:00Z');
    expect((await accounts.signIn(NEW_PASSWORD, 'phone')).mustChangePassword).toBe(false);
    clock.now = new Date('2026-09-02T02:01:00Z');
    const late = await accounts.signIn(NEW_PASSWORD, 'phone');
    expect([late.mustChangePassword, await look(late.token)]).toEqual([true, ['PASSWORD_CHANGE_REQUIRED']]);
  });

  it('changing it takes old, new and new again, and an OTP sent to the registered phone', async () => {
    const { token } = await accounts.signIn(FIRST_PASSWORD, 'phone');
    const me = { token: token ?? '' };
    expect((await accounts.change(FIRST_PASSWORD, NEW_PASSWORD, me)).__typename).toBe('PasswordChanged');
    const [sent] = accounts.carrier.taken.filter(({ text }) => /\b\d{6}\b/.test(text));
    expect([sent?.channel, sent?.to]).toEqual(['SMS', LAN.phone]);
    expect((await accounts.signIn(FIRST_PASSWORD, 'phone')).__typename).toBe('SignInRefused');
  });

  it('a second device warns; going on needs an OTP, and then the first device is signed out', async () => {
    const first = await accounts.settled('phone');
    accounts.pass(DAY_MINUTES);
    const asked = await accounts.ask<Row>(SIGN_IN, {
      bhxhCode: LAN.bhxhCode,
      password: NEW_PASSWORD,
      device: deviceOf('tablet'),
    });
    expect(asked).toMatchObject({ __typename: 'OtpRequired', reason: 'OTHER_DEVICE', message: /phone/ });
    expect(await look(first.token ?? '')).toEqual([]);
    await accounts.deliver();
    const confirm = `mutation { confirmSignIn(otpId: "${String(asked['otpId'])}", code: "${accounts.carrier.lastCode()}") {
      ... on SignedIn { token } } }`;
    const { token } = await accounts.ask(confirm);
    expect([await look(first.token ?? ''), await look(token)]).toEqual([['UNAUTHENTICATED'], []]);
  });

  it('Quản lý cá nhân: code, name, date of birth, identity number, phone, address', async () => {
    const { profile } = await mine<{ profile: Row }>(
      'profile { bhxhCode fullName dateOfBirth personalIdNumberMasked phone address }',
    );
    const { bhxhCode, fullName, dateOfBirth, phone, address } = LAN;
    expect(profile).toEqual({
      bhxhCode,
      fullName,
      dateOfBirth,
      phone,
      address,
      personalIdNumberMasked: '•••••••••017',
    });
  });

  it('Thẻ BHYT: the main facts of the card, and what its two sides show', async () => {
    const { healthCard } = await mine<{ healthCard: Row }>(
      'healthCard { number objectCode benefitLevel coveragePercent validFrom validUntil fiveYearsFrom inForce qrCodeSvg }',
    );
    const facts = { objectCode: 'DN', benefitLevel: 4, coveragePercent: 80, validFrom: '2025-01-01', validUntil: null };
    expect(healthCard).toMatchObject({
      number: 'DN4010123456789',
      ...facts,
      fiveYearsFrom: '2029-05-01',
      inForce: true,
    });
    expect(healthCard['qrCodeSvg']).toMatch(/^<svg/);
  });

  it('Quá trình tham gia: four histories, each with what a row shows and what it opens to', async () => {
    const kinds = Object.values(InsuranceKind);
    const seen = await mine(
      kinds.map((kind) => `${kind}: contributions(kind: ${kind}) { edges { node { ${PERIOD} } } }`).join(' '),
    );
    const same = {
      employerName: 'Công ty TNHH Dệt Sợi Thử',
      position: 'Kế toán Thử',
      workplace: 'Huế Thử',
      currency: 'VND',
      coefficient: 2.34,
    };
    for (const kind of kinds) {
      expect([kind, ...rows(seen[kind])]).toEqual([
        kind,
        { fromMonth: '2014-05', toMonth: '2015-12', salaryVnd: 5_250_000, ...same },
        { fromMonth: '2016-03', toMonth: '2020-06', salaryVnd: 75_423_000, ...same },
      ]);
    }
  });

  it('on top the total time in distinct months: 12 năm 2 tháng, overlapping periods counted once', async () => {
    const data = new PersonalDataStore(database, new PersonStore(database, KEY_RING));
    const row = { personId: LAN.personId, employerName: null, position: null, workplace: null, salaryVnd: null };
    const kindBits = insuranceBits([InsuranceKind.UNEMPLOYMENT]);
    const rest = { ...row, kindBits, coefficient: null, currency: 'VND' };
    // 72 months are on record already, from 2014-05 to 2015-12 and from 2016-03 to 2020-06.
    await data.take('contributions', [
      { ...rest, fromMonth: '2019-01', toMonth: '2026-08', employerCode: 'TZ0009Z' },
      { ...rest, fromMonth: '2020-01', toMonth: '2020-12', employerCode: 'TZ0008Z' },
    ]);
    const { contributionTotal } = await mine<{ contributionTotal: Row }>(
      'contributionTotal(kind: UNEMPLOYMENT) { months years remainingMonths }',
    );
    expect(contributionTotal).toEqual({ months: 146, years: 12, remainingMonths: 2 });
  });

  it('Thông tin hưởng: four sorts, each with kind, from, to, amount and who filed it', async () => {
    const kinds = Object.values(BenefitKind);
    const seen = await mine(
      kinds
        .map((kind) => `${kind}: benefits(kind: ${kind}) { edges { node { regime from to amountVnd filedBy } } }`)
        .join(' '),
    );
    const same = { from: '2018-01-02', to: '2018-01-09', amountVnd: 1_234_567, filedBy: 'Phường Thử' };
    for (const kind of kinds) expect(rows(seen[kind])).toEqual([{ regime: `Chế độ ${kind} Thử`, ...same }]);
  });

  it('Sổ khám chữa bệnh: medical visits paid by health insurance, year by year', async () => {
    const visit = (year: number): string =>
      `y${year}: visits(year: ${year}) { edges { node { clinicName admittedAt dischargedAt diagnosis coveredVnd ownVnd } } }`;
    const seen = await mine(`visitYears ${visit(2025)} ${visit(2024)} ${visit(2023)}`);
    expect(seen['visitYears']).toEqual([2025, 2024]);
    const paid = { dischargedAt: null, coveredVnd: 80_000, ownVnd: 20_000 };
    expect([seen['y2025'], seen['y2024'], seen['y2023']].map(rows)).toEqual([
      [{ clinicName: 'Trạm Y tế Thử', admittedAt: '2025-02-03', diagnosis: 'Viêm họng Thử', ...paid }],
      [{ clinicName: 'Bệnh viện Thử', admittedAt: '2024-11-30', diagnosis: 'Đau đầu Thử', ...paid }],
      [],
    ]);
  });
});
