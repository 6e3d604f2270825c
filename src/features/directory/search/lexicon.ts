import { type PlaceNames } from './place-names';
import { type SearchIndex } from './search-index';
import { type Lexicon } from './word-splits';

/** What the indexes that are asked, and the names of places, know of words. */
export function lexiconOf(indexes: readonly SearchIndex[], places: PlaceNames): Lexicon {
  return {
    frequency: (key) => {
      let sum = places.has(key) ? 1 : 0;
      for (const index of indexes) {
        const number = index.keyOf(key);
        if (number >= 0) sum += index.frequency(number);
      }
      return sum;
    },
    pairFrequency: (left, right) => {
      let sum = 0;
      for (const index of indexes) {
        const [first, second] = [index.keyOf(left), index.keyOf(right)];
        if (first >= 0 && second >= 0) sum += index.pairFrequency(first, second);
      }
      return sum;
    },
  };
}
