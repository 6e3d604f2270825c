import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of the ledger of accesses: someone else looked at, or asked about, a person's data. Never changed. */
@Entity('access_entry', { withoutRowid: true })
export class AccessEntry {
  @PrimaryColumn('integer')
  personId: number;

  /** ISO 8601 instant, UTC. */
  @PrimaryColumn('varchar', { length: 24 })
  at: string;

  /** Tells entries of one instant apart. */
  @PrimaryColumn('varchar', { length: 16 })
  entryId: string;

  /** As what someone looked (`AccessActor`). */
  @Column('varchar', { length: 16 })
  actor: string;

  /** Name of the integrator or of the own device; empty where nobody gave one. */
  @Column('varchar', { length: 200 })
  actorName: string;

  @Column('varchar', { length: 32 })
  purpose: string;

  /** Names of the fields that were seen or confirmed, separated by `,`. */
  @Column('varchar', { length: 400 })
  fields: string;
}
