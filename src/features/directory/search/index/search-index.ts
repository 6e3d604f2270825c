import type { WorkSlices } from '../../../../shared/work-slices';
import { LRUCache } from 'lru-cache';
import type { PackedSearchIndex } from './packed-index.types';
import { bitsetLength } from './packing';
import { deletionDepth, forEachDeletion } from './similar-words';
import { wordSimilarity } from './similar-words';
import { bitCounts } from './name-tables';
import { allStrings, stringAt } from './packing';
import { pairCount } from './packing';
import { LEAST_WORD_SIMILARITY, MOST_SIMILAR_WORDS } from '../tuning';

/** Which units of an index count as in a place, and how many listings lie in them. */
export interface PlaceCover {
  readonly covers: Uint8Array;
  readonly unitNumbers: readonly number[];
  readonly listings: number;
}

/** A key and how likely a word was meant to be it. */
export interface SimilarKey {
  readonly key: number;
  readonly likeness: number;
}

const MOST_COVERS = 1000;
const MOST_SIMILAR = 5000;

/** Keys as texts: by number, and back. */
interface KeyTable {
  readonly texts: string[];
  readonly byText: Map<string, number>;
}

/** Keys that are read between two pauses. */
export const KEYS_IN_A_SLICE = 2_000;

/** The index of one kind of listing, ready to be asked. Immutable. */
export class SearchIndex {
  /** Size of all its arrays. */
  readonly bytes: number;
  /** How many bits are set in the bigrams of each name. */
  readonly bigramCounts: Uint8Array;
  readonly keyTexts: readonly string[];
  private readonly keysByText: ReadonlyMap<string, number>;
  private readonly unitNumbers: ReadonlyMap<string, number>;
  /** Which units count as in places that were asked for, by the list of units. */
  readonly placeCovers = new LRUCache<object, PlaceCover>({ max: MOST_COVERS });
  private readonly similar = new LRUCache<string, readonly SimilarKey[]>({ max: MOST_SIMILAR });
  private readonly formTexts: (string | undefined)[] = [];

  /** Reads the words at once; `open` does so in slices. */
  constructor(
    readonly packed: PackedSearchIndex,
    keys = allKeys(packed),
  ) {
    this.bytes = arraysOf(packed).reduce((sum, array) => sum + array.byteLength, 0);
    this.bigramCounts = bitCounts(packed.nameBigrams);
    this.keyTexts = keys.texts;
    this.keysByText = keys.byText;
    this.unitNumbers = new Map(allStrings(packed.unitKeys).map((text, at) => [text, at + 1]));
  }

  /** Reads the words of a large index a slice at a time, so that others are answered meanwhile. */
  static async open(packed: PackedSearchIndex, work: WorkSlices): Promise<SearchIndex> {
    const keys: KeyTable = { texts: [], byText: new Map() };
    for (const _ of readKeys(packed, keys)) await work.pause();
    return new SearchIndex(packed, keys);
  }

  get size(): number {
    return this.packed.documentCount;
  }

  /** Words of 32 bits in a bitset of listings. */
  get bitsetLength(): number {
    return bitsetLength(this.size);
  }

  /** Number of a key, or -1. */
  keyOf(text: string): number {
    return this.keysByText.get(text) ?? -1;
  }

  /** Number of a unit by its key, 0 when no listing lies in it. */
  unitNumberOf(unitKey: string): number {
    return this.unitNumbers.get(unitKey) ?? 0;
  }

  get unitCount(): number {
    return this.unitNumbers.size;
  }

  /** In how many names and addresses a key is. */
  frequency(key: number): number {
    return this.nameFrequency(key) + this.addressFrequency(key);
  }

  nameFrequency(key: number): number {
    const { starts } = this.packed.namePostings;
    return starts[key + 1]! - starts[key]!;
  }

  addressFrequency(key: number): number {
    const { starts } = this.packed.addressPostings;
    return starts[key + 1]! - starts[key]!;
  }

  /** How often the key `right` follows the key `left` in names. */
  pairFrequency(left: number, right: number): number {
    return pairCount(this.packed.pairKeys, this.packed.pairCounts, left, right);
  }

  /** The range of keys that begin with `prefix`: first, and one past the last. */
  prefixRange(prefix: string): readonly [number, number] {
    return [this.lowerBound(prefix), this.lowerBound(`${prefix}\uffff`)];
  }

  /** Keys that a word may be misspelt for, the most alike first, with their likeness (0..1). */
  similarKeys(word: string): readonly SimilarKey[] {
    let found = this.similar.get(word);
    if (!found) this.similar.set(word, (found = this.findSimilar(word)));
    return found;
  }

  formText(form: number): string {
    return (this.formTexts[form] ??= stringAt(this.packed.forms, form));
  }

  /** Code of the listing with this ordinal. */
  codeOf(ordinal: number): string {
    return stringAt(this.packed.codes, ordinal);
  }

  /** Published name of the listing with this ordinal. */
  nameOf(ordinal: number): string {
    return stringAt(this.packed.names, ordinal);
  }

  /** Where the bitset of a common key begins in `commonBits`; -1 for a rarer key. */
  commonBitsetOf(key: number): number {
    const place = key < 0 ? -1 : indexOfSorted(this.packed.commonKeys, key);
    return place < 0 ? -1 : place * bitsetLength(this.size);
  }

  private findSimilar(word: string): SimilarKey[] {
    const seen = new Set<number>();
    const found: SimilarKey[] = [];
    const { deletionHashes, deletions } = this.packed;
    forEachDeletion(word, deletionDepth(word.length), (hash) => {
      const at = indexOfSorted(deletionHashes, hash);
      if (at < 0) return;
      for (let i = deletions.starts[at]!; i < deletions.starts[at + 1]!; i++) {
        const key = deletions.items[i]!;
        if (seen.has(key)) continue;
        seen.add(key);
        const likeness = wordSimilarity(word, this.keyTexts[key]!);
        if (likeness >= LEAST_WORD_SIMILARITY && likeness < 1) found.push({ key, likeness });
      }
    });
    return found
      .sort((left, right) => right.likeness - left.likeness || left.key - right.key)
      .slice(0, MOST_SIMILAR_WORDS);
  }

  private lowerBound(text: string): number {
    let [low, high] = [0, this.keyTexts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keyTexts[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reads keys into a table; yields before each slice of them. */
function* readKeys({ keys }: PackedSearchIndex, { texts, byText }: KeyTable): Generator<void> {
  for (let key = 0; key + 1 < keys.starts.length; key++) {
    if (key % KEYS_IN_A_SLICE === 0) yield;
    const text = stringAt(keys, key);
    texts.push(text);
    byText.set(text, key);
  }
}

function allKeys(packed: PackedSearchIndex): KeyTable {
  const keys: KeyTable = { texts: [], byText: new Map() };
  for (const slices = readKeys(packed, keys); slices.next().done !== true;);
  return keys;
}

function indexOfSorted(sorted: Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = sorted[middle]!;
    if (at === value) return middle;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function arraysOf(packed: PackedSearchIndex): ArrayBufferView[] {
  const isView = (value: unknown): value is ArrayBufferView => ArrayBuffer.isView(value);
  return Object.values(packed).flatMap((value: unknown) => {
    if (isView(value)) return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).filter(isView) : [];
  });
}
