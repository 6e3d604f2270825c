import type { Database } from '../database/database';
import { AttemptStore } from '../features/protection/attempts/attempt.store';
import { AccessLedger } from '../features/people/access-ledger';
import { AccessResolver } from '../features/people/access.resolver';
import { CHALLENGE_NUMBERS, ChallengeService } from '../features/protection/challenges/challenge.service';
import { LookupResolver } from '../features/people/lookup/lookup.resolver';
import { LookupService } from '../features/people/lookup/lookup.service';
import { PersonStore } from '../features/people/person.store';
import { SpentTokens } from '../features/protection/spent-tokens/spent-token.store';
import { CardKeys } from '../features/records/card-keys';
import { CardTokens } from '../features/records/card-token';
import { HealthCardResolver, ViewerCardResolver } from '../features/records/health-card.resolver';
import { HealthCardService } from '../features/records/health-card.service';
import { RecordService } from '../features/records/record.service';
import { RecordStore } from '../features/records/record.store';
import { ChildResolver, ViewerChildResolver } from '../features/records/child/child.resolver';
import { ChildService } from '../features/records/child/child.service';
import { ViewerRecordResolver } from '../features/records/viewer-record.resolver';
import type { KeyRing } from '../shared/sealing/key-ring';
import type { MadeResolvers } from './services';

/** Several times what a lookup takes, so that the time of an answer tells nothing. */
const ANSWER_MS = 300;

/** What the services about persons are made of. */
export interface PersonalParts {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly now?: () => Date;
  /** How long lookups of persons take at least. */
  readonly answerMs?: number;
  /** Numbers to search through for the proof of work of a lookup. */
  readonly challengeNumbers?: number;
}

/** What people see about themselves, and what others may ask about them. */
export interface PersonalServices {
  readonly resolvers: MadeResolvers;
  /** The public keys of health cards as a JSON Web Key Set, for `/.well-known/jwks.json`. */
  jwks(): Promise<object>;
}

/** Puts the services about persons together. */
export function personalServices(parts: PersonalParts): PersonalServices {
  const {
    database,
    keyRing,
    now = () => new Date(),
    answerMs = ANSWER_MS,
    challengeNumbers = CHALLENGE_NUMBERS,
  } = parts;
  const persons = new PersonStore(database, keyRing);
  const records = new RecordStore(database);
  const ledger = new AccessLedger(database, now);
  const attempts = new AttemptStore(keyRing, now);
  const spent = new SpentTokens(now);
  const challenges = new ChallengeService(database, keyRing, spent, now, challengeNumbers);
  const lookups = new LookupService({ database, persons, records, challenges, attempts, ledger, answerMs, now });
  const cardKeys = new CardKeys(database, keyRing, now);
  const tokens = new CardTokens(cardKeys, keyRing, now);
  const cards = new HealthCardService({ database, persons, records, tokens, spent, ledger, attempts, now });
  const recordService = new RecordService(records);
  return {
    jwks: () => cardKeys.jwks(),
    resolvers: [
      [AccessResolver, new AccessResolver(ledger)],
      [LookupResolver, new LookupResolver(lookups, challenges)],
      [ViewerRecordResolver, new ViewerRecordResolver(recordService)],
      [ViewerChildResolver, new ViewerChildResolver(new ChildService(database, persons, ledger, now))],
      [ChildResolver, new ChildResolver(recordService, cards)],
      [ViewerCardResolver, new ViewerCardResolver(cards)],
      [HealthCardResolver, new HealthCardResolver(cards)],
    ],
  };
}
