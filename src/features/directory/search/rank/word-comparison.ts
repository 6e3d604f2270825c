import type { SearchIndex } from '../index/search-index';
import { type IndexQuery, MatchKind, prefixLikeness, type TermMatches } from '../propose/index-query';
import { type Answers, type SearchScratch } from '../propose/scratch';
import { SHORTEST_WHOLE, WHOLE_WORD_BEGUN } from '../tuning';

/** Words of a name that are compared; room for each term of a query. */
export const MOST_WORDS = 48;

/** Compares the words of a query with those of one listing after the other. Give it back with `release`. */
export class WordComparison {
  /** Term × word of the name: how alike, and how. */
  readonly likeness: Float32Array;
  readonly matchKinds: Uint8Array;
  /** Term: how well the address answers it. */
  readonly addressed: Float32Array;
  /** Term: how well the word of the name that is most alike answers it. */
  readonly named: Float32Array;
  /** Cells of the matrices: a row for each term. */
  private readonly cells: number;
  private readonly keys: Int32Array;
  private readonly answers: Answers;
  /** Terms that may be unfinished. */
  private readonly unfinished: readonly number[];

  constructor(
    private readonly index: SearchIndex,
    private readonly query: IndexQuery,
    private readonly scratch: SearchScratch,
  ) {
    this.cells = query.terms.length * MOST_WORDS;
    ({ likeness: this.likeness, matchKinds: this.matchKinds } = scratch.matrixOf(this.cells));
    this.addressed = new Float32Array(query.terms.length);
    this.named = new Float32Array(query.terms.length);
    this.unfinished = query.terms.flatMap((term, at) => (term.endPrefixed > term.firstPrefixed ? [at] : []));
    const count = query.terms.reduce((sum, matches) => sum + matches.keys.length, 0);
    this.keys = new Int32Array(count + 1);
    this.answers = scratch.answersOf(count + 1);
    let answer = 1;
    for (let term = 0; term < query.terms.length; term++) {
      const matches = query.terms[term]!;
      for (let at = 0; at < matches.keys.length; at++) this.addAnswer(answer++, term, matches, at);
    }
  }

  /** Puts an answer before the others of its key. */
  private addAnswer(answer: number, term: number, matches: TermMatches, at: number): void {
    const { answers, scratch } = this;
    const key = matches.keys[at]!;
    answers.terms[answer] = term;
    answers.likeness[answer] = matches.likeness[at]!;
    answers.matchKinds[answer] = matches.kinds[at]!;
    answers.own[answer] = key === matches.ownKey ? 1 : 0;
    answers.next[answer] = scratch.answers[key]!;
    scratch.answers[key] = answer;
    this.keys[answer] = key;
  }

  /** Gives the scratch back as it was. */
  release(): void {
    for (let answer = 1; answer < this.keys.length; answer++) this.scratch.answers[this.keys[answer]!] = 0;
  }

  /** Fills in how well the address of the listing answers each term. */
  compareAddress(listing: number): void {
    const { addressed, answers } = this;
    const first = this.scratch.answers;
    const { starts, items } = this.index.packed.addressKeys;
    addressed.fill(0);
    for (let i = starts[listing]!; i < starts[listing + 1]!; i++) {
      const key = items[i]!;
      for (let answer = first[key]!; answer > 0; answer = answers.next[answer]!) {
        const [term, like] = [answers.terms[answer]!, answers.likeness[answer]!];
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
    const { likeness, matchKinds, named, answers } = this;
    const first = this.scratch.answers;
    const { nameForms, formKeys, keyForms } = this.index.packed;
    const start = nameForms.starts[name]!;
    const length = Math.min(MOST_WORDS, nameForms.starts[name + 1]! - start);
    for (let row = 0; row < this.cells; row += MOST_WORDS) likeness.fill(0, row, row + length);
    named.fill(0);
    for (let word = 0; word < length; word++) {
      const form = nameForms.items[start + word]!;
      const key = formKeys[form]!;
      for (let answer = first[key]!; answer > 0; answer = answers.next[answer]!) {
        const term = answers.terms[answer]!;
        const cell = term * MOST_WORDS + word;
        const marks = answers.own[answer] === 1 ? this.query.terms[term]!.marks : null;
        const alike = marks ? marks[form - keyForms[key]!]! : answers.likeness[answer]!;
        likeness[cell] = alike;
        matchKinds[cell] = answers.matchKinds[answer]!;
        if (alike > named[term]!) named[term] = alike;
      }
      for (const term of this.unfinished) {
        const cell = term * MOST_WORDS + word;
        const alike = this.likenessOfBeginning(term, key);
        if (alike <= likeness[cell]!) continue;
        likeness[cell] = alike;
        matchKinds[cell] = MatchKind.PREFIX;
        if (alike > named[term]!) named[term] = alike;
      }
    }
    return length;
  }

  /** How well a key answers an unfinished word that it begins with; 0 for other keys. */
  private likenessOfBeginning(term: number, key: number): number {
    const { firstPrefixed, endPrefixed, ownKey, term: word } = this.query.terms[term]!;
    if (key < firstPrefixed || key >= endPrefixed || key === ownKey) return 0;
    const like = prefixLikeness(word.key, this.index.keyTexts[key]!);
    return ownKey < 0 || word.key.length < SHORTEST_WHOLE ? like : like * WHOLE_WORD_BEGUN;
  }
}
