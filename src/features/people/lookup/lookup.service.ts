import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { agencyToday } from '../../../shared/calendar';
import { badInput } from '../../../shared/errors';
import {
  type InvalidInput,
  invalidInput,
  type TooManyAttempts,
  tooManyAttempts,
} from '../../../shared/input-faults.types';
import type { AttemptStore } from '../../protection/attempts/attempt.store';
import { takingAtLeast } from '../../protection/constant-time';
import type { AccessLedger } from '../access-ledger';
import { AccessPurpose } from '../access.types';
import type { OpenPerson, PersonStore } from '../person.store';
import type { ChallengeService } from '../../protection/challenges/challenge.service';
import type { ChallengeRequired } from '../../protection/challenges/challenge.types';
import { agrees, codeStatus, type LookupWay, lookupWay } from './lookup.rules';
import { NOT_CONFIRMED } from './lookup.texts';
import {
  type BhxhCodeFound,
  type BhxhCodeNotConfirmed,
  type BhxhCodesVerified,
  type FindBhxhCodeInput,
  VerificationOutcome,
  type VerifyBhxhCodeInput,
} from './lookup.types';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Lookups of one caller: an employer's clerk may look for a few people an hour, nobody for a district. */
const CALLER_LOOKUPS = { name: 'find.caller', attempts: 20, windowMs: HOUR_MS, restarts: false };
/** Lookups of one purpose that give the same number, whoever asks: a person mistypes a few times, a guesser thousands. */
const ITEM_LOOKUPS = { name: 'find.item', attempts: 5, windowMs: DAY_MS, restarts: false };
/** Lookups of one purpose that lead to the same person by any way, whoever asks. */
const SUBJECT_LOOKUPS = { name: 'find.subject', attempts: 8, windowMs: DAY_MS, restarts: false };
/** Batches of one integrator. */
const BATCHES = { name: 'verify.caller', attempts: 60, windowMs: HOUR_MS, restarts: false };
const MOST_ITEMS = 100;
const SEEKER = 'Người tra cứu mã số BHXH (không đăng nhập)';

/** What a full card number says beside the person's code. */
type CardFacts = Pick<NonNullable<LookupWay['card']>, 'objectCode' | 'benefitLevel' | 'provinceCode'>;

/** What lookups work with. */
export interface LookupParts {
  readonly database: Database;
  readonly persons: Pick<PersonStore, 'withIdentifier'>;
  /** The cards that a person has or had. */
  readonly records: { cards(personId: number): Promise<readonly CardFacts[]> };
  readonly challenges: Pick<ChallengeService, 'accept' | 'required'>;
  readonly attempts: AttemptStore;
  readonly ledger: AccessLedger;
  /** How long an answer about a person takes at least, in milliseconds; well above what the work needs. */
  readonly answerMs: number;
  readonly now?: () => Date;
}

/**
 * Confirms what someone knows already; it never searches. Nobody found, several found and asked too often are one
 * answer, after the same time, and every person that a lookup led to can read that it did.
 */
export class LookupService {
  constructor(private readonly parts: LookupParts) {}

  /** The BHXH code of the one person whom the facts name. */
  async find(
    input: FindBhxhCodeInput,
    caller: string,
  ): Promise<BhxhCodeFound | BhxhCodeNotConfirmed | ChallengeRequired | TooManyAttempts | InvalidInput> {
    const way = lookupWay(input);
    if (Array.isArray(way)) return invalidInput(way);
    const { database, attempts, challenges, answerMs } = this.parts;
    if (!(await challenges.accept(input.challengeSolution))) return challenges.required();
    const attempt = await database.write((manager) => attempts.take(caller, CALLER_LOOKUPS, manager));
    if (!attempt.isTaken) return tooManyAttempts(attempt.retryAfterSeconds);
    return takingAtLeast(answerMs, async () => {
      const person = await this.confirmed(way, input, SEEKER, AccessPurpose.FIND_CODE);
      return person ? { bhxhCode: person.bhxhCode, status: codeStatus(person, this.today()) } : NOT_CONFIRMED;
    });
  }

