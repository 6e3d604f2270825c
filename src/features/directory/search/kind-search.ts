import { type ListingKind } from '../listing/listing.types';
import { Aligner, type Alignment } from './alignment';
import { gatherCandidates } from './candidates';
import { type IndexQuery, prepareQuery } from './index-query';
import { type MatchScratch } from './match-scratch';
import { type PlaceNames } from './place-names';
import { type QueryReading } from './query-readings';
import { adjusted, bestScoreOf } from './ranking.rules';
import { type SearchIndex } from './search-index';
import { type SearchQuery } from './search-index.types';

/** A listing with its score; the reasons are found when it is shown. */
export interface ScoredListing {
  readonly kind: ListingKind;
  readonly ordinal: number;
  readonly score: number;
  /** Share of the text that it answers. */
  readonly share: number;
}

/** Hits that score less than this share of the best one are left out. */
export const LEAST_SHARE_OF_BEST = 0.6;
const MOST_RANKED = 300;
const MOST_RANKED_LARGE = 120;
const LEAST_RANKED = 30;
/** Words of all readings times listings that are compared: a long or ambiguous text gets fewer listings. */
const MOST_COMPARISONS = 8000;
const LARGE_INDEX = 100_000;
const ALIKE = 0.78;
const MOST_NEAREST = 200;

/** One search in one index. */
export class KindSearch {
  private readonly query: IndexQuery;

  constructor(
    private readonly kind: ListingKind,
    private readonly index: SearchIndex,
    readings: readonly QueryReading[],
    places: PlaceNames,
    slips: boolean,
    private readonly scratch: MatchScratch,
  ) {
    this.query = prepareQuery(index, readings, places, slips);
  }

  /** The listings that score well; `floor` is the best score of other kinds so far. */
  rank(asked: SearchQuery, floor: number): ScoredListing[] {
    const { index, kind, query } = this;
    const { ordinals, internals } = index.packed;
    const accepts = (listing: number): boolean => asked.accepts?.(kind, ordinals[listing]!) ?? true;
    const nearest = (asked.near?.nearest?.(kind, MOST_NEAREST) ?? []).map((ordinal) => internals[ordinal]!);
    const { listings, weights } = gatherCandidates(index, query, this.scratch, nearest, accepts);
    const least = Math.min(...query.readings.map((reading) => reading.asked));
    const aligner = new Aligner(index, query, this.scratch);
    const most = this.mostRanked();
    const always = new Set(nearest);
    const found: { listing: number; score: number; share: number }[] = [];
    let best = floor;
    let [ranked, alike] = [0, 0];
    for (let at = 0; at < listings.length; at++) {
      const listing = listings[at]!;
      const hopeless = ranked >= most || bestScoreOf(weights[at]! / least) < best * LEAST_SHARE_OF_BEST;
      if (hopeless && !query.slips && nearest.length === 0) break;
      if (hopeless && !always.has(listing)) {
        if (!query.slips || alike >= most || aligner.wholeLikeness(listing) < ALIKE) continue;
        alike++;
      }
      ranked++;
      const compared = aligner.compare(listing);
      const score = compared?.score ?? 0;
      if (!compared || score < best * LEAST_SHARE_OF_BEST) continue;
      best = Math.max(best, score);
      found.push({ listing, score, share: compared.share });
    }
    aligner.release();
    return found.map(({ listing, score, share }) => {
      const ordinal = ordinals[listing]!;
      const distance = asked.near ? asked.near.distanceMeters(kind, ordinal) : undefined;
      return { kind, ordinal, share, score: adjusted(score, asked.hasEnded?.(kind, ordinal) ?? false, distance) };
    });
  }

  private mostRanked(): number {
    const words = this.query.readings.reduce((sum, reading) => sum + reading.terms.length, 0);
    const most = this.index.size > LARGE_INDEX ? MOST_RANKED_LARGE : MOST_RANKED;
    return Math.min(most, Math.max(LEAST_RANKED, Math.floor(MOST_COMPARISONS / words)));
  }

  /** How listings answer the text, by ordinal. */
  explain(ordinals: readonly number[]): Map<number, Alignment> {
    const aligner = new Aligner(this.index, this.query, this.scratch);
    const found = new Map<number, Alignment>();
    for (const ordinal of ordinals) {
      const alignment = aligner.align(this.index.packed.internals[ordinal]!);
      if (alignment) found.set(ordinal, alignment);
    }
    aligner.release();
    return found;
  }
}
