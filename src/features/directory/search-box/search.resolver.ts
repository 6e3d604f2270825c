import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { kindNamed } from '../kinds/listing-kind.types';
import { Listing } from '../listing/listing.entity';
import { searchListings, suggestListings } from './search.service';
import { SearchArgs, SearchConnection, SuggestArgs, Suggestion } from './search.types';

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description: 'One box for everything: entries of all kinds that fit a text, best first (tìm kiếm).',
  })
  search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() { directory }: GatewayContext): Promise<SearchConnection> {
    return searchListings(args, directory);
  }

  @Query(() => [Suggestion], { description: 'Suggestions while someone types (gợi ý khi gõ); short and fast.' })
  suggest(@Args(() => SuggestArgs) args: SuggestArgs, @Ctx() { directory }: GatewayContext): Promise<Suggestion[]> {
    return suggestListings(args, directory);
  }
}

/** Leads from a suggestion to its entry. */
@Resolver(() => Suggestion)
export class SuggestionResolver {
  @FieldResolver(() => Listing, { nullable: true, description: 'The entry, or null when it is there no longer.' })
  node(@Root() { kind, code }: Suggestion, @Ctx() { directory }: GatewayContext): Promise<Listing | null> {
    return directory.byCode(kindNamed(kind).entity, code);
  }
}
