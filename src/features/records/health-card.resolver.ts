import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../shared/scalars';
import type { TooManyAttempts } from '../../shared/input-faults.types';
import { Viewer } from '../accounts/viewer.types';
import type { MaybePromise } from '../../shared/maybe-promise';
import type { GatewayContext } from '../context';
import { Requires } from '../protection/authorization';
import { assertAllowed, BY_PROOF, integratorWith } from '../protection/authorization.rules';
import { Clinic } from '../directory/clinic/clinic.entity';
import { Office } from '../directory/office/office.entity';
import type { HealthCardService } from './health-card.service';
import { type HealthCardRefused, HealthCardValid, HealthCardView, VerifyHealthCardResult } from './health-card.types';
import { CoverageResult, type CoverageShare, type StatutoryUnknown } from './statutory.types';

const CLINIC = 'The clinic of initial registration in the directory of today (nơi đăng ký KCB ban đầu), or null.';

const COVERAGE = 'The share of the costs that insurance pays today (tỷ lệ hưởng), or why it is not known.';

/** The card among what a person sees about themselves. */
@Resolver(() => Viewer)
export class ViewerCardResolver {
  constructor(private readonly cards: HealthCardService) {}

  @FieldResolver(() => HealthCardView, {
    nullable: true,
    description: 'The health card that holds today, else the latest (thẻ BHYT); null without any.',
  })
  healthCard(@Root() viewer: Viewer): Promise<HealthCardView | null> {
    return this.cards.cardOf(viewer);
  }

  @Requires(BY_PROOF)
  @Mutation(() => VerifyHealthCardResult, {
    description: 'Checks a card that someone shows, once, against the record of today (kiểm tra thẻ BHYT).',
  })
  async verifyHealthCard(
    @Arg('token', () => String, { description: 'The token that the QR code holds.' }) token: string,
    @Ctx() { caller, principal }: GatewayContext,
  ): Promise<HealthCardValid | HealthCardRefused | TooManyAttempts> {
    const asking = await principal.current();
    if (asking.kind !== 'integrator') return this.cards.verify(token, { caller, integrator: null });
    assertAllowed(asking, integratorWith('cards'));
    return this.cards.verify(token, { caller, integrator: asking.name });
  }
}

/** What belongs to a card and is not on it. */
@Resolver(() => HealthCardView)
export class HealthCardResolver {
  constructor(private readonly cards: HealthCardService) {}

  @FieldResolver(() => String, {
    description: 'The card signed (JSON Web Token), to be shown; holds for five minutes.',
  })
  async token(@Root() card: HealthCardView): Promise<string> {
    return (await this.cards.signedForm(card)).token;
  }

  @FieldResolver(() => DateTimeScalar, { description: 'When the token stops to hold; ask for a new one before.' })
  async tokenExpiresAt(@Root() card: HealthCardView): Promise<string> {
    return (await this.cards.signedForm(card)).expiresAt;
  }

  @FieldResolver(() => String, { description: 'The token as a QR code, an SVG document.' })
  qrCodeSvg(@Root() card: HealthCardView): Promise<string> {
    return this.cards.qrCodeSvg(card);
  }

  @FieldResolver(() => CoverageResult, { description: COVERAGE })
  coverage(@Root() { benefitLevel }: HealthCardView): Promise<CoverageShare | StatutoryUnknown> {
    return this.cards.coverage(benefitLevel);
  }

  @FieldResolver(() => Clinic, { nullable: true, description: CLINIC })
  registeredClinic(
    @Root() { registeredClinicCode }: HealthCardView,
    @Ctx() { directory }: GatewayContext,
  ): MaybePromise<Clinic | null> {
    return directory.byCode(Clinic, registeredClinicCode);
  }

  @FieldResolver(() => Office, {
    nullable: true,
    description: 'The office that issued the card, in the directory of today (cơ quan BHXH cấp thẻ), or null.',
  })
  issuingOffice(
    @Root() { issuingOfficeCode }: HealthCardView,
    @Ctx() { directory }: GatewayContext,
  ): MaybePromise<Office | null> {
    return directory.byCode(Office, issuingOfficeCode);
  }
}

/** What belongs to a card that was verified. */
@Resolver(() => HealthCardValid)
export class VerifiedCardResolver {
  constructor(private readonly cards: HealthCardService) {}

  @FieldResolver(() => CoverageResult, { description: COVERAGE })
  coverage(@Root() { benefitLevel }: HealthCardValid): Promise<CoverageShare | StatutoryUnknown> {
    return this.cards.coverage(benefitLevel);
  }

  @FieldResolver(() => Clinic, { nullable: true, description: CLINIC })
  registeredClinic(
    @Root() { registeredClinicCode }: HealthCardValid,
    @Ctx() { directory }: GatewayContext,
  ): MaybePromise<Clinic | null> {
    return directory.byCode(Clinic, registeredClinicCode);
  }
}
