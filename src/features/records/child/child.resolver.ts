import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, FieldResolver, ID, Info, Int, Resolver, Root } from 'type-graphql';
import { Viewer } from '../../accounts/viewer.types';
import type { AccessLedger } from '../../people/access-ledger.store';
import { AccessConnection } from '../../people/access.types';
import { PageArgs } from '../../../shared/relay/page.args';
import type { HealthCardService } from '../health-card.service';
import { HealthCardView } from '../health-card.types';
import { BenefitsArgs, ContributionsArgs, InsuranceKindArgs, VisitsArgs } from '../record.args';
import type { RecordService } from '../record.service';
import { BenefitConnection, ContributionConnection, ContributionTotal, VisitConnection } from '../record.types';
import type { ChildService } from './child.service';
import { Child } from './child.types';
import { seenFields } from '../../../shared/seen-fields';

/** Leads from a guardian to the children. */
@Resolver(() => Viewer)
export class ViewerChildResolver {
  constructor(private readonly children: ChildService) {}

  @FieldResolver(() => [Child], {
    name: 'children',
    complexity: 20,
    description: 'Children under 18 whose parent or guardian the person is, as the agency approved it, oldest first.',
  })
  childList(@Root() { personId }: Viewer, @Info() info: GraphQLResolveInfo): Promise<Child[]> {
    return this.children.childrenOf(personId, seenFields(info));
  }

  @FieldResolver(() => Child, {
    nullable: true,
    description: 'One of these children; the others read nothing of it in their log. Null when there is no such child.',
  })
  child(
    @Root() { personId }: Viewer,
    @Arg('id', () => ID, { description: 'Identifier from `children`.' }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return this.children.childOf(personId, id, seenFields(info));
  }
}

/** What a guardian sees of a child's record. */
@Resolver(() => Child)
export class ChildResolver {
  constructor(
    private readonly records: RecordService,
    private readonly cards: HealthCardService,
    private readonly ledger: AccessLedger,
  ) {}

  @FieldResolver(() => AccessConnection, {
    description: "Who looked at the child's data, newest first (ai đã xem dữ liệu của con).",
  })
  accessLog(@Root() { personId }: Child, @Args(() => PageArgs) page: PageArgs): Promise<AccessConnection> {
    return this.ledger.of(personId, page);
  }

  @FieldResolver(() => HealthCardView, {
    nullable: true,
    description: 'The health card that holds today, else the latest (thẻ BHYT); null without any.',
  })
  healthCard(@Root() child: Child): Promise<HealthCardView | null> {
    return this.cards.cardOf(child);
  }

  @FieldResolver(() => ContributionTotal, {
    description: 'How long somebody has paid into one insurance for the child (tổng thời gian tham gia).',
  })
  contributionTotal(
    @Root() child: Child,
    @Args(() => InsuranceKindArgs) { kind }: InsuranceKindArgs,
  ): Promise<ContributionTotal> {
    return this.records.total(child, kind);
  }

  @FieldResolver(() => ContributionConnection, {
    description: 'Contributions to one insurance, oldest first (quá trình tham gia).',
  })
  contributions(
    @Root() child: Child,
    @Args(() => ContributionsArgs) args: ContributionsArgs,
  ): Promise<ContributionConnection> {
    return this.records.contributions(child, args.kind, args);
  }

  @FieldResolver(() => BenefitConnection, {
    description: 'Benefits of one sort that the child received, newest first (thông tin hưởng).',
  })
  benefits(@Root() child: Child, @Args(() => BenefitsArgs) args: BenefitsArgs): Promise<BenefitConnection> {
    return this.records.benefits(child, args.kind, args);
  }

  @FieldResolver(() => [Int], { description: 'Years with medical visits, newest first.' })
  visitYears(@Root() child: Child): Promise<number[]> {
    return this.records.visitYears(child);
  }

  @FieldResolver(() => VisitConnection, {
    description: 'Medical visits of a year, newest first (sổ khám chữa bệnh).',
  })
  visits(@Root() child: Child, @Args(() => VisitsArgs) args: VisitsArgs): Promise<VisitConnection> {
    return this.records.visits(child, args.year, args);
  }
}
