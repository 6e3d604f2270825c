import { type ListingKind } from '../listing/listing.types';
import { type HitReason } from './hit-reason';
import { type SearchIntent } from './search-intent';

/** What the search knows of a listing. Documents are added in the order of their codes: the ordinal is the position. */
export interface SearchDocument {
  readonly code: string;
  readonly name: string;
  readonly formerName: string | null;
  readonly address: string | null;
  /** Key of the unit the listing lies in, old or new. Names of units are looked up when a search runs, not here. */
  readonly unitKey: string | null;
}

/** Strings as one UTF-8 block; string `i` is `bytes[starts[i] … starts[i + 1])`. */
export interface PackedStrings {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
}

/** Lists of numbers as one block; list `i` is `items[starts[i] … starts[i + 1])`. */
export interface PackedLists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/**
 * The index of one kind of listing: immutable, made of typed arrays only, so that a worker can hand it over without a
 * copy. Inside, listings are numbered by the weight of their names, lightest first: what matches a
 * few common words best then comes first in every list.
 */
export interface PackedSearchIndex {
  readonly documentCount: number;
  /** Internal number → ordinal, and back. */
  readonly ordinals: Uint32Array;
  readonly internals: Uint32Array;
  readonly codes: PackedStrings;
  /** Which groups of letters are in which block of codes (see code-blocks.ts). */
  readonly codeBlocks: Uint32Array;
  /** Names as published, by ordinal, for suggestions. */
  readonly names: PackedStrings;
  /** Words with their marks (tone marks in canonical place), sorted by key, then by the word. */
  readonly forms: PackedStrings;
  /** Words without marks, sorted. */
  readonly keys: PackedStrings;
  /** Form → key; forms of key `k` are `keyForms[k] … keyForms[k + 1])`. */
  readonly formKeys: Uint32Array;
  readonly keyForms: Uint32Array;
  /** Names of listing `d` are the names `listingNames[d] … listingNames[d + 1])`; their roles: see `NameRole`. */
  readonly listingNames: Uint32Array;
  readonly nameRoles: Uint8Array;
  /** Name → forms in order, and how much each word tells where it stands (0..255). */
  readonly nameForms: PackedLists;
  readonly nameWeights: Uint8Array;
  /** Name → its keys written without blanks, a small number for each letter (see skeleton.ts). */
  readonly nameSkeletons: PackedStrings;
  /** Name → signature of its skeleton (see name-signatures.ts); empty in large indexes. */
  readonly nameSignatures: Uint32Array;
  /** Listing → keys of its address, in order. */
  readonly addressKeys: PackedLists;
  /** Key → listings with the key in a name; in the address. */
  readonly namePostings: PackedLists;
  readonly addressPostings: PackedLists;
  /** Keys of many listings, ascending, and for each of them a bit for every listing, set where name or address has it. */
  readonly commonKeys: Uint32Array;
  readonly commonBits: Uint32Array;
  /** Keys of the units that occur; listing → place in that list + 1, 0 for none; unit → listings. */
  readonly unitKeys: PackedStrings;
  readonly listingUnits: Uint32Array;
  readonly unitPostings: PackedLists;
  /** Pairs of neighbouring keys in names as an open hash: slot `s` holds keys + 1 at `2s` and `2s + 1`, and how often. */
  readonly pairKeys: Uint32Array;
  readonly pairCounts: Uint32Array;
  /** Hashes of keys with letters left out, ascending, and the keys of each: what the mending of slips looks up. */
  readonly deletionHashes: Uint32Array;
  readonly deletions: PackedLists;
}

/** What a name of a listing is. */
export enum NameRole {
  NAME,
  /** The name with another reading of an abbreviation. */
  READING,
  FORMER_NAME,
}

/** What is known of a place that was given with a search. */
export interface SearchNear {
  /** Distance of a listing, or null when its position is not known. */
  distanceMeters(kind: ListingKind, ordinal: number): number | null;
  /** The nearest listings of a kind, nearest first; for texts that say little more than "near me". */
  nearest?(kind: ListingKind, count: number): readonly number[];
}

/** One search over one or several kinds. */
export interface SearchQuery {
  readonly text: string;
  readonly kinds: readonly ListingKind[];
  /** Leaves out listings for which it says false (a filter, an area). */
  accepts?(kind: ListingKind, ordinal: number): boolean;
  /** Listings that have ended come behind equal ones that have not. */
  hasEnded?(kind: ListingKind, ordinal: number): boolean;
  /**
   * Ordinals of what serves in the place of a listing of a kind that has ended, best first; empty when nothing is known.
   * Without this function what has ended is a hit like others.
   */
  servingNow?(kind: ListingKind, ordinal: number): readonly number[];
  readonly near?: SearchNear | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A listing found, how well it fits (0..1) and why. */
export interface SearchHit {
  readonly kind: ListingKind;
  readonly ordinal: number;
  readonly score: number;
  /** Ordinal of the listing that has ended and that the text names: the hit serves in its place, or is it itself. */
  readonly former: number | null;
  readonly reasons: readonly HitReason[];
}

/** The answer to a search. */
export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** How many hits can be paged through. */
  readonly total: number;
  /** The text as it was understood, when a slip was mended; else null. */
  readonly correctedText: string | null;
  /** Words of the text, as typed, that the best hit does not answer. */
  readonly dropped: readonly string[];
  /** What the text asks about what it names. */
  readonly intents: readonly SearchIntent[];
  /** True when the text was longer than the search considers (`MAX_TEXT_LENGTH`). */
  readonly truncated: boolean;
}

/** One suggestion while someone types. */
export interface SearchSuggestion {
  readonly text: string;
  readonly kind: ListingKind;
  readonly ordinal: number;
  readonly code: string;
}

/** Characters of a text that a search considers; the rest is left out and `truncated` says so. */
export const MAX_TEXT_LENGTH = 200;
