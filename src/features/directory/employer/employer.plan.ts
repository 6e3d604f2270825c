import { addWordTest, commonPlan, isGiven } from '../lists/filter-plan';
import type { FilterPlan } from '../lists/listed-ordinals';
import type { ListingStore } from '../listing/listing.store';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { ListingIndex } from '../snapshot/listing-index';
import type { EmployerFilter } from './employer.args';

/** What can be one; other text is not sent to the database, which may not even take it (PostgreSQL refuses U+0000). */
const TAX_CODE = /^[\d-]{1,16}$/;

/** Plans a filter of employers. The tax code is asked of the database's index, which holds it for employers alone. */
export async function planEmployers(
  filter: EmployerFilter,
  index: ListingIndex,
  snapshot: DirectorySnapshot,
  store: ListingStore,
): Promise<FilterPlan> {
  const plan = commonPlan(filter, index, snapshot);
  addWordTest(plan.tests, index, 'status', filter.status);
  if (!isGiven(filter.taxCode)) return plan;
  const isTaxCode = TAX_CODE.test(filter.taxCode);
  const codes = isTaxCode ? await store.employerCodesByTaxCode(filter.taxCode, snapshot.number) : [];
  const found = codes.map((code) => index.ordinalOf(code));
  return { ...plan, among: plan.among ? found.filter((ordinal) => plan.among?.includes(ordinal)) : found };
}
