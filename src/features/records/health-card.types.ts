import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TooManyAttempts } from '../../shared/input-faults.types';
import { Problem } from '../../shared/problem.types';
import { DateScalar } from '../../shared/scalars';
import { Impersonal, Personal } from '../protection/authorization';

/** The card as its holder sees it. */
@Personal()
@ObjectType('HealthCard', { description: 'The health-insurance card of a person (thẻ BHYT).' })
export class HealthCardView {
  @Field(() => String, { description: 'Number of the card, 15 characters (số thẻ).' })
  number: string;

  @Field(() => Int, { description: 'Benefit level, 1 to 5 (mức hưởng).' })
  benefitLevel: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Percent of the costs that insurance pays; null when unknown, and `coverage` tells why.',
  })
  coveragePercent: number | null;

  @Field(() => String, { description: 'Group of the insured, 2 letters (mã đối tượng).' })
  objectCode: string;

  @Field(() => DateScalar, { description: 'First day, YYYY-MM-DD (giá trị sử dụng từ ngày).' })
  validFrom: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, YYYY-MM-DD; null while no end is set.' })
  validUntil: string | null;

  @Field(() => Boolean, { description: 'Whether the card holds today.' })
  inForce: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which five continuous years are reached, YYYY-MM-DD (thời điểm đủ 5 năm liên tục).',
  })
  fiveYearsFrom: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the clinic of initial registration as it stands on the card (mã nơi đăng ký KCB ban đầu).',
  })
  registeredClinicCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the office that issued the card (cơ quan BHXH cấp thẻ).',
  })
  issuingOfficeCode: string | null;
}

/** Why a card is not taken. */
export enum CardRefusal {
  EXPIRED = 'EXPIRED',
  NOT_GENUINE = 'NOT_GENUINE',
  ALREADY_USED = 'ALREADY_USED',
  NOT_IN_FORCE = 'NOT_IN_FORCE',
}
registerEnumType(CardRefusal, {
  name: 'CardRefusal',
  description: 'Why a health card that was shown is not taken.',
  valuesConfig: {
    EXPIRED: { description: 'The code is older than five minutes; the holder shows a new one (mã hết hạn).' },
    NOT_GENUINE: { description: 'This service did not sign it (mã không hợp lệ).' },
    ALREADY_USED: { description: 'It was verified before; the holder shows a new one (mã đã sử dụng).' },
    NOT_IN_FORCE: { description: 'It is genuine, but the insurance does not hold today (thẻ không còn giá trị).' },
  },
});

@Personal()
@ObjectType({ description: 'Returned when the card is genuine and the insurance holds today.' })
export class HealthCardValid {
  @Field(() => String, { description: 'Full name of the holder (họ tên).' })
  holderName: string;

  @Field(() => DateScalar, {
    description: 'Date of birth of the holder, YYYY-MM-DD, to compare with a paper (ngày sinh).',
  })
  dateOfBirth: string;

  @Field(() => String, { description: 'Last 4 digits of the number of the card, to compare (4 số cuối của số thẻ).' })
  numberEnding: string;

  @Field(() => Int, { description: 'Benefit level, 1 to 5 (mức hưởng).' })
  benefitLevel: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Percent of the costs that insurance pays; null when unknown, and `coverage` tells why.',
  })
  coveragePercent: number | null;

  @Field(() => DateScalar, { description: 'First day, YYYY-MM-DD.' })
  validFrom: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, YYYY-MM-DD; null while no end is set.' })
  validUntil: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the clinic of initial registration, also when the directory of today has no such clinic.',
  })
  registeredClinicCode: string | null;
}

@Impersonal()
@ObjectType({ implements: Problem, description: 'Returned when the card is not taken.' })
export class HealthCardRefused extends Problem {
  @Field(() => CardRefusal, { description: 'Why.' })
  reason: CardRefusal;
}

export const VerifyHealthCardResult = createUnionType({
  name: 'VerifyHealthCardResult',
  description: 'What became of verifying a health card.',
  types: () => [HealthCardValid, HealthCardRefused, TooManyAttempts] as const,
  resolveType: (value) =>
    'holderName' in value ? HealthCardValid : 'reason' in value ? HealthCardRefused : TooManyAttempts,
});
