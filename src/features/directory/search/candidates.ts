import { type IndexQuery, type PlaceMatch } from './index-query';
import { type MatchScratch } from './match-scratch';
import { type SearchIndex } from './search-index';
import { type TermMatches } from './term-matches';

/** Words and places whose lists are counted, the shortest first. */
interface Slot {
  readonly weight: number;
  readonly length: number;
  readonly matches: TermMatches | null;
  readonly place: PlaceMatch | null;
}

/** Entries of lists that one search may go through in a large index. */
const BUDGET = 60_000;
const ADDRESS_SHARE = 0.75;
const PLACE_SHARE = 0.85;
const MOST_SCANNED = 300_000;
const ENOUGH_FOUND = 1500;

/** Marks the listings that answer some of the words in the scratch, each with the weight of the words it answers. */
export function gatherCandidates(index: SearchIndex, query: IndexQuery, scratch: MatchScratch): void {
  scratch.begin(index.size, index.keyTexts.length);
  const slots = slotsOf(index, query).sort((left, right) => left.length - right.length);
  const budget = Math.max(BUDGET, index.size <= BUDGET ? Infinity : 0);
  let spent = 0;
  const heavy: Slot[] = [];
  for (const slot of slots) {
    if (slot.length === 0) continue;
    if (spent + slot.length <= budget) {
      spent += slot.length;
      countSlot(index, slot, scratch);
    } else heavy.push(slot);
  }
  if (heavy.length === 0) return;
  if (scratch.touchedCount === 0) scanCommon(index, heavy, scratch);
  addHeavy(index, heavy, scratch);
}

function slotsOf(index: SearchIndex, query: IndexQuery): Slot[] {
  const weights = query.terms.map(() => 0);
  const slots: Slot[] = [];
  for (const reading of query.readings) {
    for (const [at, term] of reading.terms.entries())
      weights[term] = Math.max(weights[term] ?? 0, reading.weights[at] ?? 0);
    for (const place of reading.places) {
      let weight = 0;
      for (let at = place.from; at < place.to; at++) weight += reading.weights[at] ?? 0;
      slots.push({ weight: weight * PLACE_SHARE, length: place.listings, matches: null, place });
    }
  }
  for (const [term, matches] of query.terms.entries()) {
    const length = matches.keys.reduce((sum, key) => sum + index.frequency(key), 0);
    slots.push({ weight: weights[term] ?? 0, length, matches, place: null });
  }
  return slots;
}

function countSlot(index: SearchIndex, slot: Slot, scratch: MatchScratch): void {
  scratch.beginSlot();
  const { namePostings, addressPostings, unitPostings } = index.packed;
  for (const unit of slot.place?.unitNumbers ?? [])
    countList(unitPostings.items, unitPostings.starts[unit]!, unitPostings.starts[unit + 1]!, slot.weight, scratch);
  if (!slot.matches) return;
  const { keys, likeness } = slot.matches;
  for (const [at, key] of keys.entries())
    countList(
      namePostings.items,
      namePostings.starts[key]!,
      namePostings.starts[key + 1]!,
      slot.weight * (likeness[at] ?? 0),
      scratch,
    );
  for (const [at, key] of keys.entries())
    countList(
      addressPostings.items,
      addressPostings.starts[key]!,
      addressPostings.starts[key + 1]!,
      slot.weight * (likeness[at] ?? 0) * ADDRESS_SHARE,
      scratch,
    );
}

function countList(items: Uint32Array, start: number, end: number, weight: number, scratch: MatchScratch): void {
  for (let i = start; i < end; i++) scratch.count(items[i]!, weight);
}

/** Where all words are common: the listings with all of them, lightest names first. */
function scanCommon(index: SearchIndex, heavy: readonly Slot[], scratch: MatchScratch): void {
  const rarest = heavy.find((slot) => slot.matches !== null && (slot.matches.keys[0] ?? -1) >= 0);
  const key = rarest?.matches?.keys[0];
  if (key === undefined) {
    if (heavy[0]) countSlot(index, { ...heavy[0], weight: 0 }, scratch);
    return;
  }
  const others = heavy
    .filter((slot) => slot !== rarest)
    .map((slot) => index.bitmapOf(slot.matches?.keys[0] ?? -1))
    .filter((bitmap) => bitmap !== null);
  const { starts, items } = index.packed.namePostings;
  const end = Math.min(starts[key + 1]!, starts[key]! + MOST_SCANNED);
  scratch.beginSlot();
  for (let i = starts[key]!; i < end && scratch.touchedCount < ENOUGH_FOUND; i++) {
    const listing = items[i]!;
    if (others.every((bitmap) => (bitmap[listing >>> 5]! & (1 << (listing & 31))) !== 0)) scratch.count(listing, 0);
  }
  if (scratch.touchedCount > 0) return;
  for (let i = starts[key]!; i < Math.min(end, starts[key]! + ENOUGH_FOUND); i++) scratch.count(items[i]!, 0);
}

/** Adds what the common words weigh to the listings that the rarer ones found. */
function addHeavy(index: SearchIndex, heavy: readonly Slot[], scratch: MatchScratch): void {
  const { listingUnits } = index.packed;
  for (const slot of heavy) {
    const bitmap = slot.matches ? index.bitmapOf(slot.matches.keys[0] ?? -1) : null;
    for (let i = 0; i < scratch.touchedCount; i++) {
      const listing = scratch.touched[i]!;
      const has = bitmap
        ? (bitmap[listing >>> 5]! & (1 << (listing & 31))) !== 0
        : slot.place?.covers[listingUnits[listing]!] === 1;
      if (has) scratch.weights[listing]! += slot.weight;
    }
  }
}

/** The `most` touched listings with the greatest weights, heaviest first, of equal ones those with the lightest names. */
export function heaviest(scratch: MatchScratch, most: number, accepts: (listing: number) => boolean): Uint32Array {
  const { touched, touchedCount, weights } = scratch;
  const all: Uint32Array = touched.subarray(0, touchedCount);
  let found = mostOf(all, weights, most * 2).filter(accepts);
  if (found.length < most && touchedCount > most * 2) found = all.filter(accepts);
  return mostOf(found, weights, most).sort((left, right) => weights[right]! - weights[left]! || left - right);
}

const BUCKETS = 512;

function mostOf(listings: Uint32Array, weights: Float32Array, most: number): Uint32Array {
  if (listings.length <= most) return listings.slice();
  let top = 0;
  for (let i = 0; i < listings.length; i++) top = Math.max(top, weights[listings[i]!]!);
  const scale = top > 0 ? (BUCKETS - 1) / top : 0;
  const counts = new Uint32Array(BUCKETS);
  for (let i = 0; i < listings.length; i++) counts[(weights[listings[i]!]! * scale) | 0]!++;
  let [bucket, above] = [BUCKETS - 1, 0];
  while (bucket > 0 && above + counts[bucket]! < most) above += counts[bucket--]!;
  const sure = listings.filter((listing) => ((weights[listing]! * scale) | 0) > bucket);
  const border = listings.filter((listing) => ((weights[listing]! * scale) | 0) === bucket).sort();
  const result = new Uint32Array(most);
  result.set(sure);
  result.set(border.subarray(0, most - sure.length), sure.length);
  return result;
}