  /** Whether the facts of each item agree with the record, for an integrator. At most 100 items. */
  async verify(
    items: readonly VerifyBhxhCodeInput[],
    integrator: string,
  ): Promise<BhxhCodesVerified | TooManyAttempts> {
    if (items.length === 0 || items.length > MOST_ITEMS) {
      throw badInput('items', { en: `Give 1 to ${MOST_ITEMS} items.`, vi: `Cần từ 1 đến ${MOST_ITEMS} mục.` });
    }
    const { database, attempts, answerMs } = this.parts;
    const attempt = await database.write((manager) => attempts.take(integrator, BATCHES, manager));
    if (!attempt.isTaken) return tooManyAttempts(attempt.retryAfterSeconds);
    return takingAtLeast(answerMs * Math.ceil(items.length / 10), async () => {
      const results = [];
      for (const [index, item] of items.entries()) {
        results.push({ index, outcome: await this.outcomeOf(item, integrator) });
      }
      return { results };
    });
  }

  private async outcomeOf(item: VerifyBhxhCodeInput, integrator: string): Promise<VerificationOutcome> {
    const field = item.bhxhCode.length === 12 ? 'personalIdNumber' : 'bhxhCode';
    const way: LookupWay = { field, value: item.bhxhCode, provinceCode: null, card: null };
    const person = await this.confirmed(way, item, integrator, AccessPurpose.VERIFY_CODE);
    return person ? VerificationOutcome.MATCH : VerificationOutcome.NO_MATCH;
  }

  /** The one person on whom everything agrees, if the budgets of the item and of the person allow to say so. */
  private async confirmed(
    way: LookupWay,
    given: Pick<FindBhxhCodeInput, 'fullName' | 'dateOfBirth'>,
    who: string,
    purpose: AccessPurpose,
  ): Promise<OpenPerson | null> {
    const candidates = await this.parts.persons.withIdentifier(way.field, way.value);
    const agreeing = candidates.filter((person) => agrees(person, given, way.provinceCode));
    const [person, ...others] = await this.withCard(agreeing, way);
    const found = person && others.length === 0 ? person : null;
    return this.parts.database.write(async (manager) => {
      const isAllowed = await this.isAllowed(way, purpose, candidates, manager);
      const told = isAllowed && found ? found : null;
      const accesses = candidates.map(({ personId }) => {
        return { personId, who, purpose, fields: personId === told?.personId ? fieldsTold(purpose) : [] };
      });
      await this.parts.ledger.note(isAllowed ? accesses : [], manager);
      return told;
    });
  }

  /** Counted for each purpose apart: else whoever guesses namelessly makes integrators read that a true code is wrong. */
  private async isAllowed(
    way: LookupWay,
    purpose: AccessPurpose,
    candidates: readonly OpenPerson[],
    manager: EntityManager,
  ): Promise<boolean> {
    const { attempts } = this.parts;
    const item = await attempts.take(`${purpose}:${way.field}:${way.value}`, ITEM_LOOKUPS, manager);
    let isAllowed = item.isTaken;
    for (const { personId } of candidates) {
      isAllowed = (await attempts.take(`${purpose}:${personId}`, SUBJECT_LOOKUPS, manager)).isTaken && isAllowed;
    }
    return isAllowed;
  }

  /** With a full card number: those who have, or had, a card of this object, level and province. */
  private async withCard(persons: readonly OpenPerson[], { card }: LookupWay): Promise<OpenPerson[]> {
    if (!card) return [...persons];
    const holders: OpenPerson[] = [];
    for (const person of persons) {
      const cards = await this.parts.records.cards(person.personId);
      const isHolder = cards.some(
        ({ objectCode, benefitLevel, provinceCode }) =>
          objectCode === card.objectCode && benefitLevel === card.benefitLevel && provinceCode === card.provinceCode,
      );
      if (isHolder) holders.push(person);
    }
    return holders;
  }

  private today(): string {
    return agencyToday(this.parts.now?.() ?? new Date());
  }
}

function fieldsTold(purpose: AccessPurpose): string[] {
  return purpose === AccessPurpose.FIND_CODE ? ['bhxhCode'] : ['bhxhCode', 'fullName', 'dateOfBirth'];
}
