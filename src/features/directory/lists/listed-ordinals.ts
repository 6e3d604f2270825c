import { badInput } from '../../../shared/errors';
import type { WorkSlices } from '../../../shared/work-slices';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { OrdinalTest } from '../snapshot/listing-index';
import type { FilterPlan } from './filter-plan';
import type { ListingKind } from '../listing/listing.types';

const TESTED_AT_ONCE = 1_024;

/**
 * All listings that a plan leaves: the best match of its text first, without one in the order of codes. Rejects with the
 * reason of the operation's signal when that is over.
 */
export async function listedOrdinals(
  snapshot: DirectorySnapshot,
  kind: ListingKind,
  plan: FilterPlan,
  work: WorkSlices,
): Promise<Uint32Array> {
  const { size } = snapshot.listings(kind);
  await work.pause();
  const candidates = candidatesOf(snapshot, kind, plan, size);
  const count = candidates?.length ?? size;
  const found = new Uint32Array(count);
  let passed = 0;
  for (let at = 0; at < count; at++) {
    if (at % TESTED_AT_ONCE === 0) await work.pause();
    const ordinal = candidates ? (candidates[at] ?? 0) : at;
    if (passes(plan.tests, ordinal)) found[passed++] = ordinal;
  }
  return passed === count ? found : found.slice(0, passed);
}

/** Whether a listing passes every test. */
export function passes(tests: readonly OrdinalTest[], ordinal: number): boolean {
  for (const test of tests) if (!test(ordinal)) return false;
  return true;
}

/** The few listings a text or a code leaves, or null when every listing is a candidate. */
function candidatesOf(
  snapshot: DirectorySnapshot,
  kind: ListingKind,
  plan: FilterPlan,
  size: number,
): ArrayLike<number> | null {
  const text = plan.text?.trim();
  if (plan.text !== null && plan.text !== undefined && !text) {
    throw badInput('filter.text', {
      en: '`filter.text` is empty; leave it out to list everything.',
      vi: '`filter.text` đang trống; hãy bỏ đi để liệt kê tất cả.',
    });
  }
  const matched = text ? snapshot.search.matches(kind, text) : null;
  if (!plan.among) return matched;
  const among = new Set(plan.among.filter((ordinal) => ordinal >= 0 && ordinal < size));
  return matched ? matched.filter((ordinal) => among.has(ordinal)) : [...among].sort((left, right) => left - right);
}
