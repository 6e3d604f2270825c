import { Field, ObjectType } from 'type-graphql';
import { Unit } from '../../geography/unit/unit.entity';
import { Office } from '../office/office.entity';
import { OfficeMatch } from '../office/office.types';

@ObjectType({
  description: 'The units that hold a point and the office responsible for it (tôi ở đâu, cơ quan nào phụ trách).',
})
export class Location {
  @Field(() => Unit, { nullable: true, description: 'The commune (xã, phường), or null when it is not known.' })
  commune: Unit | null;

  @Field(() => Unit, { nullable: true, description: 'The province (tỉnh, thành phố), or null outside Vietnam.' })
  province: Unit | null;

  @Field(() => Office, { nullable: true, description: 'The responsible office; see `officeMatch` for how it follows.' })
  office: Office | null;

  @Field(() => OfficeMatch, {
    nullable: true,
    description: 'How the office follows from the point; null without an office.',
  })
  officeMatch: OfficeMatch | null;

  @Field(() => String, {
    nullable: true,
    description: 'In Vietnamese, what a person should know when the answer is not complete.',
  })
  noteVi: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In English, what a person should know when the answer is not complete.',
  })
  noteEn: string | null;
}
