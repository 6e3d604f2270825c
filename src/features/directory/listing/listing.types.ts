import { Field, ObjectType } from 'type-graphql';

/** Name of a kind of listings, for example `CLINIC`; the enum of the schema is made of the list of kinds. */
export type ListingKind = string;

@ObjectType({ description: 'A telephone number (số điện thoại).' })
export class Phone {
  @Field(() => String, { nullable: true, description: 'What the number is for, for example a department.' })
  label: string | null;

  @Field(() => String, { description: 'The number as published, digits and separators.' })
  number: string;
}
