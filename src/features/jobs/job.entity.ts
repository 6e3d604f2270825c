import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is done again and again by one process at a time, whichever has the time. */
@Entity('job')
export class JobRow {
  @PrimaryColumn('varchar', { length: 56 })
  name: string;

  /** When it is due, as a cron pattern in the agency's time. */
  @Column('varchar', { length: 60 })
  schedule: string;

  /** When it is due next; ISO 8601 instants, UTC. */
  @Column('varchar', { length: 24 })
  dueAt: string;

  /** When it ended last, well or not. */
  @Column('varchar', { length: 24, nullable: true })
  endedAt: string | null;

  /** How often in a row it failed. */
  @Column('integer')
  failures: number;
}
