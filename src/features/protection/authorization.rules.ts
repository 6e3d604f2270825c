import { DomainError } from '../../shared/errors';
import type { Principal, Scope, SignedInPerson } from './principal';

/** Who may ask a field. A field without a rule is open to everyone. */
export type Rule =
  /** A person who is signed in; while a new password is due only where that is said. */
  | { readonly admits: 'person'; readonly whilePasswordIsDue: boolean }
  /** An integrator whose key has the scope. */
  | { readonly admits: 'integrator'; readonly scope: Scope }
  /** Anyone: what is given (facts that name the person, a code, a signed card) proves the right to the answer. */
  | { readonly admits: 'bearer' }
  /** Anyone asks; an object of a person is given to that person and to a guardian, and is not there for others. */
  | { readonly admits: 'owner' };

/** A person who is signed in, with all rights. */
export const SIGNED_IN: Rule = { admits: 'person', whilePasswordIsDue: false };
/** A person who is signed in, also while a new password is due. */
export const SIGNED_IN_AT_ALL: Rule = { admits: 'person', whilePasswordIsDue: true };
/** Whoever can show what the operation asks for. */
export const BY_PROOF: Rule = { admits: 'bearer' };

/** Whoever asks for an object of a person by its identifier. */
export const TO_ITS_OWNER: Rule = { admits: 'owner' };

/** An integrator with a key of this scope. */
export function integratorWith(scope: Scope): Rule {
  return { admits: 'integrator', scope };
}

/** The one place that decides whether a principal may ask. Throws UNAUTHENTICATED, PASSWORD_CHANGE_REQUIRED, FORBIDDEN. */
export function assertAllowed(principal: Principal, rule: Rule): void {
  if (rule.admits === 'person') assertPerson(principal, rule.whilePasswordIsDue);
  if (rule.admits === 'integrator') assertIntegrator(principal, rule.scope);
}

/** The rule of persons, for what is no field: see `assertAllowed`. */
export function assertPerson(principal: Principal, whilePasswordIsDue = false): asserts principal is SignedInPerson {
  if (principal.kind !== 'person') {
    throw new DomainError('UNAUTHENTICATED', {
      en: 'Sign in first; the session has ended or another device has signed in.',
      vi: 'Hãy đăng nhập; phiên đã kết thúc hoặc tài khoản đã đăng nhập trên thiết bị khác.',
    });
  }
  if (principal.mustChangePassword && !whilePasswordIsDue) {
    throw new DomainError('PASSWORD_CHANGE_REQUIRED', {
      en: 'Choose a new password first (`changePassword`): it is the first sign-in, or six months have passed.',
      vi: 'Hãy đổi mật khẩu trước (`changePassword`): đây là lần đăng nhập đầu tiên hoặc mật khẩu đã quá 6 tháng.',
    });
  }
}

function assertIntegrator(principal: Principal, scope: Scope): void {
  if (principal.kind !== 'integrator') {
    throw new DomainError('UNAUTHENTICATED', {
      en: 'This is for integrators: send your key in the header `x-api-key`.',
      vi: 'Chức năng này dành cho bên tích hợp: gửi khóa trong tiêu đề `x-api-key`.',
    });
  }
  if (!principal.scopes.includes(scope)) {
    throw new DomainError('FORBIDDEN', {
      en: `Your key lacks the scope "${scope}".`,
      vi: `Khóa của bạn không có quyền "${scope}".`,
    });
  }
}
