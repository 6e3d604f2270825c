import { foldMarks } from '../../../../shared/vietnamese/marks';
import { isSyllable, wordKey } from '../../../../shared/vietnamese/syllable';
import { readTable } from './words';

/** Short → readings, the likelier first, each a list of small words. Shorts are without marks, capitals and dots. */
export const ABBREVIATIONS = new Map<string, readonly (readonly string[])[]>();
/** The same for single letters, which stand for a word where they are dotted or a number or a name follows (`Q.5`). */
const LETTER_ABBREVIATIONS = new Map<string, readonly (readonly string[])[]>();

for (const { short = '', words = '', where = '' } of readTable('abbreviations')) {
  const table = where === 'BEFORE_NAME' ? LETTER_ABBREVIATIONS : ABBREVIATIONS;
  table.set(
    short,
    words.split('|').map((reading) => reading.split(' ')),
  );
}

/** Keys of the words that abbreviations stand for: the language of the directory, whether a name has them or not. */
const WRITTEN_OUT = new Set([...ABBREVIATIONS.values()].flat(2).map(wordKey));

/** Whether a word, by its key, is one that an abbreviation stands for (`khám`, `trạm`). */
export function isWrittenOut(key: string): boolean {
  return WRITTEN_OUT.has(key);
}

const LONGEST_CHAIN = 10;
/** Words that numbers are written close to: `so2`, `quan5`. */
const NUMBERED_WORDS = new Set('so quan phuong khu to doi tram tuyen xa khoa vien'.split(' '));

/** Chains of abbreviations without a line of their own: `bvdkkv` → bệnh viện đa khoa khu vực; null when a rest remains. */
function readChain(short: string): string[] | null {
  if (short.length < 4 || short.length > LONGEST_CHAIN || isSyllable(short)) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= short.length; end++) {
    best[end] = null;
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start];
      const reading = ABBREVIATIONS.get(short.slice(start, end))?.[0];
      if (!before || !reading) continue;
      const words = [...before, ...reading];
      const known = best[end];
      // Fewer pieces are likelier; of as many, the one with the longer first piece, which was found first.
      if (!known || words.length < known.length) best[end] = words;
    }
  }
  return best[short.length] ?? null;
}

/** A short and a number in one word: `cs2`, `q1`, `cn03`, `p5`. */
function readNumbered(short: string): string[][] {
  const parts = /^([a-z]{1,5})(\d{1,3}[a-z]?)$/.exec(short);
  if (!parts) return [];
  const [, letters = '', number = ''] = parts;
  const readings = ABBREVIATIONS.get(letters) ?? LETTER_ABBREVIATIONS.get(letters) ?? [];
  if (readings.length > 0) return readings.map((reading) => [...reading, number]);
  return NUMBERED_WORDS.has(letters) ? [[letters, number]] : [];
}

/**
 * What a word can stand for as an abbreviation, the likeliest first; empty when it is none. `solitary` letters (dotted
 * or before a number) are read too.
 */
export function readAbbreviation(word: string, solitary: boolean): readonly (readonly string[])[] {
  const short = foldMarks(word);
  const listed = ABBREVIATIONS.get(short);
  if (listed) return listed;
  if (short.length === 1) return solitary ? (LETTER_ABBREVIATIONS.get(short) ?? []) : [];
  const numbered = readNumbered(short);
  if (numbered.length > 0) return numbered;
  const chain = readChain(short);
  return chain ? [chain] : [];
}

const SHORTEST_SIMILAR = 3;
const LONGEST_SIMILAR = 6;
const MOST_SIMILAR = 3;

/** The words of abbreviations that a word which is no syllable is one slip away from (`tyh`, `tyht` → trạm y tế). */
export function similarAbbreviations(word: string): (readonly string[])[] {
  const short = foldMarks(word);
  if (short.length < SHORTEST_SIMILAR || short.length > LONGEST_SIMILAR || /\d/.test(short) || isSyllable(short))
    return [];
  const near = [...ABBREVIATIONS].filter(([known]) => known.length >= SHORTEST_SIMILAR && isOneSlip(short, known));
  // Letters are swapped or exchanged more often than they are lost or added.
  near.sort(([left], [right]) => Math.abs(left.length - short.length) - Math.abs(right.length - short.length));
  return near.flatMap(([, readings]) => readings.slice(0, 1)).slice(0, MOST_SIMILAR);
}

/** An abbreviation that a word begins with, written out, and the rest of the word (`tytxuan` → trạm y tế xuan), or null. */
export function leadingAbbreviation(word: string): { readonly words: readonly string[]; readonly rest: string } | null {
  for (let length = word.length - 1; length >= SHORTEST_SIMILAR; length--) {
    const words = ABBREVIATIONS.get(foldMarks(word.slice(0, length)))?.[0];
    if (words) return { words, rest: word.slice(length) };
  }
  return null;
}

/** One letter put in, left out or exchanged, or two neighbours swapped. */
function isOneSlip(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left.charAt(start) === right.charAt(start)) start++;
  const [rest, other] = [left.slice(start), right.slice(start)];
  return (
    rest.slice(1) === other.slice(1) ||
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    (rest.slice(2) === other.slice(2) && rest.charAt(0) === other.charAt(1) && rest.charAt(1) === other.charAt(0))
  );
}
