import {
  createLocalJWKSet,
  decodeProtectedHeader,
  generateKeyPair,
  type JSONWebKeySet,
  jwtVerify,
  SignJWT,
} from 'jose';
import { type HealthCard } from '../../src/features/records/health-card.entity';
import { CardKeys } from '../../src/features/records/card-keys.store';
import { AttemptStore } from '../../src/features/protection/attempts/attempt.store';
import { CardSigningKey } from '../../src/features/records/card-signing-key.entity';
import { rotatedKeyRing, testKeyRing } from '../people/synthetic-keys';
import { PersonalGateway } from '../people/personal-gateway';
import { samplePerson } from '../people/sample-people';
import { type Database } from '../../src/database/database';
import { keepStatutory } from '../setup/statutory';
import { eachDialect, testDatabase } from '../setup/test-database';

const CARD = `{ viewer { healthCard { number benefitLevel coveragePercent objectCode validFrom validUntil inForce
  fiveYearsFrom registeredClinic { code name } issuingOfficeCode issuingOffice { code } token tokenExpiresAt qrCodeSvg } } }`;
const TOKEN = '{ viewer { healthCard { token } } }';
const VERIFY = `mutation VerifyHealthCard($token: String!) { verifyHealthCard(token: $token) { __typename
  ... on HealthCardValid { holderName dateOfBirth numberEnding benefitLevel coveragePercent validFrom validUntil
    registeredClinicCode registeredClinic { code name } }
  ... on HealthCardRefused { reason } } }`;
const LOG = '{ viewer { accessLog(first: 20) { edges { node { at who whoEn purpose fields } } } } }';
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

interface CardAnswer {
  readonly viewer: { readonly healthCard: Record<string, unknown> & { readonly token: string } };
}
interface VerifyAnswer {
  readonly verifyHealthCard: { readonly __typename: string; readonly reason?: string };
}

function card(over: Partial<HealthCard> = {}): HealthCard {
  return {
    personId: 1,
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    objectCode: 'DN',
    benefitLevel: 4,
    provinceCode: '01',
    registeredClinicCode: '01Z00',
    issuingOfficeCode: '00101',
    fiveYearsFrom: '2020-04-01',
    ...over,
  };
}

