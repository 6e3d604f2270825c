import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A one-time code on its way to a person, and what it will confirm. */
@Entity('otp')
@Index('otp_end', ['endsAt'])
export class Otp {
  /** The person, or 0 where nobody answers to what was given: such a code is never sent and never right. */
  @PrimaryColumn('integer')
  personId: number;

  @PrimaryColumn('varchar', { length: 24 })
  id: string;

  /** What the code confirms, see `OtpReason`. */
  @Column('varchar', { length: 16 })
  reason: string;

  /** Keyed hash of the code. */
  @Column('varchar', { length: 40 })
  codeHash: string;

  @Column('integer')
  attemptsLeft: number;

  /** How often it was sent again. */
  @Column('integer')
  resentCount: number;

  /** Where it is sent, masked: what the person is shown. */
  @Column('varchar', { length: 80 })
  sentTo: string;

  /** What happens when the code is right, as JSON: the device that signs in, or the hash of the new password. */
  @Column('varchar', { length: 600 })
  effect: string;

  /** ISO 8601 instants, UTC. */
  @Column('varchar', { length: 24 })
  createdAt: string;

  @Column('varchar', { length: 24 })
  lastSentAt: string;

  /** Until when the code counts, from its last delivery; null while it is still on its way. */
  @Column('varchar', { length: 24, nullable: true })
  expiresAt: string | null;

  /** From then on the code counts no more, delivered or not. */
  @Column('varchar', { length: 24 })
  endsAt: string;
}
