import { OperationTypeNode } from 'graphql';
import { createAgencyDay } from '../shared/calendar';
import { CachePolicy, NO_STORE, publicCacheControl } from './cache-policy';
import { Documents } from './documents';
import { FairQueue } from './fair-queue';
import { type LoopDelay } from './loop-delay';
import { type Executor } from './executor';
import { encodeResult, type GraphqlAnswer, outcomeOf, refusalAnswer, resultStatus } from './graphql-answer';
import { type GraphqlRequest } from './graphql-request';
import { type AnswerType } from './media-types';
import { planOperation } from './operation-plan';
import { OperationWatch } from './operation-watch';
import { type ContextRequest, type HttpDependencies, type RequestContext } from './dependencies';
import { Refusal, Refusals } from './refusal';
import { answerId, type CachedAnswer, etagOf, type ResponseCache } from './response-cache';
import { SingleFlight } from './single-flight';

/** When those may come again whom the process could not keep up with. */
const RETRY_AFTER_SECONDS = 2;

/** One well-formed request and what of its surroundings bears on the answer. */
export interface GraphqlCall {
  readonly request: GraphqlRequest;
  readonly type: AnswerType;
  /** By GET or HEAD: only a query, and the answer may be kept by others. */
  readonly readOnly: boolean;
  readonly caller: Omit<ContextRequest, 'signal' | 'cachePolicy'>;
  /** Calls back once if the client goes away before it has its answer, at once if it has. */
  onGone(listener: () => void): void;
}

/** Where an answer belongs: what it is kept under (undefined: nowhere), and the state of the world it was asked of. */
interface Slot {
  readonly id: string | undefined;
  readonly revision: number;
  readonly day: string;
}

/** What operations run on, one of each in a process. */
interface HandlerParts<C extends RequestContext> {
  readonly executor: Executor<C>;
  readonly cache: ResponseCache;
  readonly loopDelay: LoopDelay;
}

/** Answers a call. Rejects only for faults of this server. */
export type GraphqlHandler = (call: GraphqlCall) => Promise<GraphqlAnswer>;

