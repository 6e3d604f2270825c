import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { InvalidInput, TooManyAttempts } from '../../../shared/input-faults.types';
import type { GatewayContext } from '../../context';
import { CurrentPerson, Requires } from '../../protection/authorization';
import { BY_PROOF, SIGNED_IN_AT_ALL } from '../../protection/authorization.rules';
import { type ChallengeRequired, SOLUTION } from '../../protection/challenges/challenge.types';
import type { SignedInPerson } from '../../protection/principal';
import { HASHING } from './password-hash';
import type { OtpRefused, OtpRequired } from '../otp/otp.types';
import type { PasswordService } from './password.service';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  ConfirmPasswordChangeResult,
  ForgotPasswordResult,
  type PasswordChanged,
  ResetPasswordInput,
  ResetPasswordResult,
} from './password.types';

@Resolver()
export class PasswordResolver {
  constructor(private readonly passwords: PasswordService) {}

  @Requires(SIGNED_IN_AT_ALL)
  @Mutation(() => ChangePasswordResult, {
    complexity: HASHING,
    description: 'Asks for a new password (đổi mật khẩu); a code confirms it. Also while a new password is due.',
  })
  changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'Old and new password.' }) input: ChangePasswordInput,
    @CurrentPerson() person: SignedInPerson,
  ): Promise<OtpRequired | InvalidInput | TooManyAttempts> {
    return this.passwords.change(input, person);
  }

  @Requires(SIGNED_IN_AT_ALL)
  @Mutation(() => ConfirmPasswordChangeResult, {
    description: 'Lets the new password count with the code that was sent; other devices are signed out.',
  })
  async confirmPasswordChange(
    @Arg('otpId', () => ID, { description: 'What `changePassword` gave.' }) otpId: string,
    @Arg('code', () => String, { description: 'The code of six digits.' }) code: string,
    @CurrentPerson() person: SignedInPerson,
    @Ctx() { principal }: GatewayContext,
  ): Promise<PasswordChanged | OtpRefused> {
    const answer = await this.passwords.confirmChange(otpId, code, person);
    principal.reset();
    return answer;
  }

  @Requires(BY_PROOF)
  @Mutation(() => ForgotPasswordResult, {
    complexity: HASHING,
    description:
      'Sends a code for a new password to the phone on record (quên mật khẩu). Answers alike whether there is such an account or not.',
  })
  forgotPassword(
    @Arg('bhxhCode', () => String, {
      description: 'BHXH code (10 digits), personal identity number (12 digits), CMND (9 digits) or passport number.',
    })
    bhxhCode: string,
    @Arg('phone', () => String, { description: 'Telephone number on record (số điện thoại đã đăng ký).' })
    phone: string,
    @Arg('challengeSolution', () => String, { nullable: true, description: SOLUTION })
    challengeSolution: string | null = null,
    @Ctx() { caller }: GatewayContext,
  ): Promise<OtpRequired | TooManyAttempts | ChallengeRequired> {
    return this.passwords.forgot({ bhxhCode, phone, challengeSolution }, caller);
  }

  @Mutation(() => ResetPasswordResult, {
    complexity: HASHING,
    description:
      'Replaces a forgotten password with the code that was sent (đặt lại mật khẩu); all devices are signed out.',
  })
  resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'Code and new password.' }) input: ResetPasswordInput,
    @Ctx() { caller }: GatewayContext,
  ): Promise<PasswordChanged | OtpRefused | InvalidInput> {
    return this.passwords.reset(input, caller);
  }
}
