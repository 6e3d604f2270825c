import { type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql';
import { NO_STORE } from './cache-policy';
import { EncodedBody } from './encodings';
import { statusOf } from './error-codes';
import { type AnswerType } from './media-types';
import { type Refusal, Refusals } from './refusal';

/** How an answer came about, for logs and metrics. */
export type Outcome = 'ok' | 'partial' | 'refused' | 'timeout' | 'fault';
type CacheUse = 'hit' | 'miss' | 'bypass';

/** An answer before it is written: no part of it knows Fastify. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly type: AnswerType;
  readonly body: EncodedBody;
  readonly cacheControl: string;
  readonly etag?: string | undefined;
  readonly revisions?: readonly number[] | undefined;
  readonly operationName?: string | undefined;
  /** See `costOf`; missing where nothing was weighed. */
  readonly cost?: number | undefined;
  /** When to come again, for those who were turned away. */
  readonly retryAfterSeconds?: number | undefined;
  readonly outcome: Outcome;
  readonly cache: CacheUse;
}

/** The bytes of a result, errors first, since they are what a reader must not overlook. */
export function encodeResult({ errors, data, extensions }: FormattedExecutionResult): EncodedBody {
  return new EncodedBody(JSON.stringify({ errors, data, extensions }));
}

/** The status of a result: 200 with data, else by the first error's code and the type of answer. */
export function resultStatus(result: FormattedExecutionResult, type: AnswerType): number {
  if (!result.errors?.length || result.data !== undefined) return 200;
  return statusOf(codeOf(result.errors), type === 'application/json');
}

/** How a result counts. */
export function outcomeOf({ errors, data }: FormattedExecutionResult): Outcome {
  if (!errors?.length) return 'ok';
  const code = codeOf(errors);
  if (code === 'TIMEOUT') return 'timeout';
  if (errors.some((error) => error.extensions?.code === 'INTERNAL_ERROR')) return 'fault';
  return data ? 'partial' : 'refused';
}

/** The answer to what is not carried out. */
export function refusalAnswer(refused: Refusal | Refusals, type: AnswerType): GraphqlAnswer {
  const all = refused instanceof Refusals ? refused.all : [refused];
  const result = { errors: all.map((refusal) => refusal.toJSON()) };
  return {
    status: resultStatus(result, type),
    type,
    body: encodeResult(result),
    cacheControl: NO_STORE,
    ...retryOf(all[0]),
    outcome: 'refused',
    cache: 'bypass',
  };
}

function codeOf(errors: readonly GraphQLFormattedError[]): string {
  const code = errors[0]?.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL_ERROR';
}

function retryOf(refusal: Refusal | undefined): { retryAfterSeconds?: number } {
  const seconds = refusal?.extensions.retryAfterSeconds;
  return typeof seconds === 'number' ? { retryAfterSeconds: seconds } : {};
}
