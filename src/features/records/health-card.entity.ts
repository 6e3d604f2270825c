import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A period in which a person's health card holds with one object and level (thẻ BHYT). */
@Entity('health_card', { withoutRowid: true })
export class HealthCard {
  @PrimaryColumn('integer')
  personId: number;

  /** First day, `YYYY-MM-DD`. */
  @PrimaryColumn('varchar', { length: 10 })
  validFrom: string;

  /** Last day; null while no end is set. */
  @Column('varchar', { length: 10, nullable: true })
  validUntil: string | null;

  /** Two letters that name the group of the insured (mã đối tượng). */
  @Column('varchar', { length: 2 })
  objectCode: string;

  /** 1 to 5 (mã mức hưởng). */
  @Column('integer')
  benefitLevel: number;

  /** Two digits of the card's number; never used to tell where the person lives. */
  @Column('varchar', { length: 2 })
  provinceCode: string;

  @Column('varchar', { length: 5, nullable: true })
  registeredClinicCode: string | null;

  /** Code of the office that issued the card; null where the source has none. */
  @Column('varchar', { length: 40, nullable: true })
  issuingOfficeCode: string | null;

  /** The day on which five continuous years are reached. */
  @Column('varchar', { length: 10, nullable: true })
  fiveYearsFrom: string | null;
}
