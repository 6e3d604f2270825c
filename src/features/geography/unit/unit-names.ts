import { lowered } from '../../../shared/vietnamese/marks';
import { canonicalTone, wordKey } from '../../../shared/vietnamese/syllable';
import type { WorkSlices } from '../../../shared/work-slices';
import type { Unit } from './unit.entity';
import type { UnitRegistry } from './unit-registry';

const KINDS = ['thanh pho', 'thi xa', 'thi tran', 'dac khu', 'tinh', 'quan', 'huyen', 'phuong', 'xa'];
const READ_AT_ONCE = 32;
const NAMES = new WeakMap<UnitRegistry, UnitNames>();

/** The words of a name as they are compared: small, tones in canonical place. */
export function nameForms(text: string): string[] {
  return lowered(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(canonicalTone);
}

/** How many words at a place of a list of keys are the kind of a unit (`thành phố`); 0 for none. */
export function kindLength(keys: readonly string[], at = 0): number {
  const kind = KINDS.find((words) => words === keys.slice(at, at + words.split(' ').length).join(' '));
  return kind?.split(' ').length ?? 0;
}

/** The names of all units, with and without their kind, by whole names and by their beginnings. Immutable. */
export class UnitNames {
  private readonly byName = new Map<string, Unit[]>();
  private sorted: readonly string[] = [];

  private constructor() {}

  /** The names of the units of a registry, which are read once, a slice at a time. */
  static async of(registry: UnitRegistry, work: WorkSlices): Promise<UnitNames> {
    const known = NAMES.get(registry);
    if (known) return known;
    const names = new UnitNames();
    for (const [at, unit] of registry.units.entries()) {
      if (at % READ_AT_ONCE === 0) await work.pause();
      names.add(unit);
    }
    await work.turn();
    names.sorted = [...names.byName.keys()].sort();
    NAMES.set(registry, names);
    return names;
  }

  /** The units with this name, with or without its kind, as keys joined by blanks. */
  named(name: string): readonly Unit[] {
    return this.byName.get(name) ?? [];
  }

  /** The units whose names go on after these keys, the last of which may be unfinished; a number is a whole one. */
  begun(name: string, most: number): Unit[] {
    const found = new Set<Unit>();
    const start = /\d$/.test(name) ? `${name} ` : name;
    for (let at = this.firstFrom(start); found.size < most; at++) {
      const other = this.sorted[at];
      if (!other?.startsWith(start)) break;
      if (other !== name) for (const unit of this.named(other)) found.add(unit);
    }
    return [...found];
  }

  private firstFrom(name: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? '') < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private add(unit: Unit): void {
    const keys = nameForms(unit.name).map(wordKey);
    const bare = keys.slice(kindLength(keys));
    this.addName(keys.join(' '), unit);
    // A number alone names nothing: there are dozens of `Phường 1`.
    if (bare.length > 0 && bare.length < keys.length && !/^\d+$/.test(bare.join('')))
      this.addName(bare.join(' '), unit);
  }

  private addName(name: string, unit: Unit): void {
    const known = this.byName.get(name);
    if (known) known.push(unit);
    else this.byName.set(name, [unit]);
  }
}
