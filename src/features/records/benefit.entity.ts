import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WHOLE_DONG } from './whole-dong';

/** A benefit that a person received (thông tin hưởng). */
@Entity('benefit', { withoutRowid: true })
export class Benefit {
  @PrimaryColumn('integer')
  personId: number;

  @PrimaryColumn('varchar', { length: 20 })
  kind: string;

  /** First day, `YYYY-MM-DD`. */
  @PrimaryColumn('varchar', { length: 10 })
  fromDay: string;

  /** Name of the benefit, Vietnamese. */
  @PrimaryColumn('varchar', { length: 120 })
  regime: string;

  /** Last day; null for a single payment, and while a monthly benefit runs. */
  @Column('varchar', { length: 10, nullable: true })
  toDay: string | null;

  /** Whole đồng: the sum, or for monthly benefits the amount of a month. */
  @Column('bigint', { transformer: WHOLE_DONG })
  amountVnd: number;

  /** Name of the organisation that filed it. */
  @Column('varchar', { length: 300, nullable: true })
  filedBy: string | null;
}
