import { boxOf, isInside, type Size, type View } from '../map/mercator';
import { type Results } from './use-results';
import { followsMap } from './plan';
import { placeOf, type Result } from './result';

/** What is shown, in list and map alike, and how many listings that stands for. */
export interface VisibleResults {
  items: readonly Result[];
  count: number;
}

/**
 * The results that list and map show. Where the results follow the map, those are exactly the ones inside the view:
 * the gateway was asked for a slightly larger box.
 */
export function visibleResults({ set, plan }: Results, view: View | null, size: Size | null): VisibleResults {
  if (!set || !plan) return { items: [], count: 0 };
  if (!followsMap(plan) || !view || !size) return { items: set.items, count: set.total };
  const box = boxOf(view, size);
  const items = set.items.filter((item) => {
    const place = placeOf(item);
    return place !== null && isInside(place, box);
  });
  const count = items.reduce((sum, item) => sum + (item.type === 'cluster' ? item.count : 1), 0);
  const more = plan.mode === 'view' ? 0 : set.total - set.items.length;
  return { items, count: count + more };
}
