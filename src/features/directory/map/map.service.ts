import { badInput } from '../../../shared/errors';
import { planAgents } from '../agent/agent.filter';
import { planClinics } from '../clinic/clinic.filter';
import type { DirectoryRequest } from '../directory-request';
import { planEmployers } from '../employer/employer.filter';
import { type FilterPlan, ordinalsOf, rowGone } from '../listing/listing-list.service';
import type { ListingStore } from '../listing/listing.store';
import { ListingKind } from '../listing/listing.types';
import { checkedBox } from '../listing/place.args';
import { planOffices } from '../office/office.filter';
import { checkedKinds } from '../search/search.service';
import { LAST_CLUSTER_ZOOM } from '../snapshot/cluster-index';
import { type BoundingBox, boxIsEmpty } from '../snapshot/geometry.rules';
import type { ListingIndex, OrdinalTest } from '../snapshot/listing-index';
import { type Mark, mergedMarks } from './clustering.rules';
import type { MapArgs, MapFilter, MapView } from './map.types';

const FARTHEST_ZOOM = 22;
/** Most marks in one view: beyond it a phone cannot draw smoothly, so the view clusters as if it were farther away. */
const MOST_MARKS = 600;
/** Most listings of a kind in a box that are merged one by one; more come from the clusters built beforehand. */
const MOST_MERGED = 20_000;
const EMPTY: MapView = { clusters: [], listings: [], totalCount: 0 };

/** Makes the views of the map. */
export class MapService {
  constructor(private readonly store: ListingStore) {}

  /** Clusters and listings of one view. Throws BAD_USER_INPUT. */
  async view(args: MapArgs, directory: DirectoryRequest): Promise<MapView> {
    const zoom = checkedZoom(args.zoom);
    const box = checkedBox(args.within);
    if (!box || boxIsEmpty(box)) return EMPTY;
    const kinds = checkedKinds(args.kinds);
    const plans = await Promise.all(kinds.map((kind) => this.plan(kind, args.filter, directory)));
    const layers = kinds.map((kind, index) => layerOf(kind, plans[index] ?? null, { box, zoom, directory }));
    return asView(closestMarks(layers, zoom), directory);
  }

  /** How a kind is filtered; null when it is not, and the clusters built beforehand serve. */
  private async plan(
    kind: ListingKind,
    filter: MapFilter | null | undefined,
    directory: DirectoryRequest,
  ): Promise<FilterPlan | null> {
    const { snapshot, today } = directory;
    const index = snapshot.listings(kind);
    switch (kind) {
      case ListingKind.OFFICE:
        return filter?.offices ? planOffices(filter.offices, today, index, snapshot) : null;
      case ListingKind.CLINIC:
        return filter?.clinics ? planClinics(filter.clinics, today, index, snapshot) : null;
      case ListingKind.EMPLOYER:
        return filter?.employers ? planEmployers(filter.employers, index, snapshot, this.store) : null;
      case ListingKind.AGENT:
        return filter?.agents ? planAgents(filter.agents, index, snapshot) : null;
    }
  }
}

/** What one kind shows in a box, zoom by zoom. */
interface Layer {
  /** The closest zoom worth trying. */
  readonly closestZoom: number;
  marksAt(zoom: number): readonly Mark<ListingKind>[];
}

/** The marks of the zoom that is asked for, or of the closest one farther away that is not too full to be drawn. */
function closestMarks(layers: readonly Layer[], zoom: number): readonly Mark<ListingKind>[] {
  const closest = Math.min(zoom, ...layers.map(({ closestZoom }) => closestZoom));
  const marksAt = (at: number): Mark<ListingKind>[] => layers.flatMap((layer) => layer.marksAt(at));
  if (closest > LAST_CLUSTER_ZOOM) {
    const apart = marksAt(closest);
    if (apart.length <= MOST_MARKS) return apart;
  }
  for (let at = Math.min(closest, LAST_CLUSTER_ZOOM); at > 0; at--) {
    const merged = mergedMarks(marksAt(at), at, MOST_MARKS);
    if (merged) return merged;
  }
  return mergedMarks(marksAt(0), 0);
}

/** Few listings are merged as they are, so that every one in the box is counted and no other; many come as clusters. */
function layerOf(
  kind: ListingKind,
  plan: FilterPlan | null,
  view: { box: BoundingBox; zoom: number; directory: DirectoryRequest },
): Layer {
  const { box, zoom, directory } = view;
  const index = directory.snapshot.listings(kind);
  if (plan || index.inBox(box).length <= MOST_MERGED) {
    const inForce = { tests: [index.inForceTest(directory.todayNumber)] };
    const marks = singleMarks(kind, index, plan ?? inForce, { box, directory });
    return { closestZoom: zoom, marksAt: () => marks };
  }
  const marksAt = (at: number): Mark<ListingKind>[] =>
    index.clusters
      .within(box, at)
      .map((hit) => ('ordinal' in hit ? singleMark(kind, hit.ordinal, hit) : { ...hit, single: null }));
  let closestZoom = 0;
  while (closestZoom < zoom && index.clusters.countWithin(box, closestZoom + 1) <= MOST_MARKS) closestZoom++;
  return { closestZoom, marksAt };
}

/** Every listing that a plan leaves in the box. */
function singleMarks(
  kind: ListingKind,
  index: ListingIndex,
  plan: FilterPlan,
  view: { box: BoundingBox; directory: DirectoryRequest },
): Mark<ListingKind>[] {
  const { latitudes, longitudes } = index.packed;
  const inBox = plan.text || plan.among ? null : index.inBox(view.box);
  const test: OrdinalTest = (ordinal) => plan.tests.every((each) => each(ordinal));
  const ordinals = inBox
    ? inBox.filter(test)
    : ordinalsOf(index, view.directory.snapshot, { ...plan, tests: [...plan.tests, index.withinTest(view.box)] }, kind);
  return Array.from(ordinals, (ordinal) =>
    singleMark(kind, ordinal, { latitude: latitudes[ordinal] ?? 0, longitude: longitudes[ordinal] ?? 0 }),
  );
}

function singleMark(
  kind: ListingKind,
  ordinal: number,
  at: { latitude: number; longitude: number },
): Mark<ListingKind> {
  const { latitude, longitude } = at;
  return { latitude, longitude, count: 1, expansionZoom: FARTHEST_ZOOM, single: { kind, ordinal } };
}

async function asView(marks: readonly Mark<ListingKind>[], directory: DirectoryRequest): Promise<MapView> {
  const clusters = marks
    .filter((mark) => mark.single === null)
    .map(({ latitude, longitude, count, expansionZoom }) => ({
      position: { latitude, longitude },
      count,
      expansionZoom,
    }));
  const listings = await Promise.all(
    marks.flatMap(async ({ single }) => {
      if (!single) return [];
      const listing = await directory.listing(single.kind, single.ordinal);
      if (!listing) throw rowGone(directory.snapshot);
      return [listing];
    }),
  );
  return { clusters, listings: listings.flat(), totalCount: marks.reduce((sum, mark) => sum + mark.count, 0) };
}

function checkedZoom(zoom: number): number {
  if (zoom >= 0 && zoom <= FARTHEST_ZOOM) return zoom;
  throw badInput('zoom', {
    en: `\`zoom\` must be between 0 and ${FARTHEST_ZOOM}, not ${zoom}.`,
    vi: `\`zoom\` phải từ 0 đến ${FARTHEST_ZOOM}, không phải ${zoom}.`,
  });
}
