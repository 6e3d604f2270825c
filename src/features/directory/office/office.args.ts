import { ArgsType, Field, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';
import { ListingFilter } from '../listing/listing-filter.args';
import { PlacedPageArgs } from '../lists/listing-list.args';
import { OfficeLevel } from './office.types';

@InputType({ description: 'Which offices are wanted; all conditions hold together.' })
export class OfficeFilter extends ListingFilter {
  @Field(() => OfficeLevel, { nullable: true, description: 'Level in the agency (cấp).' })
  level?: OfficeLevel | null;

  @Field(() => String, { nullable: true, description: 'Code of the office directly above.' })
  parentCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Offices that exist on this day; today when left out.' })
  validOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True lists offices of all times, ended ones too.' })
  includeEnded?: boolean | null;
}

@ArgsType()
export class OfficesArgs extends PlacedPageArgs {
  @Field(() => OfficeFilter, { nullable: true, description: 'Which offices are wanted.' })
  filter?: OfficeFilter | null;
}
