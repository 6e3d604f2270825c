import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MaybePromise } from '../../shared/maybe-promise';
import type { GatewayContext } from '../context';
import { Clinic } from '../directory/clinic/clinic.entity';
import { Employer } from '../directory/employer/employer.entity';
import { ContributionRecord, VisitRecord } from './record.types';

/** Leads from a contribution to the public directory. */
@Resolver(() => ContributionRecord)
export class ContributionResolver {
  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'The employer in the directory of today; null when it is not there any more or the person paid alone.',
  })
  employer(
    @Root() { employerCode }: ContributionRecord,
    @Ctx() context: GatewayContext,
  ): MaybePromise<Employer | null> {
    return context.directory.byCode(Employer, employerCode === '' ? null : employerCode);
  }
}

/** Leads from a visit to the public directory. */
@Resolver(() => VisitRecord)
export class VisitResolver {
  @FieldResolver(() => Clinic, {
    nullable: true,
    description: 'The clinic in the directory of today; null when it is not there any more.',
  })
  clinic(@Root() { clinicCode }: VisitRecord, @Ctx() { directory }: GatewayContext): MaybePromise<Clinic | null> {
    return directory.byCode(Clinic, clinicCode);
  }
}
