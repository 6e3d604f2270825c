import { Field, Float, Int, ObjectType } from 'type-graphql';
import { type Connection, connectionOf, type Edge, edgeOf } from '../../shared/relay/connection.types';
import { Node } from '../../shared/relay/node.types';
import { DateScalar, YearMonthScalar } from '../../shared/scalars';
import { VndScalar } from '../../shared/vnd.scalar';
import { Personal } from '../protection/authorization';

@Personal()
@ObjectType({ description: 'Months for which nobody paid, between months that were paid for (thời gian gián đoạn).' })
export class ContributionGap {
  @Field(() => YearMonthScalar, { description: 'First month of the gap, YYYY-MM.' })
  fromMonth: string;

  @Field(() => YearMonthScalar, { description: 'Last month of the gap, YYYY-MM.' })
  toMonth: string;
}

@Personal()
@ObjectType({ description: 'How long a person has paid into one insurance (tổng thời gian tham gia).' })
export class ContributionTotal {
  @Field(() => Int, { description: 'Distinct months; a month that two employers paid for counts once.' })
  months: number;

  @Field(() => Int, { description: 'The whole years among these months.' })
  years: number;

  @Field(() => Int, { description: 'The months beyond the whole years, 0 to 11.' })
  remainingMonths: number;

  @Field(() => [ContributionGap], { description: 'Gaps between the first and the last month, oldest first.' })
  gaps: ContributionGap[];
}

/** A contribution as its owner sees it. */
@Personal()
@ObjectType('Contribution', {
  implements: Node,
  description: 'A stretch of months paid for through one employer with one salary (quá trình tham gia).',
})
export class ContributionRecord extends Node {
  @Field(() => YearMonthScalar, { description: 'First month, YYYY-MM (từ tháng).' })
  fromMonth: string;

  @Field(() => YearMonthScalar, { description: 'Last month, YYYY-MM (đến tháng).' })
  toMonth: string;

  /** Code of the employer, or empty. */
  employerCode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the employer at that time (đơn vị); null for someone who paid alone.',
  })
  employerName: string | null;

  @Field(() => String, { nullable: true, description: 'Position (chức danh).' })
  position: string | null;

  @Field(() => String, { nullable: true, description: 'Place of work (nơi làm việc).' })
  workplace: string | null;

  @Field(() => VndScalar, { nullable: true, description: 'Monthly salary that was paid for, đồng (mức lương đóng).' })
  salaryVnd: number | null;

  @Field(() => Float, { nullable: true, description: 'Coefficient of the pay scale of the state (hệ số).' })
  coefficient: number | null;

  @Field(() => String, { description: 'Currency of the salary, ISO 4217 (loại tiền).' })
  currency: string;
}

/** A benefit as its owner sees it. */
@Personal()
@ObjectType('Benefit', { implements: Node, description: 'A benefit that a person received (thông tin hưởng).' })
export class BenefitRecord extends Node {
  @Field(() => String, { description: 'Name of the benefit, Vietnamese (chế độ hưởng).' })
  regime: string;

  @Field(() => DateScalar, { name: 'from', description: 'First day, YYYY-MM-DD (từ ngày).' })
  fromDay: string;

  @Field(() => DateScalar, {
    name: 'to',
    nullable: true,
    description: 'Last day, YYYY-MM-DD (đến ngày); null for a single payment and while a monthly benefit runs.',
  })
  toDay: string | null;

  @Field(() => VndScalar, { description: 'Amount in đồng; of monthly benefits the amount of one month (số tiền).' })
  amountVnd: number;

  @Field(() => String, { nullable: true, description: 'Organisation that filed it (đơn vị đề nghị).' })
  filedBy: string | null;
}

/** A visit as its owner sees it. */
@Personal()
@ObjectType('Visit', {
  implements: Node,
  description: 'A medical visit paid by health insurance (lần khám chữa bệnh).',
})
export class VisitRecord extends Node {
  clinicCode: string;

  /** Code of the visit at the clinic, or empty. */
  visitCode: string;

  @Field(() => String, { nullable: true, description: 'Name of the clinic at that time (cơ sở khám chữa bệnh).' })
  clinicName: string | null;

  @Field(() => DateScalar, { description: 'Day of admission, YYYY-MM-DD (ngày vào).' })
  @Field(() => DateScalar, { name: 'admittedAt', description: 'The same day as `admittedOn`.' })
  admittedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of discharge, YYYY-MM-DD (ngày ra); null while the person stays.',
  })
  @Field(() => DateScalar, { name: 'dischargedAt', nullable: true, description: 'The same day as `dischargedOn`.' })
  dischargedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Diagnosis in words, Vietnamese (chẩn đoán).' })
  diagnosis: string | null;

  @Field(() => VndScalar, { description: 'What the insurance paid, đồng (BHYT chi trả).' })
  coveredVnd: number;

  @Field(() => VndScalar, { description: 'What the person paid, đồng (người bệnh chi trả).' })
  ownVnd: number;
}

export const ContributionConnection = connectionOf(edgeOf(ContributionRecord, 'Contribution'), 'Contribution');
export type ContributionConnection = Connection<Edge<ContributionRecord>>;

export const BenefitConnection = connectionOf(edgeOf(BenefitRecord, 'Benefit'), 'Benefit');
export type BenefitConnection = Connection<Edge<BenefitRecord>>;

export const VisitConnection = connectionOf(edgeOf(VisitRecord, 'Visit'), 'Visit');
export type VisitConnection = Connection<Edge<VisitRecord>>;
