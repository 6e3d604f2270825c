import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Problem } from '../../../shared/problem.types';
import { DateTimeScalar } from '../../../shared/scalars';
import { OtpRefused, OtpRequired } from '../otp/otp.types';
import { Impersonal, Personal } from '../../protection/authorization';
import { ChallengeRequired } from '../../protection/challenges/challenge.types';

/** Where a device keeps its session. */
export enum SessionPlace {
  TOKEN = 'TOKEN',
  COOKIE = 'COOKIE',
}
registerEnumType(SessionPlace, {
  name: 'SessionPlace',
  description: 'Where a device keeps its session (nơi giữ phiên đăng nhập).',
  valuesConfig: {
    TOKEN: { description: 'The answer holds a token; send it as `Authorization: Bearer …`.' },
    COOKIE: {
      description:
        'The browser keeps it in a cookie that scripts cannot read; send the header `x-csrf-protection: 1` with every request.',
    },
  },
});

@InputType({ description: 'The device that signs in (thiết bị đăng nhập).' })
export class DeviceInput {
  @Field(() => String, {
    description: 'Name by which the person knows it, 1 to 80 characters, for example `Điện thoại của Lan`.',
  })
  name: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Random text that the device made once and keeps to itself, 16 to 100 characters: the same device signs in again without a code.',
  })
  id?: string | null;

  @Field(() => SessionPlace, { defaultValue: SessionPlace.TOKEN, description: 'Where the session is to be kept.' })
  keepSessionIn: SessionPlace;
}

@Personal()
@ObjectType({ description: 'Returned when the device is signed in.' })
export class SignedIn {
  @Field(() => String, { nullable: true, description: 'Opaque bearer token; null when a cookie keeps the session.' })
  token: string | null;

  @Field(() => DateTimeScalar, {
    description: 'When the session ends at the latest; without use it ends after 7 days.',
  })
  expiresAt: string;

  @Field(() => Boolean, {
    description: 'Whether a new password must be chosen before anything else (đổi mật khẩu lần đầu hoặc sau 6 tháng).',
  })
  mustChangePassword: boolean;
}

@Impersonal()
@ObjectType({
  implements: Problem,
  description: 'Returned when signing in is refused. It does not tell whether there is such an account.',
})
export class SignInRefused extends Problem {
  @Field(() => Int, {
    nullable: true,
    description: 'Seconds to wait, when too many codes were asked for.',
  })
  retryAfterSeconds: number | null;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What became of signing in.',
  types: () => [SignedIn, OtpRequired, SignInRefused, ChallengeRequired] as const,
  resolveType: (value) => {
    if ('otpId' in value) return OtpRequired;
    if ('challenge' in value) return ChallengeRequired;
    return 'mustChangePassword' in value ? SignedIn : SignInRefused;
  },
});

export const ConfirmSignInResult = createUnionType({
  name: 'ConfirmSignInResult',
  description: 'What became of confirming a sign-in.',
  types: () => [SignedIn, OtpRefused] as const,
  resolveType: (value) => ('attemptsLeft' in value ? OtpRefused : SignedIn),
});

@Impersonal()
@ObjectType({ description: 'Returned when nobody is signed in on this device any more.' })
export class SignedOut {
  @Field(() => DateTimeScalar, { description: 'When the session ended.' })
  at: string;
}

@Impersonal()
@ObjectType({
  implements: Problem,
  description: 'Returned when nobody was signed in on this device: the session had ended before.',
})
export class NotSignedIn extends Problem {}

export const SignOutResult = createUnionType({
  name: 'SignOutResult',
  description: 'What became of signing out.',
  types: () => [SignedOut, NotSignedIn] as const,
  resolveType: (value) => ('at' in value ? SignedOut : NotSignedIn),
});

@Impersonal()
@ObjectType({ description: 'Returned when a session was ended.' })
export class SessionEnded {
  @Field(() => DateTimeScalar, { description: 'When the session ended.' })
  endedAt: string;
}
