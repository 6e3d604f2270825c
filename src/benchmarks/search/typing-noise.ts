import {
  foldMarks,
  lowered,
  toneOf,
  toneOfWord,
  withoutTones,
  withTone,
  type Tone,
} from '../../shared/vietnamese/marks';
import { below, chance, oneOf, type RandomSource } from '../../seeding/random';

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS = new Map<string, string[]>();
for (const [row, keys] of ROWS.entries()) {
  for (let at = 0; at < keys.length; at++) {
    const near = [
      keys[at - 1],
      keys[at + 1],
      ROWS[row - 1]?.[at],
      ROWS[row - 1]?.[at + 1],
      ROWS[row + 1]?.[at - 1],
      ROWS[row + 1]?.[at],
    ];
    NEIGHBOURS.set(
      keys.charAt(at),
      near.filter((key) => key !== undefined),
    );
  }
}
const TELEX_TONES = ['', 's', 'f', 'r', 'x', 'j'];
const TELEX_SHAPES: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  đ: 'dd',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
};
const VNI_SHAPES: Readonly<Record<string, string>> = { ă: 'a8', â: 'a6', đ: 'd9', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7' };

/** The keys of a word by an input method, its tone at the end of the word or where its letter stands. */
function keysOf(
  word: string,
  shapes: Readonly<Record<string, string>>,
  tones: readonly string[],
  toneLast: boolean,
): string {
  const small = lowered(word);
  const tone = toneOfWord(small);
  let keys = '';
  for (const letter of small) {
    const bare = withoutTones(letter);
    keys += shapes[bare] ?? bare;
    if (!toneLast && toneOf(letter) !== 0) keys += tones[toneOf(letter)] ?? '';
  }
  return toneLast ? keys + (tones[tone] ?? '') : keys;
}

/** The keys that give a word in the Telex method: `bệnh` → `beenhj`. */
export function telexKeys(word: string, toneLast: boolean): string {
  return keysOf(word, TELEX_SHAPES, TELEX_TONES, toneLast);
}

/** The keys that give a word in the VNI method: `bệnh` → `be65nh`. */
export function vniKeys(word: string, toneLast: boolean): string {
  return keysOf(word, VNI_SHAPES, ['', '1', '2', '3', '4', '5'], toneLast);
}

/** A word with one slip of the fingers: a letter put in, left out, hit beside, or swapped with the next. */
export function slipped(word: string, random: RandomSource): string {
  const at = below(random, word.length);
  const letter = word.charAt(at);
  const near = NEIGHBOURS.get(foldMarks(letter));
  const other = near ? oneOf(random, near) : letter;
  switch (below(random, 4)) {
    case 0:
      return word.length > 1 ? word.slice(0, at) + word.slice(at + 1) : word + other;
    case 1:
      return word.slice(0, at) + other + word.slice(at);
    case 2:
      return word.slice(0, at) + other + word.slice(at + 1);
    default:
      return at + 1 < word.length
        ? word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2)
        : word + letter;
  }
}

/** A word with its tone wrong or left out, or the shape of one vowel left out. */
export function misMarked(word: string, random: RandomSource): string {
  const small = lowered(word);
  const marked = [...small].findIndex((letter) => toneOf(letter) !== 0);
  if (marked >= 0 && chance(random, 0.7)) {
    const tone = below(random, 6) as Tone;
    return small.slice(0, marked) + withTone(withoutTones(small.charAt(marked)), tone) + small.slice(marked + 1);
  }
  const shaped = [...small].findIndex((letter) => withoutTones(letter) !== foldMarks(letter));
  return shaped < 0
    ? small
    : small.slice(0, shaped) +
        withTone(foldMarks(small.charAt(shaped)), toneOf(small.charAt(shaped))) +
        small.slice(shaped + 1);
}
