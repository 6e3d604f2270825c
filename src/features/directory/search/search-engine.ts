import type { UnitRegistry } from '../../geography/unit/unit-registry';
import type { ListingKind } from '../listing/listing.types';
import { correctedText, droppedWords, reasonsOf } from './explain/explanations';
import { inPlaceOfEnded } from './explain/explanations';
import { type CodeHit, codesIn, type CodesOfText, findByCodes, findSimilarCodes, isNumberAlone } from './index/codes';
import type { SearchIndex } from './index/search-index';
import { bestFirst, matchingListings } from './propose/matching-listings';
import type { Alignment } from './rank/alignment';
import { type AskedKind, KindSearch, kindsByLikelihood, type ScoredListing } from './rank/kind-search';
import { adjusted } from './rank/ranking.rules';
import { SearchScratch } from './propose/scratch';
import { PlaceNames } from './read/place-names';
import { Lexicon } from './read/word-options';
import { type QueryReading, readText } from './read/query-readings';
import { type QueryText, understand } from './read/query-text';
import { TermOrigin } from './read/word-options';
import {
  HitReason,
  type SearchHit,
  SearchIntent,
  type SearchQuery,
  type SearchResult,
  type SearchSuggestion,
} from './search-engine.types';
import {
  ALL_ANSWERED,
  FAIR_ENOUGH,
  GOOD_ENOUGH,
  LEAST_SCORE,
  LEAST_SHARE_OF_BEST,
  LIKELY,
  NEARBY_SCORE,
  NEAR_DISCOUNT,
  UNLIKELY_FROM,
} from './tuning';

/** All hits of a search in order, and what is needed to say why. */
interface Ranking {
  readonly hits: readonly ScoredListing[];
  readonly searches: ReadonlyMap<ListingKind, KindSearch>;
  readonly readings: readonly QueryReading[];
  /** Hits by their code. */
  readonly codes: readonly ScoredListing[];
  /** Whether the text is a code that no listing has; the hits have similar ones. */
  readonly missing?: boolean;
}

/** Listings of a kind that a text which only asks for the nearest can be paged through. */
const MOST_NEAREST = 200;

/** Searches the listings of one revision by text. */
export class SearchEngine {
  private readonly places: PlaceNames;
  private readonly scratch = new SearchScratch();
  /** In the order in which listings that fit equally well stand. */
  private readonly kinds: readonly ListingKind[];

  constructor(
    private readonly indexes: ReadonlyMap<ListingKind, SearchIndex>,
    units: UnitRegistry,
  ) {
    this.kinds = [...indexes.keys()];
    this.places = PlaceNames.of(units);
  }

  /** What the last search cost, in steps (see `MOST_STEPS`). */
  get steps(): number {
    return this.scratch.steps;
  }

  /** The listings that answer the text best, over all kinds asked for, with the reasons. Takes any text. */
  search(query: SearchQuery): SearchResult {
    const text = understand(query.text);
    const ranking = this.rankAll(text, query);
    const page = ranking.hits.slice(query.offset, query.offset + query.limit);
    const shown = page.some((hit) => hit === ranking.hits[0]) ? page : [...ranking.hits.slice(0, 1), ...page];
    const alignments = this.explain(shown, ranking);
    const top = ranking.hits[0];
    const alignment = top && alignments.get(top);
    const reading = alignment && ranking.readings[alignment.reading];
    const index = top && this.indexes.get(top.kind);
    return {
      hits: page.map((hit) => this.hitOf(hit, alignments.get(hit), ranking, query)),
      total: ranking.hits.length,
      correctedText:
        reading && index
          ? correctedText(
              reading,
              alignment,
              index,
              this.lexiconOf(query.kinds.filter((kind) => this.indexes.has(kind))),
            )
          : null,
      dropped: ranking.missing ? codesIn(text).codes : reading ? droppedWords(reading, alignment) : [],
      intents: text.intents,
      truncated: text.truncated,
    };
  }

  /**
   * Ordinals of the listings of a kind that answer every word of the text, best first, for lists filtered by a text;
   * where none answers all words, those that a search finds.
   */
  matches(kind: ListingKind, text: string): Uint32Array {
    const index = this.indexes.get(kind);
    const query: SearchQuery = { text, kinds: [kind], limit: 0, offset: 0 };
    const understood = understand(text);
    const best = this.rankAll(understood, query).hits.map((hit) => hit.ordinal);
    if (!index || understood.words.length === 0) return Uint32Array.from(best);
    const all = matchingListings(index, readText(understood, this.lexiconOf([kind])), this.places);
    return all.length === 0 ? Uint32Array.from(best) : bestFirst(all, best, index.size);
  }

