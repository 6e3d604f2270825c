import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of months paid for through one employer with one salary (quá trình tham gia). */
@Entity('contribution', { withoutRowid: true })
export class Contribution {
  @PrimaryColumn('integer')
  personId: number;

  /** `YYYY-MM`. */
  @PrimaryColumn('varchar', { length: 7 })
  fromMonth: string;

  /** Code of the employer, or empty for someone who pays alone. */
  @PrimaryColumn('varchar', { length: 40 })
  employerCode: string;

  /** The kinds of insurance paid for, as bits (see `insuranceBits`): most months pay for all four at once. */
  @PrimaryColumn('integer')
  kindBits: number;

  @Column('varchar', { length: 7 })
  toMonth: string;

  @Column('varchar', { length: 300, nullable: true })
  employerName: string | null;

  @Column('varchar', { length: 200, nullable: true })
  position: string | null;

  @Column('varchar', { length: 400, nullable: true })
  workplace: string | null;

  /** The monthly salary that contributions are based on, whole đồng. */
  @Column('integer', { nullable: true })
  salaryVnd: number | null;

  /** Coefficient of the state's pay scale, where salaries follow it. */
  @Column('double precision', { nullable: true })
  coefficient: number | null;

  /** ISO 4217. */
  @Column('varchar', { length: 3 })
  currency: string;
}
