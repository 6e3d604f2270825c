import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for each other on paper or on the telephone (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A new code of 12 characters (60 random bits) in three groups, for example `7K2M-9QXD-30TB`. */
export function newTrackingCode(): string {
  const group = (): string => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The code as it was given out, from what a person typed: any case, with or without groups, O and I for 0 and 1. */
export function readTrackingCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== GROUPS * GROUP_LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter)))
    return null;
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
