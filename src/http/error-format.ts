import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Logger } from 'pino';
import { DomainError } from '../shared/errors';
import { errorCodes, isTransportCode } from './error-codes';
import { redacted } from './redaction';

/** What an operator needs of an unknown fault, and no more: drivers hang SQL parameters, so personal data, on theirs. */
interface FaultRecord {
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly cause?: FaultRecord;
}

/**
 * What the caller learns of an error: faults of the caller pass with their code, words in both languages and numbers;
 * anything else becomes a code and an id, and the log has the rest under that id.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const fault = unwrapResolverError(error);
  const code = formatted.extensions?.code;
  if (isAbort(fault))
    return {
      ...formatted,
      message: errorCodes.TIMEOUT.en,
      extensions: { code: 'TIMEOUT', messageVi: errorCodes.TIMEOUT.vi },
    };
  if (fault instanceof DomainError) return withoutInternals(formatted, fault.extensions);
  if (fault instanceof GraphQLError) {
    const known = isArgumentFault(fault) ? 'BAD_USER_INPUT' : code;
    if (isTransportCode(known) && known !== 'INTERNAL_ERROR') {
      const shown = { ...formatted, message: redacted(formatted.message) };
      return withoutInternals(shown, { messageVi: errorCodes[known].vi, ...fault.extensions, code: known });
    }
  }
  return { ...internalError(fault, logger), ...(formatted.path ? { path: formatted.path } : {}) };
}

/** The error that the caller sees of an unknown fault; logs the fault under the id in it. */
export function internalError(fault: unknown, logger: Logger): GraphQLFormattedError {
  const id = randomUUID();
  logger.error({ errorId: id, fault: recordOf(fault) }, 'unknown fault');
  const { en, vi } = errorCodes.INTERNAL_ERROR;
  return { message: en, extensions: { code: 'INTERNAL_ERROR', messageVi: vi, id } };
}

/** Coercing an argument during execution fails without a code, though only the caller's input can make it fail. */
function isArgumentFault(fault: GraphQLError): boolean {
  return (
    fault.extensions.code === undefined && fault.originalError === undefined && fault.message.startsWith('Argument "')
  );
}

/** Work that was told to stop, and did. By name: what Node throws is not always an `Error` of this realm. */
function isAbort(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false;
  const { name, thrownValue } = fault as { name?: unknown; thrownValue?: unknown };
  return name === 'AbortError' || name === 'TimeoutError' || isAbort(thrownValue);
}

function withoutInternals(
  formatted: GraphQLFormattedError,
  extensions: Readonly<Record<string, unknown>>,
): GraphQLFormattedError {
  const { http: _http, stacktrace: _stacktrace, ...visible } = extensions;
  return { ...formatted, extensions: visible };
}

function recordOf(fault: unknown): FaultRecord {
  if (!(fault instanceof Error)) return { type: typeof fault, message: String(fault), stack: undefined };
  const record = { type: fault.name, message: fault.message, stack: fault.stack };
  return fault.cause instanceof Error ? { ...record, cause: recordOf(fault.cause) } : record;
}
