import { dayNumber } from '../../../shared/calendar';
import { badInput, type DomainError } from '../../../shared/errors';
import { addWordTest, commonPlan, isGiven, type FilterPlan, type PlanTerms } from '../lists/filter-plan';
import type { OfficeFilter } from './office.args';

/** Plans a filter of offices. Throws BAD_USER_INPUT. Without a day only offices of `today` are listed: nobody looks for one that closed. */
export function planOffices(filter: OfficeFilter, terms: PlanTerms): FilterPlan {
  const { index, today } = terms;
  const plan = commonPlan(filter, terms);
  addWordTest(plan.tests, index, 'level', filter.level);
  addWordTest(plan.tests, index, 'parentCode', filter.parentCode);
  if (isGiven(filter.validOn) && filter.includeEnded) throw dayBesideAllTimes();
  const named = isGiven(filter.code);
  if (isGiven(filter.validOn) || !(filter.includeEnded || named)) {
    plan.tests.push(index.inForceTest(dayNumber(filter.validOn ?? today, 0)));
  }
  return plan;
}

function dayBesideAllTimes(): DomainError {
  return badInput('filter.includeEnded', {
    en: '`filter.includeEnded` lists offices of all times and `filter.validOn` those of one day: give one of them.',
    vi: '`filter.includeEnded` liệt kê cơ quan mọi thời kỳ, còn `filter.validOn` chỉ của một ngày: hãy gửi một trong hai.',
  });
}
