import { GraphQLError } from 'graphql';

/** The stable codes that features throw; clients may branch on them. The transport adds its own (see `http/`). */
export type DomainErrorCode =
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'REVISION_GONE'
  | 'NOT_READY'
  | 'BUSY'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'PASSWORD_CHANGE_REQUIRED'
  | 'TOO_MANY_ATTEMPTS';

/** What went wrong in both languages of the service, and how to mend it. */
export interface BilingualMessage {
  readonly en: string;
  readonly vi: string;
}

/** A fault of the caller or of the moment that the caller may be told about, under a stable code. */
export class DomainError extends GraphQLError {
  constructor(code: DomainErrorCode, message: BilingualMessage, details: Readonly<Record<string, unknown>> = {}) {
    super(message.en, { extensions: { ...details, code, messageVi: message.vi } });
    this.name = 'DomainError';
  }
}

/** An argument that cannot be used: names the argument, so that a form can point at it. */
export function badInput(argument: string, message: BilingualMessage): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { argument });
}
