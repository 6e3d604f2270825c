/** Which keys of an index answer which terms of a query, and how: side by side, the answers of one key as a chain. */
export interface Answers {
  readonly terms: Int32Array;
  readonly likeness: Float64Array;
  readonly matchKinds: Uint8Array;
  /** 1 where the key is the term's own. */
  readonly own: Uint8Array;
  /** The next answer of the same key, 0 after the last. */
  readonly next: Int32Array;
}

function emptyAnswers(count: number): Answers {
  return {
    terms: new Int32Array(count),
    likeness: new Float64Array(count),
    matchKinds: new Uint8Array(count),
    own: new Uint8Array(count),
    next: new Int32Array(count),
  };
}

/** Memory that searches share, one search at a time: making it anew for each search would cost more than the search. */
export class MatchScratch {
  /** Key → the first of its answers; 0 for keys that answer nothing. */
  answers = new Int32Array(0);
  private room = emptyAnswers(0);
  private candidates = new Float64Array(0);
  private readonly bitsets: Uint32Array[] = [];
  private taken = 0;

  /** Begins a search over an index with so many keys: all bitsets are free again. */
  begin(keys: number): void {
    if (this.answers.length < keys) this.answers = new Int32Array(keys);
    this.taken = 0;
  }

  /** Room for so many answers; one search at a time has it. */
  answersOf(count: number): Answers {
    if (this.room.terms.length < count) this.room = emptyAnswers(count * 2);
    return this.room;
  }

  /** Room for the candidates of one reading at a time. */
  collected(count: number): Float64Array {
    if (this.candidates.length < count) this.candidates = new Float64Array(count);
    return this.candidates.subarray(0, count);
  }

  /** A bitset of `length` words, all 0, for this search. */
  takeBits(length: number): Uint32Array {
    const bits = this.bitsets[this.taken];
    if (bits && bits.length >= length) {
      this.taken++;
      return bits.fill(0, 0, length);
    }
    return (this.bitsets[this.taken++] = new Uint32Array(length));
  }
}
