import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import type { Database } from '../database/database';
import { AccountSweep } from '../features/accounts/account-sweep.job';
import { CodeSender } from '../features/accounts/otp/code-sender.service';
import { OtpService } from '../features/accounts/otp/otp.service';
import { hashingRefused, PasswordCheck } from '../features/accounts/password/password-hash';
import { PasswordResolver } from '../features/accounts/password/password.resolver';
import { PasswordService } from '../features/accounts/password/password.service';
import { ProfileService } from '../features/accounts/profile.service';
import { SessionService } from '../features/accounts/session/session.service';
import { SessionStore } from '../features/accounts/session/session.store';
import { SignInResolver } from '../features/accounts/sign-in/sign-in.resolver';
import { SignInService } from '../features/accounts/sign-in/sign-in.service';
import { ProfileResolver, ViewerResolver } from '../features/accounts/viewer.resolver';
import { JobRunner } from '../features/jobs/job-runner.service';
import type { Carriers } from '../features/notifications/carriers/carriers';
import { NoticeResolver } from '../features/accounts/notice.resolver';
import { NoticeService } from '../features/notifications/notice.service';
import { NoticeStore } from '../features/notifications/notice.store';
import { NotificationService } from '../features/notifications/notification.service';
import { OutboxStore } from '../features/notifications/outbox.store';
import { OutboxRetention, OutboxWorker } from '../features/notifications/outbox.job';
import { AccessLedger } from '../features/people/access-ledger.store';
import { AccessResolver } from '../features/accounts/access.resolver';
import { LookupResolver } from '../features/people/lookup/lookup.resolver';
import { LookupService } from '../features/people/lookup/lookup.service';
import { IdentifierSettling } from '../features/people/identifier-settling.job';
import { PersonStore } from '../features/people/person.store';
import { AttemptStore } from '../features/protection/attempts/attempt.store';
import { CHALLENGE_NUMBERS, ChallengeService } from '../features/protection/challenges/challenge.service';
import { IntegratorKeys, type IntegratorKey } from '../features/protection/integrator-keys';
import { TollGate } from '../features/protection/challenges/toll-gate.service';
import { SpentTokens } from '../features/protection/spent-tokens/spent-token.store';
import { CardKeys } from '../features/records/card-keys.store';
import { CardTokens } from '../features/records/card-token';
import { ChildResolver, ViewerChildResolver } from '../features/records/child/child.resolver';
import { ChildService } from '../features/records/child/child.service';
import { ExportService, type ExportParts } from '../features/records/export/export.service';
import { HealthCardResolver, VerifiedCardResolver, ViewerCardResolver } from '../features/records/health-card.resolver';
import { HealthCardService } from '../features/records/health-card.service';
import { ContributionResolver, VisitResolver } from '../features/records/record-directory.resolver';
import { SessionNodes } from '../features/accounts/session/session-info';
import { RecordIdentity } from '../features/records/record-identity';
import { RecordNodeService } from '../features/records/record-node.service';
import { RecordReaders } from '../features/records/record-reader';
import { RecordService } from '../features/records/record.service';
import { RecordStore } from '../features/records/record.store';
import { SalaryCapResolver } from '../features/records/salary-cap.resolver';
import { SalaryCapService } from '../features/records/salary-cap.service';
import { ViewerRecordResolver } from '../features/records/viewer-record.resolver';
import { StatutoryStore } from '../features/statutory/statutory.store';
import { syntheticPersonId } from '../seeding/people/synthetic-persons';
import { FairQueue, type QueueLimits } from '../shared/fair-queue';
import { KeyedCursorSigner } from '../shared/sealing/cursor-signer';
import type { KeyRing } from '../shared/sealing/key-ring';
import { directoryResolvers } from './directory-resolvers';
import { type Credentials, RequestPrincipal } from './request-principal';

/** Well above what the work inside takes, argon2id included, so that the time of an answer tells nothing. */
const SIGN_IN_MS = 350;
/** Several times what a lookup takes, for the same reason. */
const LOOKUP_MS = 300;

/**
 * Hashing takes a thread of libuv's four for some 40 ms and 19 MiB of memory: one core and one thread are left to all
 * else, and who waits is answered within seconds.
 */
const HASHED_AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1));
const HASHES: QueueLimits = {
  running: HASHED_AT_ONCE,
  runningPerCaller: HASHED_AT_ONCE,
  waiting: 128,
  waitingPerCaller: 32,
  waitMs: 8_000,
};

/** What the service is made of. */
export interface Parts {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly carriers: Carriers;
  readonly integrators: readonly IntegratorKey[];
  readonly logger: Pick<Logger, 'warn' | 'error'>;
  /** Makes a PDF of an export. */
  readonly print: ExportParts['print'];
  readonly now?: () => Date;
  /** How long answers take at least that must not tell by their time whether a person exists, in milliseconds. */
  readonly answerMs?: number;
  /** Numbers to search through for a proof of work. */
  readonly challengeNumbers?: number;
  /** How many passwords are hashed at once, and how many may wait for it. */
  readonly hashing?: QueueLimits;
}

