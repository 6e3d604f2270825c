import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';
import { Unit } from '../../geography/unit/unit.entity';

/** Places offered at once: more would push the entries below them out of sight. */
export const USUAL_PLACES = 3;

@ArgsType()
export class SuggestPlacesArgs {
  @Field(() => String, {
    description: 'What has been typed so far: a ward, a former district, a whole address, with or without accents.',
  })
  text: string;

  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_PLACES,
    description: 'Number of places wanted, 1 to 20; null is 3.',
  })
  first?: number | null;
}

@ObjectType({ description: 'A place that a text names: an administrative unit, old or new (địa danh, nơi ở).' })
export class Place {
  @Field(() => Unit, { description: 'The unit that the text names, old or new (đơn vị được nhắc đến).' })
  unit: Unit;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of that unit, `YYYY-MM-DD`: it is a former one (đơn vị cũ); null while it exists.',
  })
  until: string | null;
}
