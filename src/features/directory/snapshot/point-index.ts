import { around } from 'geokdbush';
import KDBush from 'kdbush';
import type { WorkSlices } from '../../../shared/work-slices';
import { type BoundingBox, boxHolds, boxIsEmpty, type Point, withoutCrossing } from './geometry.rules';

/** kdbush over the listings with a position, and the ordinal of each of its points, ascending. */
export interface PackedPoints {
  readonly tree: ArrayBuffer;
  readonly ordinals: Uint32Array;
}

/** Nodes of the tree (of 64 points at most) that are looked through between two pauses: about a tenth of a millisecond. */
const NODES_AT_ONCE = 64;

/** Packs the positions of the listings `ordinals`, or null when there are none. */
export function packPoints(
  ordinals: Uint32Array,
  longitudes: Float64Array,
  latitudes: Float64Array,
): PackedPoints | null {
  if (ordinals.length === 0) return null;
  const tree = new KDBush(ordinals.length);
  for (const ordinal of ordinals) tree.add(longitudes[ordinal] ?? 0, latitudes[ordinal] ?? 0);
  tree.finish();
  return { tree: tree.data as ArrayBuffer, ordinals };
}

/** The positions of the listings of one kind. */
export class PointIndex {
  private readonly tree: KDBush;
  private readonly ordinals: Uint32Array;

  constructor(packed: PackedPoints) {
    this.tree = KDBush.from(packed.tree);
    this.ordinals = packed.ordinals;
  }

  /** Ordinals of the `count` nearest listings that pass the test, nearest first, no farther than the radius. */
  nearest(from: Point, count: number, radiusMeters: number, test: (ordinal: number) => boolean): number[] {
    const { tree, ordinals } = this;
    const accept = (point: number): boolean => test(ordinals[point] ?? 0);
    const kilometers = radiusMeters / 1_000;
    return around(tree, from.longitude, from.latitude, count, kilometers, accept).map((point) => ordinals[point] ?? 0);
  }

  /** Ordinals of the listings in the box, ascending. Looks no further than the parts of the tree that meet the box. */
  async inBox(box: BoundingBox, work: WorkSlices): Promise<Uint32Array> {
    const isIn = new Uint8Array(this.ordinals.length);
    let count = 0;
    for (const part of withoutCrossing(box)) {
      if (!boxIsEmpty(part)) count += await this.markPoints(part, isIn, work);
    }
    const found = new Uint32Array(count);
    let length = 0;
    for (let point = isIn.indexOf(1); point >= 0; point = isIn.indexOf(1, point + 1)) {
      if (length % 1_024 === 0) await work.pause();
      found[length++] = this.ordinals[point] ?? 0;
    }
    return found;
  }

  /** Kdbush's own search in a box, in slices: it goes through its tree in one go. */
  private async markPoints(box: BoundingBox, isIn: Uint8Array, work: WorkSlices): Promise<number> {
    const { ids, coords, nodeSize } = this.tree;
    let count = 0;
    const look = (at: number): void => {
      const point = ids[at] ?? 0;
      if (isIn[point] === 1 || !boxHolds(box, coords[2 * at + 1] ?? NaN, coords[2 * at] ?? NaN)) return;
      isIn[point] = 1;
      count++;
    };
    const open: TreeNode[] = [{ left: 0, right: ids.length - 1, isByLongitude: true }];
    let nodes = 0;
    for (let node = open.pop(); node; node = open.pop()) {
      if (nodes++ % NODES_AT_ONCE === 0) await work.pause();
      const { left, right, isByLongitude } = node;
      if (right - left <= nodeSize) {
        for (let at = left; at <= right; at++) look(at);
        continue;
      }
      const middle = (left + right) >> 1;
      look(middle);
      const value = coords[2 * middle + (isByLongitude ? 0 : 1)] ?? 0;
      if (value >= (isByLongitude ? box.west : box.south))
        open.push({ left, right: middle - 1, isByLongitude: !isByLongitude });
      if (value <= (isByLongitude ? box.east : box.north))
        open.push({ left: middle + 1, right, isByLongitude: !isByLongitude });
    }
    return count;
  }
}

interface TreeNode {
  readonly left: number;
  readonly right: number;
  readonly isByLongitude: boolean;
}
