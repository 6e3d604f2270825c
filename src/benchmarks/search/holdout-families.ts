import { foldMarks, lowered } from '../../shared/vietnamese/marks';
import { readAbbreviation } from '../../features/directory/search/read/abbreviations';
import { below, chance, oneOf, type RandomSource } from '../../seeding/random';
import { type QueryFamily } from './query-families';
import { normalWords } from './normal-names';
import { telexKeys } from './typing-noise';

/**
 * Queries built in another way than those of `QUERY_FAMILIES`, so that what was tuned on those shows here: noise falls on
 * single characters of the whole text at a rate, not on chosen words, and several kinds of noise meet in one query.
 */
const ALPHABET = 'abcdeghiklmnopqrstuvxy';

/** Every character can go wrong, blanks too, at `rate` a character. */
function noisy(text: string, rate: number, random: RandomSource): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/\d/.test(character) || !chance(random, rate)) {
      result += character;
      continue;
    }
    const roll = random();
    if (roll < 0.3) continue;
    if (roll < 0.55) result += character + oneOf(random, [...ALPHABET]);
    else if (roll < 0.8 && character !== ' ') result += oneOf(random, [...ALPHABET]);
    else if (at + 1 < text.length) result += text.charAt(++at) + character;
    else result += character;
  }
  return result;
}

/** The first letters of the words before the proper name, as people shorten: `TYT`, `BVDK`. */
function shortHead(words: readonly string[]): string | null {
  for (let length = Math.min(4, words.length - 1); length >= 2; length--) {
    const short = words
      .slice(0, length)
      .map((word) => foldMarks(word).charAt(0))
      .join('');
    const reading = readAbbreviation(short, false)[0]?.map(foldMarks).join(' ');
    if (reading === words.slice(0, length).map(foldMarks).join(' ')) return [short, ...words.slice(length)].join(' ');
  }
  return null;
}

const SENTENCES = ['cho hỏi % ở đâu', 'tìm %', 'địa chỉ %', '%, Việt Nam', '"%"', '% ?'];

/** The families of the hold-out, by name. */
export const HOLDOUT_FAMILIES: Readonly<Record<string, QueryFamily>> = {
  'upper case': ({ name }) => ({ text: name.toUpperCase() }),
  'decomposed letters': ({ name }) => ({ text: lowered(name).normalize('NFD') }),
  'noise 3 %': ({ name, random }) => ({ text: noisy(foldMarks(name), 0.03, random) }),
  'noise 6 %': ({ name, random }) => ({ text: noisy(foldMarks(name), 0.06, random) }),
  'noise 4 %, marked': ({ name, random }) => ({ text: noisy(lowered(name), 0.04, random) }),
  'some marks': ({ words, random }) => ({
    text: words.map((word) => (chance(random, 0.5) ? foldMarks(word) : lowered(word))).join(' '),
  }),
  'short head': ({ words, random }) => {
    const text = shortHead(words);
    return text === null ? null : { text: noisy(foldMarks(text), 0.01, random) };
  },
  'some telex': ({ words, random }) => ({
    text: words.map((word) => (chance(random, 0.4) ? telexKeys(word, chance(random, 0.5)) : lowered(word))).join(' '),
  }),
  'two words swapped': ({ words, random }) => {
    if (words.length < 4) return null;
    const [left, right] = [below(random, words.length), below(random, words.length)];
    const result = [...words];
    [result[left], result[right]] = [words[right] ?? '', words[left] ?? ''];
    return { text: foldMarks(result.join(' ')) };
  },
  'in a sentence': ({ name, random }) => ({ text: oneOf(random, SENTENCES).replace('%', lowered(name)) }),
  'first half and slip': ({ words, random, names, target }) => {
    if (words.length < 6) return null;
    const half = words.slice(0, Math.ceil(words.length * 0.7)).map(foldMarks);
    const normal = normalWords(half.join(' ')).join(' ');
    return {
      text: noisy(half.join(' '), 0.02, random),
      accepted: [...names.where((name) => `${name} `.startsWith(`${normal} `)), ...names.named(names.nameOf(target))],
    };
  },
  'place before, slip': ({ words, random, listings, target, data, names }) => {
    const own = data.units.get(listings[target]?.unitKey ?? null);
    const province = own && data.units.province(own);
    if (!own || !province) return null;
    const covered = data.units.coverage(province);
    const text = `${foldMarks(province.name)} ${noisy(foldMarks(words.join(' ')), 0.02, random)}`;
    return {
      text,
      accepted: names.named(names.nameOf(target)).filter((each) => covered.has(listings[each]?.unitKey ?? '')),
    };
  },
};
