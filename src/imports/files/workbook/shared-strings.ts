import { EscapedText } from './escaped-text';
import { type XmlHandler } from './xml-reader';

const CHUNK_BYTES = 1024 * 1024;
const START_COUNT = 1 << 12;

/**
 * The table of texts that the cells of a workbook refer to by number, kept as UTF-8 in buffers: a million addresses as
 * strings would take several times their size from the heap.
 */
export class SharedStrings implements XmlHandler {
  private readonly chunks: Buffer[] = [];
  private used = CHUNK_BYTES;
  /** Where each text begins: the number of its chunk and the place in it. */
  private places = new Uint32Array(START_COUNT * 2);
  private lengths = new Uint32Array(START_COUNT);
  private count = 0;
  private readonly current = new EscapedText();

  open(name: string): void {
    if (name === 'si') this.current.begin();
    else this.current.open(name);
  }

  text(text: string): void {
    this.current.add(text);
  }

  close(name: string): void {
    if (name === 'si') this.keep(this.current.end());
    else this.current.close(name);
  }

  /** The text with this number, or undefined. */
  get(number: number): string | undefined {
    if (!(number >= 0 && number < this.count)) return undefined;
    const start = this.places[number * 2 + 1] ?? 0;
    return this.chunks[this.places[number * 2] ?? 0]?.toString('utf8', start, start + (this.lengths[number] ?? 0));
  }

  private keep(text: string): void {
    const bytes = Buffer.byteLength(text);
    if (this.used + bytes > CHUNK_BYTES) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, bytes)));
      this.used = 0;
    }
    if (this.count === this.lengths.length) this.grow();
    this.places[this.count * 2] = this.chunks.length - 1;
    this.places[this.count * 2 + 1] = this.used;
    this.lengths[this.count++] = bytes;
    this.used += this.chunks.at(-1)?.write(text, this.used) ?? 0;
  }

  private grow(): void {
    const { places, lengths } = this;
    this.places = new Uint32Array(places.length * 2);
    this.places.set(places);
    this.lengths = new Uint32Array(lengths.length * 2);
    this.lengths.set(lengths);
  }
}
