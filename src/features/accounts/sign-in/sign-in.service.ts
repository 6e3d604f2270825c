import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { lockedRows } from '../../../database/row-locks';
import { badInput } from '../../../shared/errors';
import type { FairQueue } from '../../../shared/fair-queue';
import type { NotificationService } from '../../notifications/notification.service';
import { NoticeKind } from '../../notifications/notice.texts';
import { comparedNumber } from '../../people/document/identity-document.rules';
import type { OpenPerson, PersonStore } from '../../people/person.store';
import { Account } from '../account.entity';
import { mustChangePassword } from '../account.rules';
import { type AttemptStore } from '../../protection/attempts/attempt.store';
import { CODES_SENT, LOCKS_TOLD, NETWORK_TRIES, PASSWORD_TRIES } from '../../protection/attempts/budgets.rules';
import type { ChallengeRequired } from '../../protection/challenges/challenge.types';
import type { TollGate } from '../../protection/challenges/toll-gate.service';
import { codeAddress, type Confirmed, type OtpService } from '../otp/otp.service';
import { OtpReason, type OtpRefused, otpRefused, type OtpRequired } from '../otp/otp.types';
import type { PasswordCheck } from '../password/password-hash';
import { takingAtLeast } from '../../protection/constant-time';
import { knownDevice, type KnownDevice, type SessionService } from '../session/session.service';
import { codesRefused, NO_ADDRESS, REFUSED } from './sign-in.texts';
import { type DeviceInput, SessionPlace, type SignedIn, type SignInRefused } from './sign-in.types';

/** A sign-in that came about, before it is decided where the session is kept. */
export interface Entry extends SignedIn {
  readonly token: string;
  readonly isCookie: boolean;
}

/** What signing in works with. */
export interface SignInParts {
  readonly database: Database;
  readonly persons: Pick<PersonStore, 'byId' | 'byCode'>;
  readonly passwords: PasswordCheck;
  /** Lets few passwords be hashed at once, by turns of networks. */
  readonly hashing: FairQueue;
  readonly toll: TollGate;
  readonly attempts: AttemptStore;
  readonly otps: OtpService;
  readonly sessions: SessionService;
  readonly notifications: Pick<NotificationService, 'notify' | 'sent'>;
  /** How long every answer to a sign-in takes at least, in milliseconds. */
  readonly answerMs: number;
  readonly now: () => Date;
}

/** What somebody signs in with. */
interface Given {
  readonly code: string;
  readonly password: string;
  readonly device: DeviceInput;
  readonly challengeSolution: string | null;
}

/** What becomes of signing in. */
type SignInAnswer = Entry | OtpRequired | SignInRefused | ChallengeRequired;

interface Device extends KnownDevice {
  readonly isCookie: boolean;
}

const DEVICE_NAME = /^[^\p{Cc}]{1,80}$/u;
const DEVICE_ID = /^[\x21-\x7e]{16,100}$/;

/** Signs persons in, one device at a time. */
export class SignInService {
  constructor(private readonly parts: SignInParts) {}

  /**
   * Signs in with a BHXH code, personal identity number, CMND or passport. An unknown number, a wrong password and a
   * locked account get the same answer, after the same work and time. After many wrong passwords from one network, `caller`, a try there
   * costs a proof of work first, unless it comes from a device of the person's own. Throws BUSY.
   */
  signIn(given: Given, caller: string): Promise<SignInAnswer> {
    const device = checkedDevice(given.device);
    return takingAtLeast(this.parts.answerMs, () => this.trySignIn(given, device, caller));
  }

  /** Signs in on a second device with the code that was sent, and ends the first one's session. */
  confirm(otpId: string, code: string): Promise<Entry | OtpRefused> {
    const request = { otpId, code, reason: OtpReason.OTHER_DEVICE };
    return this.parts.otps.confirm(request, (confirmed, manager) => this.changeDevice(confirmed, manager));
  }

  private async trySignIn(given: Given, device: Device, caller: string): Promise<SignInAnswer> {
    const { persons, hashing, toll } = this.parts;
    const work = await toll.workFor(caller, NETWORK_TRIES);
    const code = comparedNumber(given.code);
    const person = await persons.byCode(code);
    const isTrusted = await this.parts.sessions.trusts(person?.personId ?? 0, device);
    // Before anything of the person's is touched.
    const unpaid = isTrusted ? null : await toll.pass(work, given.challengeSolution);
    if (unpaid) return unpaid;
    // Strangers share the tries of an account; whoever locks it so does not lock a device of the person's own.
    const subject = subjectOf(person, code) + (isTrusted ? ` on ${device.deviceHash}` : '');
    const { account, isRight, isLast } = await hashing.run(caller, () => this.check(person, subject, given.password));
    if (person && account && isRight) return this.enter(person, account, device, subject);
    await this.parts.database.write((manager) => toll.count(caller, NETWORK_TRIES, manager));
    if (person && account && isLast) await this.tellOfLock(person);
    return REFUSED;
  }