  /** Names to offer while someone types, best first; listings of the same name are offered once. */
  suggest(query: Omit<SearchQuery, 'offset'>): SearchSuggestion[] {
    const offered = new Map<string, SearchSuggestion>();
    for (const { kind, ordinal } of this.rankAll(understand(query.text), { ...query, offset: 0 }).hits) {
      if (offered.size >= query.limit) break;
      const index = this.indexes.get(kind);
      if (!index) continue;
      const text = index.nameOf(ordinal);
      const name = `${kind} ${text.toLowerCase()}`;
      if (!offered.has(name)) offered.set(name, { text, kind, ordinal, code: index.codeOf(ordinal) });
    }
    return [...offered.values()];
  }

  /** Ways to read the name of a place: short forms, other names and slips written out. */
  placeReadings(text: string): string[] {
    const readings = readText(understand(text), this.lexiconOf([]));
    return readings.map(({ terms }) => terms.map(({ form }) => form).join(' '));
  }

  private rankAll(text: QueryText, query: SearchQuery): Ranking {
    this.scratch.steps = 0;
    const asked = this.kinds.filter((kind) => query.kinds.includes(kind) && (this.indexes.get(kind)?.size ?? 0) > 0);
    const lexicon = this.lexiconOf(asked);
    const all = readText(text, lexicon);
    if (all.length === 0) {
      return { hits: this.nearestOnly(text, asked, query), searches: new Map(), readings: [], codes: [] };
    }
    const kinds = kindsByLikelihood(asked, all, (kind) => this.indexOf(kind));
    const found = codesIn(text);
    const codes = this.byCode(found, asked, query);
    if (codes.length === 0 && isNumberAlone(found)) {
      return {
        hits: this.bySimilarCode(found, asked, query),
        searches: new Map(),
        readings: [],
        codes: [],
        missing: true,
      };
    }
    if (query.asTyped) return this.rank(all.filter(isAsTyped), kinds, query, false, codes);
    const likely = all.filter((reading) => reading.cost <= (all[0]?.cost ?? 0) + LIKELY);
    if (likely.every((reading) => hasUnknownWord(reading, lexicon))) return this.rank(all, kinds, query, true, codes);
    const plain = this.rank(likely, kinds, query, false, codes);
    if (isEnough(plain.hits[0], query)) return plain;
    const firstHit = ({ kind }: AskedKind): number => plain.hits.findIndex((hit) => hit.kind === kind) >>> 0;
    const promising = kinds.toSorted(
      (left, right) => Number(left.unlikely) - Number(right.unlikely) || firstHit(left) - firstHit(right),
    );
    const mended = this.rank(all, promising, query, true, codes, plain.hits[0]?.score);
    const isWorse = this.scratch.isSpent && (mended.hits[0]?.score ?? 0) < (plain.hits[0]?.score ?? 0);
    return isWorse ? plain : mended;
  }

  private rank(
    readings: readonly QueryReading[],
    kinds: readonly AskedKind[],
    query: SearchQuery,
    slips: boolean,
    codes: readonly ScoredListing[],
    sure = 0,
  ): Ranking {
    const searches = new Map<ListingKind, KindSearch>();
    const found: ScoredListing[] = [];
    const coded = new Set(codes.map((hit) => `${hit.kind}${hit.ordinal}`));
    let best = codes[0]?.score ?? 0;
    for (const { kind, unlikely } of kinds) {
      if (this.scratch.isSpent) break;
      const behind = unlikely && best >= UNLIKELY_FROM;
      const search = new KindSearch(kind, this.indexOf(kind), readings, this.places, slips, this.scratch, behind);
      searches.set(kind, search);
      for (const hit of search.rank(query, best, sure)) {
        best = Math.max(best, hit.score);
        if (!coded.has(`${kind}${hit.ordinal}`)) found.push(hit);
      }
    }
    const least = Math.max(LEAST_SCORE, best * LEAST_SHARE_OF_BEST);
    const hits = [...codes, ...found.filter((hit) => hit.score >= least)].sort(byScore(this.kinds));
    return { hits: inPlaceOfEnded(hits, query).toSorted(byScore(this.kinds)), searches, readings, codes };
  }

  private byCode(codes: CodesOfText, kinds: readonly ListingKind[], query: SearchQuery): ScoredListing[] {
    const found = kinds.flatMap((kind) => this.coded(kind, findByCodes(this.indexOf(kind), codes), query));
    return found.sort(byScore(this.kinds));
  }

