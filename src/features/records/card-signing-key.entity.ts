import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that signs health cards. All processes share them through the database. */
@Entity('card_signing_key')
export class CardSigningKey {
  @PrimaryColumn('varchar', { length: 16 })
  keyId: string;

  /** The private key (JWK), sealed. */
  @Column('text')
  privateKeySealed: string;

  /** The public key (JWK) as text. */
  @Column('text')
  publicKey: string;

  /** ISO 8601 instant, UTC. */
  @Column('varchar', { length: 24 })
  createdAt: string;
}
