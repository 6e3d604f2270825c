import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type EntityManager, MoreThan } from 'typeorm';
import type { Database } from '../../../database/database';
import { type TooManyAttempts, tooManyAttempts } from '../../../shared/input-faults.types';
import type { KeyRing } from '../../../shared/sealing/key-ring';
import type { Channel } from '../../notifications/message';
import type { NotificationService } from '../../notifications/notification.service';
import type { AttemptStore } from '../../protection/attempts/attempt.store';
import { CODE_TRIES, CODES_SENT } from '../../protection/attempts/budgets.rules';
import { lockAccounts } from '../account-lock.store';
import { maskedEmail, maskedPhone } from '../identity-mask.rules';
import { openedKey, sealedKey } from '../session/session-token';
import { Otp } from './otp.entity';
import {
  CODE_LIFE_MS,
  CODE_TRIES_EACH,
  codeOf,
  isCurrent,
  LONGEST_WAY_MS,
  resendWaitSeconds,
  typedCode,
} from './otp.rules';
import { codeMessage, codeOnItsWay } from './otp.texts';
import { type OtpReason, otpRefused, type OtpRefused, type OtpRequired } from './otp.types';

/** Belongs to nobody: codes of this person are never sent and never right. */
const NOBODY = 0;
const ID = /^[\w-]{22}$/;

/** Where a code goes. */
export interface CodeAddress {
  readonly channel: Channel;
  readonly to: string;
}

/** What is kept with a code until it is confirmed. */
interface OtpEffect {
  /** Whose wrong codes are counted together. */
  readonly subject: string;
  /** Whose messages are counted together; missing: the same. */
  readonly sends?: string;
  /** Name of the device that is signed in, for the warning. */
  readonly otherDevice?: string;
  readonly device?: { readonly deviceHash: string; readonly deviceName: string; readonly isCookie: boolean };
  readonly passwordHash?: string;
}

/** A code to be issued. */
export interface NewCode {
  readonly personId: number;
  readonly reason: OtpReason;
  readonly address: CodeAddress;
  readonly effect: OtpEffect;
}

/** What a code confirmed. */
export interface Confirmed {
  readonly personId: number;
  readonly effect: OtpEffect;
}

/** Where a person's codes go: the registered phone, else the e-mail address; null when there is neither. */
export function codeAddress(person: {
  readonly phone: string | null;
  readonly email: string | null;
}): CodeAddress | null {
  if (person.phone !== null) return { channel: 'SMS', to: person.phone };
  return person.email === null ? null : { channel: 'EMAIL', to: person.email };
}

