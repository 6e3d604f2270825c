const EMPTY = 0;

function slotOf(left: number, right: number, mask: number): number {
  let hash = Math.imul(left + 1, 0x9e3779b1) ^ Math.imul(right + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) & mask;
}

/** Counts of pairs of numbers in an open hash of typed arrays. */
export class PairCounter {
  keys = new Uint32Array(2 << 12);
  counts = new Uint32Array(1 << 12);
  private used = 0;

  add(left: number, right: number, count = 1): void {
    const slot = findSlot(this.keys, this.counts.length - 1, left, right);
    if (this.keys[2 * slot] === EMPTY) {
      this.keys[2 * slot] = left + 1;
      this.keys[2 * slot + 1] = right + 1;
      this.used++;
    }
    this.counts[slot]! += count;
    if (this.used * 2 > this.counts.length) this.grow();
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.counts = new Uint32Array(counts.length * 2);
    this.used = 0;
    for (let slot = 0; slot < counts.length; slot++) {
      const left = keys[2 * slot]!;
      if (left !== EMPTY) this.add(left - 1, keys[2 * slot + 1]! - 1, counts[slot]);
    }
  }
}

function findSlot(keys: Uint32Array, mask: number, left: number, right: number): number {
  let slot = slotOf(left, right, mask);
  for (;;) {
    const at = keys[2 * slot];
    if (at === EMPTY || (at === left + 1 && keys[2 * slot + 1] === right + 1)) return slot;
    slot = (slot + 1) & mask;
  }
}

/** How often `right` follows `left`. */
export function pairCount(keys: Uint32Array, counts: Uint32Array, left: number, right: number): number {
  const slot = findSlot(keys, counts.length - 1, left, right);
  return keys[2 * slot] === EMPTY ? 0 : (counts[slot] ?? 0);
}
