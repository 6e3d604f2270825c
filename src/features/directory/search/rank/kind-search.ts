import type { ListingKind } from '../../listing/listing.types';
import type { SearchIndex } from '../index/search-index';
import { CandidateFinder, type Candidates } from '../propose/candidates';
import { type IndexQuery, prepareQuery } from '../propose/index-query';
import type { PlaceNames } from '../read/place-names';
import type { QueryReading } from '../read/query-readings';
import type { SearchQuery } from '../search-engine.types';
import { Scorer, type Alignment } from './alignment';
import { adjusted, bestScoreOf, shareFor } from './ranking.rules';
import type { SearchScratch } from '../propose/scratch';
import {
  FAIR_SCORE,
  FAIR_SHARE,
  GOOD_SCORE,
  LARGE_INDEX,
  LEAST_OF_SECONDARY,
  LEAST_PAIR_SHARE,
  LEAST_SHARE_OF_BEST,
  MOST_RANKED,
  MOST_RANKED_LARGE,
  MOST_RANKED_UNLIKELY,
  UNLIKE_KIND,
} from '../tuning';

/** A listing with its score; the reasons are found when it is shown. */
export interface ScoredListing {
  readonly kind: ListingKind;
  readonly ordinal: number;
  readonly score: number;
  /** Share of the text that it answers. */
  readonly share: number;
  /** The listing that has ended and that was found, when this one is shown in its place. */
  readonly former?: number;
}

/** What looking for words that a word may be misspelt for costs, in steps. */
const SLIP_STEPS = 1000;
const MOST_NEAREST = 200;

/** One search in one index. */
export class KindSearch {
  private readonly query: IndexQuery;
  /** Listings that were compared, and how they answer the text; null where they score too little. */
  private readonly compared = new Map<number, Alignment | null>();
  /** Listings without a name that is alike as a whole. */
  private readonly unlike = new Set<number>();
  /** Whether names have bigrams, so that those that are alike as a whole can be sought among all. */
  private readonly signed: boolean;
  private floor = 0;
  private best = 0;

  constructor(
    private readonly kind: ListingKind,
    private readonly index: SearchIndex,
    readings: readonly QueryReading[],
    places: PlaceNames,
    slips: boolean,
    private readonly scratch: SearchScratch,
    /** Another kind is likelier meant, and gave hits: fewer are sought, with slips only those that come close to it. */
    private readonly unlikely = false,
  ) {
    this.signed = index.packed.nameBigrams.length > 0;
    this.query = prepareQuery(index, readings, places, slips);
    this.scratch.steps += this.query.terms.length * (slips ? SLIP_STEPS : 0);
  }

  /** The listings that score well; `floor` is the best score of other kinds so far, `sure` what some listing will score. */
  rank(asked: SearchQuery, floor: number, sure = 0): ScoredListing[] {
    const { index, kind, query, scratch } = this;
    const { ordinals, internals } = index.packed;
    const accepts = (listing: number): boolean => asked.accepts?.(kind, ordinals[listing]!) ?? true;
    this.floor = floor;
    this.best = Math.max(floor, sure);
    scratch.begin(index.keyTexts.length);
    const finder = new CandidateFinder(index, query, scratch, accepts);
    const scorer = new Scorer(index, query, scratch);
    for (const ordinal of asked.near?.nearest?.(kind, MOST_NEAREST) ?? []) {
      if (accepts(internals[ordinal]!)) this.compare(internals[ordinal]!, scorer);
    }
    for (const [number, { trust }] of query.readings.entries()) {
      const threshold = this.leastShare(number, trust);
      if (threshold <= 1) this.compareAll(finder.find(number, threshold), trust, scorer);
    }
    if (this.best < GOOD_SCORE && floor < FAIR_SCORE && !this.unlikely) {
      for (const listing of scorer.alikeAsAWhole()) if (accepts(listing)) this.compare(listing, scorer);
    }
    scorer.release();
    return [...this.compared].flatMap(([listing, alignment]) => {
      if (!alignment || alignment.score < this.worthwhile) return [];
      const ordinal = ordinals[listing]!;
      const distance = asked.near ? asked.near.distanceMeters(kind, ordinal) : undefined;
      const score = adjusted(alignment.score, asked.hasEnded?.(kind, ordinal) ?? false, distance);
      return [{ kind, ordinal, share: alignment.share, score }];
    });
  }

