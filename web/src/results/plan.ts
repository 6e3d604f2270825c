import { countFilters, type Filters } from '../filters/filters';
import { type BoundingBoxInput, type ListingKind } from '../generated/operations';
import { gridBoxOf, type Place, type Size, type View } from '../map/mercator';
import { type PageState } from '../page/page-state';

/** Clusters and listings of what the map shows. */
export interface ViewPlan {
  mode: 'view';
  within: BoundingBoxInput;
  zoom: number;
  kinds: readonly ListingKind[];
  filters: Filters;
}

/** The best hits for a text. */
export interface TextPlan {
  mode: 'text';
  text: string;
  /** Finds by the words as typed; no slip is mended. */
  asTyped: boolean;
  kinds: readonly ListingKind[];
  near: Place | null;
  within: BoundingBoxInput | null;
}

/** Listings kind by kind: filtered, or the nearest to a place. */
export interface ListingsPlan {
  mode: 'listings';
  text: string;
  kinds: readonly ListingKind[];
  filters: Filters;
  near: Place | null;
  within: BoundingBoxInput | null;
}

/** Which question to the gateway answers what the page was asked. Equal questions are equal as JSON. */
export type Plan = ViewPlan | TextPlan | ListingsPlan;

/** What the page was asked for, with the place that "near me" turned out to be. */
export interface Wish {
  state: Pick<PageState, 'text' | 'asTyped' | 'kinds' | 'filters' | 'near' | 'onlyInView'>;
  view: View;
  size: Size;
  /** The place of `near`; null while the device is still finding it. */
  origin: Place | null;
}

/** Positions are sent with about 10 m of precision: enough for the nearest, no more than needed. */
function coarse({ latitude, longitude }: Place): Place {
  return { latitude: Math.round(latitude * 1e4) / 1e4, longitude: Math.round(longitude * 1e4) / 1e4 };
}

/** The question for a wish, or null as long as its place is not known. */
export function planFor({ state, view, size, origin }: Wish): Plan | null {
  const text = state.text.trim();
  const { kinds, filters } = state;
  if (state.near !== null && origin === null) return null;
  const near = state.near !== null && origin !== null ? coarse(origin) : null;
  const filtered = countFilters(filters) > 0;
  // Filters without a text are a question about the place one looks at; a unit, a text or "near" names another place.
  if (text === '' && near === null && !filters.unit) {
    return { mode: 'view', within: gridBoxOf(view, size), zoom: view.zoom, kinds, filters };
  }
  const within = state.onlyInView ? gridBoxOf(view, size) : null;
  if (filtered || text === '') return { mode: 'listings', text, kinds, filters, near, within };
  return { mode: 'text', text, asTyped: state.asTyped, kinds, near, within };
}

/** Whether the results follow the map as it moves; otherwise the map follows the results. */
export function followsMap(plan: Plan): boolean {
  return plan.within !== null;
}
