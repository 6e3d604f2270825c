import { type ListingKind, LISTING_KINDS } from '../listing/listing.types';
import { type UnitRegistry } from '../../geography/unit/unit-registry';
import { Aligner, type Alignment } from './alignment';
import { gatherCandidates, heaviest } from './candidates';
import { codeIn, findByCode } from './code-search';
import { correctedText, droppedWords, reasonsOf } from './explanations';
import { HitReason } from './hit-reason';
import { prepareQuery, type IndexQuery } from './index-query';
import { MatchScratch } from './match-scratch';
import { PlaceNames } from './place-names';
import { type QueryReading, readQuery } from './query-readings';
import { understand, type QueryText } from './query-text';
import { adjusted, bestScoreOf } from './ranking.rules';
import { type SearchIndex } from './search-index';
import { type SearchHit, type SearchQuery, type SearchResult, type SearchSuggestion } from './search-index.types';
import { type Lexicon } from './word-splits';

interface Ranked extends SearchHit {
  readonly alignment: Alignment | null;
}

const RANKED_PER_KIND = 400;
const LEAST_SCORE = 0.12;
const LEAST_SHARE_OF_BEST = 0.5;
const COMPARED_PER_KIND = 1500;
const ALIKE = 0.78;
const GOOD_ENOUGH = 0.93;

/** Searches the listings of one revision by text. One search runs at a time. */
export class SearchEngine {
  private readonly places: PlaceNames;
  private readonly scratch = new MatchScratch();

  constructor(
    private readonly indexes: ReadonlyMap<ListingKind, SearchIndex>,
    units: UnitRegistry,
  ) {
    this.places = new PlaceNames(units);
  }

  /** The listings that answer the text best, over all kinds asked for, with the reasons. Never throws for any text. */
  search(query: SearchQuery): SearchResult {
    const text = understand(query.text);
    const ranked = this.rankAll(text, query);
    const top = ranked[0];
    const hits = ranked
      .slice(query.offset, query.offset + query.limit)
      .map(({ kind, ordinal, score, reasons }) => ({ kind, ordinal, score, reasons }));
    const reading = top?.alignment ? this.readingsOf(text, query.kinds)[top.alignment.reading] : undefined;
    const index = top && this.indexes.get(top.kind);
    return {
      hits,
      total: ranked.length,
      correctedText: reading && index && top.alignment ? correctedText(text, reading, top.alignment, index) : null,
      dropped: reading && top?.alignment ? droppedWords(text, reading, top.alignment) : [],
      truncated: text.truncated,
    };
  }

  /** Ordinals of the listings of a kind that answer the text, best first, for lists filtered by a text. */
  matches(kind: ListingKind, text: string): Uint32Array {
    const hits = this.rankAll(understand(text), { text, kinds: [kind], limit: 0, offset: 0 });
    return Uint32Array.from(hits, (hit) => hit.ordinal);
  }

  /** Names to offer while someone types, best first; listings of the same name are offered once. */
  suggest(query: Omit<SearchQuery, 'offset'>): SearchSuggestion[] {
    const offered = new Map<string, SearchSuggestion>();
    for (const { kind, ordinal } of this.rankAll(understand(query.text), { ...query, offset: 0 })) {
      const index = this.indexes.get(kind);
      if (!index || offered.size >= query.limit) continue;
      const text = index.nameOf(ordinal);
      const name = `${kind} ${text}`;
      if (!offered.has(name)) offered.set(name, { text, kind, ordinal, code: index.codeOf(ordinal) });
    }
    return [...offered.values()];
  }

  private rankAll(text: QueryText, query: SearchQuery): Ranked[] {
    const readings = this.readingsOf(text, query.kinds);
    let ranked = this.rank(text, readings, query, false);
    if ((ranked[0]?.score ?? 0) < GOOD_ENOUGH && readings.length > 0) ranked = this.rank(text, readings, query, true);
    const least = Math.max(LEAST_SCORE, (ranked[0]?.score ?? 0) * LEAST_SHARE_OF_BEST);
    return ranked.filter((hit) => hit.score >= least);
  }

