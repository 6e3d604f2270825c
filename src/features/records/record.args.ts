import { ArgsType, Field, Int } from 'type-graphql';
import { PageArgs } from '../../shared/relay/page.args';
import { YearMonthScalar } from '../../shared/scalars';
import { BenefitKind, InsuranceKind } from './insurance-kind.types';

@ArgsType()
export class InsuranceKindArgs {
  @Field(() => InsuranceKind, { description: 'The insurance.' })
  kind: InsuranceKind;
}

@ArgsType()
export class SalaryCapArgs extends InsuranceKindArgs {
  @Field(() => YearMonthScalar, {
    nullable: true,
    description: 'The month, YYYY-MM; the first month of the contribution unless given.',
  })
  month?: string | null;
}

@ArgsType()
export class ContributionsArgs extends PageArgs {
  @Field(() => InsuranceKind, { description: 'The insurance that was paid for.' })
  kind: InsuranceKind;
}

@ArgsType()
export class BenefitsArgs extends PageArgs {
  @Field(() => BenefitKind, { description: 'The sort of benefit.' })
  kind: BenefitKind;
}

@ArgsType()
export class VisitsArgs extends PageArgs {
  @Field(() => Int, { description: 'Year of admission, for example 2026.' })
  year: number;
}
