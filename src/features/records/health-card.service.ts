import { toString as qrCode } from 'qrcode';
import type { Database } from '../../database/database';
import { agencyToday, holdsOn } from '../../shared/calendar';
import { type TooManyAttempts, tooManyAttempts } from '../../shared/input-faults.types';
import type { AttemptStore } from '../protection/attempts/attempt.store';
import type { Budget } from '../protection/attempts/budgets.rules';
import type { AccessLedger } from '../people/access-ledger.store';
import { AccessActor, AccessPurpose } from '../people/access.types';
import type { OpenPerson, PersonStore } from '../people/person.store';
import type { SpentTokens } from '../protection/spent-tokens/spent-token.store';
import { cardNumberText } from '../people/card-number.rules';
import { CARD_LIVES_SECONDS, type CardFacts, type CardTokens, type ReadCard } from './card-token';
import { cardRefused } from './health-card.texts';
import type { StatutoryStore } from '../statutory/statutory.store';
import { coverageOf } from './coverage.rules';
import { statutoryUnknown } from './statutory.texts';
import { type CoverageShare, StatutoryGap, type StatutoryUnknown } from './statutory.types';
import type { HealthCard } from './health-card.entity';
import { CardRefusal, type HealthCardRefused, type HealthCardValid, HealthCardView } from './health-card.types';
import type { RecordOwner, RecordReaders } from './record-reader';
import type { RecordStore } from './record.store';

const HOUR_MS = 60 * 60 * 1000;
/** Cards that one network may verify without a key: a busy reception desk, not a hunt for tokens. */
const VERIFICATIONS = { name: 'verifyHealthCard', attempts: 600, windowMs: HOUR_MS, restarts: false };
/** Cards that one key may verify: all desks of a large hospital on a Monday morning, many times over. */
const VERIFICATIONS_BY_KEY = { name: 'verifyHealthCard.key', attempts: 20_000, windowMs: HOUR_MS, restarts: false };
/** So many digits of the number can be compared with the card in the hand; they name nobody. */
const NUMBER_ENDING = 4;
const SEEN_FIELDS = [
  'fullName',
  'dateOfBirth',
  'number',
  'benefitLevel',
  'validFrom',
  'validUntil',
  'registeredClinic',
] as const;

/** Who checks a card that is shown. */
export interface CardChecker {
  /** Names the network for budgets. */
  readonly caller: string;
  /** Name of the integrator whose key came with the request. */
  readonly integrator: string | null;
}

/** A card signed. */
export interface SignedCard {
  /** JSON Web Token. */
  readonly token: string;
  /** ISO 8601 instant, UTC. */
  readonly expiresAt: string;
}

/** What the service is made of. */
export interface HealthCardParts {
  readonly database: Database;
  readonly persons: Pick<PersonStore, 'byId'>;
  readonly records: Pick<RecordStore, 'cards'>;
  readonly readers: RecordReaders;
  readonly statutory: Pick<StatutoryStore, 'table'>;
  readonly tokens: CardTokens;
  readonly spent: SpentTokens;
  readonly ledger: AccessLedger;
  readonly attempts: AttemptStore;
  readonly now?: () => Date;
}

/** Shows people their health card, and tells others whether a card that was shown to them holds. */
export class HealthCardService {
  private readonly signed = new WeakMap<HealthCardView, () => Promise<SignedCard>>();

  constructor(private readonly parts: HealthCardParts) {}

  /** The card of a person with a fresh token: the one that holds today, else the latest; null without any. */
  async cardOf(owner: RecordOwner): Promise<HealthCardView | null> {
    const { personId } = owner;
    const reader = this.parts.readers.of(owner);
    const [person, cards] = await Promise.all([reader.person(personId), reader.cards(personId)]);
    const card = this.current(cards);
    if (!person || !card) return null;
    const facts = await this.facts(person, card);
    // An instance, because field resolvers get a copy of everything else, and the copies would not be known.
    const view = Object.assign(new HealthCardView(), {
      benefitLevel: facts.benefitLevel,
      coveragePercent: facts.coveragePercent,
      validFrom: facts.validFrom,
      validUntil: facts.validUntil,
      number: cardNumberText({ ...card, bhxhCode: person.bhxhCode }),
      objectCode: card.objectCode,
      inForce: this.holds(card),
      fiveYearsFrom: card.fiveYearsFrom,
      registeredClinicCode: facts.clinicCode,
      issuingOfficeCode: card.issuingOfficeCode,
    });
    this.signed.set(
      view,
      once(() => this.sign(personId, facts)),
    );
    return view;
  }

