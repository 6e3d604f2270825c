import { lowered } from '../../../../shared/vietnamese/marks';
import { canonicalTone, wordKey } from '../../../../shared/vietnamese/syllable';
import type { WorkSlices } from '../../../../shared/work-slices';
import type { UnitRegistry } from '../../../geography/unit/unit-registry';
import { type Unit, UnitLevel } from '../../../geography/unit/unit.entity';
import { PLACE_ALIASES } from './words';
import { wordsOf } from './words';

/** Words of a text that name units, old or new: the words `from … to` (exclusive) of a reading. */
export interface PlaceSpan {
  readonly from: number;
  readonly to: number;
  readonly units: readonly Unit[];
}

interface Node {
  readonly next: Map<string, Node>;
  readonly units: Unit[];
}

const KINDS = ['thanh pho', 'thi xa', 'thi tran', 'dac khu', 'tinh', 'quan', 'huyen', 'phuong', 'xa'].map((kind) =>
  kind.split(' '),
);

const READ_AT_ONCE = 16;
const NAMES = new WeakMap<UnitRegistry, PlaceNames>();

/** The names of all units, with and without their kind, for finding them in a text. Immutable. */
export class PlaceNames {
  private readonly root: Node = { next: new Map(), units: [] };
  private readonly covered = new Map<string, ReadonlySet<string>>();

  private constructor(private readonly registry: UnitRegistry) {}

  /** The names of the units of a registry, which are read once. */
  static of(registry: UnitRegistry): PlaceNames {
    const known = NAMES.get(registry);
    if (known) return known;
    const names = new PlaceNames(registry);
    for (const unit of registry.units) names.addUnit(unit);
    NAMES.set(registry, names);
    return names;
  }

  /** Reads the names a slice at a time, so that `of` has them. */
  static async prepare(registry: UnitRegistry, work: WorkSlices): Promise<void> {
    if (NAMES.has(registry)) return;
    const names = new PlaceNames(registry);
    for (const [at, unit] of registry.units.entries()) {
      if (at % READ_AT_ONCE === 0) await work.pause();
      names.addUnit(unit);
    }
    NAMES.set(registry, names);
  }

  /** Whether the word is in the name of a unit. */
  has(key: string): boolean {
    return this.words.has(key);
  }

  private readonly words = new Set<string>();

  /** All names of units in a list of keys, longer ones first where several begin at one word. */
  spansIn(keys: readonly string[]): PlaceSpan[] {
    const found: PlaceSpan[] = [];
    for (let from = 0; from < keys.length; from++) {
      let node: Node | undefined = this.root;
      const here: PlaceSpan[] = [];
      for (let to = from; to < keys.length && node; to++) {
        node = node.next.get(keys[to] ?? '');
        if (node && node.units.length > 0) here.unshift({ from, to: to + 1, units: node.units });
      }
      found.push(...here);
    }
    return found;
  }

  /** Keys of all units in which a listing can sit to be in `unit`. */
  coverage(unit: Unit): ReadonlySet<string> {
    let keys = this.covered.get(unit.unitKey);
    if (!keys) this.covered.set(unit.unitKey, (keys = this.registry.coverage(unit)));
    return keys;
  }

  private addUnit(unit: Unit): void {
    const full = wordsOf(lowered(unit.name)).map((word) => wordKey(canonicalTone(word.text)));
    const kind = KINDS.find((words) => words.every((word, at) => full[at] === word));
    const bare = kind && kind.length < full.length ? full.slice(kind.length) : full;
    this.addName(full, unit);
    if (bare.length === full.length || /^\d/.test(bare[0] ?? '')) return;
    if (bare.length > 1 || unit.level !== UnitLevel.COMMUNE) this.addName(bare, unit);
    for (const alias of PLACE_ALIASES.get(bare.join(' ')) ?? []) this.addName(alias, unit);
  }

  private addName(keys: readonly string[], unit: Unit): void {
    let node = this.root;
    for (const key of keys) {
      this.words.add(key);
      let next = node.next.get(key);
      if (!next) node.next.set(key, (next = { next: new Map(), units: [] }));
      node = next;
    }
    node.units.push(unit);
  }
}
