/** Memory that searches share, one search at a time: growing it for each search would cost more than the search. */
export class MatchScratch {
  /** Sum of weights per listing; valid where `seen` holds the number of the search. */
  weights = new Float32Array(0);
  seen = new Uint32Array(0);
  /** The last slot that counted for a listing. */
  counted = new Uint32Array(0);
  touched = new Uint32Array(0);
  touchedCount = 0;
  /** Key → 1 + place in the lists of what it answers; 0 for keys that answer nothing. */
  answers = new Int32Array(0);
  private search = 0;
  private slot = 0;

  /** Begins a search over an index of this size. */
  begin(listings: number, keys: number): void {
    if (this.weights.length < listings) {
      this.weights = new Float32Array(listings);
      this.seen = new Uint32Array(listings);
      this.counted = new Uint32Array(listings);
      this.touched = new Uint32Array(listings);
    }
    if (this.answers.length < keys) this.answers = new Int32Array(keys);
    this.touchedCount = 0;
    this.search++;
  }

  beginSlot(): void {
    this.slot++;
  }

  /** Adds to the weight of a listing, once per slot. */
  count(listing: number, weight: number): void {
    if (this.counted[listing] === this.slot) return;
    this.counted[listing] = this.slot;
    if (this.seen[listing] === this.search) {
      this.weights[listing]! += weight;
      return;
    }
    this.seen[listing] = this.search;
    this.weights[listing] = weight;
    this.touched[this.touchedCount++] = listing;
  }

  isTouched(listing: number): boolean {
    return this.seen[listing] === this.search;
  }
}
