import { holdsOn } from '../../../shared/calendar';
import { badInput, type DomainError } from '../../../shared/errors';
import { foldMarks } from '../../../shared/vietnamese/marks';
import { wordKey } from '../../../shared/vietnamese/syllable';
import type { WorkSlices } from '../../../shared/work-slices';
import { nameForms } from './unit-names';
import type { Unit, UnitLevel } from './unit.entity';
import type { UnitRegistry } from './unit-registry';

/** Which units are wanted; all conditions hold together. */
export interface UnitFilter {
  readonly text?: string | null;
  /** Further ways to read the text: short forms and other names written out. */
  readonly readings?: readonly string[];
  readonly level?: UnitLevel | null;
  readonly levels?: readonly UnitLevel[] | null;
  readonly parentCode?: string | null;
  /** The day on which they exist; null for those of all days. */
  readonly asOf: string | null;
}

const TESTED_AT_ONCE = 32;

/**
 * The units that meet the conditions; the best match of `text` first, then by code, old before new. Throws BAD_USER_INPUT
 * for a text without a word.
 */
export async function unitsMatching(registry: UnitRegistry, filter: UnitFilter, work: WorkSlices): Promise<Unit[]> {
  const { asOf, level, levels, parentCode, text } = filter;
  if (levels?.length === 0) throw noLevels();
  const parents = parentCode === null || parentCode === undefined ? null : registry.named(parentCode, asOf);
  const rank = text === null || text === undefined ? null : bestRank([text, ...(filter.readings ?? [])]);
  const found: { unit: Unit; rank: number }[] = [];
  for (const [at, unit] of registry.units.entries()) {
    if (at % TESTED_AT_ONCE === 0) await work.pause();
    if (asOf !== null && !holdsOn(asOf, unit.validFrom, unit.validUntil)) continue;
    if (level && unit.level !== level) continue;
    if (levels?.includes(unit.level) === false) continue;
    if (parents?.some(({ unitKey }) => unitKey === unit.parentKey) === false) continue;
    const place = rank ? rank(unit) : 0;
    if (place !== null) found.push({ unit, rank: place });
  }
  if (rank) found.sort((left, right) => left.rank - right.rank);
  return found.map(({ unit }) => unit);
}

function noLevels(): DomainError {
  return badInput('levels', {
    en: '`levels` is empty, so nothing could be found; leave it out to list all.',
    vi: '`levels` đang trống nên không thể tìm thấy gì; hãy bỏ đi để liệt kê tất cả.',
  });
}

const NUMBER = /^\d+$/;
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

/** Tells how well a unit matches the text in the reading that fits it best; the first one is what was typed. */
function bestRank(texts: readonly string[]): (unit: Unit) => number | null {
  const ranks = texts.map(rankBy);
  return (unit) => {
    const found = ranks.flatMap((rank) => rank(unit) ?? []);
    return found.length > 0 ? Math.min(...found) : null;
  };
}

/** Whether a typed word begins a word of a name; a number is that number or none (`1`, `01`; not `10`). */
function begins(word: string, name: string): boolean {
  return NUMBER.test(word) && NUMBER.test(name) ? Number(word) === Number(name) : name.startsWith(word);
}

/**
 * Tells how well a unit matches a text, 0 best, null for not at all. Every word must begin a word of the name or be the
 * code; whole names come before parts of names, words as typed before those with other marks or in another order.
 */
function rankBy(text: string): (unit: Unit) => number | null {
  const considered = text.slice(0, MOST_LETTERS);
  const code = considered.trim();
  const forms = nameForms(considered);
  const words = wordsOf(considered);
  if (words.length === 0) {
    throw badInput('text', {
      en: '`text` has no letter and no digit; leave it out to list everything.',
      vi: '`text` không có chữ hay số nào; hãy bỏ đi để liệt kê tất cả.',
    });
  }
  return (unit) => {
    const names = nameWords(unit);
    const matches = words.every((word) => unit.code === word || names.some((name) => begins(word, name)));
    return matches ? rankOf(unit, code, forms) : null;
  };
}

function rankOf(unit: Unit, code: string, forms: readonly string[]): number {
  if (unit.code === code) return 0;
  const own = nameForms(unit.name);
  const end = own.slice(-forms.length);
  if (end.length === forms.length && forms.every((form, at) => isSaid(form, end[at] ?? ''))) {
    const otherMarks = forms.some((form, at) => foldMarks(form) !== form && form !== end[at]);
    return (own.length === forms.length ? 1 : 2) + (otherMarks ? 2 : 0);
  }
  if (forms.every((form) => own.some((name) => isSaid(form, name)))) return own.length - forms.length <= 1 ? 5 : 6;
  return 7;
}

/** Whether a typed word is a word of a name, marks aside; numbers are compared as such. */
function isSaid(form: string, name: string): boolean {
  return wordKey(form) === wordKey(name);
}

function wordsOf(text: string): string[] {
  return foldMarks(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
