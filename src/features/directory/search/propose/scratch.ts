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

/** Posting entries that one reading may note, at most, and candidates that are kept of them. */
const MOST_FOUND = 96_000;
const MOST_CANDIDATES = 1024;
/** Words of a reading that have a bit in the mask of a listing: the weightiest. The rest is taken to be answered. */
export const MOST_BITS = 31;

/**
 * What one search may cost, in steps of some ten nanoseconds: an entry of a posting list, a word beside a word, a column
 * of letters. Once it is used up the search ends with what it has found: so no text holds the event loop for long, and
 * the same text gets the same answer on a busy machine too.
 */
export const MOST_STEPS = 600_000;

/** Memory that searches share, one search at a time: making it anew for each search would cost more than the search. */
export class SearchScratch {
  /** Key → the first of its answers; 0 for keys that answer nothing. */
  answers = new Int32Array(0);
  /** The listings found by one reading, and its candidates. */
  readonly found = new Uint32Array(MOST_FOUND);
  readonly candidates = new Float64Array(MOST_CANDIDATES);
  /** Of each word of a reading what a listing without it misses, and where its bitset begins. */
  readonly weights = new Int32Array(MOST_BITS);
  readonly bitsets = new Int32Array(MOST_BITS);
  /** Steps of the search at hand. */
  steps = 0;
  private room = emptyAnswers(0);
  private matrices = emptyMatrices(0);
  private masks = new Uint32Array(0);

  get isSpent(): boolean {
    return this.steps >= MOST_STEPS;
  }

  /** Begins a search over an index with so many keys. */
  begin(keys: number): void {
    if (this.answers.length < keys) this.answers = new Int32Array(keys);
  }

  /** A mask for each of so many listings, all 0: whoever sets one puts it back. */
  masksOf(listings: number): Uint32Array {
    if (this.masks.length < listings) this.masks = new Uint32Array(listings);
    return this.masks;
  }

  /** Matrices of so many cells, with what was in them before: how alike two words are, and in what way. */
  matrixOf(cells: number): Matrices {
    if (this.matrices.likeness.length < cells) this.matrices = emptyMatrices(cells * 2);
    return this.matrices;
  }

  /** Room for so many answers; one search at a time has it. */
  answersOf(count: number): Answers {
    if (this.room.terms.length < count) this.room = emptyAnswers(count * 2);
    return this.room;
  }
}

interface Matrices {
  readonly likeness: Float32Array;
  readonly matchKinds: Uint8Array;
}

function emptyMatrices(cells: number): Matrices {
  return { likeness: new Float32Array(cells), matchKinds: new Uint8Array(cells) };
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
