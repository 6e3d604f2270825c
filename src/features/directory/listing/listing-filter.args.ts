import { Field, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';

/** The conditions that filters of all kinds share. */
@InputType()
export abstract class ListingFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of name, address or unit, with or without accents; the best match comes first.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The exact code (mã).' })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a unit of any level, old or new: entries in it or in the units that followed it.',
  })
  unitCode?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which `unitCode` is read; when left out, the unit of today, or else the one that ended last.',
  })
  unitAsOf?: string | null;
}

/** The conditions of kinds that an office manages. */
@InputType()
export abstract class ManagedListingFilter extends ListingFilter {
  @Field(() => String, { nullable: true, description: 'Code of the office that manages the entry (cơ quan quản lý).' })
  managingOfficeCode?: string | null;
}
