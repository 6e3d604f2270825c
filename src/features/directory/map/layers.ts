import type { DirectoryRequest } from '../directory-request';
import type { FilterPlan } from '../lists/filter-plan';
import { listedOrdinals } from '../lists/listed-ordinals';
import type { ListingKind } from '../listing/listing.types';
import { LAST_CLUSTER_ZOOM } from '../snapshot/cluster-index';
import type { BoundingBox } from '../snapshot/geometry.rules';
import type { ListingIndex } from '../snapshot/listing-index';
import { CellMarks } from './cell-marks';
import { type Mark, singleMark } from './clustering.rules';
import type { Layer, ViewTerms } from './layer.types';

/** Most marks in one view: beyond it a phone cannot draw smoothly, so the view clusters as if it were farther away. */
export const MOST_MARKS = 600;
/** Most listings of a kind in a box that are merged one by one; more are merged by cells, or come as clusters. */
const MOST_MERGED = 20_000;

/**
 * What a kind shows. Without a plan, everything in force today: then clusters built beforehand serve where there are many.
 * Otherwise every listing in the box is counted and no other.
 */
export async function layerOf(
  kind: ListingKind,
  plan: FilterPlan | null,
  view: ViewTerms,
  directory: DirectoryRequest,
): Promise<Layer> {
  const index = directory.snapshot.listings(kind);
  if (!plan) {
    const { closestZoom, isFew } = clustersWorthShowing(index, view);
    if (!isFew) return { closestZoom, marksAt: (zoom) => clusterMarks(kind, index, view.box, zoom) };
  }
  const inForce = { tests: [index.inForceTest(directory.todayNumber)] };
  const { snapshot, work } = directory;
  const { ordinals } = await listedOrdinals(snapshot, kind, { plan: plan ?? inForce, area: view.box }, work);
  if (ordinals.length > MOST_MERGED) return new CellMarks(kind, index, view).of(ordinals, work);
  const { latitudes, longitudes } = index.packed;
  const marks = Array.from(ordinals, (ordinal) =>
    singleMark(kind, ordinal, latitudes[ordinal] ?? 0, longitudes[ordinal] ?? 0),
  );
  return { closestZoom: view.zoom, marksAt: () => marks };
}

/**
 * The closest zoom at which the clusters in the box are not too many, and whether they hold few listings. Looked at from
 * afar first, so that a box full of listings costs no more than one with few.
 */
function clustersWorthShowing(index: ListingIndex, { box, zoom }: ViewTerms): { closestZoom: number; isFew: boolean } {
  let closestZoom = 0;
  let listings = 0;
  for (let at = 0; at <= LAST_CLUSTER_ZOOM; at++) {
    const clusters = index.clusters.countsWithin(box, at);
    listings = clusters.reduce((sum, count) => sum + count, 0);
    if (clusters.length > MOST_MARKS) break;
    if (at <= zoom) closestZoom = at;
    else if (listings > MOST_MERGED) break;
  }
  // Closer than the last zoom of clusters each listing stands alone, which is worth trying where they are few only.
  return { closestZoom, isFew: listings <= MOST_MERGED };
}

function clusterMarks(kind: ListingKind, index: ListingIndex, box: BoundingBox, zoom: number): Mark<ListingKind>[] {
  const { latitudes, longitudes } = index.packed;
  return index.clusters
    .within(box, zoom)
    .map((hit) =>
      'ordinal' in hit
        ? singleMark(kind, hit.ordinal, latitudes[hit.ordinal] ?? 0, longitudes[hit.ordinal] ?? 0)
        : { ...hit, single: null },
    );
}
