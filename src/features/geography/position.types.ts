import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

/** How exactly a position is known, from a building's door to somewhere in the province. */
export enum PositionPrecision {
  BUILDING = 'BUILDING',
  STREET = 'STREET',
  COMMUNE = 'COMMUNE',
  DISTRICT = 'DISTRICT',
  PROVINCE = 'PROVINCE',
}
registerEnumType(PositionPrecision, {
  name: 'PositionPrecision',
  description: 'How exactly a position is known (độ chính xác của vị trí).',
  valuesConfig: {
    BUILDING: { description: 'The building itself.' },
    STREET: { description: 'A point of the street or block.' },
    COMMUNE: { description: 'A point of the commune; in the median two kilometres off.' },
    DISTRICT: { description: 'A point of the former district.' },
    PROVINCE: { description: 'A point of the province.' },
  },
});

@ObjectType({ description: 'A point on the earth (vị trí), WGS 84.' })
export class Position {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich.' })
  longitude: number;
}
