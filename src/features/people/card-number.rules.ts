/** The parts of a health card's number: `DN4 79 0123456789`. */
export interface CardNumber {
  readonly objectCode: string;
  readonly benefitLevel: number;
  readonly provinceCode: string;
  readonly bhxhCode: string;
}

const FULL = /^([A-Z]{2})([1-5])(\d{2})(\d{10})$/;
const CODE_ONLY = /^(\d{10}|\d{12})$/;

/** What a person typed from a card: the full number of 15 characters, or the 10 or 12 digits that newer cards print. */
export type TypedCardNumber = { readonly full: CardNumber } | { readonly code: string };

/** Reads a card's number as it was typed, with blanks and any case; null when it has no form of such a number. */
export function readCardNumber(typed: string): TypedCardNumber | null {
  const text = typed.toUpperCase().replace(/[\s.-]/g, '');
  if (CODE_ONLY.test(text)) return { code: text };
  const [, objectCode, level, provinceCode, bhxhCode] = FULL.exec(text) ?? [];
  if (objectCode === undefined || provinceCode === undefined || bhxhCode === undefined) return null;
  return { full: { objectCode, benefitLevel: Number(level), provinceCode, bhxhCode } };
}

/** The 15 characters of a card's number. */
export function cardNumberText({ objectCode, benefitLevel, provinceCode, bhxhCode }: CardNumber): string {
  return `${objectCode}${benefitLevel}${provinceCode}${bhxhCode}`;
}
