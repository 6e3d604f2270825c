import { dayNumber } from '../../../shared/calendar';
import { addWordTest, commonPlan, isGiven } from '../listing/filter-plan';
import type { FilterPlan } from '../listing/listing-list.service';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { ListingIndex } from '../snapshot/listing-index';
import type { OfficeFilter } from './office.args';

/** Plans a filter of offices. Without a day only offices of `today` are listed: nobody looks for one that closed. */
export function planOffices(
  filter: OfficeFilter,
  today: string,
  index: ListingIndex,
  snapshot: DirectorySnapshot,
): FilterPlan {
  const plan = commonPlan(filter, index, snapshot);
  addWordTest(plan.tests, index, 'level', filter.level);
  addWordTest(plan.tests, index, 'parentCode', filter.parentCode);
  const named = isGiven(filter.code);
  if (isGiven(filter.validOn) || !(filter.includeEnded || named)) {
    plan.tests.push(index.inForceTest(dayNumber(filter.validOn ?? today, 0)));
  }
  return plan;
}
