import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { AccountSweep } from '../features/accounts/account-sweep';
import { AttemptStore } from '../features/protection/attempts/attempt.store';
import { CodeSender } from '../features/accounts/otp/code-sender';
import { OtpService } from '../features/accounts/otp/otp.service';
import { PasswordCheck } from '../features/accounts/password/password-hash';
import { PasswordResolver } from '../features/accounts/password/password.resolver';
import { PasswordService } from '../features/accounts/password/password.service';
import { ProfileService } from '../features/accounts/profile.service';
import { SessionService } from '../features/accounts/session/session.service';
import { SessionStore } from '../features/accounts/session/session.store';
import { SignInResolver } from '../features/accounts/sign-in/sign-in.resolver';
import { SignInService } from '../features/accounts/sign-in/sign-in.service';
import { ViewerResolver } from '../features/accounts/viewer.resolver';
import type { Carriers } from '../features/notifications/carriers/carriers';
import { NoticeResolver } from '../features/notifications/notice.resolver';
import { NoticeService } from '../features/notifications/notice.service';
import { NoticeStore } from '../features/notifications/notice.store';
import { NotificationService } from '../features/notifications/notification.service';
import { OutboxStore } from '../features/notifications/outbox.store';
import { OutboxWorker } from '../features/notifications/outbox.worker';
import { PersonStore } from '../features/people/person.store';
import type { KeyRing } from '../shared/sealing/key-ring';
import type { MadeResolvers } from './services';

/** Well above what the work inside takes, argon2id included, so that the time of an answer tells nothing. */
const ANSWER_MS = 350;

/** What accounts are made of. */
export interface AccountParts {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly carriers: Carriers;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  readonly now?: () => Date;
  /** How long answers take at least that must not tell by their time whether a person exists. */
  readonly answerMs?: number;
}

/** What signing in and being signed in is made of. */
export interface AccountServices {
  readonly sessions: SessionService;
  readonly notifications: NotificationService;
  /** Delivers messages and sweeps up what means nothing any more. */
  start(): void;
  /** Stops when what is in hand is dealt with. */
  stop(): Promise<void>;
  /** Delivers what is due now; tests call it. */
  readonly outbox: Pick<OutboxWorker, 'runOnce'>;
  /** The resolvers of accounts, by their class. */
  readonly resolvers: MadeResolvers;
}

/** Puts the services of accounts and notifications together. */
export function accountServices(parts: AccountParts): AccountServices {
  const { database, keyRing, carriers, logger, now = () => new Date(), answerMs = ANSWER_MS } = parts;
  const persons = new PersonStore(database, keyRing);
  const outboxStore = new OutboxStore(database, keyRing);
  const noticeStore = new NoticeStore(database);
  const wake = (): void => outbox.wake();
  const notifications = new NotificationService(noticeStore, outboxStore, wake, now);
  const attempts = new AttemptStore(keyRing, now);
  const otps = new OtpService(database, keyRing, attempts, notifications, now);
  const sessions = new SessionService(new SessionStore(database), keyRing, now);
  const passwords = new PasswordCheck();
  const common = { database, persons, passwords, attempts, otps, sessions, notifications, answerMs, now };
  const outbox = new OutboxWorker(
    outboxStore,
    carriers,
    {
      notTaken: (channel, tries, reason) => logger.warn({ channel, tries, reason }, 'a message was not taken'),
      failed: (error) => logger.error({ err: error }, 'the outbox could not be worked on; it is tried again'),
    },
    async ({ personId, otpId }, at, manager) => {
      if (otpId !== null) await otps.delivered(personId, otpId, at, manager);
    },
    now,
  );
  const sweep = new AccountSweep(
    database,
    (error) => logger.error({ err: error }, 'sweeping failed; it is tried again'),
    now,
  );
  const codes = new CodeSender(otps, persons, answerMs);
  return {
    sessions,
    notifications,
    outbox,
    start: () => {
      outbox.start();
      sweep.start();
    },
    stop: async () => {
      await outbox.stop();
      await sweep.stop();
    },
    resolvers: [
      [ViewerResolver, new ViewerResolver(new ProfileService(persons), sessions)],
      [SignInResolver, new SignInResolver(new SignInService(common), codes, sessions)],
      [PasswordResolver, new PasswordResolver(new PasswordService(common))],
      [NoticeResolver, new NoticeResolver(new NoticeService(noticeStore, now))],
    ],
  };
}
