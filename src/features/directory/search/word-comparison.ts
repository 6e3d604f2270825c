import { type IndexQuery } from './index-query';
import { type MatchScratch } from './match-scratch';
import { type SearchIndex } from './search-index';
import { MatchHow, prefixLikeness } from './term-matches';

/** A key of the index answers a term. */
interface Answer {
  readonly term: number;
  readonly like: number;
  readonly how: MatchHow;
  readonly own: boolean;
}

/** Words of a name that are compared; room for each term of a query. */
export const MOST_WORDS = 48;

/** Compares the words of a query with those of one listing after the other. Give it back with `release`. */
export class WordComparison {
  /** Term × word of the name: how alike, and how. */
  readonly likeness: Float32Array;
  readonly hows: Uint8Array;
  /** Term: how well the address answers it. */
  readonly addressed: Float32Array;
  /** Term: how well the word of the name that is most alike answers it. */
  readonly named: Float32Array;
  private readonly answersOf: Answer[][] = [[]];
  private readonly keys: number[] = [];
  /** Terms that may be unfinished. */
  private readonly unfinished: readonly number[];

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: MatchScratch,
  ) {
    this.likeness = new Float32Array(query.terms.length * MOST_WORDS);
    this.hows = new Uint8Array(query.terms.length * MOST_WORDS);
    this.addressed = new Float32Array(query.terms.length);
    this.named = new Float32Array(query.terms.length);
    this.unfinished = query.terms.flatMap((term, at) => (term.endPrefixed > term.firstPrefixed ? [at] : []));
    for (const [term, matches] of query.terms.entries()) {
      for (const [at, key] of matches.keys.entries()) {
        const answer = { term, like: matches.likeness[at]!, how: matches.how[at]!, own: key === matches.ownKey };
        const list = scratch.answers[key]!;
        if (list > 0) this.answersOf[list]!.push(answer);
        else {
          scratch.answers[key] = this.answersOf.push([answer]) - 1;
          this.keys.push(key);
        }
      }
    }
  }

  /** Gives the scratch back as it was. */
  release(): void {
    for (const key of this.keys) this.scratch.answers[key] = 0;
  }

  /** Fills in how well the address of the listing answers each term. */
  compareAddress(listing: number): void {
    const { addressed } = this;
    const { starts, items } = this.index.packed.addressKeys;
    addressed.fill(0);
    for (let i = starts[listing]!; i < starts[listing + 1]!; i++) {
      const key = items[i]!;
      const answers = this.answersOf[this.scratch.answers[key]!]!;
      for (let at = 0; at < answers.length; at++) {
        const { term, like } = answers[at]!;
        if (like > addressed[term]!) addressed[term] = like;
      }
      for (const term of this.unfinished) {
        const like = this.likenessOfBeginning(term, key);
        if (like > addressed[term]!) addressed[term] = like;
      }
    }
  }

  /** Fills in how much each word of the name is like each term; returns the number of words compared. */
  compareName(name: number): number {
    const { likeness, hows, named } = this;
    const { nameForms, formKeys, keyForms } = this.index.packed;
    const start = nameForms.starts[name]!;
    const length = Math.min(MOST_WORDS, nameForms.starts[name + 1]! - start);
    for (let row = 0; row < likeness.length; row += MOST_WORDS) likeness.fill(0, row, row + length);
    named.fill(0);
    for (let word = 0; word < length; word++) {
      const form = nameForms.items[start + word]!;
      const key = formKeys[form]!;
      const answers = this.answersOf[this.scratch.answers[key]!]!;
      for (let at = 0; at < answers.length; at++) {
        const { term, how, own, like } = answers[at]!;
        const cell = term * MOST_WORDS + word;
        const alike = own ? this.query.terms[term]!.marks[form - keyForms[key]!]! : like;
        likeness[cell] = alike;
        hows[cell] = how;
        if (alike > named[term]!) named[term] = alike;
      }
      for (const term of this.unfinished) {
        const cell = term * MOST_WORDS + word;
        const alike = this.likenessOfBeginning(term, key);
        if (alike <= likeness[cell]!) continue;
        likeness[cell] = alike;
        hows[cell] = MatchHow.PREFIX;
        if (alike > named[term]!) named[term] = alike;
      }
    }
    return length;
  }

  /** How well a key answers an unfinished word that it begins with; 0 for other keys. */
  private likenessOfBeginning(term: number, key: number): number {
    const { firstPrefixed, endPrefixed, ownKey, term: word } = this.query.terms[term]!;
    if (key < firstPrefixed || key >= endPrefixed || key === ownKey) return 0;
    return prefixLikeness(word.key, this.index.keyTexts[key]!);
  }
}
