import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';

/** Where an office stands in the agency. */
export enum OfficeLevel {
  CENTRAL = 'CENTRAL',
  REGIONAL = 'REGIONAL',
  PROVINCE = 'PROVINCE',
  LOCAL = 'LOCAL',
  DISTRICT = 'DISTRICT',
}
registerEnumType(OfficeLevel, {
  name: 'OfficeLevel',
  description: 'Where an office stands in the agency (cấp cơ quan).',
  valuesConfig: {
    CENTRAL: { description: 'The central agency (BHXH Việt Nam).' },
    REGIONAL: { description: 'A regional office of spring 2025 (BHXH khu vực).' },
    PROVINCE: { description: 'A provincial office (BHXH tỉnh, thành phố).' },
    LOCAL: { description: 'A local office since mid-2025 (BHXH cơ sở).' },
    DISTRICT: { description: 'A district office until mid-2025 (BHXH quận, huyện).' },
  },
});

@ObjectType({ description: 'A department of an office (phòng) with its own telephone.' })
export class Department {
  @Field(() => String, { description: 'Name of the department.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its telephone number.' })
  phone: string | null;
}

@ObjectType({ description: 'Where an office sits while its stated seat cannot be used (trụ sở tạm thời).' })
export class TemporarySeat {
  @Field(() => String, { description: 'Address of the temporary seat.' })
  address: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day there (YYYY-MM-DD), or null when not announced.' })
  until: string | null;
}

/** How an office follows from a place. */
export enum OfficeMatch {
  JURISDICTION = 'JURISDICTION',
  PROVINCE = 'PROVINCE',
}
registerEnumType(OfficeMatch, {
  name: 'OfficeMatch',
  description: 'How an office follows from a place (căn cứ xác định cơ quan).',
  valuesConfig: {
    JURISDICTION: { description: 'It is responsible for the commune.' },
    PROVINCE: {
      description: 'No jurisdiction is on record for the commune: this is the office of the province, which can tell.',
    },
  },
});
