import { randomBytes } from 'node:crypto';
import { graphql, type GraphQLSchema } from 'graphql';
import type { Composition, Parts } from '../../src/app/composition';
import type { Database } from '../../src/database/database';
import { AccountService } from '../../src/features/accounts/account.service';
import { hashPassword } from '../../src/features/accounts/password/password-hash';
import type { GatewayContext } from '../../src/features/context';
import { type Carrier, CarrierError, type OutgoingMessage } from '../../src/features/notifications/message';
import { type OpenPerson, PersonStore } from '../../src/features/people/person.store';
import { Sex } from '../../src/features/people/sex.types';
import { buildGatewaySchema } from '../../src/schema/build-schema';
import { fixedKeys } from '../../src/shared/sealing/key-file';
import { KeyRing } from '../../src/shared/sealing/key-ring';
import { testComposition } from '../setup/composition';
import type { PosedChallenge } from '../setup/proof-of-work';

export const FIRST_PASSWORD = 'mot hai ba bon nam';
export const NEW_PASSWORD = 'con meo trèo cây cau';

/** Someone who does not exist. */
export const LAN: OpenPerson = {
  personId: 7,
  bhxhCode: '0123456789',
  personalIdNumber: '001190000017',
  fullName: 'Nguyễn Thị Lan Thử',
  dateOfBirth: '1990-05-14',
  sex: Sex.FEMALE,
  phone: '0912345678',
  email: 'lan@example.org',
  address: 'Số 1, phố Thử',
  provinceCode: '01',
  registeredClinicCode: '01001',
  guardianId: null,
};

/** Takes messages as a carrier does, and can be told to take none. */
export class FakeCarrier implements Carrier {
  readonly taken: OutgoingMessage[] = [];
  isDown = false;

  send(message: OutgoingMessage): Promise<void> {
    if (this.isDown) return Promise.reject(new CarrierError('DOWN'));
    this.taken.push(message);
    return Promise.resolve();
  }

  close(): void {}

  /** The code in the last message to this number. */
  lastCode(to = LAN.phone): string {
    const message = this.taken.filter((one) => one.to === to && /\b\d{6}\b/.test(one.text)).at(-1);
    return /\b\d{6}\b/.exec(message?.text ?? '')?.[0] ?? 'no code';
  }
}

/** What a device got to keep. */
export interface Keeping {
  token?: string | undefined;
  cookie?: string | undefined;
  forgotten?: boolean;
}

/** One key for all gateways of a test file, and for the processes that it starts. */
export const TEST_KEYS = `test:${randomBytes(32).toString('base64url')}`;
export const KEY_RING = new KeyRing(fixedKeys(TEST_KEYS));

/** A gateway with accounts over a database, its clock and its carrier in the hands of the test. */
export class AccountGateway {
  readonly carrier = new FakeCarrier();
  readonly services: Composition;
  private readonly schema: GraphQLSchema;

  constructor(
    private readonly database: Database,
    private readonly clock: { now: Date } = { now: new Date('2026-03-02T02:00:00Z') },
    answerMs = 0,
    private readonly keyRing = KEY_RING,
    parts: Partial<Parts> = {},
  ) {
    this.services = testComposition(database, {
      keyRing,
      carriers: { SMS: this.carrier, EMAIL: this.carrier },
      now: () => this.clock.now,
      answerMs,
      ...parts,
    });
    this.schema = buildGatewaySchema(this.services.resolvers);
  }

  /** Moves the clock on. */
  pass(minutes: number): void {
    this.clock.now = new Date(this.clock.now.getTime() + minutes * 60_000);
  }

  /** Delivers what is due now. */
  async deliver(): Promise<void> {
    await this.services.outbox.runOnce();
  }

  /** Puts a person on record and gives them access. */
  async register(person: OpenPerson = LAN, password = FIRST_PASSWORD): Promise<void> {
    await new PersonStore(this.database, this.keyRing).replace([person]);
    const hash = await hashPassword(password);
    const accounts = new AccountService(() => this.clock.now);
    await this.database.write((manager) => accounts.create(person.personId, hash, manager));
  }

  /** The whole answer to an operation, as the holder of `keeping.token` from the network `caller`. */
  async answer(
    source: string,
    variableValues: Record<string, unknown> = {},
    keeping: Keeping = {},
    caller = 'home',
  ): Promise<{ data?: Record<string, unknown> | null | undefined; codes: unknown[]; isPrivate: boolean }> {
    let isPrivate = false;
    const contextValue = {
      signal: new AbortController().signal,
      caller,
      cachePolicy: { private: () => void (isPrivate = true), expiresWithin: () => undefined },
      principal: this.services.principalOf({ token: keeping.token }),
      session: {
        keep: (token) => void (keeping.cookie = token),
        forget: () => void (keeping.forgotten = true),
      },
    } as Partial<GatewayContext> as GatewayContext;
    const { data, errors = [] } = await graphql({ schema: this.schema, source, variableValues, contextValue });
    return { data, codes: errors.map(({ extensions, message }) => extensions['code'] ?? message), isPrivate };
  }

