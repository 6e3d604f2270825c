import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The right of one process at a time to do something: an import, or a job. */
@Entity('lease')
export class LeaseRow {
  @PrimaryColumn('varchar', { length: 64 })
  name: string;

  /** Who holds it, as `host:process:random`; null when nobody does. */
  @Column('varchar', { length: 100, nullable: true })
  holder: string | null;

  /** Grows with every holder: a write under an older one is refused. */
  @Column('integer')
  token: number;

  /** Until when it counts unless it is renewed; ISO 8601 instant, UTC. */
  @Column('varchar', { length: 24, nullable: true })
  until: string | null;
}
