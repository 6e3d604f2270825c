import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../shared/scalars';
import { VndScalar } from '../../shared/vnd.scalar';
import { Impersonal } from '../protection/authorization';

/** Why it is not known what holds. */
export enum StatutoryGap {
  NO_VALUE = 'NO_VALUE',
  EMPLOYER_UNKNOWN = 'EMPLOYER_UNKNOWN',
  REGION_UNKNOWN = 'REGION_UNKNOWN',
}
registerEnumType(StatutoryGap, {
  name: 'StatutoryGap',
  description: 'Why it is not known what law or decree sets.',
  valuesConfig: {
    NO_VALUE: { description: 'No row on record says what held then (chưa có số liệu quy định).' },
    EMPLOYER_UNKNOWN: { description: 'The directory does not tell where the employer is (chưa rõ nơi của đơn vị).' },
    REGION_UNKNOWN: { description: 'No row on record says the region of wages of that place (chưa rõ vùng lương).' },
  },
});

@Impersonal()
@ObjectType({ description: 'Told in place of a value that is not on record: nothing is guessed.' })
export class StatutoryUnknown {
  @Field(() => StatutoryGap, { description: 'Why it is not known.' })
  gap: StatutoryGap;

  @Field(() => String, { description: 'Why it is not known, in Vietnamese.' })
  message: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn: string;
}

/** What a cap is a multiple of. */
export enum SalaryCapBasis {
  BASE_SALARY = 'BASE_SALARY',
  REGIONAL_MINIMUM_WAGE = 'REGIONAL_MINIMUM_WAGE',
}
registerEnumType(SalaryCapBasis, {
  name: 'SalaryCapBasis',
  description: 'What a cap of salaries is a multiple of.',
  valuesConfig: {
    BASE_SALARY: { description: "The state's base salary or reference level (lương cơ sở, mức tham chiếu)." },
    REGIONAL_MINIMUM_WAGE: { description: "The minimum wage of the employer's region (lương tối thiểu vùng)." },
  },
});

@Impersonal()
@ObjectType({ description: 'The largest salary that contributions of a month are based on (mức lương đóng tối đa).' })
export class SalaryCap {
  @Field(() => VndScalar, { description: 'The cap, đồng a month.' })
  amountVnd: number;

  @Field(() => SalaryCapBasis, { description: 'What it is a multiple of.' })
  basis: SalaryCapBasis;

  @Field(() => VndScalar, { description: 'What it is a multiple of, đồng a month.' })
  basisVnd: number;

  @Field(() => DateScalar, { description: 'First day of that amount, YYYY-MM-DD.' })
  basisValidFrom: string;

  @Field(() => String, { description: 'Law or decree that sets that amount, Vietnamese.' })
  basisSource: string;

  @Field(() => Int, { description: 'The multiple (số lần).' })
  multiple: number;

  @Field(() => String, { description: 'Law that sets the multiple, Vietnamese.' })
  source: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Region of wages, 1 to 4 (vùng I đến IV); null where the base salary counts.',
  })
  region: number | null;
}

@Impersonal()
@ObjectType({ description: 'Share of the costs that health insurance pays at a benefit level (tỷ lệ hưởng).' })
export class CoverageShare {
  @Field(() => Int, { description: 'Percent of the costs within the scope of the insurance.' })
  percent: number;

  @Field(() => DateScalar, { description: 'First day on which it held, YYYY-MM-DD.' })
  validFrom: string;

  @Field(() => String, { description: 'Law or decree that sets it, Vietnamese.' })
  source: string;
}

export const SalaryCapResult = createUnionType({
  name: 'SalaryCapResult',
  description: 'The cap of a salary, or why it is not known.',
  types: () => [SalaryCap, StatutoryUnknown] as const,
  resolveType: (value) => ('gap' in value ? StatutoryUnknown : SalaryCap),
});

export const CoverageResult = createUnionType({
  name: 'CoverageResult',
  description: 'The share that health insurance pays, or why it is not known.',
  types: () => [CoverageShare, StatutoryUnknown] as const,
  resolveType: (value) => ('gap' in value ? StatutoryUnknown : CoverageShare),
});
