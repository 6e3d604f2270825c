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
import { workAfter } from '../../protection/attempts/budgets.rules';
import { takingAtLeast } from '../../protection/constant-time';
import type { Access, AccessLedger } from '../access-ledger.store';
import { AccessActor, AccessPurpose } from '../access.types';
import type { OpenPerson, PersonStore } from '../person.store';
import type { ChallengeService } from '../../protection/challenges/challenge.service';
import type { ChallengeRequired } from '../../protection/challenges/challenge.types';
import { agrees, codeStatus, type LookupWay, lookupWay } from './lookup.rules';
import { NOT_CONFIRMED } from './lookup.texts';
import {
  type BhxhCodeFound,
  type BhxhCodeNotConfirmed,
  type BhxhCodesVerified,
  type BhxhCodeVerification,
  type FindBhxhCodeInput,
  VerificationOutcome,
  type VerifyBhxhCodeInput,
} from './lookup.types';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Lookups of one caller: an employer's clerk may look for a few people an hour, nobody for a district. */
const CALLER_LOOKUPS = { name: 'find.caller', attempts: 20, windowMs: HOUR_MS, restarts: false };
/** Wrong lookups that give the same number, whoever asks: a person mistypes a few times, a guesser thousands. */
const ITEM_LOOKUPS = { name: 'find.item', attempts: 10, windowMs: DAY_MS, restarts: false };
/** So many wrong lookups of one number cost the usual work; as many more double it, whether anybody has it or not. */
const FREE_WRONG_LOOKUPS = 2;
/** Wrong lookups that lead to one person by any way: whoever knows but one number of a person cannot use them up. */
const SUBJECT_LOOKUPS = { name: 'find.subject', attempts: 16, windowMs: DAY_MS, restarts: false };
/** Batches of one integrator. */
const BATCHES = { name: 'verify.caller', attempts: 60, windowMs: HOUR_MS, restarts: false };
/**
 * Wrong facts that one integrator sends about one code, known or not. It is counted by code and not by person: else two
 * codes that run out together would tell that they belong to one person.
 */
const ITEM_VERIFICATIONS = { name: 'verify.item', attempts: 5, windowMs: DAY_MS, restarts: false };
const MOST_ITEMS = 100;

/** A person's card as far as a typed number says it. */
interface NumberedCard {
  readonly objectCode: string;
  readonly benefitLevel: number;
  readonly provinceCode: string;
}

/** What lookups work with. */
export interface LookupParts {
  readonly database: Database;
  readonly persons: Pick<PersonStore, 'withIdentifier'>;
  /** The periods of a person's health card. */
  readonly records: { cards(personId: number): Promise<readonly NumberedCard[]> };
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
    const wrong = await attempts.used(itemOf(way), ITEM_LOOKUPS, database.freshReader);
    const work = Math.max(1, workAfter(wrong, { free: FREE_WRONG_LOOKUPS }));
    if (!(await challenges.accept(input.challengeSolution, work))) return challenges.required(work);
    const attempt = await database.write((manager) => attempts.take(caller, CALLER_LOOKUPS, manager));
    if (!attempt.isTaken) return tooManyAttempts(attempt.retryAfterSeconds);
    return takingAtLeast(answerMs, async () => {
      const person = await this.confirmed(way, input);
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
      for (const [index, item] of items.entries()) results.push({ index, ...(await this.verified(item, integrator)) });
      return { results };
    });
  }

  private async verified(item: VerifyBhxhCodeInput, integrator: string): Promise<Omit<BhxhCodeVerification, 'index'>> {
    const { database, attempts, ledger, persons } = this.parts;
    const field = item.bhxhCode.length === 12 ? 'personalIdNumber' : 'bhxhCode';
    const candidates = await persons.withIdentifier(field, item.bhxhCode);
    const found = onlyOne(candidates.filter((person) => agrees(person, item, { field, provinceCode: null })));
    const subject = JSON.stringify([integrator, field, item.bhxhCode]);
    return database.write(async (manager) => {
      const attempt = await attempts.take(subject, ITEM_VERIFICATIONS, manager);
      if (!attempt.isTaken) {
        return { outcome: VerificationOutcome.TRY_LATER, retryAfterSeconds: attempt.retryAfterSeconds };
      }
      if (found) await attempts.refund(subject, ITEM_VERIFICATIONS, manager);
      const looked = { actor: AccessActor.INTEGRATOR, actorName: integrator, purpose: AccessPurpose.VERIFY_CODE };
      const fields = ['bhxhCode', 'fullName', 'dateOfBirth'];
      await ledger.note(accesses(candidates, found, { ...looked, fields }), manager);
      return { outcome: found ? VerificationOutcome.MATCH : VerificationOutcome.NO_MATCH, retryAfterSeconds: null };
    });
  }

  /** The one person on whom everything agrees, if the budgets of the item and of the person allow to say so. */
  private async confirmed(way: LookupWay, given: FindBhxhCodeInput): Promise<OpenPerson | null> {
    const candidates = await this.parts.persons.withIdentifier(way.field, way.value);
    const agreeing = candidates.filter((person) => agrees(person, given, way));
    const found = onlyOne(await this.withCard(agreeing, way));
    return this.parts.database.write(async (manager) => {
      if (!(await this.isAllowed(way, candidates, found, manager))) return null;
      const looked = { actor: AccessActor.SEEKER, purpose: AccessPurpose.FIND_CODE, fields: ['bhxhCode'] };
      await this.parts.ledger.note(accesses(candidates, found, looked), manager);
      return found;
    });
  }

  /**
   * Takes a try of the item and, while it has any, of each person that it leads to; gives them back where nothing was
   * wrong.
   */
  private async isAllowed(
    way: LookupWay,
    candidates: readonly OpenPerson[],
    found: OpenPerson | null,
    manager: EntityManager,
  ): Promise<boolean> {
    const { attempts } = this.parts;
    const tries = [
      { subject: itemOf(way), budget: ITEM_LOOKUPS },
      ...candidates.map(({ personId }) => ({ subject: `person:${personId}`, budget: SUBJECT_LOOKUPS })),
    ];
    const taken: typeof tries = [];
    for (const one of tries) {
      if ((await attempts.take(one.subject, one.budget, manager)).isTaken) taken.push(one);
      else if (one.budget === ITEM_LOOKUPS) break;
    }
    if (found) for (const { subject, budget } of taken) await attempts.refund(subject, budget, manager);
    return taken.length === tries.length;
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

/** What the tries of one number count under. */
function itemOf({ field, value }: LookupWay): string {
  return `${field}:${value}`;
}

function onlyOne(persons: readonly OpenPerson[]): OpenPerson | null {
  const [person, ...others] = persons;
  return person && others.length === 0 ? person : null;
}

/** What each person that a lookup led to can read of it; fields were told of the one who was found. */
function accesses(
  candidates: readonly OpenPerson[],
  found: OpenPerson | null,
  looked: Omit<Access, 'personId'>,
): Access[] {
  return candidates.map(({ personId }) => {
    return { ...looked, personId, fields: personId === found?.personId ? looked.fields : [] };
  });
}
