import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { ListingKind } from '../kinds/listing-kind.types';
import { MapFilter } from '../map/map.types';

@ArgsType()
export class FacetsArgs {
  @Field(() => [ListingKind], { nullable: true, description: 'Only these kinds; all when left out.' })
  kinds?: ListingKind[] | null;

  @Field(() => MapFilter, { nullable: true, description: 'Filters by kind, as the lists take them.' })
  filter?: MapFilter | null;
}

@ObjectType({ description: 'One value of a field of a filter and how many entries have it (lựa chọn).' })
export class FacetChoice {
  @Field(() => String, { description: 'The value as the filter takes it; `true` or `false` for a yes or no.' })
  value: string;

  @Field(() => Int, { description: 'Number of entries with this value that the other conditions leave.' })
  count: number;
}

@ObjectType({
  description: 'A field of a filter: what is on record for it, and what it brings or takes (điều kiện lọc).',
})
export class Facet {
  @Field(() => String, { description: 'Name of the field, as in the filter of the kind.' })
  field: string;

  @Field(() => Int, {
    description:
      'Number of entries of the kind for which the field is on record; with 0 nothing can be found by it, which says nothing about the entries.',
  })
  knownCount: number;

  @Field(() => Boolean, { description: 'Whether the filter sets the field.' })
  isSet: boolean;

  @Field(() => Int, {
    description: 'Number of entries that the other conditions leave: what taking this one off finds.',
  })
  countWithout: number;

  @Field(() => [FacetChoice], {
    description: 'Its values with their counts, those without an entry too; none for a text, a code or a day.',
  })
  choices: FacetChoice[];
}

@ObjectType({ description: 'What the filter of a kind finds, and what each of its fields has to do with it.' })
export class KindFacets {
  @Field(() => ListingKind, { description: 'The kind.' })
  kind: string;

  @Field(() => Int, { description: 'Number of entries of the kind, of all times.' })
  listedCount: number;

  @Field(() => Int, { description: 'Number of entries that the filter finds, as the list of the kind counts them.' })
  totalCount: number;

  @Field(() => [Facet], { description: 'Fields with counted choices, then those that the filter sets beside them.' })
  fields: Facet[];
}