/** The service put together: every store and service is made here, once. */
export interface Composition {
  /** One instance of every resolver; the schema is built from them. */
  readonly resolvers: readonly object[];
  readonly sessions: SessionService;
  readonly notifications: NotificationService;
  readonly exports: ExportService;
  /** The public keys of health cards as a JSON Web Key Set, for `/.well-known/jwks.json`. */
  jwks(): Promise<object>;
  /** Who asks in a request that shows these credentials. */
  principalOf(credentials: Credentials): RequestPrincipal;
  /** Delivers messages and sweeps up what means nothing any more. */
  start(): void;
  /** Stops when what is in hand is dealt with. */
  stop(): Promise<void>;
  /** Delivers what is due now; tests call it. */
  readonly outbox: Pick<OutboxWorker, 'runOnce'>;
}

/** Puts the service together. */
export function compose(parts: Parts): Composition {
  const { database, keyRing, carriers, logger, now = () => new Date() } = parts;
  const { answerMs: signInMs = SIGN_IN_MS, challengeNumbers = CHALLENGE_NUMBERS } = parts;

  const cursors = new KeyedCursorSigner(keyRing);
  const attempts = new AttemptStore(keyRing, now);
  const spent = new SpentTokens(now);
  const challenges = new ChallengeService(database, keyRing, spent, now, challengeNumbers);

  const messages = new OutboxStore(database, keyRing);
  const noticeStore = new NoticeStore(database);
  const notices = new NoticeService(noticeStore, now);
  const notifications = new NotificationService(noticeStore, messages, () => jobs.wake(), now);

  const persons = new PersonStore(database, keyRing);
  const ledger = new AccessLedger(database, cursors, now);
  const records = new RecordStore(database);
  const lookupMs = parts.answerMs ?? LOOKUP_MS;
  const lookups = new LookupService({
    database,
    persons,
    records,
    challenges,
    attempts,
    ledger,
    answerMs: lookupMs,
    now,
  });

  const otps = new OtpService(database, keyRing, attempts, notifications, now);
  const sessions = new SessionService(new SessionStore(database), keyRing, now);
  const passwords = new PasswordCheck();
  const hashing = new FairQueue(parts.hashing ?? HASHES, hashingRefused);
  const toll = new TollGate(database, attempts, challenges);
  const guarded = { passwords, hashing, toll, attempts, otps, sessions };
  const access = { ...guarded, database, persons, notifications, answerMs: signInMs, now };
  const codes = new CodeSender(otps, persons, signInMs);

  const cardKeys = new CardKeys(database, keyRing, now);
  const tokens = new CardTokens(cardKeys, keyRing, now);
  const readers = new RecordReaders(records, persons);
  const profiles = new ProfileService(persons);
  const statutory = new StatutoryStore(database);
  const carded = { database, persons, records, readers, statutory, tokens, spent, ledger, attempts, now };
  const cards = new HealthCardService(carded);
  const identity = new RecordIdentity(keyRing);
  const recordService = new RecordService(readers, identity, cursors);
  const children = new ChildService(database, persons, ledger, keyRing, now);
  const personal = [notices, new SessionNodes(sessions), new RecordNodeService(readers, identity, children)];
  const isDemonstration = (personId: number): boolean => personId >= syntheticPersonId(0);
  const sources = {
    persons,
    records: readers,
    statutory,
    children,
    sessions,
    notices,
    messages,
    ledger,
    isDemonstration,
  };
  const exports = new ExportService({ ...sources, database, attempts, print: parts.print, now });

  const outbox = new OutboxWorker(
    messages,
    carriers,
    {
      notTaken: (channel, tries, reason) => logger.warn({ channel, tries, reason }, 'a message was not taken'),
      failed: (error) => logger.error({ err: error }, 'a delivery could not be noted; it is tried again'),
    },
    async ({ personId, otpId }, at, manager) => {
      if (otpId !== null) await otps.delivered(personId, otpId, at, manager);
    },
    now,
  );
  const settling = new IdentifierSettling(persons, (personIds) =>
    logger.error(
      { personIds },
      'persons share a BHXH code or personal identity number; correct or withdraw one of them',
    ),
  );
  const work = [new AccountSweep(spent, now), new OutboxRetention(messages, now), settling];
  const jobs = new JobRunner(database, work, [outbox], {
    failed: (job, error) => logger.error({ err: error, job }, 'a job failed; it is tried again'),
  });
  const integrators = new IntegratorKeys(parts.integrators);
  return {
    resolvers: [
      ...directoryResolvers({ database, attempts, personal, now }),
      new ViewerResolver(profiles, sessions),
      new ProfileResolver(profiles),
      new SignInResolver(new SignInService(access), codes, sessions),
      new PasswordResolver(new PasswordService(access)),
      new NoticeResolver(notices),
      new AccessResolver(ledger),
      new LookupResolver(lookups, challenges),
      new ViewerRecordResolver(recordService),
      new ViewerChildResolver(children),
      new ChildResolver(recordService, cards, ledger),
      new ViewerCardResolver(cards),
      new HealthCardResolver(cards),
      new VerifiedCardResolver(cards),
      new ContributionResolver(),
      new SalaryCapResolver(new SalaryCapService(statutory)),
      new VisitResolver(),
    ],
    sessions,
    notifications,
    exports,
    outbox,
    jwks: () => cardKeys.jwks(),
    principalOf: (credentials) => new RequestPrincipal(sessions, integrators, credentials),
    start: () => jobs.start(),
    stop: () => jobs.stop(),
  };
}
