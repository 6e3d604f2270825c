import { addWordTest, commonPlan } from '../lists/filter-plan';
import type { FilterPlan } from '../lists/listed-ordinals';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import { AGENT_SERVICES } from '../snapshot/snapshot-kind';
import type { ListingIndex } from '../snapshot/listing-index';
import type { AgentFilter } from './agent.args';

/** Plans a filter of collection points. */
export function planAgents(filter: AgentFilter, index: ListingIndex, snapshot: DirectorySnapshot): FilterPlan {
  const plan = commonPlan(filter, index, snapshot);
  addWordTest(plan.tests, index, 'kind', filter.kind);
  if (filter.services && filter.services.length > 0) {
    const column = index.column('services');
    const wanted = filter.services.reduce((bits, service) => bits | (1 << AGENT_SERVICES.indexOf(service)), 0);
    plan.tests.push((ordinal) => ((column[ordinal] ?? 0) & wanted) === wanted);
  }
  return plan;
}
