import { useEffect, useState } from 'preact/hooks';

/** Holds a state that changes, and tells those who listen. */
export interface Store<State> {
  readonly state: State;
  /** Calls back after every change, until the function that it gives is called. */
  listen(listener: () => void): () => void;
}

/** The current state of a store; the component draws again when it changes. */
export function useStoreState<State>(store: Store<State>): State {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    setState(store.state);
    return store.listen(() => setState(store.state));
  }, [store]);
  return state;
}
