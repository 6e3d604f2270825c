/** Why an answer did not come, in the distinctions that help a person decide what to do. */
export type FailureReason =
  'offline' | 'unreachable' | 'starting' | 'timeout' | 'busy' | 'refused' | 'revisionGone' | 'unknown';

/** The same words in both languages. */
export interface Explanation {
  vi: string;
  en: string;
}

/** An answer that did not come. `faultId` is the id under which the gateway logged an unknown fault. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly faultId: string | null = null,
    /** What the gateway says about it, where it says more than the reason. */
    readonly explanation: Explanation | null = null,
    /** After how many seconds another attempt makes sense; null when the gateway does not say. */
    readonly retryAfterSeconds: number | null = null,
    /** The stable code the gateway gave, where it gave one. */
    readonly code: string | null = null,
    /** The argument that the gateway could not use, where it named one, for example `filter.unitCode`. */
    readonly argument: string | null = null,
  ) {
    super(reason);
    this.name = 'ApiFailure';
  }
}

/** One entry of `errors` in a GraphQL answer, as far as the page reads it. */
export interface GraphQLFault {
  message: string;
  extensions?: { code?: string; id?: string; messageVi?: string; argument?: string; retryAfterSeconds?: number };
}

const reasonByCode: Record<string, FailureReason> = {
  NOT_READY: 'starting',
  REVISION_GONE: 'revisionGone',
  BAD_USER_INPUT: 'refused',
  GRAPHQL_VALIDATION_FAILED: 'refused',
  GRAPHQL_PARSE_FAILED: 'refused',
  QUERY_TOO_COMPLEX: 'refused',
  RATE_LIMITED: 'busy',
  TIMEOUT: 'timeout',
};

/** The failure that a faulty answer means, from the stable code of its first fault, else from the HTTP status. */
export function failureOf(faults: readonly GraphQLFault[], status: number): ApiFailure {
  const [fault] = faults;
  const extensions = fault?.extensions;
  const faultId = extensions?.id ?? null;
  const explanation = fault && extensions?.messageVi ? { vi: extensions.messageVi, en: fault.message } : null;
  const code = extensions?.code ?? null;
  const because = (reason: FailureReason, words: Explanation | null = null): ApiFailure =>
    new ApiFailure(reason, faultId, words, extensions?.retryAfterSeconds ?? null, code, extensions?.argument ?? null);
  const byCode = code === null ? undefined : reasonByCode[code];
  if (byCode) return because(byCode, explanation);
  if (status === 429) return because('busy');
  if (status === 502 || status === 503 || status === 504) return because('unreachable');
  if (status >= 400 && status < 500) return because('refused', explanation);
  return because('unknown');
}

/** The failure that "too many attempts" means. */
export function tooMany({ retryAfterSeconds }: { retryAfterSeconds: number }): ApiFailure {
  return new ApiFailure('busy', null, null, retryAfterSeconds);
}
