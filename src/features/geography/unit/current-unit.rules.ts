import type { BoundaryIndex } from '../boundary/boundary-index';
import type { Position } from '../position.types';
import { PositionPrecision } from '../position.types';
import { type Unit, UnitLevel } from './unit.entity';
import type { UnitRegistry } from './unit-registry';

const EXACT_ENOUGH: ReadonlySet<PositionPrecision> = new Set([
  PositionPrecision.BUILDING,
  PositionPrecision.STREET,
  PositionPrecision.COMMUNE,
]);

interface Place {
  readonly position: Position | null;
  readonly positionPrecision: PositionPrecision | null;
}

/**
 * The unit of today in which a place lies that a source puts into `stated`, an old or a new unit. Where the old unit was
 * split, an exact enough position decides; else it is the smallest unit that surely holds the place.
 */
export function currentUnitOf(
  stated: Unit,
  place: Place,
  registry: UnitRegistry,
  boundaries: BoundaryIndex,
): Unit | null {
  const candidates = unitsOfToday(stated, registry);
  if (candidates.length === 1) return candidates[0] ?? null;
  const located = locatedUnit(place, candidates, boundaries);
  if (located) return located;
  const provinces = new Set(candidates.map((unit) => registry.province(unit)));
  const [only] = provinces;
  return provinces.size === 1 && only ? only : null;
}

/**
 * The units of today that hold a unit, old or new, or parts of it: itself while it exists, else what followed it. An old
 * district has no successor of its own: what followed its communes did, or else its province.
 */
export function unitsOfToday(stated: Unit, registry: UnitRegistry): Unit[] {
  if (registry.exists(stated)) return [stated];
  const direct = registry.currentUnits(stated);
  if (direct.length > 0 || stated.level === UnitLevel.COMMUNE) return direct;
  const below = new Map<string, Unit>();
  for (const key of registry.descendantKeys(stated.unitKey)) {
    const unit = registry.get(key);
    if (unit) for (const current of registry.currentUnits(unit)) below.set(current.unitKey, current);
  }
  if (below.size > 0) return [...below.values()];
  const parent = registry.parent(stated);
  return parent ? registry.currentUnits(parent) : [];
}

function locatedUnit(place: Place, candidates: readonly Unit[], boundaries: BoundaryIndex): Unit | undefined {
  if (!place.position || !place.positionPrecision || !EXACT_ENOUGH.has(place.positionPrecision)) return undefined;
  const keys = boundaries.locate(place.position.longitude, place.position.latitude);
  return candidates.find((unit) => keys.includes(unit.unitKey));
}
