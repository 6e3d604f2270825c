import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { fromGlobalId } from '../../../shared/global-id';
import { NotFound, type TooManyAttempts } from '../../../shared/input-faults.types';
import type { GatewayContext } from '../../context';
import { CurrentPerson, Requires } from '../../protection/authorization';
import { BY_PROOF, SIGNED_IN_AT_ALL } from '../../protection/authorization.rules';
import { type ChallengeRequired, SOLUTION } from '../../protection/challenges/challenge.types';
import type { SignedInPerson } from '../../protection/principal';
import { HASHING } from '../password/password-hash';
import type { CodeSender } from '../otp/code-sender.service';
import { type OtpRefused, type OtpRequired, ResendOtpResult } from '../otp/otp.types';
import type { SessionService } from '../session/session.service';
import { EndSessionResult } from './end-session.types';
import type { Entry, SignInService } from './sign-in.service';
import { NOT_SIGNED_IN } from './sign-in.texts';
import {
  ConfirmSignInResult,
  DeviceInput,
  type NotSignedIn,
  SessionEnded,
  SignedIn,
  SignedOut,
  SignInRefused,
  SignInResult,
  SignOutResult,
} from './sign-in.types';

const CODE = 'BHXH code (10 digits), personal identity number (12 digits), CMND (9 digits) or passport number.';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly codes: CodeSender,
    private readonly sessions: SessionService,
  ) {}

  @Requires(BY_PROOF)
  @Mutation(() => SignInResult, {
    complexity: HASHING,
    description: 'Signs in on a device (đăng nhập); one device at a time.',
  })
  async signIn(
    @Arg('bhxhCode', () => String, { description: CODE }) code: string,
    @Arg('password', () => String, { description: 'Password (mật khẩu).' }) password: string,
    @Arg('device', () => DeviceInput, { description: 'The device that signs in.' }) device: DeviceInput,
    @Arg('challengeSolution', () => String, { nullable: true, description: SOLUTION })
    challengeSolution: string | null = null,
    @Ctx() context: GatewayContext,
  ): Promise<SignedIn | OtpRequired | SignInRefused | ChallengeRequired> {
    return kept(await this.signIns.signIn({ code, password, device, challengeSolution }, context.caller), context);
  }

  @Requires(BY_PROOF)
  @Mutation(() => ConfirmSignInResult, {
    description: 'Signs in on another device with the code that was sent; the first device is signed out at once.',
  })
  async confirmSignIn(
    @Arg('otpId', () => ID, { description: 'What `signIn` gave.' }) otpId: string,
    @Arg('code', () => String, { description: 'The code of six digits.' }) code: string,
    @Ctx() context: GatewayContext,
  ): Promise<SignedIn | OtpRefused> {
    return kept(await this.signIns.confirm(otpId, code), context);
  }

  @Requires(BY_PROOF)
  @Mutation(() => ResendOtpResult, {
    description: 'Sends the same code again and renews its life (gửi lại mã OTP); a copy on its way stays right.',
  })
  resendOtp(
    @Arg('otpId', () => ID, { description: 'The code that is awaited.' }) otpId: string,
  ): Promise<OtpRequired | OtpRefused | TooManyAttempts> {
    return this.codes.resend(otpId);
  }

  @Mutation(() => SignOutResult, {
    description: 'Signs out on this device (đăng xuất); its token is worth nothing any more.',
  })
  async signOut(@Ctx() { principal, session }: GatewayContext): Promise<SignedOut | NotSignedIn> {
    const who = await principal.current();
    session.forget();
    if (who.kind !== 'person') return NOT_SIGNED_IN;
    await this.sessions.end(who.personId, who.sessionId);
    principal.reset();
    return { at: new Date().toISOString() };
  }

  @Requires(SIGNED_IN_AT_ALL)
  @Mutation(() => EndSessionResult, { description: "Ends one of the person's own sessions (đăng xuất thiết bị)." })
  async endSession(
    @Arg('id', () => ID, { description: 'Identifier from `viewer { sessions }`.' }) id: string,
    @CurrentPerson() { personId }: SignedInPerson,
    @Ctx() { principal }: GatewayContext,
  ): Promise<SessionEnded | NotFound> {
    const named = fromGlobalId(id);
    const isEnded = named?.type === 'Session' && (await this.sessions.end(personId, named.key));
    principal.reset();
    if (isEnded) return { endedAt: new Date().toISOString() };
    return { message: 'Không có phiên đăng nhập này.', messageEn: 'There is no such session.' };
  }
}

/** Hands the session to the device: in the answer, or in a cookie that no script can read. */
function kept<T extends object>(answer: Entry | T, { principal, session }: GatewayContext): SignedIn | T {
  if (!('isCookie' in answer)) return answer;
  principal.reset();
  const { isCookie, token, ...signedIn } = answer;
  if (!isCookie) return { ...signedIn, token };
  session.keep(token, signedIn.expiresAt);
  return { ...signedIn, token: null };
}
