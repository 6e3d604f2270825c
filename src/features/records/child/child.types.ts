import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../shared/relay/node.types';
import { DateScalar } from '../../../shared/scalars';
import { Sex } from '../../people/sex.types';
import { Personal } from '../../protection/authorization';

@Personal()
@ObjectType({
  implements: Node,
  description: 'A child under 18 whose approved parent or guardian is signed in (con, người được giám hộ).',
})
export class Child extends Node {
  /** Key of the child; not a field. */
  readonly personId: number;
  /** The children who are looked at together; not a field. */
  readonly household: object;

  @Field(() => String, { description: 'Social-insurance code (mã số BHXH), 10 digits.' })
  bhxhCode: string;

  @Field(() => String, { description: 'Full name (họ và tên).' })
  fullName: string;

  @Field(() => DateScalar, { description: 'Date of birth, YYYY-MM-DD (ngày sinh).' })
  dateOfBirth: string;

  @Field(() => Sex, { description: 'Sex (giới tính).' })
  sex: Sex;
}
