import { addWordTest, commonPlan, isGiven, type FilterPlan, type PlanTerms } from '../lists/filter-plan';
import type { OfficeFilter } from './office.args';

/** Plans a filter of offices. Throws BAD_USER_INPUT. Without a day only offices of `today` are listed: nobody looks for one that closed. */
export function planOffices(filter: OfficeFilter, terms: PlanTerms): FilterPlan {
  const { index } = terms;
  const plan = commonPlan(filter, terms, { listsEnded: isGiven(filter.code) || isGiven(filter.codes) });
  addWordTest(plan.tests, index, 'level', filter.level, { name: 'levels', words: filter.levels });
  addWordTest(plan.tests, index, 'parentCode', filter.parentCode);
  return plan;
}
