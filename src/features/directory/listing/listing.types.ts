import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** The kinds of public entries. */
export enum ListingKind {
  OFFICE = 'OFFICE',
  CLINIC = 'CLINIC',
  EMPLOYER = 'EMPLOYER',
  AGENT = 'AGENT',
}
registerEnumType(ListingKind, {
  name: 'ListingKind',
  description: 'The kinds of public entries of the directory.',
  valuesConfig: {
    OFFICE: { description: 'An office of the agency (cơ quan BHXH).' },
    CLINIC: { description: 'A health facility contracted for health insurance (CSKCB BHYT).' },
    EMPLOYER: { description: 'An employer that takes part (đơn vị tham gia BHXH).' },
    AGENT: { description: 'A collection point or agent (điểm thu, đại lý thu).' },
  },
});

/** All kinds in the order in which answers name them. */
export const LISTING_KINDS: readonly ListingKind[] = Object.values(ListingKind);

@ObjectType({ description: 'A telephone number (số điện thoại).' })
export class Phone {
  @Field(() => String, { nullable: true, description: 'What the number is for, for example a department.' })
  label: string | null;

  @Field(() => String, { description: 'The number as published, digits and separators.' })
  number: string;
}
