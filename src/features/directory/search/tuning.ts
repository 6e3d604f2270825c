// What the search weighs. "Lost without" is the share of queries in percent whose right answer is no more the first (recall@1)
// when the constant is set to the value in brackets and all others are kept: `npm run bench -- search` over the names of
// current clinics and over all kinds, 150 queries of each family. Constants of bounds and of large indexes were measured over
// all kinds with 100,000 employers, 12 queries of each family and kind; "not in the bench" needs a position or a clock.

// Reading: how far a way to read a text is from what was typed, as a part of the score that it costs (0..1).

/** Ways to read a text that are tried, at most. Lost without (1): 0.68 %, of "shortened, edit" 7.3 %. */
export const MOST_READINGS = 6;

/** Words of all these readings together, at most. Lost without (no bound): 0.00 %. */
export const MOST_TERMS_IN_ALL = 96;

/** Beginnings of readings that are kept while a text is read. Lost without (1): 0.50 %, of "shortened, edit" 7.3 %. */
export const MOST_PARTIAL_READINGS = 12;

/** Words that ask (`ở đâu`) read as words of a name. Lost without (0.3): 0.00 %. */
export const ASKING_AS_NAME = 0.03;

/** English words read as Vietnamese ones. Lost without (0): 0.00 %. */
export const ENGLISH = 0.002;

/** English words read as they stand. Lost without (0): 0.00 %. */
export const ENGLISH_AS_NAME = 0.02;

/** How many times more listings a reading must have than the word as typed to be taken before it. Lost without (1): 0.02 %. */
export const CLEARLY_COMMONER = 20;

/** A word of more listings than this is not torn apart. Lost without (0): 0.03 %, of "shortened, edit" 1.3 %. */
export const RARE = 10;

/** Weight of how common the parts of a word run together are, beside how many they are. Lost without (0): 0.00 %. */
export const PART_COST = 4;

/** Readings that cost more than the first by this much wait until the others have failed. Lost without (1): -0.02 %. */
export const LIKELY = 0.03;

// Weights of the words of a text and a name, as a part of the weight of a word that one listing has (0..1).

/** A word that no name has. Lost without (1): 0.00 %. */
export const UNKNOWN_WORD = 0.6;

/** A word of a place, at most. Lost without (1): 0.05 %, of "former office" 2.0 %. */
export const PLACE_WORD = 0.5;

/** A word of one letter, at most. Lost without (1): 0.11 %, of "prefix" 1.3 %. */
export const ONE_LETTER = 0.22;

/** A word of two letters, at most. Lost without (1): 0.02 %, of "first 60-80 %" 1.3 %. */
export const TWO_LETTERS = 0.5;

/** A number, at most. Lost without (1): 0.00 %. */
export const FIGURES = 0.45;

// How well one word answers another (0..1).

/** The same number written in another way. Lost without (1): 0.03 %. */
export const SAME_NUMBER = 0.97;

/** Factor for a slip that has made another word of the index. Lost without (1): 0.06 %. */
export const KNOWN_WORD_MISTYPED = 0.88;

/** The beginning of a word, when hardly any of it was typed. Lost without (1): 0.48 %, of "first half and slip" 5.3 %. */
export const PREFIX_LEAST = 0.78;

/** What is added for the part of the word that was typed. Lost without (0): 0.05 %, of "prefix" 2.7 %. */
export const PREFIX_MORE = 0.17;

/** The beginning of a number: `1` of `10`. Lost without (0.95): 0.00 %. */
export const NUMBER_BEGUN = 0.5;

/** Factor for the beginning of a word where what was typed is a whole word too. Lost without (1): 0.08 %, of "first half and slip" 2.0 %. */
export const WHOLE_WORD_BEGUN = 0.85;

/** Letters from which on a known word is rather meant as it stands than unfinished. Lost without (1): 0.00 %, of "prefix" 2.0 %. */
export const SHORTEST_WHOLE = 3;

/** Words less alike than this are no slips of each other. Lost without (0): -0.02 %. */
export const LEAST_WORD_SIMILARITY = 0.4;

/** Words that one word may be misspelt for, at most. Lost without (8): 0.18 %, of "two edits" 2.7 %. */
export const MOST_SIMILAR_WORDS = 48;

/** What a slip in the first letter costs beside its edits. Lost without (0): 0.00 %, of "prefix" 1.3 %. */
export const OTHER_FIRST_LETTER = 0.06;

/** A word typed without marks for one that has some, where others were typed with theirs. Lost without (1): 0.05 %, of "shortened, marked" 1.3 %. */
export const UNMARKED = 0.985;

/** Other marks cost no more than this. Lost without (0): 0.00 %. */
export const LEAST_MARK_AGREEMENT = 0.75;

// Scores of listings (0..1).

