import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { CodeArgs } from '../lists/code.args';
import type { ListingListService } from '../lists/listing-list.service';
import { EmployerConnection } from '../listing/listing.connections';
import type { ListingStore } from '../listing/listing.store';
import { ListingKind } from '../listing/listing.types';
import { Office } from '../office/office.entity';
import { EmployersArgs } from './employer.args';
import { Employer } from './employer.entity';
import { planEmployers } from './employer.plan';

@Resolver(() => Employer)
export class EmployerResolver {
  constructor(
    private readonly lists: ListingListService,
    private readonly store: ListingStore,
  ) {}

  @Query(() => Employer, {
    nullable: true,
    description: 'The employer with this code (đơn vị); null when there is none.',
  })
  employer(@Args(() => CodeArgs) { code }: CodeArgs, @Ctx() { directory }: GatewayContext): Promise<Employer | null> {
    return directory.byCode(ListingKind.EMPLOYER, code);
  }

  @Query(() => EmployerConnection, {
    description: 'Employers and whether they take part (tra cứu đơn vị tham gia BHXH).',
  })
  employers(
    @Args(() => EmployersArgs) args: EmployersArgs,
    @Ctx() { directory }: GatewayContext,
  ): Promise<EmployerConnection> {
    return this.lists.page(directory, {
      kind: ListingKind.EMPLOYER,
      filter: args.filter,
      plan: (index, snapshot) => planEmployers(args.filter, index, snapshot, this.store),
      page: args,
    });
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description: 'The office that manages the employer (cơ quan quản lý).',
  })
  managingOffice(@Root() employer: Employer, @Ctx() { directory }: GatewayContext): Promise<Office | null> {
    return directory.byCode(ListingKind.OFFICE, employer.managingOfficeCode);
  }
}
