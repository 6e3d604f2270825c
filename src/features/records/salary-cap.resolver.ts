import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GatewayContext } from '../context';
import { SalaryCapArgs } from './record.args';
import { ContributionRecord } from './record.types';
import type { SalaryCapService } from './salary-cap.service';
import { type SalaryCap, SalaryCapResult, type StatutoryUnknown } from './statutory.types';

/** What the law says of the salary of a contribution. */
@Resolver(() => ContributionRecord)
export class SalaryCapResolver {
  constructor(private readonly caps: SalaryCapService) {}

  @FieldResolver(() => SalaryCapResult, {
    description:
      'The largest salary that contributions to an insurance were based on at this employer (mức đóng tối đa).',
  })
  salaryCap(
    @Root() contribution: ContributionRecord,
    @Args(() => SalaryCapArgs) { kind, month }: SalaryCapArgs,
    @Ctx() { directory }: GatewayContext,
  ): Promise<SalaryCap | StatutoryUnknown> {
    return this.caps.capOf(contribution, kind, month ?? contribution.fromMonth, directory);
  }
}
