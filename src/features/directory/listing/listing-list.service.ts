import { LRUCache } from 'lru-cache';
import { DomainError, badInput } from '../../../shared/errors';
import type { Connection, PlacedEdge } from '../../../shared/relay/connection.types';
import { checkedFirst, connection, cursorAt, listDigest, type PagePlace, pagePlace } from '../../../shared/relay/page';
import type { DirectoryRequest, ListingOf } from '../directory-request';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { ListingIndex, OrdinalTest } from '../snapshot/listing-index';
import type { PlacedPageArgs } from './listing-list.args';
import type { ListingKind } from './listing.types';
import { checkedBox, checkedNear, type NearInput } from './place.args';

/** What a filter comes to in one snapshot. */
export interface FilterPlan {
  /** All must hold. */
  readonly tests: readonly OrdinalTest[];
  /** Only these ordinals, when the filter names few. */
  readonly among?: readonly number[];
  /** Words that must be found; then the best match comes first. */
  readonly text?: string | null | undefined;
}

/** One list that is asked for. */
export interface ListRequest<K extends ListingKind> {
  readonly kind: K;
  /** The filter as it came, which makes the cursor; and how it is planned on a snapshot. */
  readonly filter: unknown;
  plan(index: ListingIndex, snapshot: DirectorySnapshot): FilterPlan | Promise<FilterPlan>;
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
  async page<K extends ListingKind>(
    request: DirectoryRequest,
    list: ListRequest<K>,
  ): Promise<Connection<PlacedEdge<ListingOf[K]>>> {
    const first = checkedFirst(list.page.first);
    const near = checkedNear(list.page.near);
    const within = checkedBox(list.page.within);
    const digest = listDigest(list.kind, list.filter, near, within, request.today);
    const place = pagePlace(list.page.after, digest, request.snapshot.number);
    const snapshot = request.snapshots.at(place.revision);
    const index = snapshot.listings(list.kind);
    const needed = place.offset + first;
    // The whole text: the digest of a cursor is short enough for someone to find two lists that share one.
    const key = JSON.stringify([snapshot.number, request.today, list.kind, list.filter, near, within]);
    const kept = this.lists.get(key);
    const ordered =
      kept && kept.ordinals.length >= Math.min(needed, kept.total)
        ? kept
        : order(index, snapshot, await list.plan(index, snapshot), {
            near,
            within,
            // A walk that goes on gets twice as much each time: whenever the nearest run out, the work begins anew.
            needed: needed + place.offset,
            kind: list.kind,
          });
    if (ordered !== kept) this.lists.set(key, ordered);
    return this.edges(request, list.kind, snapshot, { ordered, place, first, near, digest });
  }

  private async edges<K extends ListingKind>(
    request: DirectoryRequest,
    kind: K,
    snapshot: DirectorySnapshot,
    page: { ordered: OrderedList; place: PagePlace; first: number; near: NearInput | null; digest: string },
  ): Promise<Connection<PlacedEdge<ListingOf[K]>>> {
    const { ordered, place, near } = page;
    const index = snapshot.listings(kind);
    const ordinals: number[] = [];
    const end = Math.min(place.offset + page.first, ordered.ordinals.length);
    for (let at = place.offset; at < end; at++) ordinals.push(ordered.ordinals[at] ?? 0);
    const edges = await Promise.all(
      ordinals.map(async (ordinal, at): Promise<PlacedEdge<ListingOf[K]>> => {
        const node = await request.listing(kind, ordinal, snapshot);
        if (!node) throw rowGone(snapshot);
        const cursor = cursorAt(place.revision, place.offset + at, page.digest);
        return { cursor, node, distanceMeters: near ? roundedDistance(index.distanceTo(near, ordinal)) : null };
      }),
    );
    return connection(edges, place, ordered.total);
  }
}

function order(
  index: ListingIndex,
  snapshot: DirectorySnapshot,
  plan: FilterPlan,
  terms: { near: NearInput | null; within: ReturnType<typeof checkedBox>; needed: number; kind: ListingKind },
): OrderedList {
  const { near, within } = terms;
  const radius = near?.radiusMeters ?? Infinity;
  const tests = [...plan.tests];
  if (within) tests.push(index.withinTest(within));
  if (near)
    tests.push(
      radius === Infinity
        ? (ordinal) => index.hasPosition(ordinal)
        : (ordinal) => (index.distanceTo(near, ordinal) ?? Infinity) <= radius,
    );
  const found = ordinalsOf(index, snapshot, { ...plan, tests }, terms.kind);
  if (!near) return { ordinals: found, total: found.length };
  if (plan.text || plan.among) {
    const byDistance = Array.from(found).sort(
      (left, right) => (index.distanceTo(near, left) ?? 0) - (index.distanceTo(near, right) ?? 0),
    );
    return { ordinals: byDistance, total: found.length };
  }
  const test: OrdinalTest = (ordinal) => tests.every((each) => each(ordinal));
  return { ordinals: index.nearest(near, terms.needed, radius, test), total: found.length };
}

/** All listings that a plan leaves: the best match of its text first, without one in the order of codes. */
export function ordinalsOf(
  index: ListingIndex,
  snapshot: DirectorySnapshot,
  plan: FilterPlan,
  kind: ListingKind,
): ArrayLike<number> & Iterable<number> {
  const test: OrdinalTest = (ordinal) => plan.tests.every((each) => each(ordinal));
  return candidatesOf(index, snapshot, plan, kind)?.filter(test) ?? index.filter(test);
}

/** The few listings a text or a code leaves, or null when every listing is a candidate. */
function candidatesOf(
  index: ListingIndex,
  snapshot: DirectorySnapshot,
  plan: FilterPlan,
  kind: ListingKind,
): number[] | null {
  const text = plan.text?.trim();
  if (plan.text !== null && plan.text !== undefined && !text) {
    throw badInput('filter.text', {
      en: '`filter.text` is empty; leave it out to list everything.',
      vi: '`filter.text` đang trống; hãy bỏ đi để liệt kê tất cả.',
    });
  }
  const matched = text ? Array.from(snapshot.search.matches(kind, text)) : null;
  if (!plan.among) return matched;
  const among = new Set(plan.among.filter((ordinal) => ordinal >= 0 && ordinal < index.size));
  return matched ? matched.filter((ordinal) => among.has(ordinal)) : [...among].sort((left, right) => left - right);
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
