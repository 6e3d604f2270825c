import { type PlaceNames } from './place-names';
import { type QueryReading } from './query-readings';
import { type SearchIndex } from './search-index';
import { matchTerm, type TermMatches } from './term-matches';
import { wordWeight } from './word-weight.rules';

/** Words of a reading that name a place, as seen by one index. */
export interface PlaceMatch {
  readonly from: number;
  readonly to: number;
  /** Number of a unit → 1 when it counts as in the place. */
  readonly covers: Uint8Array;
  /** Numbers of these units. */
  readonly unitNumbers: readonly number[];
  readonly listings: number;
}

/** A reading with its words looked up in one index. */
export interface IndexReading {
  /** Places in `IndexQuery.terms`, and how much each word tells here. */
  readonly terms: readonly number[];
  readonly weights: readonly number[];
  readonly asked: number;
  readonly places: readonly PlaceMatch[];
  readonly trust: number;
}

/** A search as one index sees it. */
export interface IndexQuery {
  readonly terms: readonly TermMatches[];
  readonly readings: readonly IndexReading[];
}

const UNKNOWN_WORD = 0.6;
const PLACE_WORD = 0.5;

/** Looks up the words and places of all readings in an index. */
export function prepareQuery(
  index: SearchIndex,
  readings: readonly QueryReading[],
  places: PlaceNames,
  slips: boolean,
): IndexQuery {
  const numbers = new Map<string, number>();
  const terms: TermMatches[] = [];
  const prepared = readings.map((reading): IndexReading => {
    const own = reading.terms.map((term) => {
      const name = `${term.form}${term.open ? '*' : ''}${term.sameAs.join(',')}`;
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, terms.length);
      return terms.push(matchTerm(index, term, slips)) - 1;
    });
    const keys = reading.terms.map((term) => term.key);
    const found = places.spansIn(keys).map((span) => placeMatch(index, span, places));
    const weights = own.map((number, at) =>
      weightOf(
        index,
        terms[number],
        at > 0 ? terms[own[at - 1] ?? 0] : undefined,
        found.some((span) => span.from <= at && at < span.to),
      ),
    );
    return {
      terms: own,
      weights,
      asked: weights.reduce((sum, weight) => sum + weight, 0),
      places: found.filter((place) => place.listings > 0),
      trust: 1 - reading.cost,
    };
  });
  return { terms, readings: prepared };
}

function weightOf(
  index: SearchIndex,
  matches: TermMatches | undefined,
  before: TermMatches | undefined,
  inPlace: boolean,
): number {
  const key = matches?.keys[0] ?? -1;
  if (key < 0) return inPlace ? PLACE_WORD : UNKNOWN_WORD;
  const count = index.nameFrequency(key);
  if (count === 0) return PLACE_WORD;
  const previous = before?.keys[0] ?? -1;
  const pair = previous < 0 ? 0 : index.pairFrequency(previous, key);
  const weight = wordWeight(index.size, count, previous < 0 ? 0 : index.nameFrequency(previous), pair);
  return inPlace ? Math.min(weight, PLACE_WORD) : weight;
}

function placeMatch(
  index: SearchIndex,
  span: {
    from: number;
    to: number;
    units: Parameters<PlaceNames['coverage']>[0][] | readonly Parameters<PlaceNames['coverage']>[0][];
  },
  places: PlaceNames,
): PlaceMatch {
  const covers = new Uint8Array(index.unitCount + 1);
  const unitNumbers: number[] = [];
  let listings = 0;
  for (const unit of span.units) {
    for (const key of places.coverage(unit)) {
      const number = index.unitNumberOf(key);
      if (number === 0 || covers[number] === 1) continue;
      covers[number] = 1;
      unitNumbers.push(number);
      listings += index.packed.unitPostings.starts[number + 1]! - index.packed.unitPostings.starts[number]!;
    }
  }
  return { from: span.from, to: span.to, covers, unitNumbers, listings };
}
