import { Column, Entity, Index } from 'typeorm';
import { ENDED_ROWS, VersionedRow } from '../../../database/versioned-row.entity';

/** Which office serves which unit: responsibility follows from the commune, not from distance. */
@Entity('office_jurisdiction')
@Index('office_jurisdiction_ended', ['revisionUntil'], { where: ENDED_ROWS })
@Index('office_jurisdiction_begun', ['revisionFrom'])
@Index('office_jurisdiction_key', ['unitKey', 'revisionFrom'], { unique: true })
@Index('office_jurisdiction_office', ['officeCode'])
export class OfficeJurisdiction extends VersionedRow {
  @Column('varchar', { length: 40 })
  unitKey: string;

  @Column('varchar', { length: 40 })
  officeCode: string;
}
