import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type Connection, connectionOf, type Edge, edgeOf } from '../../shared/relay/connection.types';
import { DateTimeScalar } from '../../shared/scalars';
import { Personal } from '../protection/authorization';

/** Why someone looked at, or asked about, a person's data. */
export enum AccessPurpose {
  FIND_CODE = 'FIND_CODE',
  VERIFY_CODE = 'VERIFY_CODE',
  CHECK_CARD = 'CHECK_CARD',
  GUARDIAN = 'GUARDIAN',
  REGISTRATION = 'REGISTRATION',
  EXPORT = 'EXPORT',
}
registerEnumType(AccessPurpose, {
  name: 'AccessPurpose',
  description: "Why someone looked at a person's data (mục đích truy cập).",
  valuesConfig: {
    FIND_CODE: { description: 'Someone looked for the BHXH code (tra cứu mã số BHXH).' },
    VERIFY_CODE: { description: 'An integrator compared facts with the record (xác minh mã số).' },
    CHECK_CARD: { description: 'Someone checked the health card that was shown (kiểm tra thẻ BHYT).' },
    GUARDIAN: { description: 'A parent or guardian looked at the record of a child (cha, mẹ, người giám hộ).' },
    REGISTRATION: { description: 'An officer handled an application (xử lý hồ sơ đăng ký).' },
    EXPORT: { description: 'The person took a copy of everything that is on record (tự tải dữ liệu về).' },
  },
});

/** As what someone looked at a person's data. */
export enum AccessActor {
  SEEKER = 'SEEKER',
  CARD_CHECKER = 'CARD_CHECKER',
  GUARDIAN = 'GUARDIAN',
  INTEGRATOR = 'INTEGRATOR',
  SELF = 'SELF',
}
registerEnumType(AccessActor, {
  name: 'AccessActor',
  description: "As what someone looked at a person's data (vai trò của người truy cập).",
  valuesConfig: {
    SEEKER: { description: 'Someone who looked up the code without signing in (người tra cứu mã số).' },
    CARD_CHECKER: { description: 'Someone without a key who checked the card that was shown (người kiểm tra thẻ).' },
    GUARDIAN: { description: 'The approved parent or guardian of the child (cha, mẹ, người giám hộ).' },
    INTEGRATOR: { description: 'A third party with a key; its name stands in `who` (bên tích hợp).' },
    SELF: { description: 'The person, on a device that stands in `who` (chính người này).' },
  },
});

/** An entry of the ledger as the person sees it. */
@Personal()
@ObjectType('AccessEntry', { description: "One look at the person's data by someone else (lượt truy cập dữ liệu)." })
export class AccessRecord {
  @Field(() => DateTimeScalar, { description: 'When it was.' })
  at: string;

  @Field(() => AccessActor, { description: 'As what someone looked.' })
  actor: AccessActor;

  @Field(() => String, { description: 'Who it was, as far as it is known, in Vietnamese.' })
  who: string;

  @Field(() => String, { description: 'The same in English; names stay as they are.' })
  whoEn: string;

  @Field(() => AccessPurpose, { description: 'Why.' })
  purpose: AccessPurpose;

  @Field(() => [String], { description: 'Names of the fields that were seen or confirmed; empty when none were.' })
  fields: string[];
}

export const AccessConnection = connectionOf(edgeOf(AccessRecord, 'AccessEntry'), 'AccessEntry');
export type AccessConnection = Connection<Edge<AccessRecord>>;
