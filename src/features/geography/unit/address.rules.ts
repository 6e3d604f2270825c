import { foldMarks } from '../../../shared/vietnamese/marks';
import { wordKey } from '../../../shared/vietnamese/syllable';
import { unitsOfToday } from './current-unit.rules';
import { kindLength, nameForms, type UnitNames } from './unit-names';
import { type Unit, UnitLevel } from './unit.entity';
import type { UnitRegistry } from './unit-registry';

/** What a text is read with. */
export interface AddressTerms {
  readonly names: UnitNames;
  readonly registry: UnitRegistry;
  /** Whether the last word may be unfinished, as while someone types. */
  readonly unfinished: boolean;
}

/** Words of a text that name units: `from … to` (exclusive). */
interface Mention {
  readonly to: number;
  readonly units: readonly Unit[];
}

/** Mentions that together are the text up to a word. */
interface Division {
  readonly mentions: readonly Mention[];
  readonly cost: number;
}

/** Parts of an address that are tried without its first ones, and letters of a text that are considered. */
const MOST_PARTS = 6;
const MOST_LETTERS = 200;
/** No name of a unit has more words; and divisions of a text that are followed at once. */
const MOST_WORDS = 8;
const MOST_DIVISIONS = 4;
/** Each mention costs 1; a kind word that does not fit its name costs more than two, a word of the street more than one. */
const WRONG_KIND = 2.5;
const STREET_WORD = 1.5;
/** Units that an unfinished name can stand for; and letters it must have. */
const MOST_BEGUN = 40;
const FEWEST_LETTERS = 3;

/** Words (without marks) that begin the part of an address before its units: a number, a street, a hamlet. */
const STREET_LINE =
  /^(?:\d|(?:so|sn|nha|ngo|ngach|hem|kiet|duong|pho|dai lo|quoc lo|thon|xom|ap|ban|buon|to|khu|cum|tang|lo|toa|can)\b)/;
const WHEREABOUTS = /(?:^|\s)(?:gần|ở|tại|quanh|gan|tai)\s+(?=\S)/iu;
const LEVELS = [UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE];

/**
 * The parts of a text that may name a unit, the likeliest first: the whole, without what comes before "gần" or "ở", and
 * without the street and hamlet that an address begins with.
 */
export function addressParts(text: string): string[] {
  const considered = text.slice(0, MOST_LETTERS).trim();
  const place = considered.split(WHEREABOUTS).at(-1) ?? '';
  const lines = place.split(/[,;\n]+/).slice(0, MOST_PARTS);
  const street = lines.findIndex((line) => !STREET_LINE.test(foldMarks(line).trim()));
  const shorter = lines.slice(1, 1 + Math.max(0, street)).map((_, at) => lines.slice(at + 1).join(','));
  return [...new Set([considered, place, ...shorter])].filter((part) => part.trim() !== '');
}

/**
 * The units, old and new, that a text as a whole names, best first; empty for a text that names anything else. Each
 * reading is one way to write out the text (short forms, other names); the first that is a place counts. Names that an
 * address goes on with (district, province) choose among units of one name.
 */
export function unitsOfAddress(readings: readonly string[], terms: AddressTerms): Unit[] {
  for (const reading of readings) {
    const forms = nameForms(reading);
    const divisions = divisionsOf(forms.map(wordKey), terms);
    const found = divisions.flatMap((division) => fitting(division, terms.registry));
    const most = Math.max(...found.map(({ support }) => support));
    const best = found.filter(({ support }) => support === most).map(({ unit }) => unit);
    if (best.length > 0) return inOrder(best, forms, terms.registry);
  }
  return [];
}