  private rank(text: QueryText, readings: readonly QueryReading[], query: SearchQuery, slips: boolean): Ranked[] {
    const found = LISTING_KINDS.filter((kind) => query.kinds.includes(kind)).flatMap((kind) => {
      const index = this.indexes.get(kind);
      return index ? this.rankKind(kind, index, text, readings, query, slips) : [];
    });
    return found.sort(
      (left, right) =>
        right.score - left.score ||
        LISTING_KINDS.indexOf(left.kind) - LISTING_KINDS.indexOf(right.kind) ||
        left.ordinal - right.ordinal,
    );
  }

  private rankKind(
    kind: ListingKind,
    index: SearchIndex,
    text: QueryText,
    readings: readonly QueryReading[],
    query: SearchQuery,
    slips: boolean,
  ): Ranked[] {
    const accepts = (ordinal: number): boolean => query.accepts?.(kind, ordinal) ?? true;
    const adjust = (score: number, ordinal: number): number =>
      adjusted(
        score,
        query.hasEnded?.(kind, ordinal) ?? false,
        query.near ? query.near.distanceMeters(kind, ordinal) : undefined,
      );
    const found = new Map<number, Ranked>();
    const code = codeIn(text.considered);
    for (const { ordinal, score } of code ? findByCode(index, code) : []) {
      if (accepts(ordinal))
        found.set(ordinal, { kind, ordinal, score: score, reasons: [HitReason.CODE], alignment: null });
    }
    if (readings.length === 0 || index.size === 0) return [...found.values()];
    const prepared = prepareQuery(index, readings, this.places, slips);
    for (const { ordinal, alignment } of this.alignCandidates(index, prepared, accepts)) {
      const score = adjust(alignment.score, ordinal);
      if (score <= (found.get(ordinal)?.score ?? 0)) continue;
      const reading = readings[alignment.reading];
      if (reading)
        found.set(ordinal, {
          kind,
          ordinal,
          score,
          reasons: reasonsOf(reading, alignment, query.near !== undefined),
          alignment,
        });
    }
    return [...found.values()];
  }

  private alignCandidates(
    index: SearchIndex,
    query: IndexQuery,
    accepts: (ordinal: number) => boolean,
  ): { ordinal: number; alignment: Alignment }[] {
    gatherCandidates(index, query, this.scratch);
    const { ordinals } = index.packed;
    const candidates = heaviest(this.scratch, query.slips ? COMPARED_PER_KIND : RANKED_PER_KIND, (listing) =>
      accepts(ordinals[listing]!),
    );
    const aligner = new Aligner(index, query, this.scratch);
    const least = Math.min(...query.readings.map((reading) => reading.asked));
    let best = 0;
    const scored: { listing: number; score: number }[] = [];
    for (const [rank, listing] of candidates.entries()) {
      const reachable = bestScoreOf(this.scratch.weights[listing]! / least);
      const alike = query.slips && aligner.wholeLikeness(listing) >= ALIKE;
      if (!alike && (rank >= RANKED_PER_KIND || reachable < best * LEAST_SHARE_OF_BEST)) {
        if (query.slips) continue;
        break;
      }
      const score = aligner.scoreOf(listing);
      best = Math.max(best, score);
      if (score > 0) scored.push({ listing, score });
    }
    const found = scored
      .filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST * 0.9)
      .flatMap(({ listing }) => {
        const alignment = aligner.align(listing);
        return alignment ? [{ ordinal: ordinals[listing]!, alignment }] : [];
      });
    aligner.release();
    return found;
  }

  private readingsOf(text: QueryText, kinds: readonly ListingKind[]): QueryReading[] {
    return readQuery(text.words, this.lexiconOf(kinds), text.open);
  }

  /** What the indexes that are asked and the names of places know of words. */
  private lexiconOf(kinds: readonly ListingKind[]): Lexicon {
    const indexes = kinds.map((kind) => this.indexes.get(kind)).filter((index) => index !== undefined);
    return {
      frequency: (key) => {
        let sum = this.places.has(key) ? 1 : 0;
        for (const index of indexes) {
          const number = index.keyOf(key);
          if (number >= 0) sum += index.frequency(number);
        }
        return sum;
      },
      pairFrequency: (left, right) => {
        let sum = 0;
        for (const index of indexes) {
          const [first, second] = [index.keyOf(left), index.keyOf(right)];
          if (first >= 0 && second >= 0) sum += index.pairFrequency(first, second);
        }
        return sum;
      },
    };
  }
}
