import { ArgsType, Field, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';
import { ManagedListingFilter } from '../listing/listing-filter.args';
import { PlacedPageArgs } from '../lists/listing-list.args';
import { ClinicLevel, ClinicType, FormerClinicLevel } from './clinic.types';

@InputType({ description: 'Which clinics are wanted; all conditions hold together.' })
export class ClinicFilter extends ManagedListingFilter {
  @Field(() => ClinicType, { nullable: true, description: 'Sort of facility (loại hình).' })
  type?: ClinicType | null;

  @Field(() => [ClinicType], { nullable: true, description: 'Any of these sorts of facility (loại hình).' })
  types?: ClinicType[] | null;

  @Field(() => ClinicLevel, { nullable: true, description: 'Professional level since 2025 (cấp chuyên môn).' })
  level?: ClinicLevel | null;

  @Field(() => [ClinicLevel], { nullable: true, description: 'Any of these levels since 2025 (cấp chuyên môn).' })
  levels?: ClinicLevel[] | null;

  @Field(() => FormerClinicLevel, { nullable: true, description: 'Level until 2024 (tuyến).' })
  formerLevel?: FormerClinicLevel | null;

  @Field(() => [FormerClinicLevel], { nullable: true, description: 'Any of these levels until 2024 (tuyến).' })
  formerLevels?: FormerClinicLevel[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a card can name the clinic for initial registration; unknown ones never match.',
  })
  initialRegistration?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the clinic may issue sick-leave certificates today, or on `contractedOn` when given; unknown ones never match.',
  })
  issuesSickLeave?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Clinics with a contract on this day (YYYY-MM-DD).' })
  contractedOn?: string | null;
}

@ArgsType()
export class ClinicsArgs extends PlacedPageArgs {
  @Field(() => ClinicFilter, { nullable: true, description: 'Which clinics are wanted.' })
  filter?: ClinicFilter | null;
}
