import { type HitReason, type ListingSummaryFragment, type ListingKind } from '../generated/operations';
import { type Place } from '../map/mercator';
import { type ListingKey } from '../page/page-state';

/** What list and map know about a listing. */
export type ListingSummary = ListingSummaryFragment;

const kindByType: Record<ListingSummary['__typename'], ListingKind> = {
  Office: 'OFFICE',
  Clinic: 'CLINIC',
  Employer: 'EMPLOYER',
  Agent: 'AGENT',
};

/** One listing among the results. */
export interface ListingResult {
  type: 'listing';
  key: string;
  kind: ListingKind;
  listing: ListingSummary;
  distanceMeters: number | null;
  reasons: readonly HitReason[];
}

/** Several listings the gateway gathered to one point, to be seen apart at `expansionZoom`. */
export interface ClusterResult {
  type: 'cluster';
  key: string;
  position: Place;
  count: number;
  expansionZoom: number;
}

/** One row of the list, which is at the same time one sign on the map. */
export type Result = ListingResult | ClusterResult;

/** The kind of a listing, from its type in the schema. */
export function kindOf(listing: ListingSummary): ListingKind {
  return kindByType[listing.__typename];
}

/** The key under which list and map know a listing. */
export function keyOf({ kind, code }: ListingKey): string {
  return `${kind}:${code}`;
}

/** A listing as a result. */
export function listingResult(
  listing: ListingSummary,
  distanceMeters: number | null = null,
  reasons: readonly HitReason[] = [],
): ListingResult {
  const kind = kindOf(listing);
  return { type: 'listing', key: keyOf({ kind, code: listing.code }), kind, listing, distanceMeters, reasons };
}

/** Where a result stands on the map; null for a listing without a position. */
export function placeOf(result: Result): Place | null {
  return result.type === 'cluster' ? result.position : result.listing.position;
}
