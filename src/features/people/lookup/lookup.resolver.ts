import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { InvalidInput, TooManyAttempts } from '../../../shared/input-faults.types';
import type { GatewayContext } from '../../context';
import { CurrentIntegrator, Requires } from '../../protection/authorization';
import { BY_PROOF, integratorWith } from '../../protection/authorization.rules';
import type { Integrator } from '../../protection/principal';
import type { ChallengeService } from '../../protection/challenges/challenge.service';
import { Challenge, type ChallengeRequired } from '../../protection/challenges/challenge.types';
import type { LookupService } from './lookup.service';
import {
  type BhxhCodeFound,
  type BhxhCodeNotConfirmed,
  type BhxhCodesVerified,
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

  @Requires(BY_PROOF)
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

  @Requires(integratorWith('codes'))
  @Mutation(() => VerifyBhxhCodesResult, {
    description:
      'Says for each item whether its facts agree with the record (xác minh mã số BHXH). For integrators with a key.',
  })
  verifyBhxhCodes(
    @Arg('items', () => [VerifyBhxhCodeInput], { description: '1 to 100 items.' }) items: VerifyBhxhCodeInput[],
    @CurrentIntegrator() { name }: Integrator,
  ): Promise<BhxhCodesVerified | TooManyAttempts> {
    return this.lookups.verify(items, name);
  }
}
