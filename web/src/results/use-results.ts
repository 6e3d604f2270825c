import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiFailure } from '../api/failure';
import { fetchResults, inOrder, joinPages, type ResultSet } from './fetch-results';
import { followsMap, type Plan } from './plan';

/** A moving map asks again only when it has rested this long (milliseconds). */
const restMs = 200;

/** A gateway that is starting is asked again after this long (milliseconds). */
const startingMs = 3_000;

/** What the list and the map have to show. While new results load, the old ones stay. */
export interface Results {
  status: 'waiting' | 'loading' | 'ready' | 'failed';
  /** The plan that `set` answers. */
  plan: Plan | null;
  set: ResultSet | null;
  failure: ApiFailure | null;
  loadingMore: boolean;
}

const nothingYet: Results = { status: 'waiting', plan: null, set: null, failure: null, loadingMore: false };

const asFailure = (cause: unknown): ApiFailure => (cause instanceof ApiFailure ? cause : new ApiFailure('unknown'));

/**
 * Asks for the results of a plan whenever it changes. Only the newest question counts: an older one is cancelled.
 * `retry` asks again, `showMore` brings the next page.
 */
export function useResults(plan: Plan | null): { results: Results; retry: () => void; showMore: () => void } {
  const [results, setResults] = useState(nothingYet);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ results, plan });
  latest.current = { results, plan };
  const key = plan ? JSON.stringify(plan) : null;

  useEffect(() => {
    const asked = latest.current.plan;
    if (!asked) {
      setResults(nothingYet);
      return;
    }
    const before = latest.current.results;
    const control = new AbortController();
    setResults({ ...before, status: 'loading', failure: null, loadingMore: false });
    const moved = before.plan !== null && before.plan.mode === asked.mode && followsMap(asked);
    const timer = setTimeout(
      () => {
        fetchResults(asked, null, control.signal).then(
          (set) => {
            if (control.signal.aborted) return;
            const ordered = { ...set, items: inOrder(set.items) };
            setResults({ status: 'ready', plan: asked, set: ordered, failure: null, loadingMore: false });
          },
          (cause: unknown) => {
            if (control.signal.aborted) return;
            setResults({ status: 'failed', plan: asked, set: null, failure: asFailure(cause), loadingMore: false });
          },
        );
      },
      moved ? restMs : 0,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [key, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // Back on the network, what could not be had or is old is asked for again.
  useEffect(() => {
    const again = (): void => {
      const { status, set } = latest.current.results;
      if (status === 'failed' || (set && set.storedAt !== null)) retry();
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [retry]);

  const isStarting = results.failure?.reason === 'starting';
  useEffect(() => {
    if (!isStarting) return;
    const timer = setTimeout(retry, startingMs);
    return () => clearTimeout(timer);
  }, [isStarting, retry]);

  const showMore = useCallback(() => {
    const { plan: asked, set, loadingMore } = latest.current.results;
    if (!asked || !set?.next || loadingMore) return;
    setResults((now) => ({ ...now, loadingMore: true }));
    fetchResults(asked, set.next, new AbortController().signal).then(
      (more) =>
        setResults((now) => {
          if (now.plan !== asked || now.set !== set) return { ...now, loadingMore: false };
          const joined = joinPages(set, more);
          return { ...now, set: { ...joined, items: inOrder(joined.items) }, loadingMore: false };
        }),
      (cause: unknown) => {
        // The directory changed under the walk through its pages: start again from the first page.
        if (asFailure(cause).reason === 'revisionGone') retry();
        else setResults((now) => ({ ...now, loadingMore: false, failure: asFailure(cause) }));
      },
    );
  }, [retry]);

  return { results, retry, showMore };
}
