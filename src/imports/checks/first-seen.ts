/** Where a key was seen first. */
export interface Sighting {
  /** Index of the file in the order of reading. */
  readonly file: number;
  readonly line: number;
  /** True when this key had been met again before. */
  readonly wasRepeated: boolean;
}

const START_CAPACITY = 1 << 14;
const MAX_LOAD = 0.6;

/**
 * Remembers where each of millions of 64-bit keys was seen first, in typed arrays (15 bytes a slot, open addressing)
 * instead of a map of strings: a million codes take 47 MB at most while the table grows, and no work for the collector.
 * Texts are put in as digests of 64 bits; two different texts among a million share one with a chance of 1 in 37 million.
 */
export class FirstSeen {
  private capacity = START_CAPACITY;
  private used = 0;
  private low = new Int32Array(START_CAPACITY);
  private high = new Int32Array(START_CAPACITY);
  /** 0 marks an empty slot: lines count from 1. */
  private lines = new Int32Array(START_CAPACITY);
  private files = new Uint16Array(START_CAPACITY);
  private repeated = new Uint8Array(START_CAPACITY);

  /** Notes a text; null when it is new, else where it was seen first. */
  seeText(text: string, file: number, line: number): Sighting | null {
    let first = 0x811c9dc5 | 0;
    let second = 0x9747b28c | 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      first = Math.imul(first ^ unit, 0x85ebca6b);
      first ^= first >>> 13;
      second = Math.imul(second ^ unit, 0xc2b2ae35);
      second ^= second >>> 15;
    }
    return this.see(mixed(first ^ text.length), mixed(second + Math.imul(first, 0x27d4eb2f)), file, line);
  }

  /** Notes a pair of 32-bit numbers; null when it is new, else where it was seen first. */
  see(low: number, high: number, file: number, line: number): Sighting | null {
    if (this.used >= this.capacity * MAX_LOAD) this.grow();
    const slot = this.slotOf(low | 0, high | 0);
    if (this.lines[slot] !== 0) {
      const wasRepeated = this.repeated[slot] === 1;
      this.repeated[slot] = 1;
      return { file: this.files[slot] ?? 0, line: this.lines[slot] ?? 0, wasRepeated };
    }
    this.low[slot] = low;
    this.high[slot] = high;
    this.lines[slot] = line;
    this.files[slot] = file;
    this.used++;
    return null;
  }

  private slotOf(low: number, high: number): number {
    const mask = this.capacity - 1;
    let slot = mixed(low ^ Math.imul(high, 0x9e3779b1)) & mask;
    while (this.lines[slot] !== 0 && (this.low[slot] !== low || this.high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { low, high, lines, files, repeated } = this;
    this.capacity *= 2;
    this.low = new Int32Array(this.capacity);
    this.high = new Int32Array(this.capacity);
    this.lines = new Int32Array(this.capacity);
    this.files = new Uint16Array(this.capacity);
    this.repeated = new Uint8Array(this.capacity);
    for (let old = 0; old < lines.length; old++) {
      const line = lines[old] ?? 0;
      if (line === 0) continue;
      const slot = this.slotOf(low[old] ?? 0, high[old] ?? 0);
      this.low[slot] = low[old] ?? 0;
      this.high[slot] = high[old] ?? 0;
      this.lines[slot] = line;
      this.files[slot] = files[old] ?? 0;
      this.repeated[slot] = repeated[old] ?? 0;
    }
  }
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the result. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
