/** A list of whole numbers that grows without boxing them. */
export class GrowableNumbers {
  private items: Uint32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.items = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }

  /** The numbers so far; a view that the next push may leave behind. */
  view(): Uint32Array {
    return this.items.subarray(0, this.length);
  }
}
