import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { GatewayContext } from '../../context';
import type { MapService } from './map.service';
import { MapArgs, MapView } from './map.types';

@Resolver()
export class MapResolver {
  constructor(private readonly maps: MapService) {}

  @Query(() => MapView, { description: 'Listings and clusters of listings for one view of the map.' })
  map(@Args(() => MapArgs) args: MapArgs, @Ctx() { directory }: GatewayContext): Promise<MapView> {
    return this.maps.view(args, directory);
  }
}
