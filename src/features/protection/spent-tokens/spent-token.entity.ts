import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A token that may be used once and was: a solved challenge, or a health card that was verified. */
@Entity('spent_token')
@Index('spent_token_expires', ['expiresAt'])
export class SpentToken {
  /** SHA-256 of the token with its purpose, base64url. */
  @PrimaryColumn('varchar', { length: 43 })
  tokenHash: string;

  /** Tells which of several tries at the same moment was first. */
  @Column('varchar', { length: 16 })
  spendingId: string;

  /** When the token would not be taken anyway; ISO 8601 instant, UTC. */
  @Column('varchar', { length: 24 })
  expiresAt: string;
}
