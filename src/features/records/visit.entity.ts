import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WHOLE_DONG } from './whole-dong';

/** A medical visit that health insurance paid for (sổ khám chữa bệnh). */
@Entity('visit', { withoutRowid: true })
export class Visit {
  @PrimaryColumn('integer')
  personId: number;

  /** `YYYY-MM-DD`. */
  @PrimaryColumn('varchar', { length: 10 })
  admittedOn: string;

  @PrimaryColumn('varchar', { length: 5 })
  clinicCode: string;

  /** Code of the visit in the files of the clinic (mã lượt khám); empty where the source has none. */
  @PrimaryColumn('varchar', { length: 40 })
  visitCode: string;

  @Column('varchar', { length: 10, nullable: true })
  dischargedOn: string | null;

  @Column('varchar', { length: 300, nullable: true })
  clinicName: string | null;

  /** In words, Vietnamese, with the code of the International Classification of Diseases if known. */
  @Column('varchar', { length: 400, nullable: true })
  diagnosis: string | null;

  /** What the insurance paid, whole đồng. */
  @Column('bigint', { transformer: WHOLE_DONG })
  coveredVnd: number;

  /** What the person paid, whole đồng. */
  @Column('bigint', { transformer: WHOLE_DONG })
  ownVnd: number;
}
