import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';
import { type Edge, PageInfo } from '../../../shared/relay/connection.types';
import { PageArgs } from '../../../shared/relay/page.args';
import type { DirectoryRequest } from '../directory-request';
import { Listing } from '../listing/listing.entity';
import { ListingKind } from '../kinds/listing-kind.types';
import { BoundingBoxInput, NearInput } from '../lists/place.args';
import { SearchIntent } from '../search/search-engine.types';
import { HitReason } from '../search/search-engine.types';

/** As many as fit below a box of text on a telephone. */
export const USUAL_SUGGESTIONS = 8;

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description:
      'What is looked for: names, codes, addresses, places; accents, slips and abbreviations are understood.',
  })
  text: string;

  @Field(() => [ListingKind], { nullable: true, description: 'Only these kinds; all when left out.' })
  kinds?: ListingKind[] | null;

  @Field(() => NearInput, {
    nullable: true,
    description: 'Where the person is: near entries are preferred, and with a radius only those are found.',
  })
  near?: NearInput | null;

  @Field(() => BoundingBoxInput, { nullable: true, description: 'Only entries with a position in this box.' })
  within?: BoundingBoxInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True finds entries that have ended as well (contract, validity).',
  })
  includeEnded: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True finds by the words as typed alone: no slip is mended (tìm đúng chữ đã gõ).',
  })
  asTyped: boolean;
}

@ArgsType()
export class SuggestArgs {
  @Field(() => String, { description: 'What has been typed so far.' })
  text: string;

  @Field(() => [ListingKind], { nullable: true, description: 'Only these kinds; all when left out.' })
  kinds?: ListingKind[] | null;

  @Field(() => NearInput, { nullable: true, description: 'Where the person is: near entries are preferred.' })
  near?: NearInput | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_SUGGESTIONS,
    description: 'Number of suggestions wanted, 1 to 20; null is 8.',
  })
  first?: number | null;
}

@ObjectType({ description: 'An entry that has ended, by whose name or code another one was found (nơi đã chấm dứt).' })
export class FormerListing {
  @Field(() => String, { description: 'Code it had.' })
  code: string;

  @Field(() => String, { description: 'Name it had.' })
  name: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it counted, `YYYY-MM-DD`; null when not known.',
  })
  until: string | null;
}

@ObjectType({ description: 'An entry that was found.' })
export class SearchEdge implements Edge<Listing> {
  @Field(() => String, { description: 'Cursor of this entry.' })
  cursor: string;

  @Field(() => Float, { description: 'How well the entry fits, 0 to 1.' })
  score: number;

  @Field(() => [HitReason], { description: 'Why the entry was found (lý do).' })
  reasons: readonly HitReason[];

  @Field(() => Float, {
    nullable: true,
    description: 'Great-circle distance from `near` in metres; null without `near` or position.',
  })
  distanceMeters: number | null;

  @Field(() => FormerListing, {
    nullable: true,
    description: 'What the text names and has ended: the entry serves in its place, or is it itself; else null.',
  })
  former: FormerListing | null;

  @Field(() => Listing, { description: 'The entry.' })
  node: Listing;
}

@ObjectType({ description: 'A page of search hits, best first.' })
export class SearchConnection {
  /** What was looked for, and the directory in which the search was begun: for the field `places`. */
  text: string;
  view: DirectoryRequest;

  @Field(() => String, {
    nullable: true,
    description: 'The text as it was understood when something was corrected; else null.',
  })
  correctedText: string | null;

  @Field(() => [SearchIntent], {
    description:
      'What the text asks about what it names, in words that are no part of a name (người tìm muốn biết gì).',
  })
  intent: readonly SearchIntent[];

  @Field(() => [String], { description: 'Words of the text that the hits do not answer (từ bị bỏ qua).' })
  dropped: readonly string[];

  @Field(() => Boolean, { description: 'True when the text was longer than is considered.' })
  truncated: boolean;

  @Field(() => [SearchEdge], { description: 'The hits of the page, best first.' })
  edges: SearchEdge[];

  @Field(() => [Listing], { description: 'The entries of the hits themselves, in the same order.' })
  nodes: Listing[];

  @Field(() => PageInfo, { description: 'Where the page stands among all hits.' })
  pageInfo: PageInfo;

  @Field(() => Int, { description: 'Number of hits that can be paged through, the same on every page.' })
  totalCount: number;
}

@ObjectType({ description: 'A suggestion while someone types (gợi ý).' })
export class Suggestion {
  @Field(() => String, { description: 'Text to offer: the name of an entry.' })
  text: string;

  @Field(() => ListingKind, { description: 'Kind of the entry.' })
  kind: string;

  @Field(() => String, { description: 'Code of the entry.' })
  code: string;
}
