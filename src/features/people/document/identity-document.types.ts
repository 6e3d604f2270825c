import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars';
import { Personal } from '../../protection/authorization';

/** The kinds of papers that say who a person is. */
export enum IdentityDocumentKind {
  CMND = 'CMND',
  CCCD = 'CCCD',
  PASSPORT = 'PASSPORT',
}
registerEnumType(IdentityDocumentKind, {
  name: 'IdentityDocumentKind',
  description: 'A kind of paper that says who a person is (loại giấy tờ tùy thân).',
  valuesConfig: {
    CMND: { description: 'The former identity card, 9 digits (chứng minh nhân dân).' },
    CCCD: {
      description:
        'The card of a citizen, whose 12 digits are the personal identity number (căn cước công dân, căn cước).',
    },
    PASSPORT: { description: 'A passport, 6 to 9 letters and digits (hộ chiếu).' },
  },
});

/** A paper as its owner sees it. */
@Personal()
@ObjectType('IdentityDocument', { description: 'A paper that says who a person is (giấy tờ tùy thân).' })
export class IdentityDocumentView {
  @Field(() => IdentityDocumentKind, { description: 'Its kind (loại giấy tờ).' })
  kind: IdentityDocumentKind;

  @Field(() => String, { description: 'Its number, all but the last 3 characters hidden.' })
  numberMasked: string;

  @Field(() => String, { description: 'Its whole number, for an owner who asks to see it (số giấy tờ).' })
  number: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day of issue, YYYY-MM-DD (ngày cấp).' })
  issuedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it, and where, Vietnamese (nơi cấp).' })
  issuedBy: string | null;
}