  /** The only root field of an answer without errors. */
  async ask<T = Answered>(
    source: string,
    variables: Record<string, unknown> = {},
    keeping: Keeping = {},
    caller?: string,
  ): Promise<T> {
    const { data, codes } = await this.answer(source, variables, keeping, caller);
    if (codes.length > 0 || !data) throw new Error(`refused: ${codes.join(', ')}`);
    return Object.values(data)[0] as T;
  }

  signIn(password: string, device: string, bhxhCode = LAN.bhxhCode, caller?: string): Promise<Answered> {
    return this.ask(SIGN_IN, { bhxhCode, password, device: deviceOf(device) }, {}, caller);
  }

  /** Signs in on a device that needs no code; fails otherwise. */
  async token(password: string, device = 'phone', code = LAN.bhxhCode): Promise<Keeping> {
    const { token } = await this.signIn(password, device, code);
    if (!token) throw new Error('not signed in');
    return { token };
  }

  /** Changes the password with the code that is sent. */
  async change(oldPassword: string, newPassword: string, keeping: Keeping): Promise<Answered> {
    const input = { oldPassword, newPassword, newPasswordAgain: newPassword };
    const { otpId } = await this.ask(CHANGE, { input }, keeping);
    await this.deliver();
    return this.ask(CONFIRM_CHANGE, { otpId, code: this.carrier.lastCode() }, keeping);
  }

  /** Signs in for the first time and has the password changed. */
  async settled(device = 'phone'): Promise<Keeping> {
    const keeping = await this.token(FIRST_PASSWORD, device);
    await this.change(FIRST_PASSWORD, NEW_PASSWORD, keeping);
    return keeping;
  }
}

/** What the operations of accounts answer, all types together. */
export interface Answered {
  __typename: string;
  token: string | null;
  expiresAt: string;
  mustChangePassword: boolean;
  otpId: string;
  reason: string;
  sentTo: string;
  message: string;
  retryAfterSeconds: number | null;
  attemptsLeft: number;
  changedAt: string;
  fields: { path: string; message: string }[];
  challenge: PosedChallenge;
}

/** A device that keeps its name to itself. */
export function deviceOf(name: string, keepSessionIn = 'TOKEN'): Record<string, unknown> {
  return { id: `${name}-0123456789abcdef`, name, keepSessionIn };
}

/** A code that is not the one given. */
export function wrongCode(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, '0');
}

export const SIGN_IN = `mutation ($bhxhCode: String!, $password: String!, $device: DeviceInput!, $challengeSolution: String) {
  signIn(bhxhCode: $bhxhCode, password: $password, device: $device, challengeSolution: $challengeSolution) {
    __typename
    ... on SignedIn { token expiresAt mustChangePassword }
    ... on OtpRequired { otpId reason sentTo expiresAt message }
    ... on SignInRefused { message messageEn retryAfterSeconds }
    ... on ChallengeRequired { challenge { algorithm challenge salt signature maxNumber } }
  }
}`;
const OTP_REFUSED = '... on OtpRefused { attemptsLeft }';
const OTP_ARGS = '$otpId: ID!, $code: String!';
export const CONFIRM_SIGN_IN = `mutation (${OTP_ARGS}) { confirmSignIn(otpId: $otpId, code: $code) {
  __typename ... on SignedIn { token expiresAt mustChangePassword } ${OTP_REFUSED} } }`;
export const RESEND = `mutation ($otpId: ID!) { resendOtp(otpId: $otpId) {
  __typename ... on OtpRequired { otpId expiresAt sentTo } ${OTP_REFUSED} ... on TooManyAttempts { retryAfterSeconds } } }`;
export const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  __typename ... on OtpRequired { otpId reason sentTo } ... on InvalidInput { fields { path message } }
  ... on TooManyAttempts { retryAfterSeconds } } }`;
export const CONFIRM_CHANGE = `mutation (${OTP_ARGS}) { confirmPasswordChange(otpId: $otpId, code: $code) {
  __typename ... on PasswordChanged { changedAt passwordExpiresAt } ${OTP_REFUSED} } }`;
export const FORGOT = `mutation ($bhxhCode: String!, $phone: String!, $challengeSolution: String) {
  forgotPassword(bhxhCode: $bhxhCode, phone: $phone, challengeSolution: $challengeSolution) {
  __typename ... on OtpRequired { otpId reason sentTo expiresAt message } ... on TooManyAttempts { retryAfterSeconds }
  ... on ChallengeRequired { challenge { algorithm challenge salt signature maxNumber } } } }`;
export const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) {
  __typename ... on PasswordChanged { changedAt } ${OTP_REFUSED} ... on InvalidInput { fields { path message } } } }`;
export const SIGN_OUT = 'mutation { signOut { __typename } }';
export const END_SESSION = 'mutation ($id: ID!) { endSession(id: $id) { __typename } }';
export const VIEWER = `{ viewer {
  profile { bhxhCode personalIdNumberMasked fullName dateOfBirth sex phone email address passwordExpiresAt }
  sessions { id deviceName lastUsedAt current }
  notices(first: 20) { totalCount edges { node { id at kind text read } } pageInfo { hasNextPage endCursor } }
} }`;
