import { marksAgreement } from './marks.rules';
import { type QueryTerm } from './query-readings';
import { type SearchIndex } from './search-index';

/** How a key of the index answers a term. */
export enum MatchHow {
  SAME,
  PREFIX,
  SLIP,
}

/** The keys of one index that answer one term. */
export interface TermMatches {
  readonly term: QueryTerm;
  readonly keys: readonly number[];
  readonly likeness: readonly number[];
  readonly how: readonly MatchHow[];
  /** The first form of the term's own key, and how well the marks of each form of that key agree. */
  readonly ownKey: number;
  readonly marks: readonly number[];
  /** The keys that the word begins, when it may be unfinished: first, and one past the last. */
  readonly firstPrefixed: number;
  readonly endPrefixed: number;
}

const SAME_NUMBER = 0.97;
/** What a slip is worth that has made another word of the index. */
const KNOWN_WORD_MISTYPED = 0.88;
const SHORTEST_MENDED = 2;
const PREFIX_LEAST = 0.78;
const PREFIX_MORE = 0.17;
const NUMBER_BEGUN = 0.5;

/** Finds the keys that answer a term: its own, equal numbers, words it begins, and with `slips` words it may be misspelt for. Marks count
 * only where the text has any (`marked`). */
export function matchTerm(index: SearchIndex, term: QueryTerm, slips: boolean, marked: boolean): TermMatches {
  const keys: number[] = [];
  const likeness: number[] = [];
  const how: MatchHow[] = [];
  const known = new Set<number>();
  const add = (key: number, like: number, as: MatchHow): void => {
    if (key < 0 || known.has(key)) return;
    known.add(key);
    keys.push(key);
    likeness.push(like);
    how.push(as);
  };
  const ownKey = index.keyOf(term.key);
  add(ownKey, 1, MatchHow.SAME);
  for (const other of term.sameAs) add(index.keyOf(other), SAME_NUMBER, MatchHow.SAME);
  const trust = ownKey >= 0 ? KNOWN_WORD_MISTYPED : 1;
  if (slips && term.key.length >= SHORTEST_MENDED && !/\d/.test(term.key)) {
    for (const { key, likeness: like } of index.similarKeys(term.key)) add(key, like * trust, MatchHow.SLIP);
  }
  const [firstPrefixed, endPrefixed] = term.open ? index.prefixRange(term.key) : [0, 0];
  return { term, keys, likeness, how, ownKey, marks: marksOf(index, term, ownKey, marked), firstPrefixed, endPrefixed };
}

/** How well a word answers an unfinished one that it begins with: the more of it was typed, the better. */
export function prefixLikeness(typed: string, meant: string): number {
  // A whole number is another than one that begins with its figures.
  if (/^\d/.test(typed)) return NUMBER_BEGUN;
  return PREFIX_LEAST + PREFIX_MORE * (typed.length / meant.length);
}

function marksOf(index: SearchIndex, term: QueryTerm, key: number, marked: boolean): number[] {
  if (key < 0) return [];
  const first = index.packed.keyForms[key]!;
  const count = index.packed.keyForms[key + 1]! - first;
  return Array.from({ length: count }, (_, at) => (marked ? marksAgreement(term.form, index.formText(first + at)) : 1));
}
