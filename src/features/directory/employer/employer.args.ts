import { ArgsType, Field, InputType } from 'type-graphql';
import { ManagedListingFilter } from '../listing/listing-filter.args';
import { PlacedPageArgs } from '../lists/listing-list.args';
import { EmployerStatus } from './employer.types';

@InputType({ description: 'Which employers are wanted; all conditions hold together.' })
export class EmployerFilter extends ManagedListingFilter {
  @Field(() => String, {
    nullable: true,
    description: 'The exact tax code (mã số thuế); sole traders are not found by it.',
  })
  taxCode?: string | null;

  @Field(() => EmployerStatus, {
    nullable: true,
    description: 'Whether the employer takes part (tình trạng tham gia).',
  })
  status?: EmployerStatus | null;

  @Field(() => [EmployerStatus], { nullable: true, description: 'Any of these (tình trạng tham gia).' })
  statuses?: EmployerStatus[] | null;
}

@ArgsType()
export class EmployersArgs extends PlacedPageArgs {
  @Field(() => EmployerFilter, { nullable: true, description: 'Which employers are wanted.' })
  filter?: EmployerFilter | null;
}
