import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key that signs health cards. All processes share them through the database. */
@Entity('card_signing_key')
@Index('card_signing_key_generation', ['generation'], { unique: true })
export class CardSigningKey {
  @PrimaryColumn('varchar', { length: 16 })
  keyId: string;

  /** Running number, from 1. It is unique: of all processes that make the next key at once, one succeeds. */
  @Column('integer')
  generation: number;

  /** The private key (JWK), sealed. */
  @Column('text')
  privateKeySealed: string;

  /** The public key (JWK) as text. */
  @Column('text')
  publicKey: string;

  /** ISO 8601 instant, UTC. */
  @Column('varchar', { length: 24 })
  createdAt: string;

  /** From when on it signs, until its successor does; published ever since it was made. ISO 8601 instant, UTC. */
  @Column('varchar', { length: 24 })
  signsFrom: string;
}
