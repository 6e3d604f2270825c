import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type ListingFacts } from '../listing/use-details';
import { boxOf, isInside, type Place, type Size, type View } from '../map/mercator';
import { keyOf, kindOf, listingResult, type ListingSummary, placeOf, type Result } from '../results/result';
import { usePage } from './page-store';

/** Closer than this the map shows where in a town a place is. */
const townZoom = 10;
const chosenZoom = 15;

/** The results with a listing among them, even when it is none of them. */
export function withListing(items: readonly Result[], listing: ListingSummary | null): readonly Result[] {
  if (!listing) return items;
  const added = listingResult(listing);
  return items.some((item) => item.key === added.key) ? items : [...items, added];
}

/** The results on the map, with the chosen listing among them even when it is none of the results. */
export function useSelectedOnMap(
  items: readonly Result[],
  facts: ListingFacts | null,
  key: string | null,
): readonly Result[] {
  return useMemo(() => {
    if (!facts || keyOf({ kind: kindOf(facts), code: facts.code }) !== key) return items;
    return withListing(items, facts);
  }, [items, facts, key]);
}

/** The view that shows a place well, or null when the present one does. */
function sightOf(place: Place, view: View, size: Size): View | null {
  if (view.zoom < townZoom) return { ...place, zoom: chosenZoom };
  return isInside(place, boxOf(view, size)) ? null : { ...place, zoom: view.zoom };
}

/** Brings the chosen listing into the map once, when it is opened. */
export function useSelectedInSight(items: readonly Result[], key: string | null, size: Size | null): void {
  const { store } = usePage();
  const shown = useRef<string | null>(null);
  const item = key === null ? undefined : items.find((one) => one.key === key);
  useEffect(() => {
    if (key === null) shown.current = null;
    const place = item && placeOf(item);
    if (!place || !size || shown.current === key) return;
    shown.current = key;
    // The details are drawn first: they are what the person waits for, and a slow phone can't do both at once.
    setTimeout(() => {
      const { view, selected } = store.state;
      const sight = view && selected && keyOf(selected) === key ? sightOf(place, view, size) : null;
      if (sight) store.adjust({ view: sight });
    });
  }, [key, item, size]);
}

/** On a phone the details cover the lower part of the screen: the page goes to its top, where the map is. */
export function useScrollToMap(key: string | null): void {
  const open = key !== null;
  useEffect(() => {
    if (open) scrollTo({ top: 0 });
  }, [open]);
}

/**
 * When a listing closes, the focus returns to its row, or to the results when the row is gone. It does so before the
 * browser draws: at no moment do the next keys of a person who types fast fall into nothing.
 */
export function useFocusReturn(key: string | null): void {
  const last = useRef(key);
  useLayoutEffect(() => {
    const closed = key === null ? last.current : null;
    last.current = key;
    if (closed === null) return;
    const row = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(closed)}"] .row-main`);
    (row ?? document.getElementById('results'))?.focus();
  }, [key]);
}
