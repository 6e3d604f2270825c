import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TooManyAttempts } from '../../../shared/input-faults.types';
import { Problem } from '../../../shared/problem.types';
import { DateTimeScalar } from '../../../shared/scalars';
import { Impersonal, Personal } from '../../protection/authorization';

/** What a one-time code confirms. */
export enum OtpReason {
  OTHER_DEVICE = 'OTHER_DEVICE',
  PASSWORD_CHANGE = 'PASSWORD_CHANGE',
  PASSWORD_RESET = 'PASSWORD_RESET',
}
registerEnumType(OtpReason, {
  name: 'OtpReason',
  description: 'What a one-time code confirms (mục đích của mã OTP).',
  valuesConfig: {
    OTHER_DEVICE: {
      description: 'Signing in while another device is signed in, which will be signed out (đăng nhập thiết bị khác).',
    },
    PASSWORD_CHANGE: { description: 'A new password (đổi mật khẩu).' },
    PASSWORD_RESET: { description: 'A new password in place of a forgotten one (đặt lại mật khẩu).' },
  },
});

@Personal()
@ObjectType({ description: 'Returned when a one-time code (mã OTP) must confirm what was asked; it is on its way.' })
export class OtpRequired {
  @Field(() => ID, { description: 'What to confirm with; goes along with the code.' })
  otpId: string;

  @Field(() => OtpReason, { description: 'What the code confirms.' })
  reason: OtpReason;

  @Field(() => String, { description: 'Where the code goes, mostly hidden, for example `••••••• 678`.' })
  sentTo: string;

  @Field(() => DateTimeScalar, {
    description: 'Until when the code counts at least: ten minutes from delivery, so later when delivery takes long.',
  })
  expiresAt: string;

  @Field(() => String, {
    description: 'What happens next, in Vietnamese; warns of the device that will be signed out.',
  })
  message: string;

  @Field(() => String, { description: 'The same in English.' })
  messageEn: string;
}

@Impersonal()
@ObjectType({
  implements: Problem,
  description: 'Returned when the one-time code is not right, or not valid any more.',
})
export class OtpRefused extends Problem {
  @Field(() => Int, { description: 'Tries left with this code; 0: begin anew.' })
  attemptsLeft: number;
}

/** The answer to a code that is not right. */
export function otpRefused(attemptsLeft: number): OtpRefused {
  return attemptsLeft > 0
    ? {
        attemptsLeft,
        message: `Mã không đúng hoặc đã hết hạn; còn ${attemptsLeft} lần thử. Có thể gửi lại cùng mã.`,
        messageEn: `The code is not right or has expired; ${attemptsLeft} tries left. The same code can be sent again.`,
      }
    : {
        attemptsLeft,
        message: 'Mã không còn hiệu lực; hãy làm lại từ đầu.',
        messageEn: 'The code is not valid any more; begin anew.',
      };
}

export const ResendOtpResult = createUnionType({
  name: 'ResendOtpResult',
  description: 'What became of asking for the code again.',
  types: () => [OtpRequired, OtpRefused, TooManyAttempts] as const,
  resolveType: (value) => ('otpId' in value ? OtpRequired : 'attemptsLeft' in value ? OtpRefused : TooManyAttempts),
});
