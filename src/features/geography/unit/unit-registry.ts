import { dayNumber, holdsOn } from '../../../shared/calendar';
import { type Unit, UnitLevel } from './unit.entity';
import type { UnitSuccession } from './unit-succession.entity';

type Succession = Pick<UnitSuccession, 'predecessorKey' | 'successorKey'>;

/** All units of one revision with their ties, for answers that must not ask the database. Immutable. */
export class UnitRegistry {
  /** In the order of codes, old before new, which is the order of all lists of units. */
  readonly units: readonly Unit[];
  private readonly byKey: ReadonlyMap<string, Unit>;
  private readonly byCode: ReadonlyMap<string, readonly Unit[]>;
  private readonly childKeys: ReadonlyMap<string, readonly string[]>;
  private readonly successorKeys: ReadonlyMap<string, readonly string[]>;
  private readonly predecessorKeys: ReadonlyMap<string, readonly string[]>;

  /** `today` is a number like 20250701; without one, units that have no last day count as those of today. */
  constructor(
    units: readonly Unit[],
    successions: readonly Succession[],
    private readonly today?: number,
  ) {
    this.units = [...units].sort(byCodeThenAge);
    this.byKey = new Map(this.units.map((unit) => [unit.unitKey, unit]));
    this.byCode = groupBy(this.units, (unit) => unit.code);
    this.childKeys = keysBy(
      this.units.filter((unit) => unit.parentKey !== null),
      (unit) => unit.parentKey ?? '',
      (unit) => unit.unitKey,
    );
    const known = successions.filter((tie) => this.byKey.has(tie.predecessorKey) && this.byKey.has(tie.successorKey));
    this.successorKeys = keysBy(
      known,
      (tie) => tie.predecessorKey,
      (tie) => tie.successorKey,
    );
    this.predecessorKeys = keysBy(
      known,
      (tie) => tie.successorKey,
      (tie) => tie.predecessorKey,
    );
  }

  /** The unit with this key, or undefined. */
  get(key: string | null): Unit | undefined {
    return key === null ? undefined : this.byKey.get(key);
  }

  /**
   * The unit that `code` names on the day `asOf`. Without a day it is the unit that exists now, or else the one that
   * ended last: a code alone can name an old unit and a different new one.
   */
  find(code: string, asOf?: string): Unit | undefined {
    const candidates = this.byCode.get(code) ?? [];
    if (asOf !== undefined) return candidates.find((unit) => holdsOn(asOf, unit.validFrom, unit.validUntil));
    return (
      candidates.find((unit) => this.exists(unit)) ??
      candidates.findLast((unit) => this.today === undefined || dayNumber(unit.validFrom, 0) <= this.today) ??
      candidates[0]
    );
  }

  /** The units that have the code on the day, or on any day without one, old before new. */
  named(code: string, asOf: string | null): readonly Unit[] {
    const candidates = this.byCode.get(code) ?? [];
    return asOf === null ? candidates : candidates.filter((unit) => holdsOn(asOf, unit.validFrom, unit.validUntil));
  }

  /** Whether the unit is one of today: lists may name units in advance, and the last day of those that will end. */
  exists({ validFrom, validUntil }: Unit): boolean {
    if (this.today === undefined) return validUntil === null;
    return dayNumber(validFrom, 0) <= this.today && this.today <= dayNumber(validUntil, Infinity);
  }

  parent(unit: Unit): Unit | undefined {
    return this.get(unit.parentKey);
  }

  /** The province that holds the unit (a province holds itself). */
  province(unit: Unit): Unit | undefined {
    let at: Unit | undefined = unit;
    while (at && at.level !== UnitLevel.PROVINCE) at = this.parent(at);
    return at;
  }

  successors(unit: Unit): Unit[] {
    return this.resolve(this.successorKeys.get(unit.unitKey));
  }

  predecessors(unit: Unit): Unit[] {
    return this.resolve(this.predecessorKeys.get(unit.unitKey));
  }

  /** The unit and all units below it in its own time. */
  descendantKeys(key: string): Set<string> {
    const found = new Set([key]);
    for (const at of found) for (const child of this.childKeys.get(at) ?? []) found.add(child);
    return found;
  }

  /**
   * Keys of all units, old and new, in which a listing may sit so that a search in `unit` finds it: the unit and what
   * lies below it, and what came before or after these.
   */
  coverage(unit: Unit): ReadonlySet<string> {
    const own = this.descendantKeys(unit.unitKey);
    const keys = new Set(own);
    for (const key of own) {
      for (const successor of this.successorKeys.get(key) ?? []) keys.add(successor);
      for (const predecessor of this.predecessorKeys.get(key) ?? []) {
        for (const below of this.descendantKeys(predecessor)) keys.add(below);
      }
    }
    return keys;
  }

  /** Units that exist today and hold (a part of) the unit: itself, or the units that followed it. */
  currentUnits(unit: Unit): Unit[] {
    const found = new Map<string, Unit>();
    const open = [unit];
    for (let at = open.pop(); at; at = open.pop()) {
      if (this.exists(at)) found.set(at.unitKey, at);
      else open.push(...this.successors(at).filter((next) => !found.has(next.unitKey)));
    }
    return [...found.values()];
  }

  private resolve(keys: readonly string[] | undefined): Unit[] {
    return (keys ?? []).map((key) => this.byKey.get(key)).filter((unit): unit is Unit => unit !== undefined);
  }
}

function byCodeThenAge(left: Unit, right: Unit): number {
  if (left.code !== right.code) return left.code < right.code ? -1 : 1;
  return (left.validFrom ?? '') < (right.validFrom ?? '') ? -1 : 1;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return keysBy(items, keyOf, (item) => item);
}

function keysBy<T, V>(items: readonly T[], keyOf: (item: T) => string, valueOf: (item: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(valueOf(item));
    else groups.set(keyOf(item), [valueOf(item)]);
  }
  return groups;
}