/** Issues one-time codes, sends them again, and lets them confirm what they were issued for. */
export class OtpService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly attempts: AttemptStore,
    private readonly notifications: Pick<NotificationService, 'sendCode' | 'sent'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Issues a code and puts it into the outbox, in the transaction of `manager`. */
  async issue(code: NewCode, manager: EntityManager): Promise<OtpRequired> {
    const otp = this.newOtp(code, null);
    await manager.insert(Otp, otp);
    await this.send(otp, code.address, manager);
    return this.shown(otp);
  }

  /** Whose messages are counted together that are not sent to `address`: told by what was given, and not kept readable. */
  pretendedSubject(subject: string, address: string): string {
    return `pretended:${this.keyRing.steadyIndex(`${subject}:${address}`, 'otp.pretended')}`;
  }

  /** Something that looks like a code on its way to `address`, for nobody: it is not sent, and nothing confirms it. */
  async pretend(code: Omit<NewCode, 'personId'>, manager: EntityManager): Promise<OtpRequired> {
    const expiresAt = new Date(this.now().getTime() + CODE_LIFE_MS).toISOString();
    const otp = this.newOtp({ ...code, personId: NOBODY }, expiresAt);
    await manager.insert(Otp, otp);
    return this.shown(otp);
  }

  /** Sends the same code again and renews its life; a copy that is still on its way stays right. */
  async resend(
    otpId: string,
    addressOf: (personId: number) => Promise<CodeAddress | null>,
  ): Promise<OtpRequired | OtpRefused | TooManyAttempts> {
    const key = this.readId(otpId);
    if (key === null) return otpRefused(0);
    const address = await addressOf(key.personId);
    const answer = await this.database.write(async (manager) => {
      const otp = await manager.findOneBy(Otp, key);
      const now = this.now();
      if (!otp || otp.attemptsLeft === 0 || otp.endsAt <= now.toISOString()) return otpRefused(0);
      const retryAfterSeconds = resendWaitSeconds(otp, now);
      if (retryAfterSeconds !== null) return tooManyAttempts(retryAfterSeconds);
      // A message sent again is a message: nobody's are counted just so, since they must look the same.
      const { subject, sends = subject } = JSON.parse(otp.effect) as OtpEffect;
      const sent = await this.attempts.take(sends, CODES_SENT, manager);
      if (!sent.isTaken) return tooManyAttempts(sent.retryAfterSeconds);
      const lives = this.renewed(now, otp.personId === NOBODY);
      const before = { ...key, resentCount: otp.resentCount };
      const { affected } = await manager.update(Otp, before, { ...lives, resentCount: otp.resentCount + 1 });
      // Someone asked for it again at the same moment.
      if (affected !== 1) {
        await this.attempts.refund(sends, CODES_SENT, manager);
        return tooManyAttempts(1);
      }
      const renewed = { ...otp, ...lives };
      if (otp.personId !== NOBODY && address !== null) await this.send(renewed, address, manager);
      return this.shown(renewed);
    });
    this.notifications.sent();
    return answer;
  }

  /**
   * Takes a try at a code. If it is right, the code is used up and `apply` runs in the same transaction; else says how
   * many tries are left. With `personId`, a code of anyone else is refused. A code counts on when `apply` finds faults
   * in what came with it.
   */
  async confirm<T extends object>(
    request: { readonly otpId: string; readonly code: string; readonly reason: OtpReason; readonly personId?: number },
    apply: (confirmed: Confirmed, manager: EntityManager) => Promise<T>,
  ): Promise<T | OtpRefused> {
    const key = this.readId(request.otpId);
    if (key === null || (request.personId !== undefined && request.personId !== key.personId)) return otpRefused(0);
    const open = { ...key, reason: request.reason, attemptsLeft: MoreThan(0) };
    const answer = await this.database.write(async (manager) => {
      // The account first, as everything that changes a person's access: two codes confirmed at once take turns.
      await lockAccounts([key.personId], manager);
      const { affected } = await manager.update(Otp, open, { attemptsLeft: () => '"attemptsLeft" - 1' });
      if (affected !== 1) return otpRefused(0);
      const otp = await manager.findOneByOrFail(Otp, key);
      const effect = JSON.parse(otp.effect) as OtpEffect;
      const counted = countedWith(otp, effect);
      const { isTaken } = await this.attempts.take(counted, CODE_TRIES, manager);
      const isRight = this.isRight(otp, request.code);
      if (!isTaken || !isRight || otp.personId === NOBODY || !isCurrent(otp, this.now())) {
        return otpRefused(otp.attemptsLeft);
      }
      await this.attempts.refund(counted, CODE_TRIES, manager);
      const applied = await apply({ personId: otp.personId, effect }, manager);
      if (!('fields' in applied)) await manager.delete(Otp, key);
      return applied;
    });
    this.notifications.sent();
    return answer;
  }

  /** Whether this names a code that may still be tried; one of nobody's may be, too. */
  async isOpen(otpId: string): Promise<boolean> {
    const key = this.readId(otpId);
    return key !== null && this.database.freshReader.existsBy(Otp, { ...key, attemptsLeft: MoreThan(0) });
  }

  /** Lets the life of a code begin: a carrier has taken it. */
  async delivered(personId: number, id: string, at: Date, manager: EntityManager): Promise<void> {
    await manager.update(Otp, { personId, id }, { expiresAt: new Date(at.getTime() + CODE_LIFE_MS).toISOString() });
  }

  /** Makes every code of the person void. */
  async voidAll(personId: number, manager: EntityManager): Promise<void> {
    await manager.delete(Otp, { personId });
  }

  private newOtp({ personId, reason, address, effect }: NewCode, expiresAt: string | null): Otp {
    const id = randomBytes(16).toString('base64url');
    const now = this.now();
    const at = now.toISOString();
    return {
      personId,
      id,
      reason,
      codeHash: this.newCodeHash(id),
      attemptsLeft: CODE_TRIES_EACH,
      resentCount: 0,
      sentTo: address.channel === 'SMS' ? maskedPhone(address.to) : maskedEmail(address.to),
      effect: JSON.stringify(effect),
      createdAt: at,
      lastSentAt: at,
      expiresAt,
      endsAt: new Date(now.getTime() + LONGEST_WAY_MS).toISOString(),
    };
  }

  private renewed(now: Date, isNobodys: boolean): Pick<Otp, 'lastSentAt' | 'expiresAt' | 'endsAt'> {
    return {
      lastSentAt: now.toISOString(),
      expiresAt: isNobodys ? new Date(now.getTime() + CODE_LIFE_MS).toISOString() : null,
      endsAt: new Date(now.getTime() + LONGEST_WAY_MS).toISOString(),
    };
  }

  private send(otp: Otp, address: CodeAddress, manager: EntityManager): Promise<void> {
    const effect = JSON.parse(otp.effect) as OtpEffect;
    const content = codeMessage(this.code(otp), otp.reason as OtpReason, effect.device?.deviceName ?? '');
    const { personId, id: otpId } = otp;
    return this.notifications.sendCode(
      { personId, otpId, content, ...address, giveUpAt: new Date(otp.endsAt) },
      manager,
    );
  }

  /** The hash of the code of a new `id`. Code and hash are made by one key, though the current one may change between. */
  private newCodeHash(id: string): string {
    const like = this.keyRing.blindIndex(id, 'otp.code');
    return this.keyRing.blindIndexLike(like, `${id}:${codeOf(digestOf(like))}`, 'otp.hash') ?? '';
  }

  private code({ id, codeHash }: Otp): string {
    return codeOf(digestOf(this.keyRing.blindIndexLike(codeHash, id, 'otp.code') ?? ''));
  }

  private isRight({ id, codeHash }: Otp, code: string): boolean {
    const given = this.keyRing.blindIndexLike(codeHash, `${id}:${typedCode(code)}`, 'otp.hash') ?? '';
    return given.length === codeHash.length && timingSafeEqual(Buffer.from(given), Buffer.from(codeHash));
  }

  private shown({ personId, id, reason, sentTo, effect, expiresAt }: Otp): OtpRequired {
    const { otherDevice = '' } = JSON.parse(effect) as OtpEffect;
    const words = codeOnItsWay(reason as OtpReason, sentTo, otherDevice);
    return {
      otpId: `${sealedKey(personId, 'otp', this.keyRing)}~${id}`,
      reason: reason as OtpReason,
      sentTo,
      expiresAt: expiresAt ?? new Date(this.now().getTime() + CODE_LIFE_MS).toISOString(),
      message: words.vi,
      messageEn: words.en,
    };
  }

  private readId(otpId: string): { personId: number; id: string } | null {
    const [sealed = '', id = ''] = otpId.split('~');
    const personId = openedKey(sealed, 'otp', this.keyRing);
    return personId === null || !ID.test(id) ? null : { personId, id };
  }
}

function digestOf(index: string): string {
  return index.slice(index.indexOf('.') + 1);
}

/**
 * What wrong codes are counted with: a person's codes of one purpose together, for whoever asks for resets must not
 * close sign-in to its owner; nobody's each by itself, else a stranger who has only the code of a person could.
 */
function countedWith({ personId, id, reason }: Otp, { subject }: OtpEffect): string {
  return personId === NOBODY ? `otp:${id}` : `${reason}:${subject}`;
}
