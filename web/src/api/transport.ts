import { ApiFailure, failureOf, type GraphQLFault } from './failure';
import { type Operation } from './operation';

const endpoint = '/graphql';
/** After this many milliseconds a person has waited long enough to be told. */
const patienceMs = 15_000;

const headers = {
  accept: 'application/graphql-response+json, application/json;q=0.9',
  'apollo-require-preflight': 'true',
};

interface Envelope<Data> {
  data?: Data | null;
  errors?: GraphQLFault[];
}

function persistedUrl<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): string {
  const parameters = new URLSearchParams({
    operationName: operation.name,
    variables: JSON.stringify(variables),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: operation.sha256Hash } }),
  });
  return `${endpoint}?${parameters.toString()}`;
}

function post<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): RequestInit {
  const persisted = { persistedQuery: { version: 1, sha256Hash: operation.sha256Hash } };
  const body = {
    operationName: operation.name,
    query: operation.text,
    variables,
    // A mutation is never sent by its hash, so there is no use in teaching the gateway its hash.
    ...(operation.kind === 'query' ? { extensions: persisted } : {}),
  };
  return { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function exchange<Data>(
  url: string,
  request: RequestInit,
): Promise<{ envelope: Envelope<Data>; status: number }> {
  let response: Response;
  try {
    response = await fetch(url, { ...request, credentials: 'same-origin' });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new ApiFailure(navigator.onLine ? 'unreachable' : 'offline');
  }
  try {
    return { envelope: (await response.json()) as Envelope<Data>, status: response.status };
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw failureOf([], response.ok ? 502 : response.status);
  }
}

function dataOf<Data>({ envelope, status }: { envelope: Envelope<Data>; status: number }): Data {
  if (envelope.errors?.length || !envelope.data) throw failureOf(envelope.errors ?? [], status);
  return envelope.data;
}

const unknownHash = new Set(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);

async function converse<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Data> {
  let answer =
    operation.kind === 'query'
      ? await exchange<Data>(persistedUrl(operation, variables), { headers, signal })
      : await exchange<Data>(endpoint, { ...post(operation, variables), signal });
  if (operation.kind === 'query' && unknownHash.has(answer.envelope.errors?.[0]?.extensions?.code ?? '')) {
    answer = await exchange<Data>(endpoint, { ...post(operation, variables), signal });
  }
  return dataOf(answer);
}

/**
 * Sends one operation about the person who is signed in: always as POST, so that nothing personal is in an address, with
 * the header that makes the session cookie count, and past every cache. Throws as `send` does.
 */
export function sendPrivately<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  return patiently(async (ends) => {
    const body = JSON.stringify({ operationName: operation.name, query: operation.text, variables });
    const sent = { ...headers, 'content-type': 'application/json', 'x-csrf-protection': '1' };
    const request: RequestInit = { method: 'POST', headers: sent, body, cache: 'no-store', signal: ends };
    return dataOf(await exchange<Data>(endpoint, request));
  }, signal);
}

/**
 * Sends one operation: a query as a cacheable GET by its hash, with its text only when the gateway does not know the
 * hash yet; a mutation as POST. Throws ApiFailure, or the abort reason when `signal` ends it.
 */
export function send<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  return patiently((ends) => askAgain(() => converse(operation, variables, ends), operation, ends), signal);
}

/** After how many seconds to ask again when the gateway does not say. */
const pauseSeconds = 1;

/**
 * Asks until the answer is another than "too much to do at this moment", when the question changes nothing. Each pause
 * is up to twice as long as the gateway asks for, so that those who were turned away together do not come back together.
 */
async function askAgain<Data, Variables>(
  ask: () => Promise<Data>,
  { kind }: Operation<Data, Variables>,
  ends: AbortSignal,
): Promise<Data> {
  for (;;) {
    try {
      return await ask();
    } catch (cause) {
      if (!(cause instanceof ApiFailure) || cause.code !== 'OVERLOADED' || kind !== 'query') throw cause;
      const seconds = (cause.retryAfterSeconds ?? pauseSeconds) * (1 + Math.random());
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      ends.throwIfAborted();
    }
  }
}

/** Does `work` until it is done, `signal` ends it, or a person has waited long enough. */
async function patiently<Data>(work: (ends: AbortSignal) => Promise<Data>, signal?: AbortSignal): Promise<Data> {
  const control = new AbortController();
  let expired = false;
  const abort = (): void => control.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  const timer = setTimeout(() => {
    expired = true;
    control.abort();
  }, patienceMs);
  try {
    signal?.throwIfAborted();
    return await work(control.signal);
  } catch (cause) {
    if (expired) throw new ApiFailure('timeout');
    throw cause;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
