import { useEffect, useRef, useState } from 'preact/hooks';
import { vietnamBox, zooms } from '../map/country';
import { boxAroundPlaces, type Place, type Size, type View, viewOf } from '../map/mercator';
import { followsMap, type Plan } from '../results/plan';
import { placeOf, type Result } from '../results/result';
import { type Results } from '../results/use-results';
import { usePage } from './page-store';

/** A single place is shown from this near: streets are told apart, the surroundings are recognised. */
const nearZoom = 15;
const marginPixels = 36;

/** The view on some places; null for none. */
export function viewOfPlaces(places: readonly Place[], size: Size, most = nearZoom): View | null {
  const box = boxAroundPlaces(places);
  return box && viewOf(box, size, marginPixels, { least: zooms.least, most });
}

/** The map follows results it did not ask for itself: hits of a search, the nearest to a place; with it comes the office of a place. */
export function useMapFollowingResults(
  results: Results,
  size: Size | null,
  origin: Place | null,
  office: Place | null,
): void {
  const { store } = usePage();
  const followed = useRef<{ plan: Plan; office: Place | null } | null>(null);
  const openedWithView = useRef(store.state.view !== null);
  useEffect(() => {
    const { plan, set, status } = results;
    if (status !== 'ready' || !plan || !set || !size) return;
    const { current } = followed;
    if (current?.plan === plan && (current.office !== null || office === null)) return;
    followed.current = { plan, office };
    // A link or the back button brought a view of its own: the person has seen it like that.
    const kept = openedWithView.current;
    openedWithView.current = false;
    if (followsMap(plan) || kept) return;
    const places = set.items
      .slice(0, 20)
      .map((item: Result) => placeOf(item))
      .filter((place) => place !== null);
    const view = viewOfPlaces(
      origin && plan.mode !== 'view' && plan.near
        ? [origin, ...places.slice(0, 8)]
        : office
          ? [office, ...places]
          : places,
      size,
    );
    if (view) store.adjust({ view });
  }, [results, size, office]);
}

/** The size of the map, and the view it starts with: the one of the link, or the whole country. */
export function useMapSize(): { size: Size | null; onSize: (size: Size) => void } {
  const { store } = usePage();
  const [size, setSize] = useState<Size | null>(null);
  const onSize = (next: Size): void => {
    if (!store.state.view) store.showFirst(wholeCountry(next));
    setSize((now) => (now?.width === next.width && now.height === next.height ? now : next));
  };
  return { size, onSize };
}

/** The view that shows all of Vietnam, its islands included. */
export function wholeCountry(size: Size): View {
  return viewOf(vietnamBox, size, 4, { least: zooms.least, most: 7 });
}
