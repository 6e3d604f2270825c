import { addWordTest, commonPlan, isGiven, type FilterPlan, type PlanTerms } from '../lists/filter-plan';
import type { EmployerFilter } from './employer.args';
import { Employer } from './employer.entity';

/** What can be one; other text is not sent to the database, which may not even take it (PostgreSQL refuses U+0000). */
const TAX_CODE = /^[\d-]{1,16}$/;

/** Plans a filter of employers. The tax code is asked of the database's index, which holds it for employers alone. */
export async function planEmployers(filter: EmployerFilter, terms: PlanTerms): Promise<FilterPlan> {
  const { index, snapshot, store } = terms;
  const plan = commonPlan(filter, terms);
  addWordTest(plan.tests, index, 'status', filter.status, { name: 'statuses', words: filter.statuses });
  if (!isGiven(filter.taxCode)) return plan;
  const isTaxCode = TAX_CODE.test(filter.taxCode);
  // A person's tax code finds nothing.
  const values = { taxCode: filter.taxCode, soleTrader: false };
  const codes = isTaxCode ? await store.codesWith(Employer, values, snapshot.number) : [];
  const found = codes.map((code) => index.ordinalOf(code));
  return { ...plan, among: plan.among ? found.filter((ordinal) => plan.among?.includes(ordinal)) : found };
}
