import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MaybePromise } from '../../../shared/maybe-promise';
import type { GatewayContext } from '../../context';
import { UnitConnection } from '../../geography/unit/unit.connection';
import { pageOfUnits } from '../../geography/unit/unit-page';
import { CodeArgs } from '../lists/code.args';
import { PageArgs } from '../../../shared/relay/page.args';
import type { ListingListService } from '../lists/listing-list.service';
import { OfficeConnection } from './office.connection';
import { OfficesArgs } from './office.args';
import { Office } from './office.entity';
import { planOffices } from './office.plan';
import { officesBefore, successorsOf } from './office-succession';

/** Several districts made one office of today: chains of such fields grow by about this factor. */
const USUAL_OFFICES = 5;
const severalOffices = ({ childComplexity }: { childComplexity: number }): number =>
  1 + USUAL_OFFICES * childComplexity;

@Resolver(() => Office)
export class OfficeResolver {
  constructor(private readonly lists: ListingListService) {}

  @Query(() => Office, {
    nullable: true,
    description: 'The office with this code, of today or ended (cơ quan BHXH); null when there is none.',
  })
  office(@Args(() => CodeArgs) { code }: CodeArgs, @Ctx() { directory }: GatewayContext): MaybePromise<Office | null> {
    return directory.byCode(Office, code);
  }

  @Query(() => OfficeConnection, {
    description: 'Offices of the agency (tra cứu cơ quan BHXH); of today, unless the filter says otherwise.',
  })
  offices(@Args(() => OfficesArgs) args: OfficesArgs, @Ctx() { directory }: GatewayContext): Promise<OfficeConnection> {
    const filter = args.filter ?? {};
    return this.lists.page(directory, {
      of: Office,
      filter,
      plan: (terms) => planOffices(filter, terms),
      page: args,
    });
  }

  @FieldResolver(() => Office, { nullable: true, description: 'The office above (cơ quan cấp trên).' })
  parent(@Root() office: Office, @Ctx() { directory }: GatewayContext): MaybePromise<Office | null> {
    return directory.of(office).byCode(Office, office.parentCode);
  }

  @FieldResolver(() => OfficeConnection, {
    description: 'The offices directly below (cơ quan trực thuộc), ended ones too.',
  })
  children(
    @Root() office: Office,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { directory }: GatewayContext,
  ): Promise<OfficeConnection> {
    const filter = { parentCode: office.code, includeEnded: true };
    return this.lists.page(directory.of(office), {
      of: Office,
      filter,
      plan: (terms) => planOffices(filter, terms),
      page,
    });
  }

  @FieldResolver(() => UnitConnection, { description: 'The units this office is responsible for (địa bàn phụ trách).' })
  serves(
    @Root() office: Office,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { directory }: GatewayContext,
  ): UnitConnection {
    const walk = directory.of(office).walk(page.after, [], 'serves', office.code);
    const { jurisdictions, units } = walk.directory.snapshot.geography;
    const served = jurisdictions.unitKeys(office.code).flatMap((key) => units.get(key) ?? []);
    return pageOfUnits(served, page, walk, (unit) => walk.directory.unit(unit));
  }

  @FieldResolver(() => [Office], {
    description: 'The offices whose work this one took over (cơ quan tiền thân).',
    complexity: severalOffices,
  })
  predecessors(@Root() office: Office, @Ctx() { directory }: GatewayContext): Promise<Office[]> {
    return officesBefore(office, directory.of(office));
  }

  @FieldResolver(() => [Office], {
    description: 'The offices that took over the work of this one (cơ quan kế thừa).',
    complexity: severalOffices,
  })
  successors(@Root() office: Office, @Ctx() { directory }: GatewayContext): Promise<Office[]> {
    return successorsOf(office, directory.of(office));
  }
}
