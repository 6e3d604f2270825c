import { Column, Entity, Index } from 'typeorm';
import { ENDED_ROWS, VersionedRow } from '../../../database/versioned-row.entity';

/** The area of one unit. */
@Entity('unit_boundary')
@Index('unit_boundary_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('unit_boundary_begun', ['revisionFrom'])
@Index('unit_boundary_key', ['unitKey', 'revisionFrom'], { unique: true })
export class UnitBoundary extends VersionedRow {
  @Column('varchar', { length: 40 })
  unitKey: string;

  @Column('varchar', { length: 16 })
  level: string;

  /** GeoJSON MultiPolygon coordinates (RFC 7946: longitude, latitude) as JSON. */
  @Column('text')
  coordinates: string;
}
