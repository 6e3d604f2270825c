import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InvalidInput, TooManyAttempts } from '../../../shared/input-faults.types';
import { Problem } from '../../../shared/problem.types';
import { DateScalar } from '../../../shared/scalars';
import { Impersonal, Personal } from '../../protection/authorization';
import { ChallengeRequired } from '../../protection/challenges/challenge.types';

@InputType({
  description:
    'Facts that together name one person: name, date of birth, and one of `personalIdNumber`, `documentNumber`, `healthCardNumber`, or `provinceCode` with `phone`.',
})
export class FindBhxhCodeInput {
  @Field(() => String, { description: 'Full name as on record, with tones (họ và tên).' })
  fullName: string;

  @Field(() => DateScalar, { description: 'Date of birth, YYYY-MM-DD (ngày sinh).' })
  dateOfBirth: string;

  @Field(() => String, { nullable: true, description: 'Personal identity number, 12 digits (số định danh, CCCD).' })
  personalIdNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of an identity paper: CMND (9 digits), CCCD (12 digits) or passport (6 to 9 characters).',
  })
  documentNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the health card, 10, 12 or 15 characters (số thẻ BHYT).',
  })
  healthCardNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Province of the address on record, 2 digits; with `phone`.' })
  provinceCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number on record; with `provinceCode`.' })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Solution of a challenge: base64 of the JSON of algorithm, challenge, number, salt and signature.',
  })
  challengeSolution?: string | null;
}

/** What became of a BHXH code. */
export enum BhxhCodeStatus {
  IN_USE = 'IN_USE',
  REPLACED = 'REPLACED',
}
registerEnumType(BhxhCodeStatus, {
  name: 'BhxhCodeStatus',
  description: 'What became of a BHXH code (trạng thái mã số).',
  valuesConfig: {
    IN_USE: { description: 'The code names the person (đang sử dụng).' },
    REPLACED: {
      description:
        'The personal identity number took its place on 2025-08-01; the code still works (thay bằng số định danh).',
    },
  },
});

@Personal()
@ObjectType({ description: 'Returned when the facts name exactly one person.' })
export class BhxhCodeFound {
  @Field(() => String, { description: 'The BHXH code, 10 digits (mã số BHXH).' })
  bhxhCode: string;

  @Field(() => BhxhCodeStatus, { description: 'What became of the code.' })
  status: BhxhCodeStatus;
}

@Impersonal()
@ObjectType({
  implements: Problem,
  description:
    'Returned when the facts do not name exactly one person, or were asked too often; nothing tells which it was.',
})
export class BhxhCodeNotConfirmed extends Problem {
  @Field(() => [String], { description: 'What to do next, in Vietnamese.' })
  nextSteps: string[];

  @Field(() => [String], { description: 'The same in English.' })
  nextStepsEn: string[];
}

export const FindBhxhCodeResult = createUnionType({
  name: 'FindBhxhCodeResult',
  description: 'What became of looking for a BHXH code.',
  types: () => [BhxhCodeFound, BhxhCodeNotConfirmed, ChallengeRequired, TooManyAttempts, InvalidInput] as const,
  resolveType: (value) => {
    if ('bhxhCode' in value) return BhxhCodeFound;
    if ('nextSteps' in value) return BhxhCodeNotConfirmed;
    if ('fields' in value) return InvalidInput;
    return 'retryAfterSeconds' in value ? TooManyAttempts : ChallengeRequired;
  },
});

@InputType({ description: 'Facts of one person that an integrator wants confirmed.' })
export class VerifyBhxhCodeInput {
  @Field(() => String, { description: 'BHXH code, 10 digits, or personal identity number, 12 digits.' })
  bhxhCode: string;

  @Field(() => String, { description: 'Full name, with tones (họ và tên).' })
  fullName: string;

  @Field(() => DateScalar, { description: 'Date of birth, YYYY-MM-DD.' })
  dateOfBirth: string;
}

/** Whether facts agree with the record. */
export enum VerificationOutcome {
  MATCH = 'MATCH',
  NO_MATCH = 'NO_MATCH',
  TRY_LATER = 'TRY_LATER',
}
registerEnumType(VerificationOutcome, {
  name: 'VerificationOutcome',
  description: 'Whether facts agree with the record (kết quả xác minh).',
  valuesConfig: {
    MATCH: { description: 'All of them agree (khớp).' },
    NO_MATCH: { description: 'They do not agree, or nobody has the code (không khớp).' },
    TRY_LATER: {
      description:
        'Not compared: too many wrong facts about this code came with this key, whether anybody has it or not (thử lại sau).',
    },
  },
});

@Personal()
@ObjectType({ description: 'The answer about one item.' })
export class BhxhCodeVerification {
  @Field(() => Int, { description: 'Index of the item in the list that was sent, from 0.' })
  index: number;

  @Field(() => VerificationOutcome, { description: 'Whether the facts agree with the record.' })
  outcome: VerificationOutcome;

  @Field(() => Int, { nullable: true, description: 'Seconds until the item is compared again; set with TRY_LATER.' })
  retryAfterSeconds: number | null;
}

@Personal()
@ObjectType({ description: 'Returned when the items were compared.' })
export class BhxhCodesVerified {
  @Field(() => [BhxhCodeVerification], { description: 'One answer for each item, in the same order.' })
  results: BhxhCodeVerification[];
}

export const VerifyBhxhCodesResult = createUnionType({
  name: 'VerifyBhxhCodesResult',
  description: 'What became of verifying BHXH codes.',
  types: () => [BhxhCodesVerified, TooManyAttempts] as const,
  resolveType: (value) => ('results' in value ? BhxhCodesVerified : TooManyAttempts),
});