  /** The card signed, for whoever asks for it: once for one view of a card. */
  signedForm(card: HealthCardView): Promise<SignedCard> {
    const signed = this.signed.get(card);
    if (!signed) throw new Error('A card was not made by this service.');
    return signed();
  }

  /** The signed form as a QR code, SVG text. */
  async qrCodeSvg(card: HealthCardView): Promise<string> {
    const { token } = await this.signedForm(card);
    return qrCode(token, { type: 'svg', errorCorrectionLevel: 'L', margin: 2 });
  }

  private async sign(personId: number, facts: CardFacts): Promise<SignedCard> {
    const expiresAt = new Date(this.now().getTime() + CARD_LIVES_SECONDS * 1000).toISOString();
    return { token: await this.parts.tokens.sign(personId, facts), expiresAt };
  }

  /** Checks a card that was shown, once, against the record of today; its holder can read that it was checked. */
  async verify(token: string, checker: CardChecker): Promise<HealthCardValid | HealthCardRefused | TooManyAttempts> {
    const { database, attempts, tokens } = this.parts;
    const attempt = await database.write((manager) => attempts.take(...budgetOf(checker), manager));
    if (!attempt.isTaken) return tooManyAttempts(attempt.retryAfterSeconds);
    const read = await tokens.read(token);
    if (typeof read === 'string') return cardRefused(CardRefusal[read]);
    if (!(await this.spend(read, checker))) return cardRefused(CardRefusal.ALREADY_USED);
    const person = await this.parts.persons.byId(read.personId);
    const card = this.current(await this.parts.records.cards(read.personId));
    if (!person || !card || !this.holds(card)) return cardRefused(CardRefusal.NOT_IN_FORCE);
    const { clinicCode, ...facts } = await this.facts(person, card);
    return { ...facts, registeredClinicCode: clinicCode };
  }

  /** The share that insurance pays today at a benefit level, or why it is not known. */
  async coverage(benefitLevel: number): Promise<CoverageShare | StatutoryUnknown> {
    const today = agencyToday(this.now());
    const share = coverageOf(await this.parts.statutory.table(), benefitLevel, today);
    if (!share) return statutoryUnknown(StatutoryGap.NO_VALUE, today);
    return { percent: share.value, validFrom: share.validFrom, source: share.source };
  }

  private async facts(person: OpenPerson, card: HealthCard): Promise<CardFacts> {
    const share = coverageOf(await this.parts.statutory.table(), card.benefitLevel, agencyToday(this.now()));
    return cardFacts(person, card, share?.value ?? null);
  }

  /** The token is spent and the look at it noted together. */
  private spend({ personId, tokenId, expiresAt }: ReadCard, { integrator }: CardChecker): Promise<boolean> {
    const { database, spent, ledger } = this.parts;
    return database.write(async (manager) => {
      if (!(await spent.spend('health card', tokenId, expiresAt, manager))) return false;
      const by =
        integrator === null
          ? { actor: AccessActor.CARD_CHECKER }
          : { actor: AccessActor.INTEGRATOR, actorName: integrator };
      const access = { ...by, personId, purpose: AccessPurpose.CHECK_CARD, fields: SEEN_FIELDS };
      await ledger.note([access], manager);
      return true;
    });
  }

  private current(cards: readonly HealthCard[]): HealthCard | null {
    return cards.find((card) => this.holds(card)) ?? cards[0] ?? null;
  }

  private holds({ validFrom, validUntil }: HealthCard): boolean {
    return holdsOn(agencyToday(this.now()), validFrom, validUntil);
  }

  private now(): Date {
    return this.parts.now?.() ?? new Date();
  }
}

/** Whose budget a check counts on, and which. */
function budgetOf({ caller, integrator }: CardChecker): [subject: string, budget: Budget] {
  return integrator === null ? [caller, VERIFICATIONS] : [integrator, VERIFICATIONS_BY_KEY];
}

/** The same work, done at the first call and not again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => (done ??= work());
}

function cardFacts(person: OpenPerson, card: HealthCard, coveragePercent: number | null): CardFacts {
  return {
    holderName: person.fullName,
    dateOfBirth: person.dateOfBirth,
    numberEnding: cardNumberText({ ...card, bhxhCode: person.bhxhCode }).slice(-NUMBER_ENDING),
    benefitLevel: card.benefitLevel,
    coveragePercent,
    validFrom: card.validFrom,
    validUntil: card.validUntil,
    clinicCode: card.registeredClinicCode ?? person.registeredClinicCode,
  };
}