/** A word that names a place in which the listing lies. Lost without (0): 0.14 %, of "edit, name and place" 2.0 %. */
export const PLACE_WORTH = 0.9;

/** A word that the address has. Lost without (0): 0.03 %, of "former office" 2.0 %. */
export const ADDRESS_WORTH = 0.8;

/** Words this much alike are assigned to each other before others. Lost without (0): 0.02 %. */
export const SURE_ANSWER = 0.9;

/** From this likeness on a word of the name counts as used as a whole. Lost without (0): 0.02 %. */
export const USED_ANSWER = 0.55;

/** What a word costs that is not the next in the name. Lost without (0): -0.02 %. */
export const JUMP = 0.015;

/** Two words in order, but with others between them, beside 1 for neighbours. Lost without (0): -0.05 %, of "kind and last words" 1.3 %. */
export const IN_ORDER = 0.6;

/** Factor for a number away from the kind word it belongs to (`quận 1`). Lost without (1): 0.00 %. */
export const UNBOUND_NUMBER = 0.4;

/** Names this much alike as a whole are compared though their words are not. Lost without (0.9): 0.27 %, of "two edits" 3.3 %. */
export const ALIKE_NAME = 0.78;

/** Names less alike as a whole than this make up for nothing. Lost without (0.9): 0.50 %, of "two edits, marked" 6.0 %. */
export const LEAST_NAME_SIMILARITY = 0.7;

/** Names with the likest bigrams that are compared as a whole, at most. Lost without (60): 0.00 %, of "noise 3 %" 1.3 %. */
export const MOST_SIMILAR_NAMES = 600;

/** What the rest of a name costs of which nothing was typed. Lost without (0): 3.97 %, of "shuffled" 15.3 %. */
export const UNUSED_NAME = 0.25;

/** What it costs that no two words are in the order of the name. Lost without (0): 2.64 %, of "first half and slip" 15.3 %. */
export const LOST_ORDER = 0.2;

/** From this likeness of whole names on it makes up for words that differ. Lost without (0.9): 0.35 %, of "two edits, marked" 4.7 %. */
export const WHOLE_FROM = 0.75;

/** The part of what words lack that the same letters make up for. Lost without (0): 1.08 %, of "two edits, marked" 8.7 %. */
export const WHOLE_MOST = 0.75;

/** Factor for a listing that has ended. Lost without (1): -0.02 %. */
export const ENDED = 0.96;

/** The part of the score that a listing at any distance loses at most. Not in the bench. */
export const DISTANCE_SHARE = 0.25;

/** Metres at which half of that is lost. Not in the bench. */
export const HALF_DISTANCE_METERS = 10_000;

/** What each further listing that serves in the place of an ended one scores less. Lost without (0): 0.20 %, of "former office" 8.7 %. */
export const LESS_SERVING = 0.01;

/** From this score on a text means what has ended, though nothing serves in its place. Lost without (2): 0.00 %. */
export const CLEARLY_MEANT = 0.9;

/** A listing near the position, for a text that says nothing but "nearest". Not in the bench. */
export const NEARBY_SCORE = 0.5;

// Thresholds: what is looked at, and shown.

/** Hits score at least this. Lost without (0): 0.00 %. */
export const LEAST_SCORE = 0.12;

/** Hits score at least this share of the best. Lost without (0.9): -0.02 %. */
export const LEAST_SHARE_OF_BEST = 0.6;

/** The same for what another reading than the likeliest, or an unlikely kind, finds. Lost without (0.6): 0.00 %. */
export const LEAST_OF_SECONDARY = 0.85;

/** Candidates answer at least this share of a reading. Lost without (0.3): 0.00 %. */
export const FAIR_SHARE = 0.6;

/** From this score on no name is sought that is more alike as a whole. Lost without (1): 0.00 %. */
export const GOOD_SCORE = 0.93;

/** From this score of another kind on, slips must come close to it. Lost without (1): 0.00 %. */
export const FAIR_SCORE = 0.8;

/** From this score on there is no second round with slips. Lost without (1.1): 0.09 %, of "prefix" 4.0 %. */
export const GOOD_ENOUGH = 0.9;

/** From this share of the text on that is answered a score of FAIR_ENOUGH does too. Lost without (2): 0.27 %, of "kind and last words" 8.7 %. */
export const ALL_ANSWERED = 0.97;

/** See ALL_ANSWERED. Lost without (0): 0.05 %. */
export const FAIR_ENOUGH = 0.78;

/** Factor for these scores where distance counts: a far listing scores less, however well its name fits. Not in the bench. */
export const NEAR_DISCOUNT = 0.75;

/** From this score of a likelier kind on, a kind that is unlikely meant is asked for less. Lost without (2): 0.00 %. */
export const UNLIKELY_FROM = 0.35;

/** A kind whose pairs of words are rarer than those of the likeliest by this, in logarithms, is unlikely meant. Lost without (100): 0.00 %. */
export const UNLIKE_KIND = 0.5;

