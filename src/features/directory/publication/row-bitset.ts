/** A set of row numbers: one bit a number, so that a million rows cost 125 kB. */
export class RowBitset {
  private bits = new Uint8Array(1024);

  /** Adds a row number (a whole number from 0). */
  add(rowId: number): void {
    const index = rowId >>> 3;
    if (index >= this.bits.length) {
      const grown = new Uint8Array(Math.max(index + 1, this.bits.length * 2));
      grown.set(this.bits);
      this.bits = grown;
    }
    this.bits[index] = (this.bits[index] ?? 0) | (1 << (rowId & 7));
  }

  /** Whether the number was added. */
  has(rowId: number): boolean {
    return ((this.bits[rowId >>> 3] ?? 0) & (1 << (rowId & 7))) !== 0;
  }
}