eachDialect('the health card', (dialect) => {
  let database: Database;
  let gateway: PersonalGateway;

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    await keepStatutory(database);
    gateway = new PersonalGateway(database);
    await gateway.data.take('people', [samplePerson(1)]);
    await gateway.data.take('cards', [card(), card({ validFrom: '2025-01-01', validUntil: '2025-12-31' })]);
  });

  const shown = async (): Promise<CardAnswer['viewer']['healthCard']> =>
    (await gateway.ask<CardAnswer>(CARD, {}, { personId: 1 })).viewer.healthCard;
  const verified = async (token: string, by = gateway): Promise<VerifyAnswer['verifyHealthCard']> =>
    (await by.ask<VerifyAnswer>(VERIFY, { token })).verifyHealthCard;

  it('shows its facts, the coverage of its level, and a picture of the token', async () => {
    const seen = await shown();
    expect(seen).toMatchObject({
      number: 'DN4019900000001',
      benefitLevel: 4,
      coveragePercent: 80,
      objectCode: 'DN',
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      inForce: true,
      fiveYearsFrom: '2020-04-01',
      issuingOfficeCode: '00101',
      tokenExpiresAt: '2026-06-15T03:05:00.000Z',
    });
    expect(seen['qrCodeSvg']).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  });

  it('is verified once; its holder can read that it was', async () => {
    const { token } = await shown();
    expect(await verified(token)).toEqual({
      __typename: 'HealthCardValid',
      holderName: 'Nguyễn Thị Thử',
      dateOfBirth: '1990-05-15',
      numberEnding: '0001',
      benefitLevel: 4,
      coveragePercent: 80,
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      registeredClinicCode: '01Z00',
      registeredClinic: null,
    });
    expect(await verified(token)).toEqual({ __typename: 'HealthCardRefused', reason: 'ALREADY_USED' });
    const log = await gateway.ask<{ viewer: { accessLog: { edges: unknown[] } } }>(LOG, {}, { personId: 1 });
    expect(log.viewer.accessLog.edges).toMatchObject([
      { node: { purpose: 'CHECK_CARD', whoEn: 'Someone who checked the health card that was shown' } },
    ]);
  });

  it('is checked under the name of the key that came along, which has a budget of its own', async () => {
    const asker = { caller: 'one network', integrator: 'Bệnh viện Thử' };
    const attempts = new AttemptStore(testKeyRing(), () => gateway.now);
    const anonymous = { name: 'verifyHealthCard', attempts: 600, windowMs: HOUR_MS, restarts: false };
    await database.write(async (manager) => {
      for (let time = 0; time < 600; time++) await attempts.take(asker.caller, anonymous, manager);
    });
    const check = async (by: object): Promise<unknown> =>
      (await gateway.ask<VerifyAnswer>(VERIFY, { token: (await shown()).token }, by)).verifyHealthCard;
    expect(await check({ caller: asker.caller })).toMatchObject({ __typename: 'TooManyAttempts' });
    expect(await check(asker)).toMatchObject({ __typename: 'HealthCardValid' });
    const log = await gateway.ask(LOG, {}, { personId: 1 });
    expect(log).toMatchObject({ viewer: { accessLog: { edges: [{ node: { who: 'Bệnh viện Thử' } }] } } });
  });

  it('is signed only when its token or picture is asked for, and then once for both', async () => {
    const facts = '{ viewer { healthCard { number benefitLevel inForce } } }';
    await gateway.ask(facts, {}, { personId: 1 });
    expect(await database.read(CardSigningKey).count()).toBe(0);
    const both = '{ viewer { healthCard { one: token two: token tokenExpiresAt qrCodeSvg } } }';
    const { viewer } = await gateway.ask<{ viewer: { healthCard: { one: string; two: string } } }>(
      both,
      {},
      { personId: 1 },
    );
    expect(viewer.healthCard.one).toBe(viewer.healthCard.two);
  });

  it('is taken by one of many who replay it at the same moment', async () => {
    const { token } = await shown();
    const results = await Promise.all(Array.from({ length: 8 }, () => verified(token)));
    expect(results.filter(({ __typename }) => __typename === 'HealthCardValid')).toHaveLength(1);
  });

  it('is checked without this service through the published keys, and tells neither code nor number', async () => {
    const { token } = await shown();
    const keys = createLocalJWKSet((await gateway.services.jwks()) as JSONWebKeySet);
    const { payload } = await jwtVerify(token, keys, { currentDate: gateway.now });
    expect(payload['card']).toMatchObject({
      holderName: 'Nguyễn Thị Thử',
      dateOfBirth: '1990-05-15',
      numberEnding: '0001',
      coveragePercent: 80,
    });
    const text = JSON.stringify(payload);
    for (const secret of ['9900000001', '999190000001', '0999000001']) expect(text).not.toContain(secret);
  });

  it('publishes no private key', async () => {
    await shown();
    const { keys } = (await gateway.services.jwks()) as JSONWebKeySet;
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('expires after five minutes', async () => {
    const { token } = await shown();
    gateway.now = new Date(gateway.now.getTime() + 301_000);
    expect(await verified(token)).toEqual({ __typename: 'HealthCardRefused', reason: 'EXPIRED' });
  });

  it('is refused when it was changed, signed by another key, or not signed at all', async () => {
    const { token } = await shown();
    const [head = '', body = '', signature = ''] = token.split('.');
    const changed = Buffer.from(body, 'base64url').toString().replace('"benefitLevel":4', '"benefitLevel":1');
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const forged = await new SignJWT(claims)
      .setProtectedHeader(JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string })
      .sign(privateKey);
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const bad = [
      `${head}.${Buffer.from(changed).toString('base64url')}.${signature}`,
      forged,
      `${none}.${body}.`,
      'x'.repeat(10_000),
      '',
    ];
    for (const one of bad) {
      expect(await verified(one)).toEqual({ __typename: 'HealthCardRefused', reason: 'NOT_GENUINE' });
    }
  });

  it('is not in force before and after its days, however genuine', async () => {
    await gateway.data.take('cards', [card({ validUntil: '2026-06-14' })]);
    const seen = await shown();
    expect(seen['inForce']).toBe(false);
    expect(await verified(seen.token)).toEqual({ __typename: 'HealthCardRefused', reason: 'NOT_IN_FORCE' });
  });

  it('is verified on another gateway, also with a key that was made a moment ago', async () => {
    const other = new PersonalGateway(database);
    await other.services.jwks();
    expect((await verified((await shown()).token, other)).__typename).toBe('HealthCardValid');
  });

  it('is signed by a key that a key set of up to 23 hours ago holds, through three months', async () => {
    const gateways = [gateway, new PersonalGateway(database)] as const;
    const shownBy = async (one: PersonalGateway): Promise<string> =>
      (await one.ask<CardAnswer>(TOKEN, {}, { personId: 1 })).viewer.healthCard.token;
    await shown();
    const signers = new Set<unknown>();
    let cached = (await gateway.services.jwks()) as JSONWebKeySet;
    for (let hour = 1; hour < 90 * 24; hour += hour % 24 === 0 ? 1 : 23) {
      const now = new Date(Date.parse('2026-06-15T03:00:00Z') + hour * HOUR_MS);
      for (const one of gateways) one.now = now;
      const token = await shownBy(gateways[hour % 2] ?? gateway);
      // What a hospital keeps is an hour or 23 old; the answer says that it may keep it for five minutes.
      const { protectedHeader } = await jwtVerify(token, createLocalJWKSet(cached), { currentDate: now });
      signers.add(protectedHeader.kid);
      cached = (await gateway.services.jwks()) as JSONWebKeySet;
    }
    expect(signers.size).toBe(3);
    expect(cached.keys.length).toBeLessThanOrEqual(2);
  });

  it('gets a new key after 30 days, and the key before is published for a day more', async () => {
    await shown();
    const kids = async (): Promise<unknown[]> =>
      ((await gateway.services.jwks()) as JSONWebKeySet).keys.map(({ kid }) => kid);
    const after = (days: number): void => {
      gateway.now = new Date(Date.parse('2026-06-15T03:00:00Z') + days * DAY_MS);
    };
    const [first] = await kids();
    after(28.9);
    expect(await kids()).toEqual([first]);
    after(29);
    const [second] = await kids();
    expect(await kids()).toEqual([second, first]);
    expect(decodeProtectedHeader((await shown()).token).kid).toBe(first);
    after(30);
    const { token } = await shown();
    expect(decodeProtectedHeader(token).kid).toBe(second);
    expect(await kids()).toEqual([second, first]);
    expect((await verified(token)).__typename).toBe('HealthCardValid');
    after(31.1);
    expect(await kids()).toEqual([second]);
  });

  it('is signed on with the old key for a day after months in which nobody showed a card', async () => {
    const first = decodeProtectedHeader((await shown()).token).kid;
    gateway.now = new Date(gateway.now.getTime() + 100 * DAY_MS);
    expect(decodeProtectedHeader((await shown()).token).kid).toBe(first);
    gateway.now = new Date(gateway.now.getTime() + 1.1 * DAY_MS);
    expect(decodeProtectedHeader((await shown()).token).kid).not.toBe(first);
  });

  it('is signed with one new key, however many ask at the turn of keys', async () => {
    await Promise.all(Array.from({ length: 12 }, () => shown()));
    expect(await database.read(CardSigningKey).count()).toBe(1);
  });

  it('is signed with one key when many processes make the first and the next at once', async () => {
    // Each has its own list of keys, as gateways have; all of them have looked before any of them makes one.
    const processes = Array.from({ length: 8 }, () => new CardKeys(database, testKeyRing(), () => gateway.now));
    const signed = await Promise.all(processes.map((keys) => keys.signingKey()));
    expect(new Set(signed.map(({ keyId }) => keyId)).size).toBe(1);
    expect(await database.read(CardSigningKey).count()).toBe(1);
    gateway.now = new Date(gateway.now.getTime() + 29.5 * DAY_MS);
    await Promise.all(processes.map((keys) => keys.jwks()));
    expect(await database.read(CardSigningKey).count()).toBe(2);
  });

  it('is signed on with the same key after the key ring has turned', async () => {
    const { token } = await shown();
    const turned = new CardKeys(database, rotatedKeyRing());
    expect(await turned.resealAfter(-1)).toBe(0);
    expect(await turned.resealAfter(0)).toBeNull();
    const [row] = await database.read(CardSigningKey).find();
    expect(row?.privateKeySealed).toMatch(/^second\./);
    const other = new PersonalGateway(database, { keyRing: rotatedKeyRing() });
    expect((await verified(token, other)).__typename).toBe('HealthCardValid');
    await other.ask(CARD, {}, { personId: 1 });
    expect(await database.read(CardSigningKey).count()).toBe(1);
  });

  it('is null for someone without a card', async () => {
    await gateway.data.take('people', [samplePerson(2)]);
    expect(await gateway.ask(CARD, {}, { personId: 2 })).toEqual({ viewer: { healthCard: null } });
  });
});
