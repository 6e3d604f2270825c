import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { GatewayContext } from '../../context';
import type { MapService } from './map.service';
import { MapArgs, MapView } from './map.types';

/** A view looks at every listing in its box: the limit of costs lets only few views into one request. */
const estimatedCost = ({ childComplexity }: { childComplexity: number }): number => 1_000 + childComplexity;

@Resolver()
export class MapResolver {
  constructor(private readonly maps: MapService) {}

  @Query(() => MapView, {
    description: 'Listings and clusters of listings for one view of the map.',
    complexity: estimatedCost,
  })
  map(@Args(() => MapArgs) args: MapArgs, @Ctx() { directory }: GatewayContext): Promise<MapView> {
    return this.maps.view(args, directory);
  }
}
