import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Position } from '../../geography/position.types';
import { AgentFilter } from '../agent/agent.args';
import { ClinicFilter } from '../clinic/clinic.args';
import { EmployerFilter } from '../employer/employer.args';
import { Listing } from '../listing/listing.entity';
import { ListingKind } from '../listing/listing.types';
import { BoundingBoxInput } from '../lists/place.args';
import { OfficeFilter } from '../office/office.args';

@InputType({
  description: 'Filters of the map, one for each kind; the same as those of the lists, so that list and map are equal.',
})
export class MapFilter {
  @Field(() => OfficeFilter, { nullable: true, description: 'Which offices are shown.' })
  offices?: OfficeFilter | null;

  @Field(() => ClinicFilter, { nullable: true, description: 'Which clinics are shown.' })
  clinics?: ClinicFilter | null;

  @Field(() => EmployerFilter, { nullable: true, description: 'Which employers are shown.' })
  employers?: EmployerFilter | null;

  @Field(() => AgentFilter, { nullable: true, description: 'Which collection points are shown.' })
  agents?: AgentFilter | null;
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
