import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a person was told, as it stands in their list of notices. */
@Entity('notice')
export class Notice {
  @PrimaryColumn('integer')
  personId: number;

  /** Begins with the instant, so that a person's notices are in order of time. */
  @PrimaryColumn('varchar', { length: 40 })
  id: string;

  /** See `NoticeKind`. */
  @Column('varchar', { length: 24 })
  kind: string;

  /** What the words of the kind need, as JSON; never an identifier. */
  @Column('varchar', { length: 400 })
  facts: string;

  /** ISO 8601 instants, UTC. */
  @Column('varchar', { length: 24 })
  at: string;

  @Column('varchar', { length: 24, nullable: true })
  readAt: string | null;
}
