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
  /** Which groups of letters are in which block of codes (see codes.ts). */
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
  /** Name → its keys written without blanks, a small number for each letter (see symbols.ts). */
  readonly foldedNames: PackedStrings;
  /** Name → bigrams of its symbols (see name-tables.ts); empty in large indexes. */
  readonly nameBigrams: Uint32Array;
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
