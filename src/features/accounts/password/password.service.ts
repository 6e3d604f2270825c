import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { lockedRows } from '../../../database/row-locks';
import type { BilingualMessage } from '../../../shared/errors';
import type { FairQueue } from '../../../shared/fair-queue';
import {
  type FieldFault,
  type InvalidInput,
  invalidInput,
  type TooManyAttempts,
  tooManyAttempts,
} from '../../../shared/input-faults.types';
import type { NotificationService } from '../../notifications/notification.service';
import { NoticeKind } from '../../notifications/notice.texts';
import { comparedNumber } from '../../people/document/identity-document.rules';
import type { OpenPerson, PersonStore } from '../../people/person.store';
import { Account } from '../account.entity';
import { passwordExpiresAt } from '../account.rules';
import type { AttemptStore } from '../../protection/attempts/attempt.store';
import { CODES_SENT, NETWORK_RESETS, PASSWORD_TRIES } from '../../protection/attempts/budgets.rules';
import { type CodeAddress, codeAddress, type Confirmed, type OtpService } from '../otp/otp.service';
import { OtpReason, otpRefused, type OtpRefused, type OtpRequired } from '../otp/otp.types';
import { readPhone } from '../../people/phone.rules';
import type { ChallengeRequired } from '../../protection/challenges/challenge.types';
import type { TollGate } from '../../protection/challenges/toll-gate.service';
import { takingAtLeast } from '../../protection/constant-time';
import { subjectOf } from '../sign-in/sign-in.service';
import type { SignedInPerson } from '../../protection/principal';
import type { SessionService } from '../session/session.service';
import { hashPassword, type PasswordCheck } from './password-hash';
import { passwordFault, type PersonalFacts } from './password.rules';
import type { ChangePasswordInput, PasswordChanged, ResetPasswordInput } from './password.types';

/** What passwords are changed with. */
export interface PasswordParts {
  readonly database: Database;
  readonly persons: Pick<PersonStore, 'byId' | 'byCode' | 'documents'>;
  readonly passwords: PasswordCheck;
  /** Lets few passwords be hashed at once, by turns of networks and persons. */
  readonly hashing: FairQueue;
  readonly toll: TollGate;
  readonly attempts: AttemptStore;
  readonly otps: OtpService;
  readonly sessions: SessionService;
  readonly notifications: Pick<NotificationService, 'notify' | 'sent'>;
  /** How long every answer about a forgotten password takes at least, in milliseconds. */
  readonly answerMs: number;
  readonly now: () => Date;
}

/** What somebody gives who has forgotten a password. */
interface Forgotten {
  readonly bhxhCode: string;
  readonly phone: string;
  readonly challengeSolution: string | null;
}

/** What a password is checked against where nobody may learn whose it is. */
const NO_FACTS: PersonalFacts = {
  bhxhCode: '',
  personalIdNumber: null,
  documentNumbers: [],
  phone: null,
  email: null,
  fullName: '',
  dateOfBirth: '',
};

/** Replaces passwords: known ones with a code, forgotten ones with code and phone. */
export class PasswordService {
  constructor(private readonly parts: PasswordParts) {}

  /** Checks the old and the new password and sends the code that confirms the change. Throws BUSY. */
  async change(
    input: ChangePasswordInput,
    { personId }: SignedInPerson,
  ): Promise<OtpRequired | InvalidInput | TooManyAttempts> {
    const { database, attempts, otps, notifications, hashing } = this.parts;
    const subject = subjectOf({ personId }, '');
    const person = await this.person(personId);
    const checked = await hashing.run(subject, () => this.checkedChange(input, person, subject));
    if (!('passwordHash' in checked)) return checked;
    const { passwordHash, address } = checked;
    const answer = await database.write(async (manager) => {
      const { isTaken, retryAfterSeconds } = await attempts.take(subject, CODES_SENT, manager);
      if (!isTaken) return tooManyAttempts(retryAfterSeconds);
      const effect = { subject, passwordHash };
      return otps.issue({ personId, reason: OtpReason.PASSWORD_CHANGE, address, effect }, manager);
    });
    notifications.sent();
    return answer;
  }

