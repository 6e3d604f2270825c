/** Organisations that can get a code of their own. */
export const MAX_ORGANISATIONS = 10_000_000;

// Coprime to MAX_ORGANISATIONS, so that the products run through every serial once before one returns.
const SERIAL_STEP = 7_368_787;
const CHECK_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CODE_SYMBOLS = `0123456789${LETTERS}`;
// Without S, which marks the clinics among the shipped facts.
const CLINIC_LEADS = 'ZYXWVUTRQPNMLKJHGFEDCBA';
const CLINICS_PER_LEAD = CODE_SYMBOLS.length ** 2;

/** Clinics of one province that can get a code. */
export const CLINIC_CODES_PER_PROVINCE = CLINIC_LEADS.length * CLINICS_PER_LEAD;

/** Seven digits for the `index`-th organisation: no two of the first ten million share them, and neighbours look unrelated. */
export function serialOf(index: number): string {
  return String((index * SERIAL_STEP + 1_234_567) % MAX_ORGANISATIONS).padStart(7, '0');
}

/** The check digit that a real tax code with these nine digits would end in, 10 when no such code is issued. */
export function taxCheckDigit(nineDigits: string): number {
  let sum = 0;
  for (const [place, weight] of CHECK_WEIGHTS.entries()) sum += weight * Number(nineDigits.charAt(place));
  return 10 - (sum % 11);
}

/**
 * A tax code of ten digits that cannot be anybody's: its last digit is five off the right check digit, so that every
 * validator tells it from a real one.
 */
export function syntheticTaxCode(provinceCode: string, serial: string): string {
  const digits = provinceCode + serial;
  return `${digits}${(taxCheckDigit(digits) + 5) % 10}`;
}

/** An employer code of the older form (`YN0067Z`): two letters, four digits, a letter. */
export function olderEmployerCode(serial: string): string {
  const upper = Number(serial.slice(0, 3));
  const pair = upper % LETTERS.length ** 2;
  const letters = LETTERS.charAt(Math.floor(pair / LETTERS.length)) + LETTERS.charAt(pair % LETTERS.length);
  return `${letters}${serial.slice(3)}${upper === pair ? 'A' : 'Z'}`;
}

/** The code of the `index`-th generated clinic of a province: `01Z00`, `01Z01` … */
export function syntheticClinicCode(provinceCode: string, index: number): string {
  if (index >= CLINIC_CODES_PER_PROVINCE) {
    throw new RangeError(`At most ${CLINIC_CODES_PER_PROVINCE} clinics of one province can be generated.`);
  }
  const rest = index % CLINICS_PER_LEAD;
  const lead = CLINIC_LEADS.charAt(Math.floor(index / CLINICS_PER_LEAD));
  return `${provinceCode}${lead}${CODE_SYMBOLS.charAt(Math.floor(rest / CODE_SYMBOLS.length))}${CODE_SYMBOLS.charAt(rest % CODE_SYMBOLS.length)}`;
}

/** A collection point (`3456789000TH0100070003`): organisation, `TH`, commune with 7 digits, number from 1 to 999. */
export function collectionPointCode(
  organisation: string,
  provinceCode: string,
  unitCode: string,
  number: number,
): string {
  // Where the commune is not known its five digits are zeros: no commune has that code.
  const commune = unitCode.length === 5 ? unitCode : '00000';
  return `${organisation}TH${provinceCode}${commune}${String(number).padStart(3, '0')}`;
}

/** A telephone number with the area code 0200, which no province of Vietnam has. */
export function syntheticPhone(number: number): string {
  const digits = String(number % 10_000_000).padStart(7, '0');
  return `0200 ${digits.slice(0, 3)} ${digits.slice(3)}`;
}
