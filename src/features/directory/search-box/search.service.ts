import { allOf } from '../../../shared/maybe-promise';
import { checkedFirst, connection } from '../../../shared/relay/page';
import { dayOfNumber } from '../../../shared/calendar';
import type { DirectoryRequest } from '../directory-request';
import { present, roundedDistance } from '../lists/listing-list.service';
import { askedKinds, kindNamed } from '../kinds/listing-kind.types';
import type { ListingKind } from '../listing/listing.types';
import { checkedBox, checkedNear, type NearInput } from '../lists/place.args';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { ListingIndex, OrdinalTest } from '../snapshot/listing-index';
import type { SearchNear } from '../search/search-engine.types';
import {
  type FormerListing,
  type SearchArgs,
  type SearchConnection,
  type SearchEdge,
  type SuggestArgs,
  type Suggestion,
  USUAL_SUGGESTIONS,
} from './search.types';

const MOST_SUGGESTIONS = 20;

/** One page of search hits. Throws BAD_USER_INPUT, BAD_CURSOR, REVISION_GONE. */
export async function searchListings(args: SearchArgs, directory: DirectoryRequest): Promise<SearchConnection> {
  const first = checkedFirst(args.first);
  const near = checkedNear(args.near);
  const within = checkedBox(args.within);
  const kinds = askedKinds(args.kinds).map(({ kind }) => kind);
  const list = ['search', args.text, kinds, near, within, args.includeEnded, args.asTyped];
  const { cursors, place, directory: view } = directory.walk(args.after, kinds, ...list);
  const { snapshot } = view;
  const inForce = inForceTests(kinds, snapshot, place.day);
  const tests = new Map(kinds.map((kind) => [kind, testOf(snapshot.listings(kind), { near, within })]));
  await directory.work.pause();
  const result = snapshot.search.search({
    text: args.text,
    kinds,
    near: near ? nearOf(snapshot, near) : undefined,
    accepts: (kind, ordinal) => tests.get(kind)?.(ordinal) === true,
    hasEnded: (kind, ordinal) => inForce.get(kind)?.(ordinal) === false,
    ...(args.includeEnded ? {} : { servingNow: servingOn(place.day, snapshot) }),
    asTyped: args.asTyped,
    limit: first,
    offset: place.offset,
  });
  const nodes = await allOf(result.hits.map(({ kind, ordinal }) => view.listing(kindNamed(kind).entity, ordinal)));
  const edges = result.hits.map(({ kind, ordinal, former: ended, score, reasons }, at): SearchEdge => ({
    get cursor() {
      return cursors.at(place, place.offset + at);
    },
    score,
    reasons,
    distanceMeters: near ? roundedDistance(snapshot.listings(kind).distanceTo(near, ordinal)) : null,
    former: ended === null ? null : formerOf(snapshot.listings(kind), ended),
    node: present(nodes[at], snapshot),
  }));
  const { correctedText, intents: intent, dropped, truncated, total } = result;
  const told = { correctedText, intent, dropped, truncated };
  return Object.assign(connection(edges, place, total), told, { text: args.text, view });
}

/** What to offer while someone types. Throws BAD_USER_INPUT. */
export async function suggestListings(args: SuggestArgs, directory: DirectoryRequest): Promise<Suggestion[]> {
  const limit = checkedFirst(args.first, MOST_SUGGESTIONS, USUAL_SUGGESTIONS);
  const { snapshot } = directory;
  const near = checkedNear(args.near);
  const kinds = askedKinds(args.kinds).map(({ kind }) => kind);
  const inForce = inForceTests(kinds, snapshot, directory.todayNumber);
  await directory.work.pause();
  return snapshot.search
    .suggest({
      text: args.text,
      kinds,
      near: near ? nearOf(snapshot, near) : undefined,
      hasEnded: (kind, ordinal) => inForce.get(kind)?.(ordinal) === false,
      servingNow: servingOn(directory.todayNumber, snapshot),
      limit,
    })
    .map(({ text, kind, code }) => ({ text, kind, code }));
}

/** Tests, made once for a search, whether a listing of each kind is in force today. */
function inForceTests(
  kinds: readonly ListingKind[],
  snapshot: DirectorySnapshot,
  today: number,
): ReadonlyMap<ListingKind, OrdinalTest> {
  return new Map(kinds.map((kind) => [kind, snapshot.listings(kind).inForceTest(today)]));
}

/** What took the place of listings that have ended, as their kinds know it. */
function servingOn(
  day: number,
  snapshot: DirectorySnapshot,
): (kind: ListingKind, ordinal: number) => readonly number[] {
  return (kind, ordinal) => kindNamed(kind).inPlaceOf?.(snapshot, ordinal, day) ?? [];
}

function formerOf(index: ListingIndex, ordinal: number): FormerListing {
  const last = index.lastDayOf(ordinal);
  return {
    code: index.codeOf(ordinal),
    name: index.search.nameOf(ordinal),
    until: last === null ? null : dayOfNumber(last),
  };
}

function testOf(
  index: ListingIndex,
  terms: { near: NearInput | null; within: ReturnType<typeof checkedBox> },
): OrdinalTest {
  const tests: OrdinalTest[] = [];
  if (terms.within) tests.push(index.withinTest(terms.within));
  const { near } = terms;
  const radius = near?.radiusMeters;
  if (near && radius) tests.push((ordinal) => (index.distanceTo(near, ordinal) ?? Infinity) <= radius);
  return (ordinal) => tests.every((test) => test(ordinal));
}

function nearOf(snapshot: DirectorySnapshot, near: NearInput): SearchNear {
  return {
    distanceMeters: (kind, ordinal) => snapshot.listings(kind).distanceTo(near, ordinal),
    nearest: (kind, count) => snapshot.listings(kind).nearest(near, count, near.radiusMeters ?? Infinity, () => true),
  };
}
