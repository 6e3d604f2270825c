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

  @Field(() => [String], { nullable: true, description: 'Any of these exact codes, at most 100.' })
  codes?: string[] | null;

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

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Entries in force on this day, by their validity and, for clinics, their contract.',
  })
  validOn?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True lists entries of all times, false those in force today. Left out, offices are those of today unless one is named by its code, and other kinds are of all times.',
  })
  includeEnded?: boolean | null;
}

/** The conditions of kinds that an office manages. */
@InputType()
export abstract class ManagedListingFilter extends ListingFilter {
  @Field(() => String, { nullable: true, description: 'Code of the office that manages the entry (cơ quan quản lý).' })
  managingOfficeCode?: string | null;
}
