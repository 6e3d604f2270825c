import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A device on which a person has signed in, kept after the sign-out: its wrong passwords are counted apart from those of
 * strangers, who could otherwise keep the person out for ever (OWASP: device cookies against lock-out).
 */
@Entity('trusted_device')
@Index('trusted_device_used', ['lastSignInAt'])
export class TrustedDevice {
  @PrimaryColumn('integer')
  personId: number;

  /** SHA-256 of what the device calls itself by, base64url. */
  @PrimaryColumn('varchar', { length: 43 })
  deviceHash: string;

  /** ISO 8601 instant, UTC. */
  @Column('varchar', { length: 24 })
  lastSignInAt: string;
}
