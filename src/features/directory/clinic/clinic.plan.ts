import { addWordTest, commonPlan, intervalTest, isGiven, type FilterPlan, type PlanTerms } from '../lists/filter-plan';
import type { ClinicFilter } from './clinic.args';

/** Plans a filter of clinics. */
export function planClinics(filter: ClinicFilter, terms: PlanTerms): FilterPlan {
  const { index, today } = terms;
  const plan = commonPlan(filter, terms);
  addWordTest(plan.tests, index, 'type', filter.type, { name: 'types', words: filter.types });
  addWordTest(plan.tests, index, 'level', filter.level, { name: 'levels', words: filter.levels });
  addWordTest(plan.tests, index, 'formerLevel', filter.formerLevel, {
    name: 'formerLevels',
    words: filter.formerLevels,
  });
  if (isGiven(filter.initialRegistration)) {
    const column = index.column('initialRegistration');
    const wanted = Number(filter.initialRegistration);
    plan.tests.push((ordinal) => column[ordinal] === wanted);
  }
  if (isGiven(filter.contractedOn)) plan.tests.push(intervalTest(index, 'contract', filter.contractedOn));
  if (isGiven(filter.issuesSickLeave)) {
    const issues = intervalTest(index, 'sickLeave', filter.contractedOn ?? today);
    const onRecord = index.column('sickLeaveOnRecord');
    const wanted = filter.issuesSickLeave;
    plan.tests.push((ordinal) => onRecord[ordinal] === 1 && issues(ordinal) === wanted);
  }
  return plan;
}