/** Pairs of words in a smaller part of the names of a kind than this say nothing against it. Lost without (1e-9): 0.08 %, of "place before, slip" 2.1 %. */
export const LEAST_PAIR_SHARE = 1e-4;

// Bounds of work.

/** Candidates of a reading that are compared, at most. Lost without (60): 0.33 %, of "first half and slip" 6.7 %. */
export const MOST_RANKED = 300;

/** The same in an index of more than LARGE_INDEX listings. Lost without (300): 0.00 %. */
export const MOST_RANKED_LARGE = 60;

/** The same in a kind that is unlikely meant. Lost without (300): 0.00 %. */
export const MOST_RANKED_UNLIKELY = 40;

/** Listings from which on an index is large. Lost without (no bound): 0.00 %. */
export const LARGE_INDEX = 100_000;

/** Posting entries that are gone through for the likeliest reading. Lost without (4000): 0.00 %. */
export const MOST_VISITED = 16_000;

/** Posting entries of a word that are looked up for listings found by others; a word of more is taken to be in all. Lost without (no bound): 0.00 %. */
export const MOST_LOOKED_UP = 250_000;

/** Listings of words that an unknown word may be misspelt for, at most, in an index of more than FEW_LISTINGS. Lost without (no bound): 0.00 %. */
export const MOST_MENDED_UNKNOWN = 25_000;

/** The same for a word that the index knows. Lost without (no bound): 0.08 %, of "noise 6 %" 2.1 %. */
export const MOST_MENDED_KNOWN = 10_000;

/** Listings of an index in which all words that a word may be misspelt for are looked at. Lost without (no bound): 0.84 %, of "slip, marked" 6.2 %. */
export const FEW_LISTINGS = 50_000;

/** Ended listings for which what serves now is looked up. Lost without (1): 0.00 %. */
export const MOST_ENDED = 20;

/** Listings that are shown in the place of an ended one, at most. Lost without (1): 0.00 %. */
export const MOST_SERVING = 3;

// Costs of letters and marks, and of ways to read a word.

/** What a way to read a word costs, as a part of the score. */
export const READING_COSTS = {
  /** An abbreviation written out. Lost without (0): 0.00 %. */
  abbreviation: 0.004,
  /** A place called otherwise. Lost without (0): 0.00 %. */
  otherName: 0.01,
  /** Each less likely reading of the same word. Lost without (0): 0.02 %. */
  further: 0.02,
  /** Keys of Telex or VNI left standing, where that is sure. Lost without (0): 0.00 %. */
  keys: 0.006,
  /** The same where it is not. Lost without (1): 0.00 %. */
  doubtfulKeys: 0.05,
  /** A word torn apart. Lost without (1): 0.02 %. */
  joined: 0.02,
  /** Words run together. Lost without (1): 0.00 %, of "run together" 1.3 %. */
  split: 0.02,
  /** A word as it stands that can be an abbreviation. Lost without (0): 2.27 %, of "vni" 87.3 %. */
  literal: 0.05,
  /** An abbreviation with a slip. Lost without (1): 0.09 %, of "shortened, edit" 2.0 %. */
  similar: 0.08,
  /** An abbreviation run into the next word. Lost without (1): 0.06 %, of "shortened, edit" 2.0 %. */
  glued: 0.03,
};

/** What an edit costs; 1 is a letter exchanged, put in or left out. */
export const EDIT_COSTS = {
  /** Any letter for another, put in or left out. Lost without (1): 0.00 %. */
  other: 1,
  /** A neighbour on the keyboard. Lost without (1): 0.02 %. */
  neighbour: 0.85,
  /** A letter that sounds alike. Lost without (1): -0.02 %. */
  alike: 0.7,
  /** Two neighbours swapped. Lost without (1): 0.05 %, of "shortened, edit" 1.3 %. */
  swap: 0.8,
  /** A letter doubled. Lost without (1): 0.02 %. */
  doubled: 0.6,
  /** The `h` or `g` of a digraph. Lost without (1): -0.03 %. */
  silent: 0.7,
};

/** What other marks than those of the word meant cost, as a part of its likeness. */
export const MARK_COSTS = {
  /** A tone left out. Lost without (0): 0.03 %. */
  toneLeftOut: 0.015,
  /** A shape (ă, ơ, đ) left out. Lost without (0): 0.00 %. */
  shapeLeftOut: 0.015,
  /** Another tone. Lost without (0): 0.06 %, of "one edit, marked" 1.3 %. */
  toneDiffers: 0.07,
  /** Another shape. Lost without (0): 0.02 %. */
  shapeDiffers: 0.06,
  /** A mark where there is none. Lost without (0): 0.11 %, of "without a word" 2.0 %. */
  markAdded: 0.08,
};
