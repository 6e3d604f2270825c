import { holdsOn } from '../../../shared/calendar';
import { badInput } from '../../../shared/errors';
import { foldMarks, lowered } from '../../../shared/vietnamese/marks';
import type { Unit, UnitLevel } from './unit.entity';
import type { UnitRegistry } from './unit-registry';

/** Which units are wanted; all conditions hold together. */
export interface UnitFilter {
  readonly text?: string | null;
  readonly level?: UnitLevel | null;
  readonly parentCode?: string | null;
  readonly asOf: string;
}

/**
 * The units that exist on the day and meet the conditions; the best match of `text` first, then by code. Throws
 * BAD_USER_INPUT for a text without a word.
 */
export function unitsMatching(registry: UnitRegistry, filter: UnitFilter): Unit[] {
  const hasParent = filter.parentCode !== null && filter.parentCode !== undefined;
  const parent = hasParent ? registry.find(filter.parentCode ?? '', filter.asOf) : undefined;
  const found = registry.units.filter(
    (unit) =>
      holdsOn(filter.asOf, unit.validFrom, unit.validUntil) &&
      (!filter.level || unit.level === filter.level) &&
      (!hasParent || (parent !== undefined && unit.parentKey === parent.unitKey)),
  );
  return filter.text === null || filter.text === undefined ? found : bestFirst(found, filter.text);
}

/** Letters of a text that are considered; no name of a unit has half as many. */
const MOST_LETTERS = 200;
/** The words of the names of each unit, folded once: a search goes over all units. */
const wordsOfUnits = new WeakMap<Unit, readonly string[]>();

function nameWords(unit: Unit): readonly string[] {
  const known = wordsOfUnits.get(unit);
  if (known) return known;
  const words = [...wordsOf(unit.name), ...wordsOf(unit.nameEn ?? '')];
  wordsOfUnits.set(unit, words);
  return words;
}

/** Every word must begin a word of the name or be the code; whole names come before parts of names. */
function bestFirst(units: readonly Unit[], text: string): Unit[] {
  const considered = text.slice(0, MOST_LETTERS);
  const exact = lowered(considered).trim();
  const words = wordsOf(considered);
  if (words.length === 0) {
    throw badInput('text', {
      en: '`text` has no letter and no digit; leave it out to list everything.',
      vi: '`text` không có chữ hay số nào; hãy bỏ đi để liệt kê tất cả.',
    });
  }
  const ranked = units.flatMap((unit) => {
    const names = nameWords(unit);
    const matches = words.every((word) => unit.code === word || names.some((name) => name.startsWith(word)));
    return matches ? [{ unit, rank: rankOf(unit, exact, words) }] : [];
  });
  ranked.sort((left, right) => left.rank - right.rank);
  return ranked.map(({ unit }) => unit);
}

function rankOf(unit: Unit, exact: string, words: readonly string[]): number {
  const name = lowered(unit.name);
  if (unit.code === exact) return 0;
  if (name === exact) return 1;
  if (name.endsWith(` ${exact}`)) return 2;
  const own = wordsOf(unit.name);
  if (words.every((word) => own.includes(word))) return own.length - words.length <= 1 ? 3 : 4;
  return 5;
}

function wordsOf(text: string): string[] {
  return foldMarks(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
