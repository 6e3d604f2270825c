import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyMaterial } from './key-material';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const NONCES_AT_ONCE = 1_024;
const TAG_BYTES = 16;
const SEALED = /^([a-z0-9]{4,12})\.([A-Za-z0-9_-]+)$/;

/** Hands out the keys as they are now, oldest first; a file of keys may change while the service runs. */
export type KeySource = () => readonly KeyMaterial[];

/** A sealed text cannot be opened: another purpose, a changed text, or a key that is gone. Says nothing of its content. */
export class UnsealableError extends Error {
  constructor() {
    super('A sealed value cannot be opened with the keys of this service.');
    this.name = 'UnsealableError';
  }
}

/**
 * Seals personal identifiers at rest (AES-256-GCM) and makes blind indexes of them (HMAC-SHA-256), so that a stolen
 * database gives neither the values nor a way to test guesses.
 *
 * A purpose names what a value is, for example `person.phone`. It is bound to the sealed text, so a value that was
 * copied into another column does not open, and the same value under two purposes has unrelated indexes.
 */
export class KeyRing {
  private nonces: Buffer = Buffer.alloc(0);

  constructor(private readonly source: KeySource) {}

  /** Seals `plain` with the current key; twice the same value gives two different texts. */
  seal(plain: string, purpose: string): string {
    const key = this.current();
    const nonce = this.nextNonce();
    const cipher = createCipheriv(ALGORITHM, key.sealing, nonce).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${key.id}.${body.toString('base64url')}`;
  }

  /** What was sealed for the same purpose. Throws UnsealableError. */
  open(sealed: string, purpose: string): string {
    const [, id, text] = SEALED.exec(sealed) ?? [];
    const key = this.source().find((known) => known.id === id);
    const body = Buffer.from(text ?? '', 'base64url');
    if (!key || body.length < NONCE_BYTES + TAG_BYTES) throw new UnsealableError();
    try {
      const decipher = createDecipheriv(ALGORITHM, key.sealing, body.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(purpose))
        .setAuthTag(body.subarray(-TAG_BYTES));
      return decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new UnsealableError();
    }
  }

  /** Whether the text was sealed, or the index made, with the key that is current now. */
  isCurrent(sealedOrIndex: string): boolean {
    return sealedOrIndex.startsWith(`${this.current().id}.`);
  }

  /** The index that a value is stored and looked up under, made with the current key: at most 40 characters. */
  blindIndex(value: string, purpose: string): string {
    return indexOf(this.current(), value, purpose);
  }

  /**
   * The index of a value made with the oldest key on record: turning the keys leaves it as it is. For what counts over a
   * rotation and is soon forgotten; what is looked up for years is indexed anew with each key (see `blindIndex`).
   */
  steadyIndex(value: string, purpose: string): string {
    const [oldest] = this.source();
    if (!oldest) throw new Error('The service has no key.');
    return indexOf(oldest, value, purpose);
  }

  /** The indexes a value may be stored under while a rotation runs, the current key's first: look up any of them. */
  blindIndexes(value: string, purpose: string): string[] {
    const current = this.current();
    const others = this.source().filter(({ id, role }) => id !== current.id && role !== 'retired');
    return [current, ...others].map((key) => indexOf(key, value, purpose));
  }

  /** The index of `value` made with the very key that made `like`, retired or not; null when that key is gone. */
  blindIndexLike(like: string, value: string, purpose: string): string | null {
    const key = this.source().find(({ id }) => like.startsWith(`${id}.`));
    return key ? indexOf(key, value, purpose) : null;
  }

  /** Name of the key that is current now. */
  get currentId(): string {
    return this.current().id;
  }

  /** Random bytes come by the thousand: one call for each of a million values would take longer than the sealing. */
  private nextNonce(): Buffer {
    if (this.nonces.length < NONCE_BYTES) this.nonces = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
    const nonce = this.nonces.subarray(0, NONCE_BYTES);
    this.nonces = this.nonces.subarray(NONCE_BYTES);
    return nonce;
  }

  private current(): KeyMaterial {
    const key = this.source().find(({ role }) => role === 'current');
    if (!key) throw new Error('The service has no current key.');
    return key;
  }
}

/** 18 bytes are enough: the chance that two of a hundred million values share an index is below 10^-27. */
function indexOf(key: KeyMaterial, value: string, purpose: string): string {
  const digest = createHmac('sha256', key.indexing).update(`${purpose}\0${value}`).digest();
  return `${key.id}.${digest.subarray(0, 18).toString('base64url')}`;
}
