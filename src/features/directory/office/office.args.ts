import { ArgsType, Field, InputType } from 'type-graphql';
import { ListingFilter } from '../listing/listing-filter.args';
import { PlacedPageArgs } from '../lists/listing-list.args';
import { OfficeLevel } from './office.types';

@InputType({ description: 'Which offices are wanted; all conditions hold together.' })
export class OfficeFilter extends ListingFilter {
  @Field(() => OfficeLevel, { nullable: true, description: 'Level in the agency (cấp).' })
  level?: OfficeLevel | null;

  @Field(() => [OfficeLevel], { nullable: true, description: 'Any of these levels (cấp).' })
  levels?: OfficeLevel[] | null;

  @Field(() => String, { nullable: true, description: 'Code of the office directly above.' })
  parentCode?: string | null;
}

@ArgsType()
export class OfficesArgs extends PlacedPageArgs {
  @Field(() => OfficeFilter, { nullable: true, description: 'Which offices are wanted.' })
  filter?: OfficeFilter | null;
}