  /** A long number is a code and no word: where no listing has it, those whose code is one digit away are offered. */
  private bySimilarCode({ codes }: CodesOfText, kinds: readonly ListingKind[], query: SearchQuery): ScoredListing[] {
    const found = kinds.flatMap((kind) =>
      this.coded(kind, findSimilarCodes(this.indexOf(kind), codes[0] ?? ''), query),
    );
    return found.sort(byScore(this.kinds));
  }

  private coded(kind: ListingKind, hits: readonly CodeHit[], query: SearchQuery): ScoredListing[] {
    return hits
      .filter(({ ordinal }) => query.accepts?.(kind, ordinal) ?? true)
      .map(({ ordinal, score }) => ({ kind, ordinal, score, share: 1 }));
  }

  /** A text that says no more than "near me". */
  private nearestOnly(text: QueryText, kinds: readonly ListingKind[], query: SearchQuery): ScoredListing[] {
    const { near } = query;
    if (!near?.nearest || !text.intents.includes(SearchIntent.NEAREST)) return [];
    const found = kinds.flatMap((kind) =>
      (near.nearest?.(kind, MOST_NEAREST) ?? [])
        .filter((ordinal) => query.accepts?.(kind, ordinal) ?? true)
        .map((ordinal) => ({
          kind,
          ordinal,
          share: 1,
          score: adjusted(NEARBY_SCORE, false, near.distanceMeters(kind, ordinal)),
        })),
    );
    return found.sort(byScore(this.kinds));
  }

  private explain(hits: readonly ScoredListing[], { searches }: Ranking): Map<ScoredListing, Alignment> {
    const found = new Map<ScoredListing, Alignment>();
    for (const hit of hits) {
      const alignment = searches.get(hit.kind)?.explain(hit.former ?? hit.ordinal);
      if (alignment) found.set(hit, alignment);
    }
    return found;
  }

  private hitOf(hit: ScoredListing, alignment: Alignment | undefined, ranking: Ranking, query: SearchQuery): SearchHit {
    const near = query.near !== undefined && query.near.distanceMeters(hit.kind, hit.ordinal) !== null;
    const named = hit.former ?? hit.ordinal;
    const coded = ranking.codes.some(({ kind, ordinal }) => kind === hit.kind && ordinal === named);
    const reading = alignment && ranking.readings[alignment.reading];
    const reasons = reading ? reasonsOf(reading, alignment, near) : near ? [HitReason.NEAR] : [];
    if (hit.former !== undefined) reasons.push(HitReason.FORMER);
    if (ranking.missing) reasons.unshift(HitReason.SIMILAR_CODE);
    return {
      kind: hit.kind,
      ordinal: hit.ordinal,
      score: hit.score,
      former: hit.former ?? null,
      reasons: coded ? [HitReason.CODE, ...reasons] : reasons,
    };
  }

  private lexiconOf(kinds: readonly ListingKind[]): Lexicon {
    return new Lexicon(
      kinds.map((kind) => this.indexOf(kind)),
      this.places,
    );
  }

  private indexOf(kind: ListingKind): SearchIndex {
    const index = this.indexes.get(kind);
    if (!index) throw new Error(`There is no search index of the kind ${kind}.`);
    return index;
  }
}

/** Whether no word of the reading was mended. */
function isAsTyped({ terms }: QueryReading): boolean {
  return terms.every(({ origin }) => origin !== TermOrigin.MENDED);
}

/** Whether a word of the reading is in no name, address or unit: then it must be mended. */
function hasUnknownWord(reading: QueryReading, lexicon: Lexicon): boolean {
  return reading.terms.some((term) => !term.open && lexicon.frequency(term.key) === 0);
}

/** Whether the best hit leaves nothing to mend: it fits well, or answers all of the text and fits fairly. */
function isEnough(best: ScoredListing | undefined, query: SearchQuery): boolean {
  if (!best) return false;
  const discount = query.near ? NEAR_DISCOUNT : 1;
  return best.score >= GOOD_ENOUGH * discount || (best.share >= ALL_ANSWERED && best.score >= FAIR_ENOUGH * discount);
}

function byScore(kinds: readonly ListingKind[]): (left: ScoredListing, right: ScoredListing) => number {
  return (left, right) =>
    right.score - left.score || kinds.indexOf(left.kind) - kinds.indexOf(right.kind) || left.ordinal - right.ordinal;
}
