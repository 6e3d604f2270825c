import { addWordTest, commonPlan, type FilterPlan, type PlanTerms } from '../lists/filter-plan';
import type { AgentFilter } from './agent.args';
import { AGENT_SERVICES } from './agent.types';

/** Plans a filter of collection points. */
export function planAgents(filter: AgentFilter, terms: PlanTerms): FilterPlan {
  const { index } = terms;
  const plan = commonPlan(filter, terms);
  addWordTest(plan.tests, index, 'kind', filter.kind, { name: 'kinds', words: filter.kinds });
  if (filter.services && filter.services.length > 0) {
    const column = index.column('services');
    const wanted = filter.services.reduce((bits, service) => bits | (1 << AGENT_SERVICES.indexOf(service)), 0);
    plan.tests.push((ordinal) => ((column[ordinal] ?? 0) & wanted) === wanted);
  }
  return plan;
}
