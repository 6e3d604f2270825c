import type { SessionService } from '../features/accounts/session/session.service';
import type { IntegratorKeys } from '../features/protection/integrator-keys';
import { ANONYMOUS, type AskingPrincipal, type Principal } from '../features/protection/principal';

/** What a request shows to say who asks. */
export interface Credentials {
  /** The token of a session. */
  readonly token?: string | undefined;
  /** The key of an integrator. */
  readonly apiKey?: string | undefined;
}

/** Who asks, by a key or by a session; looked up when first asked for, since a session costs a read, and once. */
export class RequestPrincipal implements AskingPrincipal {
  private asked: Promise<Principal> | undefined;

  constructor(
    private readonly sessions: Pick<SessionService, 'ofToken'>,
    private readonly integrators: Pick<IntegratorKeys, 'ofKey'>,
    private readonly credentials: Credentials,
  ) {}

  current(): Promise<Principal> {
    this.asked ??= this.find();
    return this.asked;
  }

  reset(): void {
    this.asked = undefined;
  }

  private async find(): Promise<Principal> {
    const { token, apiKey } = this.credentials;
    const integrator = apiKey === undefined ? null : this.integrators.ofKey(apiKey);
    if (integrator) return integrator;
    const active = token === undefined ? null : await this.sessions.ofToken(token);
    if (!active) return ANONYMOUS;
    const { session, account, mustChangePassword } = active;
    return {
      kind: 'person',
      personId: session.personId,
      sessionId: session.id,
      deviceName: session.deviceName,
      accountCreatedAt: account.createdAt,
      passwordSetAt: account.passwordSetAt,
      mustChangePassword,
    };
  }
}
