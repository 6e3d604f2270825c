import type { OpenDocument } from '../../features/people/document/identity-document.store';
import { IdentityDocumentKind } from '../../features/people/document/identity-document.types';
import type { OpenPerson } from '../../features/people/person.store';
import { below, chance, type RandomSource } from '../random';
import { syntheticCmnd, syntheticPassport } from './synthetic-persons';

const POLICE = 'Cục Cảnh sát quản lý hành chính về trật tự xã hội';
const IMMIGRATION = 'Cục Quản lý xuất nhập cảnh';
/** Cards with a chip came in 2021; the last cards of 9 digits in 2015 hold for 15 years. */
const FIRST_CHIP_YEAR = 2021;
const LAST_CMND_YEAR = 2015;
const ID_CARD_AGE = 14;

/**
 * The identity papers of the `index`-th made-up person: the card that everyone from 14 years on has, and for some the
 * card of 9 digits from before it or a passport.
 */
export function documents(random: RandomSource, person: OpenPerson, index: number, year: number): OpenDocument[] {
  const { personId, personalIdNumber } = person;
  if (personalIdNumber === null) return [];
  const cardYear = Number(person.dateOfBirth.slice(0, 4)) + ID_CARD_AGE;
  const issued = (first: number, last: number): string =>
    `${first + below(random, last - first + 1)}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`;
  const { CMND, CCCD, PASSPORT } = IdentityDocumentKind;
  const card = { kind: CCCD, number: personalIdNumber, issuedBy: POLICE };
  const found: OpenDocument[] = [
    { personId, ...card, issuedOn: issued(Math.max(FIRST_CHIP_YEAR, cardYear), Math.max(year - 1, cardYear)) },
  ];
  const cmnd = cardYear <= LAST_CMND_YEAR && chance(random, 0.5) ? syntheticCmnd(index) : null;
  if (cmnd !== null) {
    const issuedOn = issued(Math.max(cardYear, LAST_CMND_YEAR - 10), LAST_CMND_YEAR);
    found.push({ personId, kind: CMND, number: cmnd, issuedOn, issuedBy: 'Công an tỉnh, thành phố' });
  }
  const passport = chance(random, 0.12) ? syntheticPassport(index) : null;
  if (passport !== null) {
    found.push({
      personId,
      kind: PASSPORT,
      number: passport,
      issuedOn: issued(Math.max(year - 9, cardYear), Math.max(year - 1, cardYear)),
      issuedBy: IMMIGRATION,
    });
  }
  return found;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
