import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MaybePromise } from '../../../shared/maybe-promise';
import type { GatewayContext } from '../../context';
import { CodeArgs } from '../lists/code.args';
import type { ListingListService } from '../lists/listing-list.service';
import { EmployerConnection } from './employer.connection';
import { Office } from '../office/office.entity';
import { EmployersArgs } from './employer.args';
import { Employer } from './employer.entity';
import { planEmployers } from './employer.plan';

@Resolver(() => Employer)
export class EmployerResolver {
  constructor(private readonly lists: ListingListService) {}

  @Query(() => Employer, {
    nullable: true,
    description: 'The employer with this code (đơn vị); null when there is none.',
  })
  employer(
    @Args(() => CodeArgs) { code }: CodeArgs,
    @Ctx() { directory }: GatewayContext,
  ): MaybePromise<Employer | null> {
    return directory.byCode(Employer, code);
  }

  @Query(() => EmployerConnection, {
    description: 'Employers and whether they take part (tra cứu đơn vị tham gia BHXH).',
  })
  employers(
    @Args(() => EmployersArgs) args: EmployersArgs,
    @Ctx() { directory }: GatewayContext,
  ): Promise<EmployerConnection> {
    const filter = args.filter ?? {};
    return this.lists.page(directory, {
      of: Employer,
      filter,
      plan: (terms) => planEmployers(filter, terms),
      page: args,
    });
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description: 'The office that manages the employer (cơ quan quản lý).',
  })
  managingOffice(@Root() employer: Employer, @Ctx() { directory }: GatewayContext): MaybePromise<Office | null> {
    return directory.of(employer).byCode(Office, employer.managingOfficeCode);
  }
}
