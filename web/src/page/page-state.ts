import { type FilterName, type Filters } from '../filters/filters';
import { type ListingKind } from '../generated/operations';
import { type Language } from '../language/catalogue';
import { type Place, type View } from '../map/mercator';

/** One listing by what a shared link can hold: its kind and code. */
export interface ListingKey {
  kind: ListingKind;
  code: string;
}

/** Where "near" is: the device's own position (never written into a link), or a place chosen on the map. */
export type Near = 'me' | Place;

/** Everything that decides what the page shows. It lives in the address, so links and the back button keep it. */
export interface PageState {
  language: Language;
  text: string;
  /** Finds by the words of the text as they were typed; no slip is mended. */
  asTyped: boolean;
  /** Empty: all kinds. */
  kinds: readonly ListingKind[];
  filters: Filters;
  /** Filters that the last step or the link had and that could not be kept; not part of the address. */
  dropped: readonly FilterName[];
  near: Near | null;
  /** Text and filters apply to the visible part of the map only. */
  onlyInView: boolean;
  selected: ListingKey | null;
  /** Null until the map has a size: then the whole country, or the results. */
  view: View | null;
}

/** A page that was opened without any wish. */
export const emptyState: PageState = {
  language: 'vi',
  text: '',
  asTyped: false,
  kinds: [],
  filters: {},
  dropped: [],
  near: null,
  onlyInView: false,
  selected: null,
  view: null,
};
