import type { StatutoryTable, ValueInForce } from '../statutory/statutory-table';
import { StatutoryFact } from '../statutory/statutory-value.entity';

/** Percent of the costs that insurance pays at a benefit level on a day; null when no row says it. */
export function coverageOf(table: StatutoryTable, benefitLevel: number, day: string): ValueInForce | null {
  return table.on(StatutoryFact.COVERAGE_PERCENT, String(benefitLevel), day);
}

/** The benefit level of an object (mã đối tượng) on a day; null for an object that no row names. */
export function levelOfObject(table: StatutoryTable, objectCode: string, day: string): number | null {
  return table.on(StatutoryFact.BENEFIT_LEVEL, objectCode, day)?.value ?? null;
}
