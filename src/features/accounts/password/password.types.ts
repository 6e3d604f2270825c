import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { InvalidInput, TooManyAttempts } from '../../../shared/input-faults.types';
import { DateTimeScalar } from '../../../shared/scalars';
import { OtpRefused, OtpRequired } from '../otp/otp.types';
import { Impersonal } from '../../protection/authorization';
import { ChallengeRequired } from '../../protection/challenges/challenge.types';

@InputType({ description: 'A new password in place of the old one (đổi mật khẩu).' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'Password that counts now (mật khẩu cũ).' })
  oldPassword: string;

  @Field(() => String, {
    description:
      'New password (mật khẩu mới), 10 to 128 characters of any kind; neither common nor made of personal data.',
  })
  newPassword: string;

  @Field(() => String, { description: 'The new password again (nhập lại mật khẩu mới).' })
  newPasswordAgain: string;
}

@InputType({ description: 'A new password in place of a forgotten one (đặt lại mật khẩu).' })
export class ResetPasswordInput {
  @Field(() => ID, { description: 'What `forgotPassword` gave.' })
  otpId: string;

  @Field(() => String, { description: 'The code of six digits that was sent.' })
  code: string;

  @Field(() => String, { description: 'New password (mật khẩu mới), as in `ChangePasswordInput`.' })
  newPassword: string;

  @Field(() => String, { description: 'The new password again (nhập lại mật khẩu mới).' })
  newPasswordAgain: string;
}

@Impersonal()
@ObjectType({ description: 'Returned when the new password counts.' })
export class PasswordChanged {
  @Field(() => DateTimeScalar, { description: 'When it was changed.' })
  changedAt: string;

  @Field(() => DateTimeScalar, { description: 'When it must be replaced at the latest, six months later.' })
  passwordExpiresAt: string;
}

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What became of asking for a new password.',
  types: () => [OtpRequired, InvalidInput, TooManyAttempts] as const,
  resolveType: (value) => ('otpId' in value ? OtpRequired : 'fields' in value ? InvalidInput : TooManyAttempts),
});

export const ConfirmPasswordChangeResult = createUnionType({
  name: 'ConfirmPasswordChangeResult',
  description: 'What became of confirming a new password.',
  types: () => [PasswordChanged, OtpRefused] as const,
  resolveType: (value) => ('changedAt' in value ? PasswordChanged : OtpRefused),
});

export const ForgotPasswordResult = createUnionType({
  name: 'ForgotPasswordResult',
  description: 'What became of saying that a password is forgotten; the same whether there is such an account or not.',
  types: () => [OtpRequired, TooManyAttempts, ChallengeRequired] as const,
  resolveType: (value) => ('otpId' in value ? OtpRequired : 'challenge' in value ? ChallengeRequired : TooManyAttempts),
});

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'What became of replacing a forgotten password.',
  types: () => [PasswordChanged, OtpRefused, InvalidInput] as const,
  resolveType: (value) =>
    'changedAt' in value ? PasswordChanged : 'attemptsLeft' in value ? OtpRefused : InvalidInput,
});
