import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { TooManyAttempts } from '../../shared/input-faults.types';
import { Viewer } from '../accounts/viewer.types';
import type { GatewayContext } from '../context';
import { Requires } from '../protection/authorization';
import { BY_PROOF } from '../protection/authorization.rules';
import { Clinic } from '../directory/clinic/clinic.entity';
import type { HealthCardService } from './health-card.service';
import { type HealthCardRefused, HealthCardValid, HealthCardView, VerifyHealthCardResult } from './health-card.types';

const CLINIC = 'The clinic of initial registration in the directory of today (nơi đăng ký KCB ban đầu), or null.';

/** The card among what a person sees about themselves. */
@Resolver(() => Viewer)
export class ViewerCardResolver {
  constructor(private readonly cards: HealthCardService) {}

  @FieldResolver(() => HealthCardView, {
    nullable: true,
    description: 'The health card that holds today, else the latest (thẻ BHYT); null without any.',
  })
  healthCard(@Root() { personId }: Viewer): Promise<HealthCardView | null> {
    return this.cards.cardOf(personId);
  }

  @Requires(BY_PROOF)
  @Mutation(() => VerifyHealthCardResult, {
    description: 'Checks a card that someone shows, once, against the record of today (kiểm tra thẻ BHYT).',
  })
  verifyHealthCard(
    @Arg('token', () => String, { description: 'The token that the QR code holds.' }) token: string,
    @Ctx() { caller }: GatewayContext,
  ): Promise<HealthCardValid | HealthCardRefused | TooManyAttempts> {
    return this.cards.verify(token, caller);
  }
}

/** What belongs to a card and is not on it. */
@Resolver(() => HealthCardView)
export class HealthCardResolver {
  constructor(private readonly cards: HealthCardService) {}

  @FieldResolver(() => String, { description: 'The token as a QR code, an SVG document.' })
  qrCodeSvg(@Root() { token }: HealthCardView): Promise<string> {
    return this.cards.qrCodeSvg(token);
  }

  @FieldResolver(() => Clinic, { nullable: true, description: CLINIC })
  registeredClinic(
    @Root() { registeredClinicCode }: HealthCardView,
    @Ctx() { directory }: GatewayContext,
  ): Promise<Clinic | null> {
    return directory.byCode(Clinic, registeredClinicCode);
  }
}

/** The clinic on a card that was verified. */
@Resolver(() => HealthCardValid)
export class VerifiedCardResolver {
  @FieldResolver(() => Clinic, { nullable: true, description: CLINIC })
  registeredClinic(
    @Root() { registeredClinicCode }: HealthCardValid,
    @Ctx() { directory }: GatewayContext,
  ): Promise<Clinic | null> {
    return directory.byCode(Clinic, registeredClinicCode);
  }
}
