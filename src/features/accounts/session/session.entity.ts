import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed-in device. It ends by being deleted, so that no answer can forget to look at a mark. */
@Entity('account_session')
@Index('account_session_token', ['personId', 'tokenHash'], { unique: true })
@Index('account_session_expires', ['expiresAt'])
@Index('account_session_used', ['lastUsedAt'])
export class Session {
  @PrimaryColumn('integer')
  personId: number;

  @PrimaryColumn('varchar', { length: 24 })
  id: string;

  /** SHA-256 of the token, base64url; the token itself is with the device alone. */
  @Column('varchar', { length: 43 })
  tokenHash: string;

  /** SHA-256 of what the device calls itself by, base64url. */
  @Column('varchar', { length: 43 })
  deviceHash: string;

  /** Name of the device as its user knows it. */
  @Column('varchar', { length: 80 })
  deviceName: string;

  /** ISO 8601 instants, UTC. */
  @Column('varchar', { length: 24 })
  createdAt: string;

  @Column('varchar', { length: 24 })
  lastUsedAt: string;

  @Column('varchar', { length: 24 })
  expiresAt: string;
}
