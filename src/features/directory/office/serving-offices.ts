import type { Unit } from '../../geography/unit/unit.entity';
import { UnitLevel } from '../../geography/unit/unit.entity';
import type { Geography, DirectorySnapshot } from '../snapshot/directory-snapshot';
import { Office } from './office.entity';
import { OfficeLevel } from './office.types';

/** What is asked of geography to know which offices serve a place. */
type Places = Pick<Geography, 'units' | 'jurisdictions'>;

/**
 * Codes of the offices that serve what a unit has become, those that serve most of its communes first; of as many, by
 * code.
 */
export function servingCodes(unit: Unit, { units, jurisdictions }: Places): string[] {
  const communes = [...units.descendantKeys(unit.unitKey)].flatMap((key) => units.get(key) ?? []);
  const counts = new Map<string, number>();
  for (const commune of communes) {
    for (const today of units.currentUnits(commune)) {
      const code = jurisdictions.officeCode(today.unitKey);
      if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([left, most], [right, count]) => count - most || (left < right ? -1 : 1));
  return ranked.map(([code]) => code);
}

/**
 * Ordinals of the offices in force on a day that took the place of one that has ended: its successors by name, else those
 * responsible for what its unit has become, else the office of that province. Empty when none is known.
 */
export function officesInPlaceOf(snapshot: DirectorySnapshot, ordinal: number, day: number): number[] {
  const index = snapshot.listingsOf(Office);
  const code = index.codeOf(ordinal);
  const inForce = index.inForceTest(day);
  const follows = index.anyWordTest('predecessorCodes', (codes) => (JSON.parse(codes) as string[]).includes(code));
  const successors = index.filter((other) => follows(other) && inForce(other));
  if (successors.length > 0) return [...successors];
  const unit = snapshot.geography.units.get(index.unitKeyOf(ordinal));
  if (!unit) return [];
  const serving = servingCodes(unit, snapshot.geography).map((each) => index.ordinalOf(each));
  const present = serving.filter((other) => other >= 0 && inForce(other));
  return present.length > 0 ? present : provincialOffices(snapshot, unit, day);
}

/** The offices of the provinces of today that hold what a unit has become. */
function provincialOffices(snapshot: DirectorySnapshot, unit: Unit, day: number): number[] {
  const { units } = snapshot.geography;
  const province = units.province(unit);
  const today = province ? units.currentUnits(province).filter(({ level }) => level === UnitLevel.PROVINCE) : [];
  const index = snapshot.listingsOf(Office);
  const isProvincial = index.wordTest('level', OfficeLevel.PROVINCE);
  const inForce = index.inForceTest(day);
  const isThere = index.unitTest(new Set(today.map(({ unitKey }) => unitKey)));
  return [...index.filter((ordinal) => isProvincial(ordinal) && inForce(ordinal) && isThere(ordinal))];
}
