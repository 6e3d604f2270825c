import type { WorkSlices } from '../../../shared/work-slices';
import type { ListingKind } from '../listing/listing.types';
import { degreesAcross, TILE_PIXELS, toPixels } from '../snapshot/geometry.rules';
import type { ListingIndex } from '../snapshot/listing-index';
import { type Mark, singleMark } from './clustering.rules';
import type { Layer, ViewTerms } from './layer.types';

/** Side of a cell: half of what merges in a view, so that merging the cells hides their grid. */
const CELL_PIXELS = 24;
/** Most cells across a view; a closer zoom would only make marks that merge again. */
const MOST_ACROSS = 96;
const PLACED_AT_ONCE = 1_024;

interface Cell {
  count: number;
  latitude: number;
  longitude: number;
  /** The first listing of the cell, which is its only one when `count` is 1. */
  readonly ordinal: number;
}

/** Marks of more listings than can be merged one by one: those in a cell of the map count together. */
export class CellMarks {
  private readonly cells = new Map<number, Cell>();
  private readonly zoom: number;

  constructor(
    private readonly kind: ListingKind,
    private readonly index: ListingIndex,
    view: ViewTerms,
  ) {
    this.zoom = closestZoom(view);
  }

  /** The layer that `ordinals`, which all have a position, make. */
  async of(ordinals: Uint32Array, work: WorkSlices): Promise<Layer> {
    for (let at = 0; at < ordinals.length; at++) {
      if (at % PLACED_AT_ONCE === 0) await work.pause();
      this.add(ordinals[at] ?? 0);
    }
    const marks = Array.from(this.cells.values(), (cell) => this.markOf(cell));
    return { closestZoom: this.zoom, marksAt: () => marks };
  }

  private add(ordinal: number): void {
    const latitude = this.index.packed.latitudes[ordinal] ?? 0;
    const longitude = this.index.packed.longitudes[ordinal] ?? 0;
    const { x, y } = toPixels(latitude, longitude, this.zoom);
    const across = 2 ** (this.zoom + 4);
    const key = Math.floor(y / CELL_PIXELS) * across + Math.floor(x / CELL_PIXELS);
    const cell = this.cells.get(key);
    if (!cell) {
      this.cells.set(key, { count: 1, latitude, longitude, ordinal });
      return;
    }
    cell.count++;
    cell.latitude += latitude;
    cell.longitude += longitude;
  }

  private markOf({ count, latitude, longitude, ordinal }: Cell): Mark<ListingKind> {
    if (count === 1) return singleMark(this.kind, ordinal, latitude, longitude);
    const expansionZoom = this.zoom + 1;
    return { latitude: latitude / count, longitude: longitude / count, count, expansionZoom, single: null };
  }
}

/** The closest zoom, up to that of the view, at which its box is not too many cells wide or high. */
function closestZoom({ box, zoom }: ViewTerms): number {
  const top = toPixels(box.north, 0, 0).y;
  const bottom = toPixels(box.south, 0, 0).y;
  // Near the poles the map has no end.
  const side = Math.min(TILE_PIXELS, Math.max((degreesAcross(box) / 360) * TILE_PIXELS, bottom - top));
  const room = (MOST_ACROSS * CELL_PIXELS) / Math.max(side, Number.EPSILON);
  return Math.max(0, Math.min(zoom, Math.floor(Math.log2(room))));
}