  /** Lets the new password count, and ends every session but this one. */
  confirmChange(
    otpId: string,
    code: string,
    { personId, sessionId }: SignedInPerson,
  ): Promise<PasswordChanged | OtpRefused> {
    return this.parts.otps.confirm(
      { otpId, code, reason: OtpReason.PASSWORD_CHANGE, personId },
      async ({ effect }, manager) => {
        if (effect.passwordHash === undefined) return otpRefused(0);
        return this.replace(
          personId,
          effect.passwordHash,
          { kept: sessionId, kind: NoticeKind.PASSWORD_CHANGED },
          manager,
        );
      },
    );
  }

  /**
   * Sends a code if the BHXH code and the phone on record belong together; says the same, in the same time, if not. After
   * many from one network, `caller`, another one there costs a proof of work first.
   */
  forgot(given: Forgotten, caller: string): Promise<OtpRequired | TooManyAttempts | ChallengeRequired> {
    return takingAtLeast(this.parts.answerMs, () => this.tryForgot(given, caller));
  }

  /** Replaces a forgotten password with the code that was sent, and ends every session. Throws BUSY. */
  async reset(
    { otpId, code, ...input }: ResetPasswordInput,
    caller: string,
  ): Promise<PasswordChanged | OtpRefused | InvalidInput> {
    const { otps, hashing } = this.parts;
    const fields = newPasswordFaults(input, NO_FACTS);
    if (fields.length > 0) return invalidInput(fields);
    if (!(await otps.isOpen(otpId))) return otpRefused(0);
    const passwordHash = await hashing.run(caller, () => hashPassword(input.newPassword));
    return otps.confirm({ otpId, code, reason: OtpReason.PASSWORD_RESET }, (confirmed, manager) =>
      this.resetTo(confirmed, input, passwordHash, manager),
    );
  }

  /** The hash of a new password that may take the place of the old one, or why it may not. */
  private async checkedChange(
    input: ChangePasswordInput,
    person: OpenPerson,
    subject: string,
  ): Promise<{ readonly passwordHash: string; readonly address: CodeAddress } | InvalidInput | TooManyAttempts> {
    const { database, attempts, passwords } = this.parts;
    // Apart from the tries to sign in: strangers can lock these, and must not keep a new password from being set.
    const counted = `change:${subject}`;
    const tries = await database.write((manager) => attempts.take(counted, PASSWORD_TRIES, manager));
    if (!tries.isTaken) return tooManyAttempts(tries.retryAfterSeconds);
    const account = await database.freshReader.findOneByOrFail(Account, { personId: person.personId });
    const isRight = await passwords.isRight(account.passwordHash, input.oldPassword);
    if (isRight) await database.write((manager) => attempts.refund(counted, PASSWORD_TRIES, manager));
    const address = codeAddress(person);
    const fields = [...changeFaults(input, isRight, await this.facts(person)), ...(address ? [] : [NO_ADDRESS])];
    if (fields.length > 0 || !address) return invalidInput(fields);
    return { passwordHash: await hashPassword(input.newPassword), address };
  }

  private async tryForgot(
    { bhxhCode, phone, challengeSolution }: Forgotten,
    caller: string,
  ): Promise<OtpRequired | TooManyAttempts | ChallengeRequired> {
    const { database, persons, attempts, otps, notifications, toll } = this.parts;
    const unpaid = await toll.pass(await toll.workFor(caller, NETWORK_RESETS), challengeSolution);
    if (unpaid) return unpaid;
    const code = comparedNumber(bhxhCode);
    const person = await persons.byCode(code);
    const account = await database.freshReader.findOneBy(Account, { personId: person?.personId ?? 0 });
    const subject = subjectOf(person, code);
    // What is no telephone number is nobody's.
    const typedPhone = readPhone(phone) ?? '';
    const isTheirs = person && account && person.phone !== null && readPhone(person.phone) === typedPhone;
    // Counted for the person only where a message would go out: nobody can use up the codes of a person whose phone they
    // don't know. What is not sent is counted alike, by what was given, so that it looks the same.
    const sends = isTheirs ? `reset:${subject}` : otps.pretendedSubject(subject, typedPhone);
    const answer = await database.write(async (manager) => {
      await toll.count(caller, NETWORK_RESETS, manager);
      const { isTaken, retryAfterSeconds } = await attempts.take(sends, CODES_SENT, manager);
      if (!isTaken) return tooManyAttempts(retryAfterSeconds);
      const address = { channel: 'SMS', to: typedPhone } as const;
      const issued = { reason: OtpReason.PASSWORD_RESET, address, effect: { subject, sends } };
      return isTheirs ? otps.issue({ ...issued, personId: person.personId }, manager) : otps.pretend(issued, manager);
    });
    notifications.sent();
    return answer;
  }

