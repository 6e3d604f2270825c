import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NotFound } from '../../shared/input-faults.types';
import { connectionOf, edgeOf } from '../../shared/relay/connection.types';
import { Node } from '../../shared/relay/node.types';
import { DateTimeScalar } from '../../shared/scalars';
import { NoticeKind } from './notice.texts';
import { Impersonal, Personal } from '../protection/authorization';

registerEnumType(NoticeKind, {
  name: 'NoticeKind',
  description: 'What a notice tells of (loại thông báo).',
  valuesConfig: {
    ACCOUNT_CREATED: { description: 'The account was activated (kích hoạt tài khoản).' },
    ACCOUNT_LOCKED: { description: 'The account was locked after wrong passwords (tạm khoá tài khoản).' },
    DEVICE_CHANGED: { description: 'Another device signed in and the one before was signed out (đổi thiết bị).' },
    PASSWORD_CHANGED: { description: 'The password was changed (đổi mật khẩu).' },
    PASSWORD_RESET: { description: 'A forgotten password was replaced (đặt lại mật khẩu).' },
  },
});

@Personal()
@ObjectType('Notice', { implements: Node, description: 'Something the person was told (thông báo).' })
export class NoticeInfo extends Node {
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: string;

  @Field(() => NoticeKind, { description: 'What it tells of.' })
  kind: NoticeKind;

  @Field(() => String, { description: 'What the person was told, in Vietnamese.' })
  text: string;

  @Field(() => String, { description: 'The same in English.' })
  textEn: string;

  @Field(() => Boolean, { description: 'Whether the person has marked it as read.' })
  read: boolean;
}

const NoticeEdge = edgeOf(NoticeInfo, 'Notice');
/** A page of a person's notices. */
export const NoticeConnection = connectionOf(NoticeEdge, 'Notice');
export type NoticeConnection = InstanceType<typeof NoticeConnection>;

@Impersonal()
@ObjectType({ description: 'Returned when notices were marked as read.' })
export class NoticesRead {
  @Field(() => Int, { description: 'How many were not marked before.' })
  count: number;
}

export const MarkNoticesReadResult = createUnionType({
  name: 'MarkNoticesReadResult',
  description: 'What became of marking notices as read.',
  types: () => [NoticesRead, NotFound] as const,
  resolveType: (value) => ('count' in value ? NoticesRead : NotFound),
});
