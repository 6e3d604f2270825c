import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The single row whose update publishes a revision. */
@Entity('directory_state')
export class DirectoryState {
  /** Always 1. */
  @PrimaryColumn('integer')
  id: number;

  /** The revision that readers see; 0 before the first. */
  @Column('integer')
  currentRevision: number;

  /** Who imports at this moment, or null. */
  @Column('varchar', { length: 100, nullable: true })
  importOwner: string | null;

  /** Last sign of life of that import, ISO 8601; when it is old, the import died. */
  @Column('varchar', { length: 24, nullable: true })
  importHeartbeat: string | null;
}