/** The way of a request: a finished answer if there is one; else limits, execution, and keeping the answer if it may be. */
export function createGraphqlHandler<C extends RequestContext>(
  parts: HttpDependencies<C>,
  { executor, cache, loopDelay }: HandlerParts<C>,
): GraphqlHandler {
  const { options } = parts;
  const now = parts.now ?? Date.now;
  const agencyDay = createAgencyDay();
  const planning = {
    schema: parts.schema,
    documents: new Documents(parts.schema, options.limits, options.cache),
    limits: options.limits,
  };
  const flights = new SingleFlight();
  const queue = new FairQueue(options.queue);
  const changedIn = (name: string): number | undefined =>
    name === EVERYTHING ? parts.revision() : parts.kindRevisions?.()[name];

  const finished = (call: GraphqlCall, kept: CachedAnswer, use: 'hit' | 'miss'): GraphqlAnswer => {
    const secondsLeft = Math.min(agencyDay(now()).secondsLeft, Math.floor((kept.expiresAt - now()) / 1000));
    const shown = {
      status: 200,
      type: call.type,
      body: kept.body,
      operationName: kept.operationName,
      cost: kept.cost,
      outcome: 'ok' as const,
      cache: use,
      revisions: kept.revisions,
    };
    // A POST's answer is not kept by browsers or proxies, so it has no use for a tag.
    return call.readOnly
      ? { ...shown, cacheControl: publicCacheControl(options.cache, secondsLeft), etag: kept.etag }
      : { ...shown, cacheControl: NO_STORE };
  };

  /** In its turn, so that nobody's operations crowd out those of others. */
  const execute = (call: GraphqlCall, slot: Slot): Promise<GraphqlAnswer> => {
    if (loopDelay.milliseconds > options.maxEventLoopDelayMs)
      throw new Refusal('OVERLOADED', undefined, { retryAfterSeconds: RETRY_AFTER_SECONDS });
    return queue.run(call.caller.network, () => executeNow(call, slot));
  };

  const executeNow = async (call: GraphqlCall, slot: Slot): Promise<GraphqlAnswer> => {
    const { id, revision, day } = slot;
    const { document, kind, operationName, cost } = planOperation(call.request, call.readOnly, planning);
    const watch = new OperationWatch(
      { timeoutMs: options.operationTimeoutMs, answerBytes: options.limits.answerBytes },
      call.caller.network,
      kind === OperationTypeNode.MUTATION,
    );
    const cachePolicy = new CachePolicy();
    call.onGone(() => {
      if (id === undefined || !flights.isAwaited(id)) watch.abandon();
    });
    let context: C | undefined;
    const open = async (): Promise<C> =>
      (context = await parts.createContext({ ...call.caller, signal: watch.signal, cachePolicy }));
    const result = await executor.run({ request: call.request, document, open }, watch);
    const body = encodeResult(result);
    const outcome = outcomeOf(result);
    const read = revisionsRead(context);
    const revisions = read.length > 0 ? read : [revision];
    const reads = readsOf(context, revision, parts.revision());
    // Read while a new revision came out, or over midnight: nobody can say what it is the answer of.
    const isSettled = reads !== undefined && agencyDay(now()).day === day;
    const isPublic = outcome === 'ok' && kind === OperationTypeNode.QUERY && cachePolicy.scope === 'public';
    if (id !== undefined && reads && isSettled && isPublic && cachePolicy.expiresInSeconds > 0) {
      const expiresAt = now() + cachePolicy.expiresInSeconds * 1000;
      const kept = { body, revisions, etag: etagOf(body.plain), expiresAt, operationName, cost, reads };
      cache.set(id, kept);
      return finished(call, kept, 'miss');
    }
    return {
      status: resultStatus(result, call.type),
      type: call.type,
      body,
      cacheControl: NO_STORE,
      revisions: isSettled ? revisions : undefined,
      operationName,
      cost,
      outcome,
      cache: id === undefined ? 'bypass' : 'miss',
    };
  };

  const answer = async (call: GraphqlCall): Promise<GraphqlAnswer> => {
    const revision = parts.revision();
    const { day } = agencyDay(now());
    const id = hasCredentials(call) ? undefined : idOf(call.request, day);
    if (id === undefined) return execute(call, { id, revision, day });
    const take = (): CachedAnswer | undefined => cache.get(id, changedIn);
    const kept = take() ?? (call.readOnly ? await flights.ended(id, take) : undefined);
    if (kept) return finished(call, kept, 'hit');
    const run = (): Promise<GraphqlAnswer> => execute(call, { id, revision, day });
    return call.readOnly ? flights.lead(id, run) : run();
  };

  return (call) =>
    answer(call).catch((fault: unknown) => {
      if (fault instanceof Refusal || fault instanceof Refusals) return refusalAnswer(fault, call.type);
      throw fault;
    });
}

/** Not narrowed to what it is set to at first: it is set while the operation runs. */
function revisionsRead(context: RequestContext | undefined): readonly number[] {
  return context?.revisionsRead?.() ?? [];
}

function hasCredentials({ caller }: GraphqlCall): boolean {
  return caller.authorization !== undefined || caller.apiKey !== undefined || caller.session.token !== undefined;
}

function idOf({ documentHash, operationName, canonicalVariables }: GraphqlRequest, day: string): string {
  return answerId({ day, documentHash, operationName, variables: canonicalVariables });
}

/** Stands for all that is published, where it is not known what of it was read. */
const EVERYTHING = '*';

/**
 * What an answer was read from: as its context tells, else everything in the revision that was published all the while.
 * Undefined when that cannot be said, because another revision came out meanwhile.
 */
function readsOf(
  context: RequestContext | undefined,
  before: number,
  after: number,
): ReadonlyMap<string, number> | undefined {
  const reads = context?.kindsRead?.();
  if (reads) return reads;
  return before === after ? new Map([[EVERYTHING, before]]) : undefined;
}
