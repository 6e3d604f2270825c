import type { StatutoryTable, ValueInForce } from '../statutory/statutory-table';
import { StatutoryFact } from '../statutory/statutory-value.entity';
import { type InsuranceKind } from './insurance-kind.types';
import { SalaryCapBasis, StatutoryGap } from './statutory.types';

/** Whose salary is capped, where and when. */
export interface CappedSalary {
  readonly kind: InsuranceKind;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Whether the salary follows the pay scale of the state (a coefficient is on record). */
  readonly isStatePay: boolean;
  /** Region of wages of the employer, 1 to 4, or why it is not known. */
  readonly region: number | StatutoryGap;
}

/** The largest salary that contributions of a month are based on. */
export interface CapInForce {
  readonly amountVnd: number;
  readonly basis: SalaryCapBasis;
  /** What the cap is a multiple of. */
  readonly base: ValueInForce;
  readonly multiple: ValueInForce;
  readonly region: number | null;
}

/** The state's base salary in a month, đồng; null when no row says it. */
export function baseSalary(table: StatutoryTable, month: string): ValueInForce | null {
  return table.on(StatutoryFact.BASE_SALARY, '', firstDay(month));
}

/**
 * The cap of an insurance in a month: a multiple of the base salary, or for unemployment insurance, unless the state's
 * scale pays, of the minimum wage of the employer's region. What is not on record is said to be unknown.
 */
export function salaryCap(table: StatutoryTable, salary: CappedSalary): CapInForce | StatutoryGap {
  const { month, region } = salary;
  const found = multipleOf(table, salary);
  if (!found) return StatutoryGap.NO_VALUE;
  const { basis, multiple } = found;
  if (basis === SalaryCapBasis.BASE_SALARY) return capped(basis, baseSalary(table, month), multiple, null);
  if (typeof region !== 'number') return region;
  const wage = table.on(StatutoryFact.REGIONAL_MINIMUM_WAGE, String(region), firstDay(month));
  return capped(basis, wage, multiple, region);
}

function capped(
  basis: SalaryCapBasis,
  base: ValueInForce | null,
  multiple: ValueInForce,
  region: number | null,
): CapInForce | StatutoryGap {
  if (!base) return StatutoryGap.NO_VALUE;
  return { amountVnd: base.value * multiple.value, basis, base, multiple, region };
}

function multipleOf(
  table: StatutoryTable,
  { kind, month, isStatePay }: CappedSalary,
): { basis: SalaryCapBasis; multiple: ValueInForce } | null {
  for (const subject of isStatePay ? [`${kind}.STATE_PAY`, kind] : [kind]) {
    for (const [fact, basis] of BASES) {
      const multiple = table.on(fact, subject, firstDay(month));
      if (multiple) return { basis, multiple };
    }
  }
  return null;
}

const BASES = [
  [StatutoryFact.CAP_IN_BASE_SALARIES, SalaryCapBasis.BASE_SALARY],
  [StatutoryFact.CAP_IN_REGIONAL_MINIMUM_WAGES, SalaryCapBasis.REGIONAL_MINIMUM_WAGE],
] as const;

function firstDay(month: string): string {
  return `${month}-01`;
}
