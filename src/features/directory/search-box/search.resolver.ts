import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { MaybePromise } from '../../../shared/maybe-promise';
import type { GatewayContext } from '../../context';
import { kindNamed } from '../kinds/listing-kind.types';
import { Listing } from '../listing/listing.entity';
import { placesIn } from '../place/place.service';
import { Place, USUAL_PLACES } from '../place/place.types';
import { searchListings, suggestListings } from './search.service';
import { SearchArgs, SearchConnection, SuggestArgs, Suggestion } from './search.types';

/** Reading a text for places costs about as much as finding a page. */
const READING_COST = 20;

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

/** Tells which places the text of a search names, beside the entries. */
@Resolver(() => SearchConnection)
export class SearchConnectionResolver {
  @FieldResolver(() => [Place], {
    description:
      'Places that the text names (địa danh trong nội dung tìm): administrative units, old and new, at most 3; none when it names anything else.',
    complexity: ({ childComplexity }) => READING_COST + USUAL_PLACES * childComplexity,
  })
  places(@Root() { text, view }: SearchConnection): Promise<Place[]> {
    return placesIn({ text, first: null, unfinished: false }, view);
  }
}

/** Leads from a suggestion to its entry. */
@Resolver(() => Suggestion)
export class SuggestionResolver {
  @FieldResolver(() => Listing, { nullable: true, description: 'The entry, or null when it is there no longer.' })
  node(@Root() { kind, code }: Suggestion, @Ctx() { directory }: GatewayContext): MaybePromise<Listing | null> {
    return directory.byCode(kindNamed(kind).entity, code);
  }
}
