import { type SearchIndex } from '../index/search-index';
import { type PlaceNames } from './place-names';

/** What the indexes that are asked, and the names of places, know of words; each word is looked up once. */
export class Lexicon {
  private readonly frequencies = new Map<string, number>();

  constructor(
    private readonly indexes: readonly SearchIndex[],
    private readonly places: PlaceNames,
  ) {}

  /** In how many names and addresses a key is; the name of a place counts one. */
  frequency(key: string): number {
    const known = this.frequencies.get(key);
    if (known !== undefined) return known;
    let sum = this.places.has(key) ? 1 : 0;
    for (const index of this.indexes) {
      const number = index.keyOf(key);
      if (number >= 0) sum += index.frequency(number);
    }
    this.frequencies.set(key, sum);
    return sum;
  }

  /** How often one key follows another in names. */
  pairFrequency(left: string, right: string): number {
    let sum = 0;
    for (const index of this.indexes) {
      const [first, second] = [index.keyOf(left), index.keyOf(right)];
      if (first >= 0 && second >= 0) sum += index.pairFrequency(first, second);
    }
    return sum;
  }
}
