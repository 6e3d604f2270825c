import { IdentityDocumentKind } from './identity-document.types';

/**
 * What numbers of each kind look like: 9 digits until 2015 (Decree 05/1999), 12 since (Law 59/2014/QH13), and of
 * passports of any country what the machine-readable line holds (ICAO 9303).
 */
const FORMS: Readonly<Record<IdentityDocumentKind, RegExp>> = {
  CMND: /^\d{9}$/,
  CCCD: /^\d{12}$/,
  PASSPORT: /^[A-Z0-9]{6,9}$/,
};

/** A number as it is compared, of whatever was typed: in capitals, without blanks, dots and dashes. */
export function comparedNumber(typed: string): string {
  return typed.replaceAll(/[\s.-]/g, '').toUpperCase();
}

/** Whether a number, as it is compared, can be one of a kind of papers. */
export function isNumberOf(kind: IdentityDocumentKind, number: string): boolean {
  return FORMS[kind].test(number);
}

/** The kinds of papers that a number, as it is compared, can be of; 9 digits can be of a foreign passport, too. */
export function kindsOfNumber(number: string): IdentityDocumentKind[] {
  return Object.values(IdentityDocumentKind).filter((kind) => isNumberOf(kind, number));
}
