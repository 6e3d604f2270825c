import { Column, Entity, Index } from 'typeorm';
import { ENDED_ROWS, VersionedRow } from '../../../database/versioned-row.entity';

/** One unit followed another on a day; a unit that was split has several rows. */
@Entity('unit_succession')
@Index('unit_succession_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('unit_succession_begun', ['revisionFrom'])
@Index('unit_succession_key', ['successionKey', 'revisionFrom'], { unique: true })
export class UnitSuccession extends VersionedRow {
  /** `predecessorKey>successorKey`. */
  @Column('varchar', { length: 81 })
  successionKey: string;

  @Column('varchar', { length: 40 })
  predecessorKey: string;

  @Column('varchar', { length: 40 })
  successorKey: string;

  /** First day of the successor (YYYY-MM-DD). */
  @Column('varchar', { length: 10 })
  effectiveOn: string;
}
