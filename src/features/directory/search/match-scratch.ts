/** Memory that searches share, one search at a time: making it anew for each search would cost more than the search. */
export class MatchScratch {
  /** Key → place in the aligner's lists of what it answers; 0 for keys that answer nothing. */
  answers = new Int32Array(0);
  private readonly bitmaps: Uint32Array[] = [];
  private taken = 0;

  /** Begins a search over an index with so many keys: all bitmaps are free again. */
  begin(keys: number): void {
    if (this.answers.length < keys) this.answers = new Int32Array(keys);
    this.taken = 0;
  }

  /** A bitmap of `length` words, all 0, for this search. */
  takeBits(length: number): Uint32Array {
    const bits = this.bitmaps[this.taken];
    if (bits && bits.length >= length) {
      this.taken++;
      return bits.fill(0, 0, length);
    }
    return (this.bitmaps[this.taken++] = new Uint32Array(length));
  }
}
