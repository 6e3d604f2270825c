import { holdsOn } from '../../shared/calendar';
import type { Unit } from '../geography/unit/unit.entity';
import type { UnitRegistry } from '../geography/unit/unit-registry';
import type { StatutoryTable } from '../statutory/statutory-table';
import { StatutoryFact } from '../statutory/statutory-value.entity';

type Units = Pick<UnitRegistry, 'parent' | 'predecessors' | 'successors'>;

/**
 * The region of wages (vùng lương tối thiểu), 1 to 4, in which a unit lay on a day (`YYYY-MM-DD`). The row of the unit
 * itself counts, else that of the nearest unit above it. For a day on which the unit was not there yet, or no more, what
 * was there in its place is asked, and has to lie in one region; null when no row says it.
 */
export function wageRegion(table: StatutoryTable, units: Units, unit: Unit, day: string): number | null {
  if (holdsOn(day, unit.validFrom, unit.validUntil)) {
    const parent = units.parent(unit);
    return ownRegion(table, unit, day) ?? (parent ? wageRegion(table, units, parent, day) : null);
  }
  const isBefore = unit.validFrom !== null && day < unit.validFrom;
  const inItsPlace = isBefore ? units.predecessors(unit) : units.successors(unit);
  const regions = new Set(inItsPlace.map((other) => wageRegion(table, units, other, day)));
  const [only = null] = regions;
  return regions.size === 1 ? only : null;
}

/** Rows name a unit by the code that it has on their first day; another unit may have had the code before. */
function ownRegion(table: StatutoryTable, { code, validFrom }: Unit, day: string): number | null {
  const row = table.on(StatutoryFact.WAGE_REGION, code, day);
  return row && row.validFrom >= (validFrom ?? '') ? row.value : null;
}
