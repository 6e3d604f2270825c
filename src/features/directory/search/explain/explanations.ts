import type { ListingKind } from '../../listing/listing.types';
import { NameRole } from '../index/packed-index.types';
import type { SearchIndex } from '../index/search-index';
import { type Alignment, AnsweredBy } from '../rank/alignment';
import type { ScoredListing } from '../rank/kind-search';
import { isWrittenOut } from '../read/abbreviations';
import type { QueryReading, QueryTerm } from '../read/query-readings';
import { type Lexicon, TermOrigin } from '../read/word-options';
import { HitReason, type SearchQuery } from '../search-engine.types';
import { CLEARLY_MEANT, LESS_SERVING, MOST_ENDED, MOST_SERVING } from '../tuning';

/** Why a listing answers the text, in the order of `HitReason`. */
export function reasonsOf(reading: QueryReading, alignment: Alignment, near: boolean): HitReason[] {
  const by = new Set(alignment.by);
  const answered = reading.terms.filter((_, at) => alignment.by[at] !== AnsweredBy.NOTHING);
  const inName = by.has(AnsweredBy.NAME) || by.has(AnsweredBy.PREFIX) || by.has(AnsweredBy.SLIP);
  const holds: readonly [HitReason, boolean][] = [
    [HitReason.NAME, inName && alignment.role !== NameRole.FORMER_NAME],
    [HitReason.FORMER_NAME, inName && alignment.role === NameRole.FORMER_NAME],
    [HitReason.ADDRESS, by.has(AnsweredBy.ADDRESS)],
    [HitReason.UNIT, by.has(AnsweredBy.PLACE)],
    [HitReason.ABBREVIATION, answered.some((term) => term.origin === TermOrigin.ABBREVIATION)],
    [HitReason.PREFIX, by.has(AnsweredBy.PREFIX)],
    [HitReason.SPELLING, by.has(AnsweredBy.SLIP) || answered.some((term) => term.origin === TermOrigin.MENDED)],
    [HitReason.NEAR, near],
  ];
  return holds.filter(([, said]) => said).map(([reason]) => reason);
}

/**
 * The text with its slips mended the way the listing says; null when there was none. What is known to the directory
 * is shown as typed, though the listing may have another word.
 */
export function correctedText(
  reading: QueryReading,
  alignment: Alignment,
  index: SearchIndex,
  lexicon: Lexicon,
): string | null {
  let mended = false;
  const words: string[] = [];
  for (const [at, term] of reading.terms.entries()) {
    const known = reading.words
      .slice(term.from, term.to)
      .every(({ key }) => lexicon.frequency(key) > 0 || isWrittenOut(key));
    const slipped = alignment.by[at] === AnsweredBy.SLIP && !known;
    const torn = term.origin === TermOrigin.MENDED && !known;
    const form = alignment.forms[at] ?? -1;
    if (slipped && form >= 0) words.push(index.formText(form));
    else if (torn) words.push(form >= 0 && isOfName(alignment.by[at]) ? index.formText(form) : term.form);
    else if (
      (term.origin !== TermOrigin.TYPED || reading.words[term.from]?.typed !== undefined) &&
      isSameWord(reading, at)
    )
      continue;
    else words.push(typedWords(reading, term).join(' '));
    mended ||= slipped || torn;
  }
  return mended ? words.join(' ') : null;
}

function isOfName(by: AnsweredBy | undefined): boolean {
  return by === AnsweredBy.NAME || by === AnsweredBy.PREFIX;
}

/** Words of the text, as typed, that the listing answers in no way. */
export function droppedWords(reading: QueryReading, alignment: Alignment): string[] {
  const answered = new Set<number>();
  for (const [at, term] of reading.terms.entries()) {
    if (alignment.by[at] !== AnsweredBy.NOTHING) for (let word = term.from; word < term.to; word++) answered.add(word);
  }
  const covered = new Set(
    reading.terms.flatMap((term) => Array.from({ length: term.to - term.from }, (_, i) => term.from + i)),
  );
  const dropped = reading.words.filter((_, at) => covered.has(at) && !answered.has(at));
  return [...new Set(dropped.map((word) => word.typed ?? word.text))];
}

/** Whether the term before stands for the same word of the text. */
function isSameWord({ terms, words }: QueryReading, at: number): boolean {
  const [before, own] = [terms[at - 1], terms[at]].map((term) => term && words[term.from]);
  return before !== undefined && before.start === own?.start;
}

/** The words of the text that a term stands for, as typed. */
function typedWords({ words }: QueryReading, { from, to }: QueryTerm): string[] {
  return [...new Set(words.slice(from, to).map((word) => word.typed ?? word.text))];
}

/** The hits, best first, with what serves now in the place of what has ended; each listing once, in no order. */
export function inPlaceOfEnded(hits: readonly ScoredListing[], query: SearchQuery): readonly ScoredListing[] {
  const hasEnded = (kind: ListingKind, ordinal: number): boolean => query.hasEnded?.(kind, ordinal) ?? false;
  if (!query.servingNow || !hits.some(({ kind, ordinal }) => hasEnded(kind, ordinal))) return hits;
  const present = hits.filter(({ kind, ordinal }) => !hasEnded(kind, ordinal));
  const found = new Map(present.map((hit) => [`${hit.kind}${hit.ordinal}`, hit]));
  const bestPresent = present[0]?.score ?? 0;
  const ended = hits.filter(({ kind, ordinal }) => hasEnded(kind, ordinal));
  for (const hit of ended.slice(0, MOST_ENDED)) {
    const serving = query.servingNow(hit.kind, hit.ordinal).filter((each) => query.accepts?.(hit.kind, each) ?? true);
    for (const [rank, ordinal] of serving.slice(0, MOST_SERVING).entries()) {
      const score = hit.score - rank * LESS_SERVING;
      const known = found.get(`${hit.kind}${ordinal}`);
      if (!known || known.score < score)
        found.set(`${hit.kind}${ordinal}`, { ...hit, ordinal, score, former: hit.ordinal });
    }
    // Nothing is known to serve in its place: it is told of where the text clearly means it.
    if (serving.length === 0 && hit.score >= CLEARLY_MEANT && hit.score > bestPresent)
      found.set(`${hit.kind}${hit.ordinal}`, { ...hit, former: hit.ordinal });
  }
  return [...found.values()];
}
