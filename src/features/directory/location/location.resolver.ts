import { Arg, Ctx, Float, Query, Resolver } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';
import type { GatewayContext } from '../../context';
import { checkedDegrees } from '../lists/place.args';
import { Location } from './location.types';
import { locate, officeFor } from './location.service';

@Resolver(() => Location)
export class LocationResolver {
  @Query(() => Location, {
    description: 'In which units a point lies, by their borders, and which office is responsible there.',
  })
  locate(
    @Arg('latitude', () => Float, { description: 'Degrees north, -90 to 90.' }) latitude: number,
    @Arg('longitude', () => Float, { description: 'Degrees east, -180 to 180.' }) longitude: number,
    @Ctx() { directory }: GatewayContext,
  ): Promise<Location> {
    const point = {
      latitude: checkedDegrees('latitude', latitude, 90),
      longitude: checkedDegrees('longitude', longitude, 180),
    };
    return locate(point, directory);
  }

  @Query(() => Location, {
    description: 'Which office is responsible for an administrative unit, old or new (cơ quan BHXH phụ trách nơi này).',
  })
  officeFor(
    @Arg('unit', () => String, { description: 'Official code; old and new units can share one.' }) unit: string,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'Day on which the code is read; when left out, the unit of today, or else the one that ended last.',
    })
    asOf: string | null,
    @Ctx() { directory }: GatewayContext,
  ): Promise<Location> {
    return officeFor(unit, asOf ?? null, directory);
  }
}
