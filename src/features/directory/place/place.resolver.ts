import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { GatewayContext } from '../../context';
import { unitsOfToday } from '../../geography/unit/current-unit.rules';
import { Unit } from '../../geography/unit/unit.entity';
import { officeForUnit } from '../location/location.service';
import { Location } from '../location/location.types';
import { placesIn } from './place.service';
import { Place, SuggestPlacesArgs } from './place.types';

@Resolver(() => Place)
export class PlaceResolver {
  @Query(() => [Place], {
    description:
      'Places that a text names while someone types (gợi ý nơi ở): wards, former districts, whole addresses; none for other texts.',
  })
  suggestPlaces(
    @Args(() => SuggestPlacesArgs) { text, first }: SuggestPlacesArgs,
    @Ctx() { directory }: GatewayContext,
  ): Promise<Place[]> {
    return placesIn({ text, first, unfinished: true }, directory);
  }

  @FieldResolver(() => [Unit], {
    description: 'What the place is today (nay là): the unit itself, or those that followed it.',
  })
  today(@Root() { unit }: Place, @Ctx() { directory }: GatewayContext): Unit[] {
    const view = directory.of(unit);
    return unitsOfToday(unit, view.snapshot.geography.units).map((each) => view.unit(each));
  }

  @FieldResolver(() => Location, {
    description: 'Which office is responsible for the place, as `officeFor` tells it (cơ quan BHXH phụ trách).',
  })
  responsible(@Root() { unit }: Place, @Ctx() { directory }: GatewayContext): Promise<Location> {
    return officeForUnit(unit, directory.of(unit));
  }
}
