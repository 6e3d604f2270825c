import { createAgencyDay } from './agency-day';
import { CachePolicy, NO_STORE, publicCacheControl } from './cache-policy';
import { createDocumentGate } from './document-limits';
import { type Executor } from './executor';
import { encodeResult, type GraphqlAnswer, outcomeOf, refusalAnswer, resultStatus } from './graphql-answer';
import { type GraphqlRequest } from './graphql-request';
import { type AnswerType } from './media-types';
import { OperationWatch } from './operation-watch';
import { type ContextRequest, type HttpParts, type RequestContext } from './parts';
import { Refusal } from './refusal';
import { type AnswerKey, type CachedAnswer, etagOf, type ResponseCache } from './response-cache';

/** One well-formed request and what of its surroundings bears on the answer. */
export interface GraphqlCall {
  readonly request: GraphqlRequest;
  readonly type: AnswerType;
  /** By GET or HEAD: only a query, and the answer may be kept by others. */
  readonly readOnly: boolean;
  readonly caller: Omit<ContextRequest, 'signal' | 'cachePolicy'>;
  /** Calls back once if the client goes away before it has its answer. */
  onGone(listener: () => void): void;
}

/** Answers a call. Never rejects. */
export type GraphqlHandler = (call: GraphqlCall) => Promise<GraphqlAnswer>;

/** The way of a request: a finished answer if there is one; else limits, execution, and keeping the answer if it may be. */
export function createGraphqlHandler<C extends RequestContext>(
  parts: HttpParts<C>,
  executor: Executor<C>,
  cache: ResponseCache,
): GraphqlHandler {
  const { options } = parts;
  const now = parts.now ?? Date.now;
  const agencyDay = createAgencyDay();
  const admit = createDocumentGate(options.limits);

  const finished = (call: GraphqlCall, kept: CachedAnswer, revision: number, use: 'hit' | 'miss'): GraphqlAnswer => {
    const secondsLeft = Math.min(agencyDay(now()).secondsLeft, Math.floor((kept.expiresAt - now()) / 1000));
    const shown = {
      status: 200,
      type: call.type,
      body: kept.body,
      operationName: kept.operationName,
      outcome: 'ok' as const,
      cache: use,
      revision,
    };
    // A POST's answer is not kept by browsers or proxies, so it has no use for a tag.
    return call.readOnly
      ? { ...shown, cacheControl: publicCacheControl(options.cache, secondsLeft), etag: kept.etag }
      : { ...shown, cacheControl: NO_STORE };
  };

  const execute = async (call: GraphqlCall, key: AnswerKey | undefined, revision: number): Promise<GraphqlAnswer> => {
    const watch = new OperationWatch(options.operationTimeoutMs, call.readOnly);
    const cachePolicy = new CachePolicy();
    call.onGone(() => watch.abandon());
    const open = (): C | Promise<C> => parts.createContext({ ...call.caller, signal: watch.signal, cachePolicy });
    const { result, kind, operationName } = await executor.run(call.request, watch, open);
    const body = encodeResult(result);
    const outcome = outcomeOf(result);
    const mayKeep =
      key && outcome === 'ok' && kind === 'query' && cachePolicy.scope === 'public' && parts.revision() === revision;
    if (mayKeep && cachePolicy.expiresInSeconds > 0) {
      const kept = {
        body,
        etag: etagOf(revision, body.plain),
        expiresAt: now() + cachePolicy.expiresInSeconds * 1000,
        operationName,
      };
      cache.set(key, kept);
      return finished(call, kept, revision, 'miss');
    }
    return {
      status: resultStatus(result, call.type),
      type: call.type,
      body,
      cacheControl: NO_STORE,
      revision,
      operationName,
      outcome,
      cache: key ? 'miss' : 'bypass',
    };
  };

  return async (call) => {
    try {
      const revision = parts.revision();
      const key = hasCredentials(call) ? undefined : answerKey(call.request, revision, agencyDay(now()).day);
      const kept = key && cache.get(key);
      if (kept) return finished(call, kept, revision, 'hit');
      admit(call.request);
      return await execute(call, key, revision);
    } catch (fault) {
      if (fault instanceof Refusal) return refusalAnswer(fault, call.type);
      throw fault;
    }
  };
}

function hasCredentials({ caller }: GraphqlCall): boolean {
  return caller.authorization !== undefined || caller.apiKey !== undefined || caller.cookie !== undefined;
}

function answerKey(request: GraphqlRequest, revision: number, day: string): AnswerKey {
  return {
    revision,
    day,
    documentHash: request.documentHash,
    operationName: request.operationName,
    variables: request.canonicalVariables,
  };
}
