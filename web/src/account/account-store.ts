import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language } from '../language/catalogue';
import { rememberedLanguage, rememberLanguage } from '../language/remembered-language';
import { useStoreState } from '../page/use-store';
import { forgetKeptCard } from './records/kept-card';
import { placeAt, type PlaceName, paths } from './paths';
import { SessionCall } from './session-call';

/** Why a person stands where they did not ask to go; the page there says so. */
export type Reason = 'signInFirst' | 'sessionEnded' | 'signedOut' | 'passwordDue' | 'passwordReset';

/** A child whose record the person may look at. */
export interface ChildSummary {
  readonly bhxhCode: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: 'FEMALE' | 'MALE';
}

/** What decides which page of the account area is shown, in memory only. */
export interface AccountState {
  /** Null at an address where nothing is. */
  readonly place: PlaceName | null;
  readonly language: Language;
  readonly reason: Reason | null;
  /** Where signing in leads to. */
  readonly wanted: PlaceName;
  /** Counts the sign-ins and sign-outs: what was shown under one number is thrown away with it. */
  readonly session: number;
  /** The children of the person who is signed in, once asked for: each question leaves a row in the children's logs. */
  readonly children: readonly ChildSummary[] | null;
  /** The child whose record is looked at; null for one's own. */
  readonly child: ChildSummary | null;
  /** Whether the person went here inside the area; then the new page's heading takes the focus. */
  readonly moved: boolean;
}

/** Places that show nothing of a person. */
const openPlaces: ReadonlySet<PlaceName> = new Set(['signIn', 'forgot', 'findCode']);

/** Where the person is in the account area, and what a sign-in or its end changes. */
export class AccountStore {
  state: AccountState;
  readonly #listeners = new Set<() => void>();
  /** Whether this page has seen a session; what ends now was one. */
  #wasSignedIn = false;
  readonly #call = new SessionCall((change) => (change === 'signedOut' ? this.#leave('sessionEnded') : this.#begin()));

  constructor() {
    this.state = {
      place: placeAt(location.pathname),
      language: rememberedLanguage(location.search),
      reason: null,
      wanted: 'profile',
      session: 0,
      children: null,
      child: null,
      moved: false,
    };
    addEventListener('popstate', () => this.#tell({ place: placeAt(location.pathname), reason: null, moved: true }));
    // A page that the browser kept from before may show what was signed out since.
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload();
    });
  }

  /** Goes to a place as a step that one can go back from. */
  goTo(place: PlaceName): void {
    history.pushState(null, '', paths[place]);
    this.#tell({ place, reason: null, moved: true });
  }

  /** A personal answer came: there is a session. */
  sawSession(): void {
    this.#wasSignedIn = true;
  }

  /** The gateway knows no session: the sign-in page says so and leads back here. */
  demandSignIn(): void {
    this.#leave(this.#wasSignedIn ? 'sessionEnded' : 'signInFirst');
  }

  /** The gateway wants a new password before anything else. */
  demandPasswordChange(): void {
    this.#replace('password', { reason: 'passwordDue' });
  }

  /** The person has signed in: on to what they wanted, or first to a new password. */
  signedIn(mustChangePassword: boolean): void {
    this.#call.send('signedIn');
    this.#wasSignedIn = true;
    const session = this.state.session + 1;
    if (mustChangePassword) this.#replace('password', { session, reason: 'passwordDue' });
    else this.#replace(this.state.wanted, { session, reason: null, wanted: 'profile' });
  }

  /** The session is over by the person's own wish; other open tabs of this browser are told. */
  signedOut(): void {
    this.#call.send('signedOut');
    this.#leave('signedOut');
  }

  /** The password was replaced, which ended every session. */
  passwordReset(): void {
    this.#wasSignedIn = false;
    this.#replace('signIn', { reason: 'passwordReset', session: this.state.session + 1 });
  }

  /** The new password counts: on to what was wanted. */
  passwordChanged(): void {
    this.#replace(this.state.wanted, { reason: null, wanted: 'profile' });
  }

  setLanguage(language: Language): void {
    rememberLanguage(language);
    this.#tell({ language });
  }

  /** Turns to the record of a child, or with null back to one's own. */
  lookAt(child: ChildSummary | null): void {
    this.#tell({ child });
  }

  knowChildren(children: readonly ChildSummary[]): void {
    this.#tell({ children });
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Someone signed in in another tab, perhaps someone else: what is shown here is asked for anew. */
  #begin(): void {
    this.#tell({ session: this.state.session + 1, children: null, child: null, reason: null, moved: false });
  }

  #leave(reason: Reason): void {
    const { place, wanted, session } = this.state;
    const isOpen = place === null || openPlaces.has(place);
    this.#wasSignedIn = false;
    if (isOpen && reason === 'sessionEnded') return;
    const back = reason === 'signedOut' ? 'profile' : isOpen ? wanted : place;
    this.#replace('signIn', { reason, wanted: back, session: session + 1 });
  }

  #replace(place: PlaceName, change: Partial<AccountState>): void {
    history.replaceState(null, '', paths[place]);
    // Another session is another person's, as far as the page can tell.
    const isOther = change.session !== undefined;
    if (isOther) void forgetKeptCard();
    const forgotten = isOther ? { children: null, child: null } : {};
    this.#tell({ ...forgotten, ...change, place, moved: true });
  }

  #tell(change: Partial<AccountState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const AccountContext = createContext<AccountStore | null>(null);

/** Gives the account area its store. */
export const AccountStoreProvider = AccountContext.Provider;

/** The store and its current state; the component draws again when the state changes. */
export function useAccount(): { store: AccountStore; state: AccountState } {
  const store = useContext(AccountContext);
  if (!store) throw new Error('The account area has no store.');
  return { store, state: useStoreState(store) };
}
