import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many tries a subject has used: an account, a code that is nobody's, an address. All gateways count together. */
@Entity('attempt')
@Index('attempt_end', ['endsAt'])
export class Attempt {
  /** Blind index of the subject, so that the table names nobody. */
  @PrimaryColumn('varchar', { length: 40 })
  subject: string;

  @Column('integer')
  used: number;

  /** When the subject starts anew, ISO 8601, UTC. */
  @Column('varchar', { length: 24 })
  endsAt: string;
}
