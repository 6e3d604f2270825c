import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A code of a unit in one system of codes (hệ thống mã).' })
export class UnitCode {
  @Field(() => String, { description: 'Name of the system of codes.' })
  system: string;

  @Field(() => String, { description: 'The code there.' })
  code: string;
}
