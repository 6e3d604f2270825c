import type { WorkSlices } from '../../../shared/work-slices';
import type { DirectoryRequest } from '../directory-request';
import { askedKinds } from '../kinds/listing-kind.types';
import type { FacetColumn } from '../lists/facet-column';
import { isGiven } from '../lists/filter-plan';
import type { KindDefinition } from '../lists/kind-definition';
import { listedOrdinals } from '../lists/listed-ordinals';
import type { ListingFilter } from '../listing/listing-filter.args';
import { checkFilter } from '../map/map.service';
import type { ListingIndex } from '../snapshot/listing-index';
import type { Facet, FacetChoice, FacetsArgs, KindFacets } from './facet.types';

const COUNTED_AT_ONCE = 4_096;
/** Fields that mean nothing without another one, which takes them along. */
const TAKEN_ALONG: Readonly<Record<string, string>> = { unitAsOf: 'unitCode' };

/** The ordinals that a filter leaves. */
type Listed = (filter: ListingFilter) => Promise<Uint32Array>;

/** What the filters of the kinds find, with counts for each of their fields. Throws BAD_USER_INPUT. */
export async function facetsOf(args: FacetsArgs, directory: DirectoryRequest): Promise<KindFacets[]> {
  const kinds = askedKinds(args.kinds);
  checkFilter(args.filter, kinds);
  const found: KindFacets[] = [];
  for (const kind of kinds) found.push(await facetsOfKind(kind, args.filter?.[kind.name] ?? {}, directory));
  return found;
}

async function facetsOfKind(
  kind: KindDefinition,
  filter: ListingFilter,
  directory: DirectoryRequest,
): Promise<KindFacets> {
  const { work, today } = directory;
  const index = directory.snapshot.listingsOf(kind.entity);
  const listed = await listing(kind, filter, directory);
  const left = await listed(filter);
  const facet = async (
    field: string,
    also: readonly string[],
    column: FacetColumn<ListingFilter> | null,
  ): Promise<Facet> => {
    const names = [field, ...also];
    const isSet = Object.entries(filter).some(([name, value]) => names.includes(name) && isGiven(value));
    const ordinals = isSet ? await listed(without(kind, filter, names)) : left;
    return {
      field,
      isSet,
      countWithout: ordinals.length,
      knownCount: column ? await knownCount(index, column, work) : index.size,
      choices: column ? await countChoices(column, column.valuesOf(index, filter, today), ordinals, work) : [],
    };
  };
  const fields: Facet[] = [];
  for (const column of kind.facets) fields.push(await facet(column.field, column.also, column));
  const counted = new Set(kind.facets.flatMap(({ field, also }) => [field, ...also]));
  for (const [name, value] of Object.entries(filter)) {
    if (isGiven(value) && !counted.has(name) && !(name in TAKEN_ALONG)) fields.push(await facet(name, [], null));
  }
  return { kind: kind.kind, listedCount: index.size, totalCount: left.length, fields };
}

/** Lists what filters leave; a text is looked for once, however many filters have it. */
async function listing(kind: KindDefinition, { text }: ListingFilter, directory: DirectoryRequest): Promise<Listed> {
  const { snapshot, work, today, store } = directory;
  const index = snapshot.listingsOf(kind.entity);
  const named = isGiven(text)
    ? await listedOrdinals(snapshot, kind.kind, { plan: { tests: [], text }, area: null }, work)
    : null;
  const matching = named && new Set(named.ordinals);
  return async (filter) => {
    const plan = await kind.plan(filter, { snapshot, index, today, store });
    const hasText = isGiven(plan.text) && matching !== null;
    const among = hasText ? (plan.among ?? [...matching]).filter((ordinal) => matching.has(ordinal)) : plan.among;
    const narrowed = { tests: plan.tests, ...(among ? { among } : {}) };
    return (await listedOrdinals(snapshot, kind.kind, { plan: narrowed, area: null }, work)).ordinals;
  };
}

function without(kind: KindDefinition, filter: ListingFilter, names: readonly string[]): ListingFilter {
  const Filter = kind.filter;
  const kept = Object.entries(filter).filter(
    ([name]) => !names.includes(name) && !names.includes(TAKEN_ALONG[name] ?? ''),
  );
  return Object.assign(new Filter(), Object.fromEntries(kept));
}

async function countChoices(
  { values }: FacetColumn<ListingFilter>,
  valuesOf: (ordinal: number) => number,
  ordinals: Uint32Array,
  work: WorkSlices,
): Promise<FacetChoice[]> {
  if (values.length === 0) return [];
  const counts = new Uint32Array(values.length);
  for (const [at, ordinal] of ordinals.entries()) {
    if (at % COUNTED_AT_ONCE === 0) await work.pause();
    for (let bits = valuesOf(ordinal); bits !== 0; bits &= bits - 1) {
      const value = 31 - Math.clz32(bits & -bits);
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return values.map((value, at) => ({ value, count: counts[at] ?? 0 }));
}

/** Numbers of listings with a field on record, by field: they stay the same as long as the index lives. */
const KNOWN = new WeakMap<ListingIndex, Map<string, number>>();

async function knownCount(index: ListingIndex, column: FacetColumn<ListingFilter>, work: WorkSlices): Promise<number> {
  const counts = KNOWN.get(index) ?? new Map<string, number>();
  KNOWN.set(index, counts);
  const counted = counts.get(column.field);
  if (counted !== undefined) return counted;
  const isKnown = column.known(index);
  let count = 0;
  for (let ordinal = 0; ordinal < index.size; ordinal++) {
    if (ordinal % COUNTED_AT_ONCE === 0) await work.pause();
    if (isKnown(ordinal)) count++;
  }
  counts.set(column.field, count);
  return count;
}
