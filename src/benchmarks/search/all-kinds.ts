import { ListingKind } from '../../features/directory/kinds/listing-kind.types';
import { SearchEngine } from '../../features/directory/search/search-engine';
import { SearchIndex } from '../../features/directory/search/index/search-index';
import { SearchIndexBuilder } from '../../features/directory/search/index/search-index-builder';
import { type BenchmarkData, type BenchmarkListing } from './benchmark-data';
import { FILE_KINDS } from './loaded-directory';
import { officesInPlaceOf } from './offices-in-place';
import { type Contestant } from './measurement';

/** The key of `BenchmarkData.listings` under which the listings of all kinds are, one kind after the other. */
export const ALL_KINDS = 'all';

/** The data with the listings of all kinds in one list, and the search over them. */
export function searchOverAllKinds(data: BenchmarkData): { data: BenchmarkData; contestant: Contestant } {
  const all: BenchmarkListing[] = [];
  const offsets = new Map<string, number>();
  const indexes = new Map<string, SearchIndex>();
  for (const kind of Object.values(ListingKind)) {
    const listings = data.listings.get(FILE_KINDS[kind]) ?? [];
    offsets.set(kind, all.length);
    const builder = new SearchIndexBuilder();
    for (const listing of listings) {
      builder.add(listing);
      all.push(listing);
    }
    indexes.set(kind, new SearchIndex(builder.finish()));
  }
  const place = (kind: string, ordinal: number): number => (offsets.get(kind) ?? 0) + ordinal;
  const engine = new SearchEngine(indexes, data.units);
  const offices = data.listings.get('offices') ?? [];
  const hasEnded = (kind: string, ordinal: number): boolean => !(all[place(kind, ordinal)]?.current ?? false);
  const servingNow = (kind: string, ordinal: number): number[] =>
    kind === ListingKind.OFFICE ? officesInPlaceOf(offices, ordinal, data) : [];
  const contestant: Contestant = {
    name: 'this search',
    find: (text) =>
      engine
        .search({ text, kinds: Object.values(ListingKind), hasEnded, servingNow, limit: 10, offset: 0 })
        .hits.map((hit) => place(hit.kind, hit.ordinal)),
  };
  return { data: { ...data, listings: new Map([...data.listings, [ALL_KINDS, all]]) }, contestant };
}
