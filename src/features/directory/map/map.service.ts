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
    let marks: Mark<ListingKind>[] = [];
    for (let at = zoom; at >= 0; at--) {
      marks = mergeAt(
        kinds.flatMap((kind, index) => marksOf(kind, plans[index] ?? null, { box, zoom: at, directory })),
        at,
      );
      if (marks.length <= MOST_MARKS) break;
    }
    return asView(marks, directory);
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

function marksOf(
  kind: ListingKind,
  plan: FilterPlan | null,
  view: { box: BoundingBox; zoom: number; directory: DirectoryRequest },
): Mark<ListingKind>[] {
  const index = view.directory.snapshot.listings(kind);
  if (plan) return filteredMarks(kind, index, plan, view);
  return index.clusters
    .within(view.box, view.zoom)
    .map((hit) => ('ordinal' in hit ? singleMark(kind, hit.ordinal, hit) : { ...hit, single: null }));
}

function filteredMarks(
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

function mergeAt(marks: Mark<ListingKind>[], zoom: number): Mark<ListingKind>[] {
  return zoom > LAST_CLUSTER_ZOOM ? marks : mergedMarks(marks, zoom);
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
