import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask as askGateway, type Answer, type Ask } from '../api/ask';
import { ApiFailure } from '../api/failure';
import {
  AgentDetailsOperation,
  type AgentDetailsQuery,
  ClinicDetailsOperation,
  type ClinicDetailsQuery,
  EmployerDetailsOperation,
  type EmployerDetailsQuery,
  OfficeDetailsOperation,
  type OfficeDetailsQuery,
} from '../generated/operations';
import { keyOf } from '../results/result';
import { type ListingKey } from '../page/page-state';

/** Everything the gateway knows about an office. */
export type OfficeFacts = NonNullable<OfficeDetailsQuery['office']>;
/** Everything the gateway knows about a clinic. */
export type ClinicFacts = NonNullable<ClinicDetailsQuery['clinic']>;
/** Everything the gateway knows about an employer. */
export type EmployerFacts = NonNullable<EmployerDetailsQuery['employer']>;
/** Everything the gateway knows about a collection point. */
export type AgentFacts = NonNullable<AgentDetailsQuery['agent']>;
/** Everything the gateway knows about a listing. */
export type ListingFacts = OfficeFacts | ClinicFacts | EmployerFacts | AgentFacts;

/** The facts of a listing, null where there is none; `on` is the day for which a contract is judged, today if null. */
export async function fetchDetails(
  { kind, code }: ListingKey,
  on: string | null,
  signal: AbortSignal,
  ask: Ask = askGateway,
): Promise<Answer<ListingFacts | null>> {
  switch (kind) {
    case 'OFFICE': {
      const { data, storedAt } = await ask(OfficeDetailsOperation, { code }, signal);
      return { data: data.office, storedAt };
    }
    case 'CLINIC': {
      const { data, storedAt } = await ask(ClinicDetailsOperation, { code, on }, signal);
      return { data: data.clinic, storedAt };
    }
    case 'EMPLOYER': {
      const { data, storedAt } = await ask(EmployerDetailsOperation, { code }, signal);
      return { data: data.employer, storedAt };
    }
    case 'AGENT': {
      const { data, storedAt } = await ask(AgentDetailsOperation, { code }, signal);
      return { data: data.agent, storedAt };
    }
  }
}

/** The details of the chosen listing on their way. */
export interface Details {
  /** Which listing `facts` and `failure` belong to. */
  key: string | null;
  status: 'loading' | 'ready' | 'failed';
  facts: ListingFacts | null;
  storedAt: number | null;
  failure: ApiFailure | null;
}

const loading: Details = { key: null, status: 'loading', facts: null, storedAt: null, failure: null };

/** Asks for the details of a listing; `on` is the date (YYYY-MM-DD) for which a contract is judged, today if null. */
export function useDetails(selected: ListingKey | null, on: string | null): { details: Details; retry: () => void } {
  const [details, setDetails] = useState(loading);
  const [attempt, setAttempt] = useState(0);
  const key = selected ? keyOf(selected) : null;

  useEffect(() => {
    setDetails({ ...loading, key });
    if (!selected) return;
    const control = new AbortController();
    fetchDetails(selected, on, control.signal).then(
      ({ data, storedAt }) => {
        if (!control.signal.aborted) setDetails({ key, status: 'ready', facts: data, storedAt, failure: null });
      },
      (cause: unknown) => {
        if (control.signal.aborted) return;
        const failure = cause instanceof ApiFailure ? cause : new ApiFailure('unknown');
        setDetails({ key, status: 'failed', facts: null, storedAt: null, failure });
      },
    );
    return () => control.abort();
  }, [key, on, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { details, retry };
}
