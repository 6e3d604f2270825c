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
/** A key signs for 30 days, and is published for one more day so that the last cards it signed can be checked. */
const SIGNS_FOR_MS = 30 * DAY_MS;
const PUBLISHED_FOR_MS = 31 * DAY_MS;
/** How long a process trusts what it read: another gateway may have made a new key. */
const REREAD_MS = 60_000;

/** A key that can sign now. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: CryptoKey;
}

/** The keys that sign health cards, shared by all gateways through the database; they rotate by themselves. */
export class CardKeys {
  private read: { readonly rows: readonly CardSigningKey[]; readonly at: number } | null = null;
  private readonly opened = new Map<string, Promise<SigningKey>>();
  private making: Promise<CardSigningKey> | null = null;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The key to sign with; makes a new one when the newest is 30 days old. */
  async signingKey(): Promise<SigningKey> {
    const [newest] = await this.published();
    const isYoung = newest && this.now().getTime() - Date.parse(newest.createdAt) < SIGNS_FOR_MS;
    return this.open(isYoung ? newest : await this.madeOnce());
  }

  /**
   * The public keys as a JSON Web Key Set (RFC 7517), for whoever checks cards without asking this service. `reread`
   * looks for keys that another gateway made since.
   */
  async jwks({ reread = false } = {}): Promise<JSONWebKeySet> {
    if (reread) this.read = null;
    return { keys: (await this.published()).map(({ publicKey }) => JSON.parse(publicKey) as JWK) };
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

  /** Keys that cards in circulation may be signed with, newest first. */
  private async published(): Promise<readonly CardSigningKey[]> {
    const now = this.now().getTime();
    if (!this.read || now - this.read.at > REREAD_MS || now < this.read.at) {
      const rows = await this.database.freshReader.find(CardSigningKey, { order: { createdAt: 'DESC' } });
      this.read = { rows, at: now };
    }
    return this.read.rows.filter(({ createdAt }) => now - Date.parse(createdAt) < PUBLISHED_FOR_MS);
  }

  /** All who ask while a key is being made get that one: else a crowd at the turn of keys makes as many. */
  private madeOnce(): Promise<CardSigningKey> {
    this.making ??= this.make().finally(() => {
      this.making = null;
    });
    return this.making;
  }

  private async make(): Promise<CardSigningKey> {
    const { privateKey, publicKey } = await generateKeyPair(CARD_ALGORITHM, { crv: 'Ed25519', extractable: true });
    const keyId = randomBytes(9).toString('base64url');
    const now = this.now();
    const row: CardSigningKey = {
      keyId,
      privateKeySealed: this.keyRing.seal(JSON.stringify(await exportJWK(privateKey)), SEALING_PURPOSE),
      publicKey: JSON.stringify({ ...(await exportJWK(publicKey)), kid: keyId, alg: CARD_ALGORITHM, use: 'sig' }),
      createdAt: now.toISOString(),
    };
    const expired = LessThan(new Date(now.getTime() - PUBLISHED_FOR_MS).toISOString());
    await this.database.write(async (manager) => {
      await manager.delete(CardSigningKey, { createdAt: expired });
      await manager.insert(CardSigningKey, row);
    });
    this.read = null;
    return row;
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
