import { hkdfSync, randomBytes } from 'node:crypto';

/** What a key is used for: `next` and `previous` keys open and look up, `retired` ones only open, for old backups. */
export type KeyRole = 'current' | 'next' | 'previous' | 'retired';

/** One secret of the service as it is kept: 32 random bytes under a short name. */
export interface StoredKey {
  readonly id: string;
  readonly role: KeyRole;
  /** 32 bytes, base64url. */
  readonly secret: string;
  /** ISO 8601 instant, UTC. */
  readonly createdAt: string;
}

/** A secret split into one key for each job, so that neither job weakens the other. */
export interface KeyMaterial {
  readonly id: string;
  readonly role: KeyRole;
  readonly sealing: Buffer;
  readonly indexing: Buffer;
}

/** Bytes of a secret: the length of AES-256 keys. */
const SECRET_BYTES = 32;
const KEY_ID = /^[a-z0-9]{4,12}$/;

/** A new random secret. */
export function newStoredKey(role: KeyRole, now: Date): StoredKey {
  return {
    id: randomBytes(4).toString('hex'),
    role,
    secret: randomBytes(SECRET_BYTES).toString('base64url'),
    createdAt: now.toISOString(),
  };
}

/** Derives the keys of a secret (HKDF-SHA-256). Throws when the secret or its name cannot be used. */
export function keyMaterial({ id, role, secret }: Pick<StoredKey, 'id' | 'role' | 'secret'>): KeyMaterial {
  const bytes = Buffer.from(secret, 'base64url');
  if (!KEY_ID.test(id)) throw new Error('A key is named by 4 to 12 lower-case letters and digits.');
  if (bytes.length !== SECRET_BYTES) throw new Error(`The key ${id} must have ${SECRET_BYTES} bytes, base64url.`);
  const derived = (job: string): Buffer => Buffer.from(hkdfSync('sha256', bytes, id, `bhxh-gateway ${job}`, 32));
  return { id, role, sealing: derived('sealing'), indexing: derived('blind index') };
}
