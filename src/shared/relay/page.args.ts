import { ArgsType, Field, Int } from 'type-graphql';
import { USUAL_PAGE } from './page';

/** What every list of pages takes (Relay: forward pagination). */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_PAGE,
    description: 'Number of entries wanted, 1 to 100; null is 20.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor after which the page begins; keep the other arguments while paging.',
  })
  after?: string | null;
}
