import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../shared/relay/node.types';
import { DateScalar, DateTimeScalar } from '../../shared/scalars';
import { Sex } from '../people/sex.types';
import { Personal } from '../protection/authorization';

/** The person who is signed in. Features add their fields to it with field resolvers that use `personId`. */
@Personal()
@ObjectType({ description: 'The person who is signed in (người dùng), and everything they may see about themselves.' })
export class Viewer {
  /** Key of the person; not a field. */
  readonly personId: number;
  /** Name of the session that asks; not a field. */
  readonly sessionId: string;
  /** When the password must be replaced; not a field. */
  readonly passwordExpiresAt: string;
}

@Personal()
@ObjectType({ description: 'What is on record about a person (thông tin cá nhân).' })
export class Profile {
  /** Key of the person; not a field. */
  readonly personId: number;

  @Field(() => String, { description: 'Social-insurance code (mã số BHXH), 10 digits.' })
  bhxhCode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Personal identity number (số định danh cá nhân, CCCD), all but the last 3 digits hidden.',
  })
  personalIdNumberMasked: string | null;

  @Field(() => String, { description: 'Full name (họ và tên).' })
  fullName: string;

  @Field(() => DateScalar, { description: 'Date of birth (ngày sinh).' })
  dateOfBirth: string;

  @Field(() => Sex, { description: 'Sex (giới tính).' })
  sex: Sex;

  @Field(() => String, { nullable: true, description: 'Telephone number on record (số điện thoại).' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address on record.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Address (địa chỉ).' })
  address: string | null;

  @Field(() => DateTimeScalar, {
    description: 'When the password must be replaced at the latest (hạn đổi mật khẩu), six months after it was set.',
  })
  passwordExpiresAt: string;
}

@Personal()
@ObjectType('Session', { implements: Node, description: 'A device that is signed in (thiết bị đang đăng nhập).' })
export class SessionInfo extends Node {
  @Field(() => String, { description: 'Name that the device gave when it signed in (tên thiết bị).' })
  deviceName: string;

  @Field(() => DateTimeScalar, { description: 'When it signed in.' })
  createdAt: string;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  lastUsedAt: string;

  @Field(() => Boolean, { description: 'Whether it is the device that asks.' })
  current: boolean;
}
