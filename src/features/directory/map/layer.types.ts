import type { ListingKind } from '../listing/listing.types';
import type { BoundingBox } from '../snapshot/geometry.rules';
import type { Mark } from './clustering.rules';

/** What one kind shows in a box, zoom by zoom. */
export interface Layer {
  /** The closest zoom worth trying. */
  readonly closestZoom: number;
  marksAt(zoom: number): readonly Mark<ListingKind>[];
}

/** A view of the map. */
export interface ViewTerms {
  readonly box: BoundingBox;
  readonly zoom: number;
}
