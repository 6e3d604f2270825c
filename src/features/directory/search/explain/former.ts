import type { ListingKind } from '../../listing/listing.types';
import type { ScoredListing } from '../rank/kind-search';
import type { SearchQuery } from '../search-engine.types';
import { CLEARLY_MEANT, LESS_SERVING, MOST_ENDED, MOST_SERVING } from '../tuning';

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
