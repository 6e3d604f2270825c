import { DomainError } from '../../../shared/errors';
import type { ActiveSession, SessionService } from './session.service';

/** Where a device keeps its session: a header it sets itself, or a cookie that no script can read. */
export interface SessionCarrier {
  /** The token that came with the request, if any. */
  readonly token: string | undefined;
  /** Lets the browser keep a session as a cookie. */
  keep(token: string, expiresAt: string): void;
  /** Makes the browser forget its cookie. */
  forget(): void;
}

/** Who is signed in for one request; looked up when first asked, and once. */
export class RequestSession {
  private asked: Promise<ActiveSession | null> | undefined;

  constructor(
    private readonly sessions: Pick<SessionService, 'ofToken'>,
    readonly carrier: SessionCarrier,
  ) {}

  /** The session of this request, or null when nobody is signed in. */
  current(): Promise<ActiveSession | null> {
    const { token } = this.carrier;
    this.asked ??= token === undefined ? Promise.resolve(null) : this.sessions.ofToken(token);
    return this.asked;
  }

  /** The session of this request, even when a new password is due. Throws UNAUTHENTICATED. */
  async required(): Promise<ActiveSession> {
    const active = await this.current();
    if (active) return active;
    throw new DomainError('UNAUTHENTICATED', {
      en: 'Sign in first; the session has ended or another device has signed in.',
      vi: 'Hãy đăng nhập; phiên đã kết thúc hoặc tài khoản đã đăng nhập trên thiết bị khác.',
    });
  }

  /** The session of this request with all its rights. Throws UNAUTHENTICATED or PASSWORD_CHANGE_REQUIRED. */
  async unrestricted(): Promise<ActiveSession> {
    const active = await this.required();
    if (!active.mustChangePassword) return active;
    throw new DomainError('PASSWORD_CHANGE_REQUIRED', {
      en: 'Choose a new password first (`changePassword`): it is the first sign-in, or six months have passed.',
      vi: 'Hãy đổi mật khẩu trước (`changePassword`): đây là lần đăng nhập đầu tiên hoặc mật khẩu đã quá 6 tháng.',
    });
  }

  /** Forgets what was looked up, after the session was begun, changed or ended. */
  reset(): void {
    this.asked = undefined;
  }
}
