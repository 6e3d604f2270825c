import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { KeyRing } from '../../shared/sealing/key-ring';
import { CARD_ALGORITHM, type CardKeys } from './card-keys.store';

/** What a card says in itself, so that it can be checked without a network. */
export interface CardFacts {
  readonly holderName: string;
  readonly dateOfBirth: string;
  /** Last 4 digits of the number. */
  readonly numberEnding: string;
  readonly benefitLevel: number;
  readonly coveragePercent: number | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly clinicCode: string | null;
}

/** A genuine card: whose it is, and what tells it from every other one. */
export interface ReadCard {
  readonly personId: number;
  readonly tokenId: string;
  readonly expiresAt: Date;
}

/** Why a token is no card that can be taken. */
export type CardFault = 'EXPIRED' | 'NOT_GENUINE';

const ISSUER = 'bhxh-gateway';
const AUDIENCE = 'bhxh-health-card';
const OWNER_PURPOSE = 'card.owner';
/** How long a shown card can be checked; the page shows a new one before. */
export const CARD_LIVES_SECONDS = 300;
const LONGEST_TOKEN = 4_000;

/** What this service reads of its own token: the facts of a card are for those who check it without asking. */
const cardClaims = z.object({ sub: z.string(), jti: z.string(), exp: z.number() });

/**
 * Makes and reads the signed form of a health card: a JSON Web Token (RFC 7519) that lives five minutes. It holds no
 * code and no identity number; whose it is stands in it sealed, different every time, for this service alone.
 */
export class CardTokens {
  constructor(
    private readonly keys: CardKeys,
    private readonly keyRing: KeyRing,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Signs the card of a person. */
  async sign(personId: number, card: CardFacts): Promise<string> {
    const { keyId, privateKey } = await this.keys.signingKey();
    const issuedAt = Math.floor(this.now().getTime() / 1000);
    return new SignJWT({ card })
      .setProtectedHeader({ alg: CARD_ALGORITHM, kid: keyId, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(this.keyRing.seal(String(personId), OWNER_PURPOSE))
      .setJti(randomBytes(12).toString('base64url'))
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + CARD_LIVES_SECONDS)
      .sign(privateKey);
  }

  /** Reads a token that this service signed; says otherwise why not. */
  async read(token: string): Promise<ReadCard | CardFault> {
    if (token.length > LONGEST_TOKEN) return 'NOT_GENUINE';
    try {
      const payload = await this.payload(token, await this.keys.jwks()).catch(async (error: unknown) => {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        return this.payload(token, await this.keys.jwks({ reread: true }));
      });
      const { sub, jti, exp } = cardClaims.parse(payload);
      const personId = Number(this.keyRing.open(sub, OWNER_PURPOSE));
      return { personId, tokenId: jti, expiresAt: new Date(exp * 1000) };
    } catch (error) {
      return error instanceof errors.JWTExpired ? 'EXPIRED' : 'NOT_GENUINE';
    }
  }

  private async payload(token: string, keys: JSONWebKeySet): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      algorithms: [CARD_ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      currentDate: this.now(),
    });
    return payload;
  }
}
