import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One published state of the directory. */
@Entity('revision')
export class Revision {
  @PrimaryColumn('integer')
  number: number;

  /** ISO 8601 instant, UTC. */
  @Column('varchar', { length: 24 })
  publishedAt: string;

  /** What the revision came from: the manifest's file name, or `rollback to N`. */
  @Column('varchar', { length: 300 })
  origin: string;

  /** Live rows of each versioned kind. */
  @Column('simple-json')
  counts: Record<string, number>;

  /** The revision in which each kind last changed: what of that kind is cached stays exact until this moves. */
  @Column('simple-json')
  kindRevisions: Record<string, number>;

  /** What this revision added, changed and removed, by kind. */
  @Column('simple-json')
  changes: Record<string, { added: number; changed: number; removed: number }>;
}
