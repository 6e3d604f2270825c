import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message on its way out, written in the transaction of the change that it tells of. */
@Entity('outbox_message')
@Index('outbox_message_due', ['status', 'nextAttemptAt'])
export class OutboxMessage {
  /** The person it goes to. */
  @PrimaryColumn('integer')
  personId: number;

  @PrimaryColumn('varchar', { length: 40 })
  id: string;

  /** SMS or EMAIL. */
  @Column('varchar', { length: 8 })
  channel: string;

  /** Telephone number or address, sealed; empty once it was delivered. */
  @Column('varchar', { length: 600 })
  sealedRecipient: string;

  /** Subject and words as JSON, sealed; empty once it was delivered. */
  @Column('text')
  sealedContent: string;

  /** The one-time code that it carries, whose life begins with the delivery. */
  @Column('varchar', { length: 24, nullable: true })
  otpId: string | null;

  /** WAITING, SENT or GIVEN_UP. */
  @Column('varchar', { length: 8 })
  status: string;

  @Column('integer')
  attempts: number;

  /** ISO 8601 instants, UTC. While a worker has it, this is when another may take it over. */
  @Column('varchar', { length: 24 })
  nextAttemptAt: string;

  @Column('varchar', { length: 24 })
  giveUpAt: string;

  @Column('varchar', { length: 24 })
  createdAt: string;

  @Column('varchar', { length: 24, nullable: true })
  sentAt: string | null;
}
