import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a law or decree sets. */
export enum StatutoryFact {
  /** The state's base salary (lương cơ sở, before 2013-07 lương tối thiểu chung; the reference level follows it), đồng. */
  BASE_SALARY = 'BASE_SALARY',
  /** The monthly minimum wage of a region (lương tối thiểu vùng), đồng; the subject is the region, 1 to 4. */
  REGIONAL_MINIMUM_WAGE = 'REGIONAL_MINIMUM_WAGE',
  /** The region of wages, 1 to 4, of the unit that has the code which is the subject on the first day. */
  WAGE_REGION = 'WAGE_REGION',
  /** The cap of the salary of an insurance as a multiple of the base salary; the subject is the insurance. */
  CAP_IN_BASE_SALARIES = 'CAP_IN_BASE_SALARIES',
  /** The same as a multiple of the minimum wage of the region. */
  CAP_IN_REGIONAL_MINIMUM_WAGES = 'CAP_IN_REGIONAL_MINIMUM_WAGES',
  /** Percent of the costs that health insurance pays; the subject is the benefit level. */
  COVERAGE_PERCENT = 'COVERAGE_PERCENT',
  /** The benefit level of the object (mã đối tượng) that is the subject. */
  BENEFIT_LEVEL = 'BENEFIT_LEVEL',
  /** Months of health insurance after which a person has taken part continuously for long enough (đủ 5 năm liên tục). */
  CONTINUOUS_MONTHS = 'CONTINUOUS_MONTHS',
  /** Months that a break may last at most without ending a continuous time of health insurance. */
  LONGEST_BREAK_MONTHS = 'LONGEST_BREAK_MONTHS',
}

/** A value that holds from a day on, until the next row of the same fact and subject. */
@Entity('statutory_value', { withoutRowid: true })
export class StatutoryValue {
  @PrimaryColumn('varchar', { length: 32 })
  fact: string;

  /** What the fact is about; empty where there is one value for all. */
  @PrimaryColumn('varchar', { length: 40 })
  subject: string;

  /** First day, `YYYY-MM-DD`. */
  @PrimaryColumn('varchar', { length: 10 })
  validFrom: string;

  /** Null when from this day on nothing holds any more. */
  @Column('integer', { nullable: true })
  value: number | null;

  /** Law or decree that sets it, in Vietnamese. */
  @Column('varchar', { length: 200 })
  source: string;
}
