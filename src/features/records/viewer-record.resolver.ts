import { Args, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Viewer } from '../accounts/viewer.types';
import { BenefitsArgs, ContributionsArgs, InsuranceKindArgs, VisitsArgs } from './record.args';
import type { RecordService } from './record.service';
import { BenefitConnection, ContributionConnection, ContributionTotal, VisitConnection } from './record.types';

@Resolver(() => Viewer)
export class ViewerRecordResolver {
  constructor(private readonly records: RecordService) {}

  @FieldResolver(() => ContributionTotal, {
    description: 'How long the person has paid into one insurance (tổng thời gian tham gia).',
  })
  contributionTotal(
    @Root() viewer: Viewer,
    @Args(() => InsuranceKindArgs) { kind }: InsuranceKindArgs,
  ): Promise<ContributionTotal> {
    return this.records.total(viewer, kind);
  }

  @FieldResolver(() => ContributionConnection, {
    description: 'Contributions to one insurance, oldest first (quá trình tham gia).',
  })
  contributions(
    @Root() viewer: Viewer,
    @Args(() => ContributionsArgs) args: ContributionsArgs,
  ): Promise<ContributionConnection> {
    return this.records.contributions(viewer, args.kind, args);
  }

  @FieldResolver(() => BenefitConnection, { description: 'Benefits of one sort, newest first (thông tin hưởng).' })
  benefits(@Root() viewer: Viewer, @Args(() => BenefitsArgs) args: BenefitsArgs): Promise<BenefitConnection> {
    return this.records.benefits(viewer, args.kind, args);
  }

  @FieldResolver(() => [Int], { description: 'Years with medical visits, newest first.' })
  visitYears(@Root() viewer: Viewer): Promise<number[]> {
    return this.records.visitYears(viewer);
  }

  @FieldResolver(() => VisitConnection, {
    description: 'Medical visits of a year, newest first (sổ khám chữa bệnh).',
  })
  visits(@Root() viewer: Viewer, @Args(() => VisitsArgs) args: VisitsArgs): Promise<VisitConnection> {
    return this.records.visits(viewer, args.year, args);
  }
}
