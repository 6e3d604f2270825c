import { Sex } from '../../features/people/person.entity';

/**
 * Keys of made-up persons begin here, far above the keys that files number their persons with: what is made up stays
 * apart from what was imported.
 */
const FIRST_SYNTHETIC_PERSON_ID = 1_500_000_001;
/** Made-up persons that can have codes of their own. */
export const MAX_SYNTHETIC_PERSONS = 50_000_000;

const CODE_STEP = 7_368_787;
const CODES = 100_000_000;
const ID_SERIALS = 1_000_000;
const PHONES = 10_000_000;
const PAPERS = 10_000_000;

/** The key of the `index`-th made-up person, from 0. */
export function syntheticPersonId(index: number): number {
  return FIRST_SYNTHETIC_PERSON_ID + index;
}

/** A BHXH code that begins with 99, which no province has. Neighbours look unrelated, and no two are the same. */
export function syntheticBhxhCode(index: number): string {
  return `99${String((index * CODE_STEP + 20_250_701) % CODES).padStart(8, '0')}`;
}

/**
 * A personal identity number of the official form: place of birth, century and sex, year of birth, six digits. The
 * places 950 to 999 do not exist, so the number cannot be anybody's.
 */
export function syntheticPersonalId(index: number, sex: Sex, birthYear: number): string {
  const place = 999 - Math.floor(index / ID_SERIALS);
  const century = Math.floor(birthYear / 100) - 19;
  const sexDigit = century * 2 + (sex === Sex.FEMALE ? 1 : 0);
  const year = String(birthYear % 100).padStart(2, '0');
  return `${place}${sexDigit}${year}${String(index % ID_SERIALS).padStart(6, '0')}`;
}

/** A CMND that begins with 99, which no province has; null when there are no more. */
export function syntheticCmnd(index: number): string | null {
  return index < PAPERS ? `99${String(index).padStart(7, '0')}` : null;
}

/** The number of a passport that begins with ZZ, as those of no country do; null when there are no more. */
export function syntheticPassport(index: number): string | null {
  return index < PAPERS ? `ZZ${String(index).padStart(7, '0')}` : null;
}

/** A telephone number with the area code 0200, which no province has. */
export function syntheticPersonPhone(index: number): string {
  return `0200${String(index % PHONES).padStart(7, '0')}`;
}
