import { LRUCache } from 'lru-cache';
import { dayOfNumber } from '../../../shared/calendar';
import { badInput, DomainError } from '../../../shared/errors';
import type { Connection, PlacedEdge } from '../../../shared/relay/connection.types';
import { allOf } from '../../../shared/maybe-promise';
import { checkedFirst, connection, type PagePlace } from '../../../shared/relay/page';
import type { DirectoryRequest, Walk } from '../directory-request';
import type { Listing, ListingClass } from '../listing/listing.entity';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import { type BoundingBox, boxAround } from '../snapshot/geometry.rules';
import type { OrdinalTest } from '../snapshot/listing-index';
import { nearestFirst } from './distance-order';
import type { FilterPlan, PlanTerms } from './filter-plan';
import { type FoundListings, listedOrdinals } from './listed-ordinals';
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

/** Most bytes of lists kept for the next page, over all lists: eight whole lists of a million. */
const CACHED_BYTES = 32 * 1_048_576;
/** What a kept list takes beside its ordinals and its key, in bytes. */
const BYTES_PER_LIST = 512;
/** How deep a list may be walked in the order of distance: its beginning is worked out anew as a walk goes on. */
const MOST_NEAREST = 20_000;

interface OrderedList extends FoundListings {
  /** Number of entries of the list, of which `ordinals` may hold the nearest only. */
  readonly total: number;
}

/** Makes pages of listings. Lists are kept for a while, so that the next page costs nothing. */
export class ListingListService {
  private readonly lists = new LRUCache<string, OrderedList>({
    maxSize: CACHED_BYTES,
    // The buffer, not the view: that is what stays in memory.
    sizeCalculation: ({ ordinals }, key) => ordinals.buffer.byteLength + 2 * key.length + BYTES_PER_LIST,
  });

  /** Bytes that the kept lists take. */
  get keptBytes(): number {
    return this.lists.calculatedSize;
  }

  /** One page of a list. Throws BAD_USER_INPUT, BAD_CURSOR, REVISION_GONE. */
  async page<Entity extends Listing>(
    request: DirectoryRequest,
    list: ListRequest<Entity>,
  ): Promise<Connection<PlacedEdge<Entity>>> {
    const first = checkedFirst(list.page.first);
    const near = checkedNear(list.page.near);
    const within = checkedBox(list.page.within);
    const walk = request.walk(list.page.after, [list.of.kind], list.of.kind, list.filter, near, within);
    const { place, directory } = walk;
    const { snapshot } = directory;
    if (near) checkDepth(place.offset + first);
    const ordered = await this.ordered(request, list, { snapshot, place, near, within, first });
    return this.edges(list.of, walk, { ordered, first, near });
  }

  private async ordered<Entity extends Listing>(
    request: DirectoryRequest,
    list: ListRequest<Entity>,
    { snapshot, place, near, within, first }: OrderTerms,
  ): Promise<OrderedList> {
    const index = snapshot.listingsOf(list.of);
    const make = async (area: BoundingBox | null, tests: readonly OrdinalTest[]): Promise<OrderedList> => {
      const plan = await list.plan({ index, snapshot, today: dayOfNumber(place.day), store: request.store });
      const narrowed = { plan: { ...plan, tests: [...plan.tests, ...tests] }, area };
      const found = await listedOrdinals(snapshot, list.of.kind, narrowed, request.work);
      return { ...found, total: found.ordinals.length };
    };
    // The whole text: the digest of a cursor is short enough for someone to find two lists that share one.
    const terms = [snapshot.number, place.day, list.of.kind, list.filter, within];
    if (!near) return this.kept(JSON.stringify(terms), 0, () => make(within, []));
    const radiusMeters = near.radiusMeters ?? Infinity;
    const needed = place.offset + first;
    return this.kept(JSON.stringify([...terms, near]), needed, async () => {
      const found =
        radiusMeters === Infinity
          ? await this.kept(JSON.stringify([...terms, 'placed']), 0, () =>
              make(within, within ? [] : [(ordinal) => index.hasPosition(ordinal)]),
            )
          : await make(boxAround(near, radiusMeters), [
              ...(within ? [index.withinTest(within)] : []),
              (ordinal) => (index.distanceTo(near, ordinal) ?? Infinity) <= radiusMeters,
            ]);
      // A walk that goes on gets twice as much each time: whenever the nearest run out, the work begins anew.
      const enough = { from: near, radiusMeters, needed: Math.min(needed + place.offset, MOST_NEAREST) };
      const ordinals = await nearestFirst(index, found, enough, request.work);
      return { ordinals, isAscending: false, total: found.total };
    });
  }

  /** The list kept under a key, when it is kept and long enough; else it is made and kept. */
  private async kept(key: string, needed: number, make: () => Promise<OrderedList>): Promise<OrderedList> {
    const known = this.lists.get(key);
    if (known && known.ordinals.length >= Math.min(needed, known.total)) return known;
    const made = await make();
    this.lists.set(key, made);
    return made;
  }

  private async edges<Entity extends Listing>(
    of: ListingClass<Entity>,
    { cursors, place, directory }: Walk,
    page: { ordered: OrderedList; first: number; near: NearInput | null },
  ): Promise<Connection<PlacedEdge<Entity>>> {
    const { ordered, near } = page;
    const index = directory.snapshot.listingsOf(of);
    const ordinals: number[] = [];
    const end = Math.min(place.offset + page.first, ordered.ordinals.length);
    for (let at = place.offset; at < end; at++) ordinals.push(ordered.ordinals[at] ?? 0);
    const nodes = await allOf(ordinals.map((ordinal) => directory.listing(of, ordinal)));
    const edges = ordinals.map((ordinal, at): PlacedEdge<Entity> => ({
      get cursor() {
        return cursors.at(place, place.offset + at);
      },
      node: present(nodes[at], directory.snapshot),
      distanceMeters: near ? roundedDistance(index.distanceTo(near, ordinal)) : null,
    }));
    return connection(edges, place, ordered.total);
  }
}

interface OrderTerms {
  readonly snapshot: DirectorySnapshot;
  readonly place: PagePlace;
  readonly near: NearInput | null;
  readonly within: BoundingBox | null;
  readonly first: number;
}

/** Refuses pages that lie too deep in the order of distance. */
function checkDepth(end: number): void {
  if (end <= MOST_NEAREST) return;
  throw badInput('after', {
    en: `A list with \`near\` is walked through its nearest ${MOST_NEAREST} entries at most; filter it more narrowly, or leave out \`near\`.`,
    vi: `Danh sách có \`near\` chỉ xem được ${MOST_NEAREST} mục gần nhất; hãy lọc hẹp hơn hoặc bỏ \`near\`.`,
  });
}

/** Tenths of a metre: more would pretend to an exactness that no position has. */
export function roundedDistance(meters: number | null): number | null {
  return meters === null ? null : Math.round(meters * 10) / 10;
}

/** A row that a snapshot names, which can only be missing when its revision was pruned meanwhile: throws REVISION_GONE. */
export function present<Entity extends Listing>(row: Entity | null | undefined, snapshot: DirectorySnapshot): Entity {
  if (row) return row;
  throw new DomainError('REVISION_GONE', {
    en: `Revision ${snapshot.number} of the directory is kept no longer; start again without a cursor.`,
    vi: `Phiên bản ${snapshot.number} của danh mục không còn được lưu; hãy bắt đầu lại, không dùng con trỏ.`,
  });
}