/** The cheapest ways to divide the words into names of units. */
function divisionsOf(keys: readonly string[], terms: AddressTerms): Division[] {
  const at: Division[][] = keys.map(() => []);
  const startsWithStreet = STREET_LINE.test(keys.join(' '));
  at[0] = [{ mentions: [], cost: 0 }];
  for (let from = 0; from < keys.length; from++) {
    if (from > 0 && startsWithStreet && kindLength(keys, from) > 0)
      at[from]?.push({ mentions: [], cost: from * STREET_WORD });
    const here = cheapest(at[from] ?? []);
    if (here.length === 0) continue;
    const reach = (to: number, cost: number, mention?: Mention): void => {
      for (const division of here)
        (at[to] ??= []).push({
          mentions: mention ? [...division.mentions, mention] : division.mentions,
          cost: division.cost + cost,
        });
    };
    const kind = kindLength(keys, from);
    if (kind > 0 && from + kind < keys.length) reach(from + kind, WRONG_KIND);
    for (const mention of mentionsAt(keys, from, terms)) reach(mention.to, 1, mention);
  }
  const whole = cheapest(at[keys.length] ?? []).filter(({ mentions }) => mentions.length > 0);
  return whole.filter(({ cost }) => cost < (whole[0]?.cost ?? 0) + 1);
}

function cheapest(divisions: readonly Division[]): Division[] {
  return divisions.toSorted((left, right) => left.cost - right.cost).slice(0, MOST_DIVISIONS);
}

function mentionsAt(keys: readonly string[], from: number, { names, unfinished }: AddressTerms): Mention[] {
  const found: Mention[] = [];
  for (let to = Math.min(keys.length, from + MOST_WORDS); to > from; to--) {
    const name = keys.slice(from, to).join(' ');
    const units = [...names.named(name)];
    const isKind = kindLength(keys, from) === to - from;
    if (unfinished && to === keys.length && !isKind && name.length >= FEWEST_LETTERS)
      units.push(...names.begun(name, MOST_BEGUN));
    if (units.length > 0) found.push({ to, units: [...new Set(units)] });
  }
  return found;
}

/** The units of the first name that most of the others hold; of a later name, when those of the first fit fewer. */
function fitting({ mentions }: Division, registry: UnitRegistry): { unit: Unit; support: number }[] {
  const found = mentions.flatMap(({ units }, own) =>
    units.map((unit) => {
      const holding = holdingKeys(unit, registry);
      const others = mentions.filter((_, other) => other !== own);
      const support = others.filter((other) => other.units.some(({ unitKey }) => holding.has(unitKey))).length;
      return { unit, own, support };
    }),
  );
  const most = Math.max(...found.map(({ support }) => support));
  const first = found.find(({ support }) => support === most)?.own;
  return found.filter(({ own, support }) => own === first && support === most);
}

/** Keys of the units, of all times, that hold the unit or a part of it. */
function holdingKeys(unit: Unit, registry: UnitRegistry): Set<string> {
  const found = new Set<string>();
  for (const same of [unit, ...unitsOfToday(unit, registry), ...registry.predecessors(unit)])
    for (let at: Unit | undefined = same; at; at = registry.parent(at)) found.add(at.unitKey);
  return found;
}

/** Without old units that are one of today under the same name; marks as typed first, today before former times. */
function inOrder(units: readonly Unit[], forms: readonly string[], registry: UnitRegistry): Unit[] {
  const all = [...new Set(units)];
  const lasting = all.filter((unit) => {
    if (registry.exists(unit)) return true;
    const [today, ...others] = unitsOfToday(unit, registry);
    return others.length > 0 || !today || today.level !== unit.level || !all.includes(today);
  });
  const ranked = lasting.map((unit) => ({ unit, rank: rankOf(unit, forms, registry) }));
  ranked.sort((left, right) => left.rank - right.rank || (left.unit.unitKey < right.unit.unitKey ? -1 : 1));
  return ranked.map(({ unit }) => unit);
}

function rankOf(unit: Unit, forms: readonly string[], registry: UnitRegistry): number {
  const own = nameForms(unit.name);
  const bare = own.slice(kindLength(own.map(wordKey)));
  const start = forms.findIndex((form) => wordKey(form) === wordKey(bare[0] ?? ''));
  const said = start < 0 ? [] : forms.slice(start, start + bare.length);
  const otherMarks = said.filter((form, at) => foldMarks(form) !== form && form !== bare[at]).length;
  const unsaid = bare.filter((form, at) => wordKey(form) !== wordKey(said[at] ?? '')).length;
  return (unsaid > 0 ? 100 : 0) + otherMarks * 10 + (registry.exists(unit) ? 0 : 5) + LEVELS.indexOf(unit.level);
}
