import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose';
import { LessThan } from 'typeorm';
import type { Database } from '../../database/database';
import type { KeyRing } from '../../shared/sealing/key-ring';
import { CardSigningKey } from './card-signing-key.entity';

/** How a card is signed: Ed25519 (RFC 8037), short enough for a QR code. */
export const CARD_ALGORITHM = 'EdDSA';
const SEALING_PURPOSE = 'card.signingKey';
const DAY_MS = 24 * 60 * 60 * 1000;
/** A key signs for 30 days. */
const SIGNS_FOR_MS = 30 * DAY_MS;
/**
 * A key is published so long before it signs: whoever checks cards keeps the key set for 300 s because we say so, some
 * for hours whatever we say, and another gateway may read it a minute late.
 */
const PUBLISHED_AHEAD_MS = DAY_MS;
/** A key is published so long after its successor began to sign; the cards that it signed live five minutes. */
const PUBLISHED_AFTER_MS = DAY_MS;
/** How long a process trusts what it read: another gateway may have made a new key. */
const REREAD_MS = 60_000;

/** A key that can sign now. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: CryptoKey;
}

/** The keys that sign health cards, shared by all gateways through the database; they rotate by themselves. */
export class CardKeys {
  private read: { readonly rows: Promise<readonly CardSigningKey[]>; readonly at: number } | null = null;
  private readonly opened = new Map<string, Promise<SigningKey>>();
  private making: Promise<readonly CardSigningKey[]> | null = null;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The key to sign with: the newest whose time has come. */
  async signingKey(): Promise<SigningKey> {
    const keys = await this.current();
    const now = this.now().toISOString();
    const signing = keys.find(({ signsFrom }) => signsFrom <= now) ?? keys.at(-1);
    if (!signing) throw new Error('There is no key to sign cards with, although one was made.');
    return this.open(signing);
  }

  /**
   * The public keys as a JSON Web Key Set (RFC 7517), for whoever checks cards without asking this service, with the key
   * that signs next. `reread` looks for keys that another gateway made since.
   */
  async jwks({ reread = false } = {}): Promise<JSONWebKeySet> {
    if (reread) this.read = null;
    const keys = await this.current();
    const now = this.now().getTime();
    const published = keys.filter((_key, index) => {
      const successor = keys[index - 1];
      return !successor || now < Date.parse(successor.signsFrom) + PUBLISHED_AFTER_MS;
    });
    return { keys: published.map(({ publicKey }) => JSON.parse(publicKey) as JWK) };
  }

  /**
   * Seals the private keys again that another key than the current one sealed: all of them in the first step of a
   * rotation, for there are never more than two or three.
   */
  async resealAfter(afterStep: number): Promise<number | null> {
    if (afterStep >= 0) return null;
    await this.database.write(async (manager) => {
      for (const { keyId, privateKeySealed } of await manager.find(CardSigningKey)) {
        if (this.keyRing.isCurrent(privateKeySealed)) continue;
        const privateKey = this.keyRing.open(privateKeySealed, SEALING_PURPOSE);
        const resealed = { privateKeySealed: this.keyRing.seal(privateKey, SEALING_PURPOSE) };
        await manager.update(CardSigningKey, { keyId }, resealed);
      }
    });
    return 0;
  }

  /** All keys, newest first, among them the one that signs next once it is time to publish it. */
  private async current(): Promise<readonly CardSigningKey[]> {
    const rows = await this.rows();
    if (!this.isDue(rows[0])) return rows;
    // Whoever asks while a key is being made waits for that one; what other processes make, the database decides.
    this.making ??= this.makeAfter(rows[0]).finally(() => {
      this.making = null;
    });
    return this.making;
  }

  private isDue(newest: CardSigningKey | undefined): boolean {
    if (!newest) return true;
    return this.now().getTime() >= Date.parse(newest.signsFrom) + SIGNS_FOR_MS - PUBLISHED_AHEAD_MS;
  }

  private rows(): Promise<readonly CardSigningKey[]> {
    const now = this.now().getTime();
    if (!this.read || now - this.read.at > REREAD_MS || now < this.read.at) {
      const rows = this.database.freshReader.find(CardSigningKey, { order: { generation: 'DESC' } });
      const read = { rows, at: now };
      this.read = read;
      rows.catch(() => {
        if (this.read === read) this.read = null;
      });
    }
    return this.read.rows;
  }

  /** Makes the key after `newest`, unless another process does so at this moment: the database takes one. All keys then. */
  private async makeAfter(newest: CardSigningKey | undefined): Promise<readonly CardSigningKey[]> {
    const { privateKey, publicKey } = await generateKeyPair(CARD_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const keyId = randomBytes(9).toString('base64url');
    const now = this.now().getTime();
    // The first key signs at once: nobody has a key set without it yet.
    const signsFrom = newest ? Math.max(Date.parse(newest.signsFrom) + SIGNS_FOR_MS, now + PUBLISHED_AHEAD_MS) : now;
    const row: CardSigningKey = {
      keyId,
      generation: (newest?.generation ?? 0) + 1,
      privateKeySealed: this.keyRing.seal(JSON.stringify(await exportJWK(privateKey)), SEALING_PURPOSE),
      publicKey: JSON.stringify({ ...(await exportJWK(publicKey)), kid: keyId, alg: CARD_ALGORITHM, use: 'sig' }),
      createdAt: new Date(now).toISOString(),
      signsFrom: new Date(signsFrom).toISOString(),
    };
    await this.database.write(async (manager) => {
      await manager.createQueryBuilder().insert().into(CardSigningKey).values(row).orIgnore().execute();
      // `newest` signs on until the new key does; those before it are done with.
      if (newest) await manager.delete(CardSigningKey, { generation: LessThan(newest.generation) });
    });
    this.read = null;
    return this.rows();
  }

  private open(row: CardSigningKey): Promise<SigningKey> {
    const known = this.opened.get(row.keyId) ?? this.unseal(row);
    this.opened.set(row.keyId, known);
    return known;
  }

  private async unseal({ keyId, privateKeySealed }: CardSigningKey): Promise<SigningKey> {
    const jwk = JSON.parse(this.keyRing.open(privateKeySealed, SEALING_PURPOSE)) as JWK;
    return { keyId, privateKey: (await importJWK(jwk, CARD_ALGORITHM)) as CryptoKey };
  }
}
