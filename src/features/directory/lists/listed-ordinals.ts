import { badInput } from '../../../shared/errors';
import type { WorkSlices } from '../../../shared/work-slices';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { BoundingBox } from '../snapshot/geometry.rules';
import type { OrdinalTest } from '../snapshot/listing-index';
import type { FilterPlan } from './filter-plan';
import type { ListingKind } from '../listing/listing.types';

/** Listings that were found. */
export interface FoundListings {
  readonly ordinals: Uint32Array;
  /** In the order of codes; otherwise the best match of a text comes first. */
  readonly isAscending: boolean;
}

const TESTED_AT_ONCE = 1_024;

/**
 * All listings that a plan leaves, those with a position in `area` when one is given: the best match of its text first,
 * without one in the order of codes. Rejects with the reason of the operation's signal when that is over.
 */
export async function listedOrdinals(
  snapshot: DirectorySnapshot,
  kind: ListingKind,
  { plan, area }: { readonly plan: FilterPlan; readonly area: BoundingBox | null },
  work: WorkSlices,
): Promise<FoundListings> {
  const index = snapshot.listings(kind);
  const text = checkedText(plan.text);
  const named = text !== null || plan.among ? await namedOrdinals(snapshot, kind, { ...plan, text }, work) : null;
  const candidates = named ?? (area && (await index.inBox(area, work)));
  const tests = named && area ? [...plan.tests, index.withinTest(area)] : plan.tests;
  const count = candidates?.length ?? index.size;
  const found = new Uint32Array(count);
  let passed = 0;
  for (let at = 0; at < count; at++) {
    if (at % TESTED_AT_ONCE === 0) await work.pause();
    const ordinal = candidates ? (candidates[at] ?? 0) : at;
    if (passes(tests, ordinal)) found[passed++] = ordinal;
  }
  return { ordinals: passed === count ? found : found.slice(0, passed), isAscending: text === null };
}

/** Whether a listing passes every test. */
function passes(tests: readonly OrdinalTest[], ordinal: number): boolean {
  for (const test of tests) if (!test(ordinal)) return false;
  return true;
}

function checkedText(text: string | null | undefined): string | null {
  const words = text?.trim() ?? null;
  if (words !== '') return words;
  throw badInput('filter.text', {
    en: '`filter.text` is empty; leave it out to list everything.',
    vi: '`filter.text` đang trống; hãy bỏ đi để liệt kê tất cả.',
  });
}

/** The listings that a text matches, or those of some ordinals, or what is both. */
async function namedOrdinals(
  snapshot: DirectorySnapshot,
  kind: ListingKind,
  { text, among }: { readonly text: string | null; readonly among?: readonly number[] },
  work: WorkSlices,
): Promise<ArrayLike<number>> {
  const { size } = snapshot.listings(kind);
  const few = among && new Set(among.filter((ordinal) => ordinal >= 0 && ordinal < size));
  if (text === null) return [...(few ?? [])].sort((left, right) => left - right);
  await work.turn();
  const matched = snapshot.search.matches(kind, text);
  return few ? matched.filter((ordinal) => few.has(ordinal)) : matched;
}
