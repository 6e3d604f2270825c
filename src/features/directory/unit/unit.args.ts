import { ArgsType, Field } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';
import { UnitLevel } from '../../geography/unit/unit.entity';
import { PageArgs } from '../../../shared/relay/page.args';

@ArgsType()
export class UnitArgs {
  @Field(() => String, { description: 'Official code; old and new units can share one.' })
  code: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which the code is read; when left out, the unit of today, or else the one that ended last.',
  })
  asOf?: string | null;
}

@ArgsType()
export class UnitsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name or its English form, with or without accents.',
  })
  text?: string | null;

  @Field(() => UnitLevel, { nullable: true, description: 'Level (cấp).' })
  level?: UnitLevel | null;

  @Field(() => [UnitLevel], { nullable: true, description: 'Any of these levels (cấp).' })
  levels?: UnitLevel[] | null;

  @Field(() => String, { nullable: true, description: 'Code of the unit directly above.' })
  parentCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Units that exist on this day; today when left out.' })
  asOf?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Units of all days, ended ones and those to come too; leave out `asOf` with it.',
  })
  includeEnded: boolean;
}
