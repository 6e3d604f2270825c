import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiFailure } from '../api/failure';
import { type Operation } from '../api/operation';
import { sendPrivately } from '../api/transport';
import { type PosedChallengeFragment } from '../generated/account-operations';
import { solved } from './find-code/solution';
import { type AccountStore, useAccount } from './account-store';

/** Does what the two codes mean that concern the session as a whole, and gives the failure of any other. */
function heeded(cause: unknown, store: AccountStore): ApiFailure | null {
  const failure = cause instanceof ApiFailure ? cause : new ApiFailure('unknown');
  if (failure.code === 'UNAUTHENTICATED') store.demandSignIn();
  else if (failure.code === 'PASSWORD_CHANGE_REQUIRED') store.demandPasswordChange();
  else return failure;
  return null;
}

/** Asks one operation as the person who is signed in. */
export type AskAccount = <Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
) => Promise<{ data: Data; failure: null } | { data: null; failure: ApiFailure | null }>;

/**
 * Gives the function by which forms and buttons ask. It never rejects: it gives the answer; or the failure to show; or
 * neither, when the session was at fault and the person is already on the way to the page that mends that.
 */
export function useAskAccount(): AskAccount {
  const { store } = useAccount();
  return useCallback<AskAccount>(
    async (operation, variables) => {
      try {
        return { data: await sendPrivately(operation, variables), failure: null };
      } catch (cause) {
        return { data: null, failure: heeded(cause, store) };
      }
    },
    [store],
  );
}

/** An answer, or what refuses it until a challenge is solved. */
type Challengeable = { readonly __typename: string } | PosedChallengeFragment;

/**
 * Asks like `ask`, and once more with the solution where the answer is a challenge: after many tries in vain from one
 * network each one there costs some work, which the person need not know about. `answerOf` finds the answer.
 */
export async function askSolving<Data, Variables extends { challengeSolution?: string | null | undefined }>(
  ask: AskAccount,
  operation: Operation<Data, Variables>,
  variables: NoInfer<Variables>,
  answerOf: (data: Data) => Challengeable,
): ReturnType<typeof ask<Data, Variables>> {
  const first = await ask(operation, variables);
  const answer = first.data === null ? null : answerOf(first.data);
  if (answer === null || !('challenge' in answer)) return first;
  try {
    const challengeSolution = await solved(answer.challenge, new AbortController().signal);
    return await ask(operation, { ...variables, challengeSolution });
  } catch (cause) {
    return { data: null, failure: cause instanceof ApiFailure ? cause : new ApiFailure('unknown') };
  }
}

/** A personal answer on its way: with `data` it is there, with `failure` it did not come, with neither it is awaited. */
export interface AccountAnswer<Data> {
  readonly data: Data | null;
  readonly failure: ApiFailure | null;
  readonly loading: boolean;
  /** Asks again; what is shown stays until the new answer is there. */
  readonly retry: () => void;
}

interface Held<Data> {
  readonly key: string;
  readonly data: Data | null;
  readonly failure: ApiFailure | null;
  readonly loading: boolean;
}

/**
 * The answer to a query about the person who is signed in. It is held by the component alone: nothing keeps it when the
 * page is left. Another question (by operation or variables) begins empty; null asks nothing yet.
 */
export function useAccountAnswer<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables | null,
): AccountAnswer<Data> {
  const { store } = useAccount();
  const key = `${operation.name} ${JSON.stringify(variables)}`;
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<Held<Data>>({ key, data: null, failure: null, loading: true });
  const retry = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    if (variables === null) return;
    const control = new AbortController();
    setHeld((before) => ({ key, data: before.key === key ? before.data : null, failure: null, loading: true }));
    sendPrivately(operation, variables, control.signal).then(
      (data) => {
        if (control.signal.aborted) return;
        store.sawSession();
        setHeld({ key, data, failure: null, loading: false });
      },
      (cause: unknown) => {
        if (control.signal.aborted) return;
        const failure = heeded(cause, store);
        if (failure) setHeld((before) => ({ ...before, failure, loading: false }));
      },
    );
    return () => control.abort();
  }, [store, key, round]);
  if (held.key !== key) return { data: null, failure: null, loading: true, retry };
  return { data: held.data, failure: held.failure, loading: held.loading, retry };
}
