import type { WorkSlices } from '../../../shared/work-slices';
import { toPixels } from '../snapshot/geometry.rules';

/** A cluster of any number of listings, or a single listing: `kind` and `ordinal` are given for single ones only. */
export interface Mark<K> {
  readonly latitude: number;
  readonly longitude: number;
  readonly count: number;
  readonly expansionZoom: number;
  readonly single: { readonly kind: K; readonly ordinal: number } | null;
}

/** Past every zoom: a listing that stands alone does not fall apart. */
export const FARTHEST_ZOOM = 22;
/** Marks nearer to each other than this many pixels become one. */
const MERGE_PIXELS = 48;
const MERGED_AT_ONCE = 256;
/** More rows of cells than any zoom has, so that column and row make one number. */
const ROW_ROOM = 2 ** 26;

/**
 * Merges marks that would overlap at the zoom: those of several kinds, or the single points of a filtered view. The
 * largest take in what is near them; a merged mark stands in the weighted middle, and no listing is lost or counted twice.
 * Null as soon as more than `most` would be left: most of the work is saved where the zoom turns out too close.
 */
export async function mergedMarks<K>(
  marks: readonly Mark<K>[],
  { zoom, most }: { readonly zoom: number; readonly most: number },
  work: WorkSlices,
): Promise<Mark<K>[] | null> {
  const cells = new Map<number, Group<K>[]>();
  const groups: Group<K>[] = [];
  const largestFirst = [...marks].sort((left, right) => right.count - left.count);
  for (const [at, mark] of largestFirst.entries()) {
    if (at % MERGED_AT_ONCE === 0) await work.pause();
    const { x, y } = toPixels(mark.latitude, mark.longitude, zoom);
    const column = Math.floor(x / MERGE_PIXELS);
    const row = Math.floor(y / MERGE_PIXELS);
    const near = nearestGroup(cells, column, row, x, y);
    if (near) near.marks.push(mark);
    else {
      const group = { x, y, marks: [mark] };
      groups.push(group);
      if (groups.length > most) return null;
      const key = column * ROW_ROOM + row;
      const cell = cells.get(key);
      if (cell) cell.push(group);
      else cells.set(key, [group]);
    }
  }
  return groups.map((group) => asMark(group, zoom));
}

/** The mark of one listing. */
export function singleMark<K>(kind: K, ordinal: number, latitude: number, longitude: number): Mark<K> {
  return { latitude, longitude, count: 1, expansionZoom: FARTHEST_ZOOM, single: { kind, ordinal } };
}

interface Group<K> {
  readonly x: number;
  readonly y: number;
  readonly marks: Mark<K>[];
}

function nearestGroup<K>(
  cells: Map<number, Group<K>[]>,
  column: number,
  row: number,
  x: number,
  y: number,
): Group<K> | null {
  let best: Group<K> | null = null;
  let bestSquared = MERGE_PIXELS * MERGE_PIXELS;
  for (let across = column - 1; across <= column + 1; across++) {
    for (let down = row - 1; down <= row + 1; down++) {
      for (const group of cells.get(across * ROW_ROOM + down) ?? []) {
        const squared = (group.x - x) ** 2 + (group.y - y) ** 2;
        if (squared < bestSquared) {
          bestSquared = squared;
          best = group;
        }
      }
    }
  }
  return best;
}

function asMark<K>({ marks }: Group<K>, zoom: number): Mark<K> {
  const [only] = marks;
  if (marks.length === 1 && only) return only;
  let count = 0;
  let latitude = 0;
  let longitude = 0;
  for (const mark of marks) {
    count += mark.count;
    latitude += mark.latitude * mark.count;
    longitude += mark.longitude * mark.count;
  }
  return { latitude: latitude / count, longitude: longitude / count, count, expansionZoom: zoom + 1, single: null };
}
