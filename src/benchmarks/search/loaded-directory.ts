import { ListingKind } from '../../features/directory/kinds/listing-kind.types';
import { SearchEngine } from '../../features/directory/search/search-engine';
import { SearchIndex } from '../../features/directory/search/index/search-index';
import { SearchIndexBuilder } from '../../features/directory/search/index/search-index-builder';
import { generateEmployers } from '../../seeding/employers';
import { readSeedProvinces } from '../../seeding/seed-provinces';
import { type BenchmarkData, type BenchmarkListing } from './benchmark-data';

/** What the index of one kind costs. */
export interface IndexCost {
  readonly kind: ListingKind;
  readonly listings: number;
  readonly bytes: number;
  readonly buildMilliseconds: number;
}

/** A search over all kinds, and for each kind some of its listings to make queries of. */
export interface LoadedDirectory {
  readonly engine: SearchEngine;
  readonly costs: readonly IndexCost[];
  readonly samples: ReadonlyMap<ListingKind, readonly BenchmarkListing[]>;
}

/** What the manifest calls each kind. */
export const FILE_KINDS: Readonly<Record<ListingKind, string>> = {
  [ListingKind.OFFICE]: 'offices',
  [ListingKind.CLINIC]: 'clinics',
  [ListingKind.EMPLOYER]: 'employers',
  [ListingKind.AGENT]: 'agents',
};
/** So many listings of a kind are kept to make queries of; a million would crowd out what is measured. */
const MOST_SAMPLED = 4_000;

/** Builds the indexes of all listings of a manifest with `employers` generated ones in the place of its own. */
export function loadDirectory(data: BenchmarkData, employers: number, seed: number): LoadedDirectory {
  const indexes = new Map<ListingKind, SearchIndex>();
  const samples = new Map<ListingKind, BenchmarkListing[]>();
  const costs = Object.values(ListingKind).map((kind): IndexCost => {
    const start = performance.now();
    const builder = new SearchIndexBuilder();
    const sample: BenchmarkListing[] = [];
    const generated = kind === ListingKind.EMPLOYER && employers > 0;
    const listings = generated ? madeUp(data, employers, seed) : (data.listings.get(FILE_KINDS[kind]) ?? []);
    const step = Math.ceil((generated ? employers : (listings as readonly unknown[]).length) / MOST_SAMPLED);
    let ordinal = 0;
    for (const listing of listings) {
      builder.add(listing);
      if (ordinal++ % step === 0) sample.push(listing);
    }
    const index = new SearchIndex(builder.finish());
    indexes.set(kind, index);
    samples.set(kind, sample);
    return { kind, listings: index.size, bytes: index.bytes, buildMilliseconds: performance.now() - start };
  });
  return { engine: new SearchEngine(indexes, data.units), costs, samples };
}

function* madeUp(data: BenchmarkData, count: number, seed: number): Generator<BenchmarkListing> {
  const provinces = new Map(data.unitRows.filter((unit) => data.units.exists(unit)).map((unit) => [unit.code, unit]));
  for (const { code, name, address, unitCode } of generateEmployers({ count, seed, places: readSeedProvinces() })) {
    const unitKey = provinces.get(unitCode)?.unitKey ?? null;
    yield { code, name, formerName: null, address, unitKey, current: true };
  }
}
