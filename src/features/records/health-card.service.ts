import { toString as qrCode } from 'qrcode';
import type { Database } from '../../database/database';
import { agencyToday, holdsOn } from '../../shared/calendar';
import { type TooManyAttempts, tooManyAttempts } from '../../shared/input-faults.types';
import type { AttemptStore } from '../protection/attempts/attempt.store';
import type { AccessLedger } from '../people/access-ledger';
import { AccessPurpose } from '../people/access.types';
import type { OpenPerson, PersonStore } from '../people/person.store';
import type { SpentTokens } from '../protection/spent-tokens/spent-token.store';
import { cardNumberText } from '../people/card-number.rules';
import { CARD_LIVES_SECONDS, type CardFacts, type CardTokens, type ReadCard } from './card-token';
import { cardRefused } from './health-card.texts';
import { coverageOf } from './coverage.rules';
import type { HealthCard } from './health-card.entity';
import { CardRefusal, type HealthCardRefused, type HealthCardValid, type HealthCardView } from './health-card.types';
import type { RecordStore } from './record.store';

/** Cards one caller may verify: a busy reception desk, not a hunt for tokens. */
const VERIFICATIONS = { name: 'verifyHealthCard', attempts: 600, windowMs: 60 * 60 * 1000, restarts: false };
const CHECKER = 'Người kiểm tra thẻ BHYT được xuất trình';
const SEEN_FIELDS = ['fullName', 'benefitLevel', 'validFrom', 'validUntil', 'registeredClinic'];

/** What the service is made of. */
export interface HealthCardParts {
  readonly database: Database;
  readonly persons: Pick<PersonStore, 'byId'>;
  readonly records: Pick<RecordStore, 'cards'>;
  readonly tokens: CardTokens;
  readonly spent: SpentTokens;
  readonly ledger: AccessLedger;
  readonly attempts: AttemptStore;
  readonly now?: () => Date;
}

/** Shows people their health card, and tells others whether a card that was shown to them holds. */
export class HealthCardService {
  constructor(private readonly parts: HealthCardParts) {}

  /** The card of a person with a fresh token: the one that holds today, else the latest; null without any. */
  async cardOf(personId: number): Promise<HealthCardView | null> {
    const person = await this.parts.persons.byId(personId);
    const card = await this.current(personId);
    if (!person || !card) return null;
    const now = this.now();
    const facts = cardFacts(person, card, agencyToday(now));
    const token = await this.parts.tokens.sign(personId, facts);
    return {
      ...facts,
      number: cardNumberText({ ...card, bhxhCode: person.bhxhCode }),
      objectCode: card.objectCode,
      inForce: this.holds(card),
      fiveYearsFrom: card.fiveYearsFrom,
      registeredClinicCode: facts.clinicCode,
      token,
      tokenExpiresAt: new Date(now.getTime() + CARD_LIVES_SECONDS * 1000).toISOString(),
    };
  }

  /** A token as a QR code, SVG text. */
  qrCodeSvg(token: string): Promise<string> {
    return qrCode(token, { type: 'svg', errorCorrectionLevel: 'L', margin: 2 });
  }

  /** Checks a card that was shown, once, against the record of today; its holder can read that it was checked. */
  async verify(token: string, caller: string): Promise<HealthCardValid | HealthCardRefused | TooManyAttempts> {
    const { database, attempts, tokens } = this.parts;
    const attempt = await database.write((manager) => attempts.take(caller, VERIFICATIONS, manager));
    if (!attempt.isTaken) return tooManyAttempts(attempt.retryAfterSeconds);
    const read = await tokens.read(token);
    if (typeof read === 'string') return cardRefused(CardRefusal[read]);
    if (!(await this.spend(read))) return cardRefused(CardRefusal.ALREADY_USED);
    const person = await this.parts.persons.byId(read.personId);
    const card = await this.current(read.personId);
    if (!person || !card || !this.holds(card)) return cardRefused(CardRefusal.NOT_IN_FORCE);
    const facts = cardFacts(person, card, agencyToday(this.now()));
    return { ...facts, registeredClinicCode: facts.clinicCode };
  }

  /** The token is spent and the look at it noted together. */
  private spend({ personId, tokenId, expiresAt }: ReadCard): Promise<boolean> {
    const { database, spent, ledger } = this.parts;
    return database.write(async (manager) => {
      if (!(await spent.spend('health card', tokenId, expiresAt, manager))) return false;
      const access = { personId, who: CHECKER, purpose: AccessPurpose.CHECK_CARD, fields: SEEN_FIELDS };
      await ledger.note([access], manager);
      return true;
    });
  }

  private async current(personId: number): Promise<HealthCard | null> {
    const cards = await this.parts.records.cards(personId);
    return cards.find((card) => this.holds(card)) ?? cards[0] ?? null;
  }

  private holds({ validFrom, validUntil }: HealthCard): boolean {
    return holdsOn(agencyToday(this.now()), validFrom, validUntil);
  }

  private now(): Date {
    return this.parts.now?.() ?? new Date();
  }
}

function cardFacts(person: OpenPerson, card: HealthCard, today: string): CardFacts {
  return {
    holderName: person.fullName,
    benefitLevel: card.benefitLevel,
    coveragePercent: coverageOf(card.benefitLevel, today),
    validFrom: card.validFrom,
    validUntil: card.validUntil,
    clinicCode: card.registeredClinicCode ?? person.registeredClinicCode,
  };
}