  private async resetTo(
    { personId, effect }: Confirmed,
    input: Pick<ResetPasswordInput, 'newPassword' | 'newPasswordAgain'>,
    passwordHash: string,
    manager: EntityManager,
  ): Promise<PasswordChanged | OtpRefused | InvalidInput> {
    const fields = newPasswordFaults(input, await this.facts(await this.person(personId)));
    if (fields.length > 0) return invalidInput(fields);
    await this.parts.attempts.clear(effect.subject, PASSWORD_TRIES, manager);
    return this.replace(personId, passwordHash, { kept: null, kind: NoticeKind.PASSWORD_RESET }, manager);
  }

  private async replace(
    personId: number,
    passwordHash: string,
    { kept, kind }: { readonly kept: string | null; readonly kind: NoticeKind },
    manager: EntityManager,
  ): Promise<PasswordChanged | OtpRefused> {
    const { sessions, otps, notifications, now } = this.parts;
    const account = await manager.findOne(Account, { where: { personId }, ...lockedRows(manager) });
    if (!account) return otpRefused(0);
    const changedAt = now().toISOString();
    const change = { passwordHash, passwordSetAt: changedAt, mustChangePassword: false };
    await manager.update(Account, { personId }, change);
    await sessions.endOthers(personId, kept, manager);
    await otps.voidAll(personId, manager);
    await notifications.notify(await this.person(personId), kind, {}, manager);
    return { changedAt, passwordExpiresAt: passwordExpiresAt(changedAt) };
  }

  private async facts(person: OpenPerson): Promise<PersonalFacts> {
    const documents = await this.parts.persons.documents.of(person.personId);
    return { ...person, documentNumbers: documents.map(({ number }) => number) };
  }

  private async person(personId: number): Promise<OpenPerson> {
    const person = await this.parts.persons.byId(personId);
    if (!person) throw new Error('An account has no person.');
    return person;
  }
}

const fault = (path: string, { vi, en }: BilingualMessage): FieldFault => ({ path, message: vi, messageEn: en });

const NO_ADDRESS = fault('phone', {
  vi: 'Chưa có số điện thoại để nhận mã xác thực; hãy đến cơ quan BHXH gần nhất để cập nhật.',
  en: 'There is no telephone number for the code; have it added at the nearest office.',
});

function changeFaults(input: ChangePasswordInput, isOldRight: boolean, person: PersonalFacts): FieldFault[] {
  const faults = newPasswordFaults(input, person);
  if (!isOldRight) {
    faults.push(fault('oldPassword', { vi: 'Mật khẩu cũ không đúng.', en: 'The old password is wrong.' }));
  } else if (input.newPassword === input.oldPassword) {
    const same = { vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' };
    faults.push(fault('newPassword', same));
  }
  return faults;
}

function newPasswordFaults(
  input: Pick<ChangePasswordInput, 'newPassword' | 'newPasswordAgain'>,
  person: PersonalFacts,
): FieldFault[] {
  const faults: FieldFault[] = [];
  const unfit = passwordFault(input.newPassword, person);
  if (unfit) faults.push(fault('newPassword', unfit));
  if (input.newPassword !== input.newPasswordAgain) {
    const differs = { vi: 'Hai lần nhập mật khẩu mới không giống nhau.', en: 'The two new passwords differ.' };
    faults.push(fault('newPasswordAgain', differs));
  }
  return faults;
}