  /** Takes a try and checks the password, at the same cost whether there is an account and a try left or not. */
  private async check(
    person: OpenPerson | null,
    subject: string,
    password: string,
  ): Promise<{ readonly account: Account | null; readonly isRight: boolean; readonly isLast: boolean }> {
    const { database, attempts, passwords } = this.parts;
    const { isTaken, isLast } = await database.write((manager) => attempts.take(subject, PASSWORD_TRIES, manager));
    const account = await database.freshReader.findOneBy(Account, { personId: person?.personId ?? 0 });
    const isRight = await passwords.isRight(account?.passwordHash ?? null, password);
    return { account, isRight: isRight && isTaken, isLast };
  }

  /** The password is right: signs in, or asks for a code while another device is signed in. */
  private async enter(
    person: OpenPerson,
    checked: Account,
    device: Device,
    subject: string,
  ): Promise<Entry | OtpRequired | SignInRefused> {
    const { database, attempts, sessions, notifications } = this.parts;
    const answer = await database.write(async (manager) => {
      const account = await this.locked(person.personId, manager);
      // The password was changed between the check and now.
      if (account?.passwordHash !== checked.passwordHash) return REFUSED;
      await attempts.clear(subject, PASSWORD_TRIES, manager);
      const open = await sessions.ofPerson(person.personId, manager);
      const other = open.find(({ deviceHash }) => deviceHash !== device.deviceHash);
      return other ? this.askForCode(person, device, other.deviceName, manager) : this.start(account, device, manager);
    });
    notifications.sent();
    return answer;
  }

  private async askForCode(
    person: OpenPerson,
    device: Device,
    otherDevice: string,
    manager: EntityManager,
  ): Promise<OtpRequired | SignInRefused> {
    const { attempts, otps } = this.parts;
    const address = codeAddress(person);
    if (!address) return NO_ADDRESS;
    const { personId } = person;
    const subject = subjectOf(person, '');
    const { isTaken, retryAfterSeconds } = await attempts.take(subject, CODES_SENT, manager);
    if (!isTaken) return codesRefused(retryAfterSeconds);
    return otps.issue(
      { personId, reason: OtpReason.OTHER_DEVICE, address, effect: { subject, otherDevice, device } },
      manager,
    );
  }

  private async changeDevice({ personId, effect }: Confirmed, manager: EntityManager): Promise<Entry | OtpRefused> {
    const { persons, notifications } = this.parts;
    const account = await this.locked(personId, manager);
    const person = await persons.byId(personId);
    if (!account || !person || !effect.device) return otpRefused(0);
    const entry = await this.start(account, effect.device, manager);
    await notifications.notify(person, NoticeKind.DEVICE_CHANGED, { device: effect.device.deviceName }, manager);
    return entry;
  }

  private async start(account: Account, { isCookie, ...device }: Device, manager: EntityManager): Promise<Entry> {
    const { token, expiresAt } = await this.parts.sessions.start(account.personId, device, manager);
    return { token, expiresAt, isCookie, mustChangePassword: mustChangePassword(account, this.parts.now()) };
  }

  /** The account, kept from other transactions: two devices that sign in at once come one after the other. */
  private locked(personId: number, manager: EntityManager): Promise<Account | null> {
    return manager.findOne(Account, { where: { personId }, ...lockedRows(manager) });
  }

  private async tellOfLock(person: OpenPerson): Promise<void> {
    const { database, attempts, notifications } = this.parts;
    await database.write(async (manager) => {
      const { isTaken } = await attempts.take(subjectOf(person, ''), LOCKS_TOLD, manager);
      if (isTaken) await notifications.notify(person, NoticeKind.ACCOUNT_LOCKED, {}, manager);
    });
    notifications.sent();
  }
}

/** Whose tries are counted: the person, by whichever code or paper; else the code itself, so that it locks all the same. */
export function subjectOf(person: { readonly personId: number } | null, code: string): string {
  return person ? `person:${person.personId}` : `code:${code}`;
}

function checkedDevice({ id, name, keepSessionIn }: DeviceInput): Device {
  if (!DEVICE_NAME.test(name.trim())) {
    throw badInput('device.name', {
      en: 'The name of a device has 1 to 80 characters in one line.',
      vi: 'Tên thiết bị có từ 1 đến 80 ký tự trên một dòng.',
    });
  }
  if (typeof id === 'string' && !DEVICE_ID.test(id)) {
    throw badInput('device.id', {
      en: 'The id of a device has 16 to 100 letters, digits and signs without blanks.',
      vi: 'Mã thiết bị có từ 16 đến 100 chữ, số, ký hiệu, không có khoảng trắng.',
    });
  }
  // Without a name of its own, a device is another one at each sign-in.
  const own = id ?? randomBytes(24).toString('base64url');
  return { ...knownDevice({ id: own, name }), isCookie: keepSessionIn === SessionPlace.COOKIE };
}
