import { badInput } from '../../../shared/errors';
import { allOf } from '../../../shared/maybe-promise';
import type { WorkSlices } from '../../../shared/work-slices';
import type { DirectoryRequest } from '../directory-request';
import type { FilterPlan } from '../lists/filter-plan';
import type { KindDefinition } from '../lists/kind-definition';
import { present } from '../lists/listing-list.service';
import { askedKinds, kindNamed } from '../kinds/listing-kind.types';
import { LISTING_KINDS } from '../kinds/listing-kinds';
import type { Listing } from '../listing/listing.entity';
import type { ListingKind } from '../listing/listing.types';
import { checkedBox } from '../lists/place.args';
import { LAST_CLUSTER_ZOOM } from '../snapshot/cluster-index';
import { boxIsEmpty } from '../snapshot/geometry.rules';
import { FARTHEST_ZOOM, type Mark, mergedMarks } from './clustering.rules';
import type { Layer } from './layer.types';
import { layerOf, MOST_MARKS } from './layers';
import type { MapArgs, MapFilter, MapView } from './map.types';

const EMPTY: MapView = { clusters: [], listings: [], totalCount: 0 };

/** Makes the views of the map. */
export class MapService {
  /** Clusters and listings of one view. Throws BAD_USER_INPUT. */
  async view(args: MapArgs, directory: DirectoryRequest): Promise<MapView> {
    const zoom = checkedZoom(args.zoom);
    const box = checkedBox(args.within);
    if (!box || boxIsEmpty(box)) return EMPTY;
    const kinds = askedKinds(args.kinds);
    checkFilter(args.filter, kinds);
    const layers = await Promise.all(
      kinds.map(async (kind) =>
        layerOf(kind.kind, await this.plan(kind, args.filter, directory), { box, zoom }, directory),
      ),
    );
    return asView(await closestMarks(layers, zoom, directory.work), directory);
  }

  /** How a kind is filtered; null when it is not, and the clusters built beforehand serve. */
  private async plan(
    kind: KindDefinition,
    filter: MapFilter | null | undefined,
    { snapshot, today, store }: DirectoryRequest,
  ): Promise<FilterPlan | null> {
    const own = filter?.[kind.name];
    return own ? kind.plan(own, { snapshot, index: snapshot.listingsOf(kind.entity), today, store }) : null;
  }
}

/** The marks of the zoom that is asked for, or of the closest one farther away that is not too full to be drawn. */
async function closestMarks(
  layers: readonly Layer[],
  zoom: number,
  work: WorkSlices,
): Promise<readonly Mark<ListingKind>[]> {
  const closest = Math.min(zoom, ...layers.map(({ closestZoom }) => closestZoom));
  const marksAt = (at: number): Mark<ListingKind>[] => layers.flatMap((layer) => layer.marksAt(at));
  if (closest > LAST_CLUSTER_ZOOM) {
    const apart = marksAt(closest);
    if (apart.length <= MOST_MARKS) return apart;
  }
  for (let at = Math.min(closest, LAST_CLUSTER_ZOOM); at >= 0; at--) {
    await work.turn();
    const merged = await mergedMarks(marksAt(at), { zoom: at, most: at === 0 ? Infinity : MOST_MARKS }, work);
    if (merged) return merged;
  }
  return [];
}

async function asView(marks: readonly Mark<ListingKind>[], directory: DirectoryRequest): Promise<MapView> {
  const clusters = marks
    .filter((mark) => mark.single === null)
    .map(({ latitude, longitude, count, expansionZoom }) => ({
      position: { latitude, longitude },
      count,
      expansionZoom,
    }));
  const rows = await allOf(
    marks.flatMap(({ single }) =>
      single ? [directory.listing<Listing>(kindNamed(single.kind).entity, single.ordinal)] : [],
    ),
  );
  const listings = rows.map((row) => present(row, directory.snapshot));
  return { clusters, listings, totalCount: marks.reduce((sum, mark) => sum + mark.count, 0) };
}

/** Refuses a filter of a kind that is not shown: it would do nothing, and who sent it meant something. */
export function checkFilter(filter: MapFilter | null | undefined, kinds: readonly KindDefinition[]): void {
  for (const { name, kind } of LISTING_KINDS) {
    if (!filter?.[name] || kinds.some((shown) => shown.kind === kind)) continue;
    throw badInput(`filter.${name}`, {
      en: `\`filter.${name}\` does nothing, because \`kinds\` leaves out ${kind}: add the kind or drop the filter.`,
      vi: `\`filter.${name}\` không có tác dụng vì \`kinds\` không gồm ${kind}: hãy thêm loại này hoặc bỏ bộ lọc.`,
    });
  }
}

function checkedZoom(zoom: number): number {
  if (zoom >= 0 && zoom <= FARTHEST_ZOOM) return zoom;
  throw badInput('zoom', {
    en: `\`zoom\` must be between 0 and ${FARTHEST_ZOOM}, not ${zoom}.`,
    vi: `\`zoom\` phải từ 0 đến ${FARTHEST_ZOOM}, không phải ${zoom}.`,
  });
}
