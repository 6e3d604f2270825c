import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Position } from '../../geography/position.types';
import { Listing } from '../listing/listing.entity';
import { ListingKind } from '../kinds/listing-kind.types';
import { LISTING_KINDS } from '../kinds/listing-kinds';
import type { ListingFilter } from '../listing/listing-filter.args';
import { BoundingBoxInput } from '../lists/place.args';

@InputType({
  description: 'Filters of the map, one for each kind; the same as those of the lists, so that list and map are equal.',
})
export class MapFilter {
  [kind: string]: ListingFilter | null | undefined;
}
for (const { name, filter, filterDescription: description } of LISTING_KINDS) {
  Field(() => filter, { nullable: true, description })(MapFilter.prototype, name);
}

@ArgsType()
export class MapArgs {
  @Field(() => BoundingBoxInput, { description: 'The part of the map that is seen.' })
  within: BoundingBoxInput;

  @Field(() => Int, { description: 'Zoom level as web maps count, 0 (the world) to 22.' })
  zoom: number;

  @Field(() => [ListingKind], { nullable: true, description: 'Only these kinds; all when left out.' })
  kinds?: ListingKind[] | null;

  @Field(() => MapFilter, {
    nullable: true,
    description: 'Filters by kind; when left out, everything in force today is shown.',
  })
  filter?: MapFilter | null;
}

@ObjectType({ description: 'Listings too close together to be drawn apart at a zoom (cụm).' })
export class MapCluster {
  @Field(() => Position, { description: 'The middle of the listings.' })
  position: Position;

  @Field(() => Int, { description: 'Number of listings.' })
  count: number;

  @Field(() => Int, { description: 'Zoom level at which the cluster falls apart.' })
  expansionZoom: number;
}

/** A view seldom shows more listings than this one by one; the limit of costs counts with it. */
const USUAL_LISTINGS = 100;
const estimatedCost = ({ childComplexity }: { childComplexity: number }): number => USUAL_LISTINGS * childComplexity;

@ObjectType({ description: 'What one view of the map shows (bản đồ).' })
export class MapView {
  @Field(() => [MapCluster], { description: 'Clusters, the largest first.' })
  clusters: MapCluster[];

  @Field(() => [Listing], { description: 'Listings that stand alone.', complexity: estimatedCost })
  listings: Listing[];

  @Field(() => Int, { description: 'Number of listings in the box, in clusters or alone.' })
  totalCount: number;
}
