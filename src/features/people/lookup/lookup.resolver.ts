import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { DomainError } from '../../../shared/errors';
import type { InvalidInput, TooManyAttempts } from '../../../shared/input-faults.types';
import type { GatewayContext } from '../../context';
import type { ChallengeService } from '../../protection/challenges/challenge.service';
import { Challenge } from '../../protection/challenges/challenge.types';
import type { LookupService } from './lookup.service';
import {
  type BhxhCodeFound,
  type BhxhCodeNotConfirmed,
  type BhxhCodesVerified,
  type ChallengeRequired,
  FindBhxhCodeInput,
  FindBhxhCodeResult,
  VerifyBhxhCodeInput,
  VerifyBhxhCodesResult,
} from './lookup.types';

@Resolver()
export class LookupResolver {
  constructor(
    private readonly lookups: LookupService,
    private readonly challenges: ChallengeService,
  ) {}

  @Query(() => Challenge, { description: 'A challenge to solve before a lookup of a BHXH code.' })
  challenge(@Ctx() { cachePolicy }: GatewayContext): Promise<Challenge> {
    cachePolicy.private();
    return this.challenges.make();
  }

  @Mutation(() => FindBhxhCodeResult, {
    description:
      'Confirms the BHXH code of the one person whom the facts name (tra cứu mã số BHXH); the person is told in `accessLog`.',
  })
  findBhxhCode(
    @Arg('input', () => FindBhxhCodeInput, { description: 'What is known of the person.' }) input: FindBhxhCodeInput,
    @Ctx() { caller }: GatewayContext,
  ): Promise<BhxhCodeFound | BhxhCodeNotConfirmed | ChallengeRequired | TooManyAttempts | InvalidInput> {
    return this.lookups.find(input, caller);
  }

  @Mutation(() => VerifyBhxhCodesResult, {
    description:
      'Says for each item whether its facts agree with the record (xác minh mã số BHXH). For integrators with a key.',
  })
  verifyBhxhCodes(
    @Arg('items', () => [VerifyBhxhCodeInput], { description: '1 to 100 items.' }) items: VerifyBhxhCodeInput[],
    @Ctx() { integrator }: GatewayContext,
  ): Promise<BhxhCodesVerified | TooManyAttempts> {
    if (integrator) return this.lookups.verify(items, integrator);
    throw new DomainError('UNAUTHENTICATED', {
      en: 'Verifying is for integrators: send your key in the header `x-api-key`.',
      vi: 'Chức năng xác minh dành cho bên tích hợp: gửi khóa trong tiêu đề `x-api-key`.',
    });
  }
}
