import { ArgsType, Field, Int } from 'type-graphql';
import { BoundingBoxInput, NearInput } from './place.args';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'Number of entries wanted, 1 to 100.' })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor after which the page begins; keep the other arguments while paging.',
  })
  after?: string | null;
}

@ArgsType()
export class PlacedPageArgs extends PageArgs {
  @Field(() => NearInput, {
    nullable: true,
    description: 'Orders by distance from here, nearest first; entries without position are left out.',
  })
  near?: NearInput | null;

  @Field(() => BoundingBoxInput, { nullable: true, description: 'Only entries with a position in this box.' })
  within?: BoundingBoxInput | null;
}
