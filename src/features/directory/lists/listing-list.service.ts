import { LRUCache } from 'lru-cache';
import { dayOfNumber } from '../../../shared/calendar';
import { DomainError } from '../../../shared/errors';
import type { Connection, PlacedEdge } from '../../../shared/relay/connection.types';
import { checkedFirst, connection, cursorAt, listDigest, type PagePlace, pagePlace } from '../../../shared/relay/page';
import type { WorkSlices } from '../../../shared/work-slices';
import type { DirectoryRequest } from '../directory-request';
import type { Listing, ListingClass } from '../listing/listing.entity';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import { nearestFirst } from './distance-order';
import type { FilterPlan, PlanTerms } from './filter-plan';
import { listedOrdinals } from './listed-ordinals';
import type { PlacedPageArgs } from './listing-list.args';
import { checkedBox, checkedNear, type NearInput } from './place.args';

/** One list that is asked for. */
export interface ListRequest<Entity extends Listing> {
  readonly of: ListingClass<Entity>;
  /** The filter as it came, which makes the cursor; and how it is planned. */
  readonly filter: unknown;
  plan(terms: PlanTerms): FilterPlan | Promise<FilterPlan>;
  readonly page: PlacedPageArgs;
}

/** Most entries of ordered lists kept for the next page, over all lists. */
const CACHED_ORDINALS = 4_000_000;

interface OrderedList {
  /** Ordinals in order: the whole list, or its beginning when it is ordered by distance. */
  readonly ordinals: ArrayLike<number>;
  readonly total: number;
}

/** Makes pages of listings. Lists are kept for a while, so that the next page costs nothing. */
export class ListingListService {
  private readonly lists = new LRUCache<string, OrderedList>({
    maxSize: CACHED_ORDINALS,
    sizeCalculation: (list, key) => list.ordinals.length + key.length + 64,
  });

  /** One page of a list. Throws BAD_USER_INPUT, BAD_CURSOR, REVISION_GONE. */
  async page<Entity extends Listing>(
    request: DirectoryRequest,
    list: ListRequest<Entity>,
  ): Promise<Connection<PlacedEdge<Entity>>> {
    const first = checkedFirst(list.page.first);
    const near = checkedNear(list.page.near);
    const within = checkedBox(list.page.within);
    const digest = listDigest(list.of.kind, list.filter, near, within);
    const { snapshot: current, todayNumber } = request;
    const place = pagePlace(list.page.after, digest, { revision: current.number, day: todayNumber });
    const snapshot = request.snapshots.at(place.revision);
    const needed = place.offset + first;
    // The whole text: the digest of a cursor is short enough for someone to find two lists that share one.
    const key = JSON.stringify([snapshot.number, place.day, list.of.kind, list.filter, near, within]);
    const kept = this.lists.get(key);
    // A walk that goes on gets twice as much each time: whenever the nearest run out, the work begins anew.
    const terms = { near, within, needed: needed + place.offset };
    const index = snapshot.listingsOf(list.of);
    const plan = () => list.plan({ index, snapshot, today: dayOfNumber(place.day), store: request.store });
    const ordered =
      kept && kept.ordinals.length >= Math.min(needed, kept.total)
        ? kept
        : await order(snapshot, list.of, await plan(), terms, request.work);
    if (ordered !== kept) this.lists.set(key, ordered);
    return this.edges(request, list.of, snapshot, { ordered, place, first, near, digest });
  }

  private async edges<Entity extends Listing>(
    request: DirectoryRequest,
    of: ListingClass<Entity>,
    snapshot: DirectorySnapshot,
    page: { ordered: OrderedList; place: PagePlace; first: number; near: NearInput | null; digest: string },
  ): Promise<Connection<PlacedEdge<Entity>>> {
    const { ordered, place, near } = page;
    const index = snapshot.listingsOf(of);
    const ordinals: number[] = [];
    const end = Math.min(place.offset + page.first, ordered.ordinals.length);
    for (let at = place.offset; at < end; at++) ordinals.push(ordered.ordinals[at] ?? 0);
    const edges = await Promise.all(
      ordinals.map(async (ordinal, at): Promise<PlacedEdge<Entity>> => {
        const node = await request.listing(of, ordinal, snapshot);
        if (!node) throw rowGone(snapshot);
        const cursor = cursorAt(place, place.offset + at, page.digest);
        return { cursor, node, distanceMeters: near ? roundedDistance(index.distanceTo(near, ordinal)) : null };
      }),
    );
    return connection(edges, place, ordered.total);
  }
}

interface OrderTerms {
  readonly near: NearInput | null;
  readonly within: ReturnType<typeof checkedBox>;
  /** How many entries from the beginning are enough, when they are ordered by distance. */
  readonly needed: number;
}

async function order(
  snapshot: DirectorySnapshot,
  of: ListingClass,
  plan: FilterPlan,
  { near, within, needed }: OrderTerms,
  work: WorkSlices,
): Promise<OrderedList> {
  const index = snapshot.listingsOf(of);
  const radiusMeters = near?.radiusMeters ?? Infinity;
  const tests = [...plan.tests];
  if (within) tests.push(index.withinTest(within));
  if (near)
    tests.push(
      radiusMeters === Infinity
        ? (ordinal) => index.hasPosition(ordinal)
        : (ordinal) => (index.distanceTo(near, ordinal) ?? Infinity) <= radiusMeters,
    );
  const found = await listedOrdinals(snapshot, of.kind, { ...plan, tests }, work);
  const ordinals = near ? await nearestFirst(index, found, { from: near, radiusMeters, needed }, work) : found;
  return { ordinals, total: found.length };
}

/** Tenths of a metre: more would pretend to an exactness that no position has. */
export function roundedDistance(meters: number | null): number | null {
  return meters === null ? null : Math.round(meters * 10) / 10;
}

/** A row that a snapshot names can only be missing when its revision was pruned meanwhile. */
export function rowGone(snapshot: DirectorySnapshot): DomainError {
  return new DomainError('REVISION_GONE', {
    en: `Revision ${snapshot.number} of the directory is kept no longer; start again without a cursor.`,
    vi: `Phiên bản ${snapshot.number} của danh mục không còn được lưu; hãy bắt đầu lại, không dùng con trỏ.`,
  });
}
