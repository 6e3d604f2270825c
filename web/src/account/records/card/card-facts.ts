import { type ShownCardFragment } from '../../../generated/records-operations';
import { type KeptCard } from '../kept-card';

/** The person a card belongs to. */
export interface Holder {
  readonly bhxhCode: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: 'FEMALE' | 'MALE';
}

/** Everything that stands on a card. */
export type CardFacts = Omit<KeptCard, 'keptAt'>;

/** What stands on the card of a holder; the token and its picture don't. */
export function factsOf(holder: Holder, card: ShownCardFragment): CardFacts {
  const { bhxhCode, fullName, dateOfBirth, sex } = holder;
  const { number, objectCode, benefitLevel, coveragePercent, validFrom, validUntil, fiveYearsFrom } = card;
  const clinic = card.registeredClinic;
  return {
    ...{ bhxhCode, fullName, dateOfBirth, sex },
    ...{ number, objectCode, benefitLevel, coveragePercent, validFrom, validUntil, fiveYearsFrom },
    registeredClinic: clinic && { code: clinic.code, name: clinic.name, address: clinic.address },
  };
}

/** Whether a card holds on a day; all `YYYY-MM-DD`. */
export function stateOn(
  { validFrom, validUntil }: Pick<CardFacts, 'validFrom' | 'validUntil'>,
  day: string,
): 'inForce' | 'notYetInForce' | 'notInForce' {
  if (day < validFrom) return 'notYetInForce';
  return validUntil === null || day <= validUntil ? 'inForce' : 'notInForce';
}
