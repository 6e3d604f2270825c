import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ChosenUnit, type FilterName, filtersFor } from '../filters/filters';
import { rememberedLanguage, rememberLanguage } from '../language/remembered-language';
import { type View } from '../map/mercator';
import { readAddress, writeAddress } from './page-address';
import { emptyState, type ListingKey, type PageState } from './page-state';
import { useStoreState } from './use-store';

/** Marks the step in the browser's history that opened a listing. */
const openedHere = 'listing';

/** The state of the page, in step with the address bar and the browser's history. */
export class PageStore {
  state: PageState;
  #firstView: View | null = null;
  readonly #listeners = new Set<() => void>();

  constructor() {
    this.state = readAddress(location.search, rememberedLanguage(), location.pathname);
    addEventListener('popstate', () => {
      const read = readAddress(location.search, this.state.language, location.pathname);
      this.state = { ...read, view: read.view ?? this.#firstView };
      this.#tell();
    });
  }

  /** A step a person can go back from: a search, a filter. It closes an open listing. */
  go(change: Partial<PageState>): void {
    this.#apply({ selected: null, dropped: [], ...change });
    history.pushState(null, '', writeAddress(this.state));
    this.#tell();
  }

  /** A change that is no step of its own: a moved map, another language. */
  adjust(change: Partial<PageState>): void {
    this.#apply(change);
    history.replaceState(history.state, '', writeAddress(this.state));
    this.#tell();
  }

  /**
   * The map moved `from` a view: by hand, or because it cannot show just what it was told. A map that has yet to hear of
   * a newer view moved from an older one, and does not take the newer one back: else the two would chase each other.
   */
  followMap(view: View, from: View): void {
    if (this.state.view === from) this.adjust({ view });
  }

  /** Where the map looks at first. The address stays as short as it was. */
  showFirst(view: View): void {
    this.#firstView = view;
    this.state = { ...this.state, view };
    this.#tell();
  }

  /** The page as it is opened without any wish, in the language and with the map as they are. */
  goHome(): void {
    const { language, view } = this.state;
    this.go({ ...emptyState, language, view });
  }

  /** Opens a listing as one step, however many are looked at in a row: going back leads to the results. */
  openListing(selected: ListingKey): void {
    if (this.state.selected) {
      this.adjust({ selected });
      return;
    }
    this.#apply({ selected });
    history.pushState(openedHere, '', writeAddress(this.state));
    this.#tell();
  }

  /** Leaves a listing: back to where it was opened, or to the page without it when a link led here. */
  leaveListing(): void {
    if (history.state === openedHere) history.back();
    else this.adjust({ selected: null });
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #apply(change: Partial<PageState>): void {
    const next = { ...this.state, ...change };
    // Another text is another question: its slips are mended again.
    if (change.text !== undefined) next.asTyped = change.asTyped ?? false;
    if (change.kinds) {
      const kept = filtersFor(next.kinds, next.filters);
      next.dropped = (Object.keys(next.filters) as FilterName[]).filter((name) => !(name in kept));
      next.filters = kept;
    }
    if (change.language) rememberLanguage(change.language);
    this.state = next;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const PageStoreContext = createContext<PageStore | null>(null);

/** Gives the page its store. */
export const PageStoreProvider = PageStoreContext.Provider;

/** The store and its current state; the component draws again when the state changes. */
export function usePage(): { store: PageStore; state: PageState } {
  const store = useContext(PageStoreContext);
  if (!store) throw new Error('The page has no store.');
  return { store, state: useStoreState(store) };
}

/** Opens a listing; where no page takes part, as on the server, the link beside it does. */
export function useOpenListing(): (selected: ListingKey) => void {
  const store = useContext(PageStoreContext);
  return (selected) => store?.openListing(selected);
}

/** Narrows the results to a unit; where no page takes part, the link beside it leads to the unit. */
export function useChooseUnit(): (unit: ChosenUnit) => void {
  const store = useContext(PageStoreContext);
  return (unit) => store?.go({ filters: { ...store.state.filters, unit } });
}
