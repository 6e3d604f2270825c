import { type IndexQuery, type PlaceMatch } from './index-query';
import { type MatchScratch } from './match-scratch';
import { type SearchIndex } from './search-index';
import { MatchHow, type TermMatches } from './term-matches';

/** Words or a place whose lists are counted together: a listing gets the weight once. */
interface Slot {
  readonly weight: number;
  readonly keys: readonly number[];
  readonly likeness: readonly number[];
  readonly place: PlaceMatch | null;
  /** Whether it counts names with the word itself: not a place, an address or a word it may be misspelt for. */
  readonly plain: boolean;
  readonly inAddress: boolean;
  /** Entries of all its lists. */
  readonly length: number;
}

/** Listings with the weight of the words they answer, heaviest first. */
export interface Candidates {
  readonly listings: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Entries of lists that one search goes through: no search may be slow, and rare words come first. The rarest few are
 * gone through in any case, for a listing is known by several words together.
 */
const BUDGET = 60_000;
const SURELY_COUNTED = 3;
const LONGEST_COUNTED = 45_000;
const SMALL_INDEX = 50_000;
const SMALL_BUDGET = 100_000;
const SLIP_BUDGET = 6_000;
const UNKNOWN_BUDGET = 16_000;
const MOST_CHOSEN = 1500;
const MOST_CHOSEN_LARGE = 500;
const DECIDING = 3;
const MOST_DECIDED = 30_000;
const FEW = 60;
const RAREST = 2;
const FIRST_OF_RAREST = 300;
const MOST_SCANNED = 150_000;
const ENOUGH_SCANNED = 1000;
const ADDRESS_SHARE = 0.75;
const PLACE_SHARE = 0.85;
const COMMON = 0.02;

/**
 * The listings that answer most of the query by weight, at most 1,500. Lists of rare words are gone through; for common
 * ones it is only looked up whether a listing is in them. `always` (the nearest listings) take part in any case.
 */
export function gatherCandidates(
  index: SearchIndex,
  query: IndexQuery,
  scratch: MatchScratch,
  always: readonly number[],
  accepts: (listing: number) => boolean,
): Candidates {
  scratch.begin(index.size, index.keyTexts.length);
  const budget = index.size <= SMALL_INDEX ? SMALL_BUDGET : BUDGET;
  const slots = slotsOf(index, query).filter((slot) => slot.length > 0);
  slots.sort((left, right) => left.length - right.length);
  const [counted, common]: [Slot[], Slot[]] = [[], []];
  let [spent, words] = [0, 0];
  for (const slot of slots) {
    const rare = slot.plain && words < SURELY_COUNTED && slot.length <= LONGEST_COUNTED;
    if (spent + slot.length <= budget || rare) {
      if (slot.plain) words++;
      spent += slot.length;
      counted.push(slot);
    } else if (slot.plain || slot.place) common.push(slot);
  }
  if (index.size <= SMALL_INDEX) for (const slot of counted) countSlot(index, slot, scratch, false);
  else countTogether(index, counted, scratch);
  if (scratch.touchedCount === 0 && common.length > 0) scanCommon(index, common, scratch, accepts);
  scratch.beginSlot();
  if (common.length > 0) for (const listing of always) scratch.count(listing, 0);
  return choose(index, common, always, scratch, accepts);
}

/** In a large index: listings with at least two of the words; where there are few, the first of the rarest words too. */
function countTogether(index: SearchIndex, counted: readonly Slot[], scratch: MatchScratch): void {
  scratch.beginMarks(index.size);
  if (counted.length > 1) {
    for (const slot of counted) forEachList(index, slot, (items, start, end) => scratch.markList(items, start, end));
    for (const slot of counted) countSlot(index, slot, scratch, true);
  }
  if (scratch.touchedCount >= FEW) return;
  for (const slot of counted.filter((each) => !each.inAddress).slice(0, RAREST)) {
    scratch.beginSlot();
    let left = FIRST_OF_RAREST;
    forEachList(index, slot, (items, start, end) => {
      scratch.countList(items, start, Math.min(end, start + left), slot.weight);
      left = Math.max(0, left - (end - start));
    });
  }
}

function slotsOf(index: SearchIndex, query: IndexQuery): Slot[] {
  const weights = new Float64Array(query.terms.length);
  const slots: Slot[] = [];
  const seen = new Set<Uint8Array>();
  for (const reading of query.readings) {
    for (const [at, term] of reading.terms.entries()) weights[term] = Math.max(weights[term]!, reading.weights[at]!);
    for (const place of reading.places) {
      if (seen.has(place.covers)) continue;
      seen.add(place.covers);
      let weight = 0;
      for (let at = place.from; at < place.to; at++) weight += reading.weights[at]!;
      slots.push({
        weight: weight * PLACE_SHARE,
        keys: [],
        likeness: [],
        place,
        plain: false,
        inAddress: false,
        length: place.listings,
      });
    }
  }
  for (const [term, matches] of query.terms.entries()) addTermSlots(index, matches, weights[term]!, slots);
  return slots;
}

/**
 * The words that say the same are one slot, those it may be misspelt for another (the likest within a budget), and both
 * in addresses a third.
 */
function addTermSlots(index: SearchIndex, matches: TermMatches, weight: number, slots: Slot[]): void {
  const own = matches.ownKey < 0 ? 0 : index.nameFrequency(matches.ownKey);
  const small = index.size <= SMALL_INDEX;
  const slipBudget = small ? SMALL_BUDGET : own === 0 ? UNKNOWN_BUDGET : own > index.size * COMMON ? 0 : SLIP_BUDGET;
  const [plain, slips, address] = [newGroup(), newGroup(), newGroup()];
  for (let at = 0; at < matches.keys.length; at++) {
    const key = matches.keys[at]!;
    const slip = matches.how[at] === MatchHow.SLIP;
    const length = index.nameFrequency(key);
    if (!slip || slips.length + length <= slipBudget) addKey(slip ? slips : plain, key, matches.likeness[at]!, length);
    const inAddresses = index.addressFrequency(key);
    if (!slip || address.length + inAddresses <= SLIP_BUDGET) addKey(address, key, matches.likeness[at]!, inAddresses);
  }
  slots.push({ ...plain, weight, place: null, plain: true, inAddress: false });
  slots.push({ ...slips, weight, place: null, plain: false, inAddress: false });
  slots.push({ ...address, weight: weight * ADDRESS_SHARE, place: null, plain: false, inAddress: true });
}

interface Group {
  readonly keys: number[];
  readonly likeness: number[];
  length: number;
}

function newGroup(): Group {
  return { keys: [], likeness: [], length: 0 };
}

function addKey(group: Group, key: number, likeness: number, length: number): void {
  if (length === 0) return;
  group.keys.push(key);
  group.likeness.push(likeness);
  group.length += length;
}

/** Counts a slot; with `marked` only listings that were marked more than once. */
function countSlot(index: SearchIndex, slot: Slot, scratch: MatchScratch, marked: boolean): void {
  scratch.beginSlot();
  forEachList(index, slot, (items, start, end, likeness) => {
    if (marked) scratch.countMarked(items, start, end, slot.weight * likeness);
    else scratch.countList(items, start, end, slot.weight * likeness);
  });
}

function forEachList(
  index: SearchIndex,
  slot: Slot,
  visit: (items: Uint32Array, start: number, end: number, likeness: number) => void,
): void {
  const { namePostings, addressPostings, unitPostings } = index.packed;
  for (const unit of slot.place?.unitNumbers ?? [])
    visit(unitPostings.items, unitPostings.starts[unit]!, unitPostings.starts[unit + 1]!, 1);
  const { items, starts } = slot.inAddress ? addressPostings : namePostings;
  for (let at = 0; at < slot.keys.length; at++) {
    const key = slot.keys[at]!;
    visit(items, starts[key]!, starts[key + 1]!, slot.likeness[at]!);
  }
}

/** Where all words are common: the listings with all of them, lightest names first; else those with the rarest. */
function scanCommon(
  index: SearchIndex,
  common: readonly Slot[],
  scratch: MatchScratch,
  accepts: (listing: number) => boolean,
): void {
  scratch.beginSlot();
  const words = common.filter((slot) => slot.keys.length > 0);
  const key = words[0]?.keys[0];
  if (key === undefined) {
    const { items, starts } = index.packed.unitPostings;
    const unit = common[0]?.place?.unitNumbers[0] ?? 0;
    for (let i = starts[unit]!; i < Math.min(starts[unit + 1]!, starts[unit]! + ENOUGH_SCANNED); i++)
      scratch.count(items[i]!, 0);
    return;
  }
  const { items, starts } = index.packed.namePostings;
  const end = Math.min(starts[key + 1]!, starts[key]! + MOST_SCANNED);
  const others = common.filter((slot) => slot !== words[0]).map((slot) => shareTest(index, slot));
  for (let i = starts[key]!; i < end && scratch.touchedCount < ENOUGH_SCANNED; i++) {
    const listing = items[i]!;
    if (others.every((share) => share(listing) > 0) && accepts(listing)) scratch.count(listing, 0);
  }
  for (let i = starts[key]!; i < end && scratch.touchedCount < ENOUGH_SCANNED / 2; i++) scratch.count(items[i]!, 0);
}

/** How well a listing answers a slot whose lists are not gone through: looked up in its first lists only. */
function shareTest(index: SearchIndex, slot: Slot): (listing: number) => number {
  const { place } = slot;
  const units = index.packed.listingUnits;
  if (place) return (listing) => (place.covers[units[listing]!] === 1 ? 1 : 0);
  const first = index.nameTest(slot.keys[0] ?? -1);
  const firstShare = slot.likeness[0] ?? 0;
  if (slot.keys.length < 2) return (listing) => (first(listing) ? firstShare : 0);
  const second = index.nameTest(slot.keys[1] ?? -1);
  const secondShare = slot.likeness[1] ?? 0;
  return (listing) => (first(listing) ? firstShare : second(listing) ? secondShare : 0);
}

/** The heaviest touched listings, with what the common words add. */
function choose(
  index: SearchIndex,
  common: readonly Slot[],
  always: readonly number[],
  scratch: MatchScratch,
  accepts: (listing: number) => boolean,
): Candidates {
  const most = index.size <= SMALL_INDEX ? MOST_CHOSEN : MOST_CHOSEN_LARGE;
  const byWeight = [...common].sort((left, right) => right.weight - left.weight);
  // Where more listings tie than can be looked at, the common words that tell most decide who is chosen.
  const quick = byWeight.filter((slot) => slot.place !== null || index.isCommon(slot.keys[0] ?? -1));
  const early = scratch.touchedCount > most ? quick.slice(0, DECIDING) : [];
  for (const slot of early) scratch.addToTouched(MOST_DECIDED, slot.weight, shareTest(index, slot));
  let chosen = scratch.heaviest(most).filter(accepts);
  if (chosen.length < most / 4 && scratch.touchedCount > most) chosen = scratch.heaviest(most, accepts);
  const known = new Set(always.length > 0 ? chosen : []);
  for (const listing of always)
    if (scratch.isTouched(listing) && !known.has(listing) && accepts(listing)) chosen.push(listing);
  const weights = Float32Array.from(chosen, (listing) => scratch.weightOf(listing));
  for (const slot of byWeight.filter((each) => !early.includes(each))) {
    const share = shareTest(index, slot);
    for (let at = 0; at < chosen.length; at++) weights[at]! += slot.weight * share(chosen[at]!);
  }
  const order = Uint32Array.from(chosen, (_, at) => at).sort(
    (left, right) => weights[right]! - weights[left]! || chosen[left]! - chosen[right]!,
  );
  return { listings: order.map((at) => chosen[at]!), weights: Float32Array.from(order, (at) => weights[at]!) };
}