  /** The share of a reading that a listing must answer to be looked at. */
  private leastShare(number: number, trust: number): number {
    const part = this.isSecondary(number) ? LEAST_OF_SECONDARY : LEAST_SHARE_OF_BEST;
    return Math.max(FAIR_SHARE, shareFor((this.best * part) / trust));
  }

  /** Whether something likelier was found or will be: what is found here must come close to it. */
  private isSecondary(number: number): boolean {
    return number > 0 || (this.query.slips && (this.unlikely || this.floor >= FAIR_SCORE));
  }

  /** The score below which a listing is no hit beside the best one. */
  private get worthwhile(): number {
    return this.best * (this.unlikely && this.query.slips ? LEAST_OF_SECONDARY : LEAST_SHARE_OF_BEST);
  }

  /** Compares candidates, the likeliest first, as long as they can be hits. */
  private compareAll({ listings, shares }: Candidates, trust: number, scorer: Scorer): void {
    const most = this.mostRanked();
    let [ranked, alike] = [0, 0];
    for (let at = 0; at < listings.length; at++) {
      const unmatchable = ranked >= most || bestScoreOf(shares[at]!) * trust < this.worthwhile;
      // Indexes with bigrams are searched for names that are alike as a whole once, after all readings.
      if (unmatchable && (!this.query.slips || this.signed || alike >= most)) return;
      if (unmatchable && !this.isNewAndAlike(listings[at]!, scorer)) continue;
      if (unmatchable) alike++;
      ranked++;
      this.compare(listings[at]!, scorer);
    }
  }

  private isNewAndAlike(listing: number, scorer: Scorer): boolean {
    if (this.unlike.has(listing) || this.compared.has(listing) || this.scratch.isSpent) return false;
    if (scorer.isAlike(listing)) return true;
    this.unlike.add(listing);
    return false;
  }

  private compare(listing: number, scorer: Scorer): void {
    if (this.compared.has(listing) || this.scratch.isSpent) return;
    const alignment = scorer.score(listing, this.worthwhile);
    this.compared.set(listing, alignment);
    if (alignment) this.best = Math.max(this.best, alignment.score);
  }

  private mostRanked(): number {
    if (this.unlikely) return MOST_RANKED_UNLIKELY;
    return this.index.size > LARGE_INDEX ? MOST_RANKED_LARGE : MOST_RANKED;
  }

  /** How a listing answers the text, by its ordinal; one that was found by its code is compared now. */
  explain(ordinal: number): Alignment | null {
    const listing = this.index.packed.internals[ordinal]!;
    const known = this.compared.get(listing);
    if (known) return known;
    const scorer = new Scorer(this.index, this.query, this.scratch);
    const alignment = scorer.score(listing, 0);
    scorer.release();
    return alignment;
  }
}

/** A kind that is asked for, and whether another one is far likelier to be meant. */
export interface AskedKind {
  readonly kind: ListingKind;
  readonly unlikely: boolean;
}

/**
 * The kinds whose names speak most like the text first, by how common its pairs of neighbouring words are in them: what
 * the likeliest kind finds spares the others most of their work.
 */
export function kindsByLikelihood(
  kinds: readonly ListingKind[],
  readings: readonly QueryReading[],
  indexOf: (kind: ListingKind) => SearchIndex,
): AskedKind[] {
  const asked = kinds.map((kind) => {
    const index = indexOf(kind);
    return { kind, likeness: Math.max(...readings.map((reading) => likenessOf(reading, index))) };
  });
  asked.sort((left, right) => right.likeness - left.likeness);
  const likeliest = asked[0]?.likeness ?? 0;
  return asked.map(({ kind, likeness }) => ({ kind, unlikely: likeness < likeliest - UNLIKE_KIND }));
}

function likenessOf({ terms }: QueryReading, index: SearchIndex): number {
  let sum = 0;
  let before = -1;
  for (const { key } of terms) {
    const own = index.keyOf(key);
    const pairs = before >= 0 && own >= 0 ? index.pairFrequency(before, own) : 0;
    sum += Math.log(Math.max(LEAST_PAIR_SHARE, pairs / index.size));
    before = own;
  }
  return sum / terms.length;
}
