import { foldMarks, lowered } from '../../shared/vietnamese/marks';
import { wordsOf } from '../../features/directory/search/read/words';
import { ABBREVIATIONS } from '../../features/directory/search/read/abbreviations';
import { below, chance, oneOf, type RandomSource } from '../../seeding/random';
import { type BenchmarkData, type BenchmarkListing } from './benchmark-data';
import { type NormalNames, normalWords } from './normal-names';
import { misMarked, slipped, telexKeys, vniKeys } from './typing-noise';

/** A query with the listings (by their place in the list) that are right answers to it. */
export interface BenchmarkQuery {
  readonly family: string;
  readonly text: string;
  readonly target: number;
  readonly accepted: ReadonlySet<number>;
}

/** What makes queries of one family; null where a name does not lend itself to it. */
export type QueryFamily = (source: QuerySource) => { text: string; accepted?: Iterable<number> } | null;

/** What a query is made from. */
interface QuerySource {
  readonly name: string;
  readonly words: readonly string[];
  readonly target: number;
  readonly random: RandomSource;
  readonly names: NormalNames;
  readonly listings: readonly BenchmarkListing[];
  readonly data: BenchmarkData;
}

const LETTERS_ONLY = /^\p{L}+$/u;

/** One or several words of the text with a slip; words of one letter and numbers are left alone. */
function withSlips(
  words: readonly string[],
  count: number,
  random: RandomSource,
  slip: (word: string, random: RandomSource) => string,
): string {
  const result = [...words];
  const able = result.flatMap((word, at) => (word.length > 1 && LETTERS_ONLY.test(word) ? [at] : []));
  for (let left = count; left > 0 && able.length > 0; left--) {
    const at = able.splice(below(random, able.length), 1)[0] ?? 0;
    result[at] = slip(result[at] ?? '', random);
  }
  return result.join(' ');
}

/** Phrases that have a short form written short; null when the name has none. */
function abbreviated(words: readonly string[], random: RandomSource): string | null {
  const text = words.map(lowered).join(' ');
  const shorts = [...ABBREVIATIONS]
    .filter(([, readings]) => text.includes(readings[0]?.join(' ') ?? '-'))
    .sort(([, left], [, right]) => (right[0]?.length ?? 0) - (left[0]?.length ?? 0));
  let result = text;
  for (const [short, [phrase = []]] of shorts) {
    if (chance(random, 0.8))
      result = result.replace(phrase.join(' '), chance(random, 0.5) ? short.toUpperCase() : short);
  }
  return result === text ? null : result;
}

function place(source: QuerySource): { text: string; accepted: Iterable<number> } | null {
  const { listings, data, target, random, names } = source;
  const own = data.units.get(listings[target]?.unitKey ?? null);
  if (!own) return null;
  const above = [own, ...data.units.predecessors(own)].flatMap((unit) => [
    data.units.parent(unit),
    data.units.province(unit),
  ]);
  const units = above.filter((unit) => unit !== undefined && unit !== own);
  const unit = units.length > 0 ? oneOf(random, units) : own;
  if (!unit) return null;
  const covered = data.units.coverage(unit);
  const bare = unit.name.replace(/^(Tỉnh|Thành phố|Quận|Huyện|Thị xã) (?=\D)/u, '');
  const text = `${source.words.join(' ')} ${chance(random, 0.5) ? unit.name : bare}`;
  const accepted = names.named(names.nameOf(target)).filter((each) => covered.has(listings[each]?.unitKey ?? ''));
  return { text: chance(random, 0.5) ? foldMarks(text) : lowered(text), accepted };
}

/** The families of the benchmark, by name. */
export const QUERY_FAMILIES: Readonly<Record<string, QueryFamily>> = {
  exact: ({ name }) => ({ text: name }),
  folded: ({ name }) => ({ text: foldMarks(name) }),
  'slip, marked': ({ words, random }) => ({ text: withSlips(words.map(lowered), 1, random, slipped) }),
  'wrong marks': ({ words, random }) => ({ text: withSlips(words.map(lowered), 2, random, misMarked) }),
  'slips, folded': ({ words, random }) => ({
    text: withSlips(words.map(foldMarks), 1 + below(random, 2), random, slipped),
  }),
  abbreviated: ({ words, random }) => {
    const text = abbreviated(words, random);
    return text === null ? null : { text: chance(random, 0.5) ? foldMarks(text) : text };
  },
  telex: ({ words, random }) => {
    const last = chance(random, 0.6);
    return { text: words.map((word) => telexKeys(word, last)).join(' ') };
  },
  vni: ({ words, random }) => {
    const last = chance(random, 0.6);
    return { text: words.map((word) => vniKeys(word, last)).join(' ') };
  },
  prefix: ({ words, random, names, target }) => {
    const last = words.at(-1) ?? '';
    if (last.length < 2 || words.length < 3) return null;
    const cut = foldMarks([...words.slice(0, -1), last.slice(0, 1 + below(random, last.length - 1))].join(' '));
    const normal = normalWords(cut).join(' ');
    return {
      text: cut,
      accepted: [...names.where((name) => name.startsWith(normal)), ...names.named(names.nameOf(target))],
    };
  },
  reordered: ({ words, random }) => {
    if (words.length < 4) return null;
    const turn = 1 + below(random, words.length - 1);
    return { text: foldMarks([...words.slice(turn), ...words.slice(0, turn)].join(' ')) };
  },
  'missing word': ({ words, random, names, target }) => {
    if (words.length < 4) return null;
    const gone = below(random, words.length);
    const left = words.filter((_, at) => at !== gone);
    const normal = normalWords(foldMarks(left.join(' ')));
    const without = (name: string): boolean => {
      const own = name.split(' ');
      return (
        own.length === normal.length + 1 &&
        own.some((_, skip) => own.every((word, at) => at === skip || word === normal[at < skip ? at : at - 1]))
      );
    };
    return {
      text: foldMarks(left.join(' ')),
      accepted: [...names.where(without), ...names.named(names.nameOf(target)), ...names.named(normal.join(' '))],
    };
  },
  'run together': ({ words, random }) => {
    if (words.length < 3) return null;
    const at = below(random, words.length - 1);
    const joined = words.flatMap((word, i) => (i === at ? [word + (words[i + 1] ?? '')] : i === at + 1 ? [] : [word]));
    return { text: foldMarks(chance(random, 0.2) ? words.join('') : joined.join(' ')) };
  },
  'with a place': place,
};

/** The words of a name as typed in a query. */
export function typedWords(name: string): string[] {
  return wordsOf(name.normalize('NFC')).map((word) => word.text);
}
