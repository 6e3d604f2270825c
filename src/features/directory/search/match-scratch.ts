const BUCKETS = 1024;
const STATE = 4;
const SLOT = 1;
const WEIGHT = 2;
/** Weights are counted in whole numbers of this part. */
const FIXED = 1 << 16;

/** Memory that searches share, one search at a time: growing it for each search would cost more than the search. */
export class MatchScratch {
  /** Key → place in the aligner's lists of what it answers; 0 for keys that answer nothing. */
  answers = new Int32Array(0);
  touchedCount = 0;
  /**
   * Per listing, side by side in one line of the processor's cache: the search and the slot that touched it last, and
   * its weight in fixed point, valid where the search is the current one.
   */
  private states = new Int32Array(0);
  private touched = new Uint32Array(0);
  private weights = new Int32Array(0);
  /** Listings that were marked once, and more than once: a bit for each. */
  private once = new Uint32Array(0);
  private again = new Uint32Array(0);
  private readonly bucketCounts = new Uint32Array(BUCKETS);
  private search = 0;
  private slot = 0;

  /** Begins a search over an index of this size. */
  begin(listings: number, keys: number): void {
    if (this.touched.length < listings) {
      this.states = new Int32Array(listings * STATE);
      this.touched = new Uint32Array(listings);
      this.weights = new Int32Array(listings);
      this.once = new Uint32Array((listings + 31) >>> 5);
      this.again = new Uint32Array((listings + 31) >>> 5);
    }
    if (this.answers.length < keys) this.answers = new Int32Array(keys);
    this.touchedCount = 0;
    this.search++;
  }

  beginSlot(): void {
    this.slot++;
  }

  /** Forgets the marks of the search before. */
  beginMarks(listings: number): void {
    this.once.fill(0, 0, (listings + 31) >>> 5);
    this.again.fill(0, 0, (listings + 31) >>> 5);
  }

  /** Marks all listings of `items[start … end)`. */
  markList(items: Uint32Array, start: number, end: number): void {
    const { once, again } = this;
    for (let i = start; i < end; i++) {
      const word = items[i]! >>> 5;
      const bit = 1 << (items[i]! & 31);
      if ((once[word]! & bit) === 0) once[word]! |= bit;
      else again[word]! |= bit;
    }
  }

  /** Adds to the weight of a listing, once per slot. */
  count(listing: number, weight: number): void {
    this.add(listing, Math.round(weight * FIXED));
  }

  /** Counts all listings of `items[start … end)`. */
  countList(items: Uint32Array, start: number, end: number, weight: number): void {
    const fixed = Math.round(weight * FIXED);
    for (let i = start; i < end; i++) this.add(items[i]!, fixed);
  }

  /** Counts those of `items[start … end)` that were marked more than once. */
  countMarked(items: Uint32Array, start: number, end: number, weight: number): void {
    const { again } = this;
    const fixed = Math.round(weight * FIXED);
    for (let i = start; i < end; i++) {
      const listing = items[i]!;
      if ((again[listing >>> 5]! & (1 << (listing & 31))) !== 0) this.add(listing, fixed);
    }
  }

  /** Adds to the weights of all touched listings (of the first `most`) what a test gives each of them. */
  addToTouched(most: number, weight: number, share: (listing: number) => number): void {
    const { states, touched } = this;
    const fixed = weight * FIXED;
    const end = Math.min(most, this.touchedCount);
    for (let i = 0; i < end; i++) {
      const part = share(touched[i]!);
      if (part > 0) states[touched[i]! * STATE + WEIGHT]! += Math.round(fixed * part);
    }
  }

  isTouched(listing: number): boolean {
    return this.states[listing * STATE] === this.search;
  }

  weightOf(listing: number): number {
    return this.states[listing * STATE + WEIGHT]! / FIXED;
  }

  private add(listing: number, fixed: number): void {
    const { states } = this;
    const at = listing * STATE;
    if (states[at] !== this.search) {
      states[at] = this.search;
      states[at + SLOT] = this.slot;
      states[at + WEIGHT] = fixed;
      this.touched[this.touchedCount++] = listing;
    } else if (states[at + SLOT] !== this.slot) {
      states[at + SLOT] = this.slot;
      states[at + WEIGHT]! += fixed;
    }
  }

  /** The `most` touched listings with the greatest weights; of equal ones those with the lightest names. */
  heaviest(most: number, accepts?: (listing: number) => boolean): number[] {
    const { touched, touchedCount, states, weights, bucketCounts } = this;
    let top = 0;
    for (let i = 0; i < touchedCount; i++) {
      const listing = touched[i]!;
      const weight = accepts === undefined || accepts(listing) ? states[listing * STATE + WEIGHT]! : -1;
      weights[i] = weight;
      if (weight > top) top = weight;
    }
    const scale = top > 0 ? (BUCKETS - 1) / top : 0;
    bucketCounts.fill(0);
    for (let i = 0; i < touchedCount; i++) if (weights[i]! >= 0) bucketCounts[(weights[i]! * scale) | 0]!++;
    let [border, above] = [BUCKETS - 1, 0];
    while (border > 0 && above + bucketCounts[border]! < most) above += bucketCounts[border--]!;
    const sure: number[] = [];
    const atBorder: number[] = [];
    for (let i = 0; i < touchedCount; i++) {
      if (weights[i]! < 0) continue;
      const bucket = (weights[i]! * scale) | 0;
      if (bucket > border) sure.push(touched[i]!);
      else if (bucket === border) atBorder.push(touched[i]!);
    }
    if (sure.length + atBorder.length <= most) return sure.concat(atBorder);
    return sure.concat(
      Array.from(
        Uint32Array.from(atBorder)
          .sort()
          .subarray(0, most - sure.length),
      ),
    );
  }
}
