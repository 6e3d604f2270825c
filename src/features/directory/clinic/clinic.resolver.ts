import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MaybePromise } from '../../../shared/maybe-promise';
import type { GatewayContext } from '../../context';
import { CodeArgs } from '../lists/code.args';
import type { ListingListService } from '../lists/listing-list.service';
import { ClinicConnection } from './clinic.connection';
import { OnDayArgs } from '../lists/on-day.args';
import { Office } from '../office/office.entity';
import { ClinicsArgs } from './clinic.args';
import { Clinic } from './clinic.entity';
import { planClinics } from './clinic.plan';
import { isContractedOn, issuesSickLeaveOn } from './clinic.rules';

@Resolver(() => Clinic)
export class ClinicResolver {
  constructor(private readonly lists: ListingListService) {}

  @Query(() => Clinic, { nullable: true, description: 'The clinic with this code (CSKCB); null when there is none.' })
  clinic(@Args(() => CodeArgs) { code }: CodeArgs, @Ctx() { directory }: GatewayContext): MaybePromise<Clinic | null> {
    return directory.byCode(Clinic, code);
  }

  @Query(() => ClinicConnection, {
    description: 'Clinics, with a contract today or not (tra cứu CSKCB); `contractedOn` narrows to those with one.',
  })
  clinics(@Args(() => ClinicsArgs) args: ClinicsArgs, @Ctx() { directory }: GatewayContext): Promise<ClinicConnection> {
    const filter = args.filter ?? {};
    return this.lists.page(directory, {
      of: Clinic,
      filter,
      plan: (terms) => planClinics(filter, terms),
      page: args,
    });
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description: 'The office that manages the contract (cơ quan quản lý hợp đồng).',
  })
  managingOffice(@Root() clinic: Clinic, @Ctx() { directory }: GatewayContext): MaybePromise<Office | null> {
    return directory.of(clinic).byCode(Office, clinic.managingOfficeCode);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether a contract for insured treatment runs on the day; null when no contract is on record.',
  })
  isContracted(
    @Root() clinic: Clinic,
    @Args(() => OnDayArgs) { on }: OnDayArgs,
    @Ctx() { directory }: GatewayContext,
  ): boolean | null {
    return isContractedOn(clinic, on ?? directory.today);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the clinic may issue sick-leave certificates on the day; null when no authority is on record.',
  })
  issuesSickLeave(
    @Root() clinic: Clinic,
    @Args(() => OnDayArgs) { on }: OnDayArgs,
    @Ctx() { directory }: GatewayContext,
  ): boolean | null {
    return issuesSickLeaveOn(clinic, on ?? directory.today);
  }
}
