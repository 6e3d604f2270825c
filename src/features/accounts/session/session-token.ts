import { createHash, randomBytes } from 'node:crypto';
import type { KeyRing } from '../../../shared/sealing/key-ring';

const SECRET_BYTES = 32;
const SECRET_LENGTH = 43;
/** Persons' keys are padded to one length, so that a handle does not tell how long ago a person was registered. */
const KEY_DIGITS = 10;

/** A token of a session: shows the store which person's rows to look at, and proves nothing but by its hash there. */
export interface SessionToken {
  readonly personId: number;
  readonly tokenHash: string;
}

/** A new random token for a session of this person, and what is kept of it. */
export function newSessionToken(personId: number, keyRing: KeyRing): { token: string; tokenHash: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const token = `${sealedKey(personId, 'session', keyRing)}~${secret}`;
  return { token, tokenHash: hashOf(token) };
}

/** What a token says, or null when it was not given out here. */
export function readSessionToken(token: string, keyRing: KeyRing): SessionToken | null {
  const separator = token.lastIndexOf('~');
  if (separator < 0 || token.length - separator - 1 !== SECRET_LENGTH) return null;
  const personId = openedKey(token.slice(0, separator), 'session', keyRing);
  return personId === null ? null : { personId, tokenHash: hashOf(token) };
}

/** A person's key as something that can be handed out: random to look at, and of one length. */
export function sealedKey(personId: number, purpose: string, keyRing: KeyRing): string {
  return keyRing.seal(String(personId).padStart(KEY_DIGITS, '0'), `handle.${purpose}`);
}

/** The person's key that was handed out, or null when the text was not made here for this purpose. */
export function openedKey(sealed: string, purpose: string, keyRing: KeyRing): number | null {
  try {
    return Number(keyRing.open(sealed, `handle.${purpose}`));
  } catch {
    return null;
  }
}

/** SHA-256 without salt: a token has 256 random bits, so there is nothing to guess. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
