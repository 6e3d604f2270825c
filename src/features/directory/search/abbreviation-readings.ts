import { foldMarks } from '../../../shared/vietnamese/marks';
import { isSyllable } from '../../../shared/vietnamese/syllable';
import { ABBREVIATIONS, LETTER_ABBREVIATIONS } from './abbreviations';

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
const LONGEST_SIMILAR = 5;

/** The words of the abbreviation that a word without vowels is one slip away from (`tyh` → trạm y tế), or null. */
export function similarAbbreviation(word: string): readonly string[] | null {
  const short = foldMarks(word);
  if (short.length < SHORTEST_SIMILAR || short.length > LONGEST_SIMILAR || /[aeiou\d]/.test(short)) return null;
  for (const [known, readings] of ABBREVIATIONS) {
    if (known.length >= SHORTEST_SIMILAR && known.charAt(0) === short.charAt(0) && isOneSlip(short, known))
      return readings[0] ?? null;
  }
  return null;
}

/** One letter exchanged, or two neighbours swapped. */
function isOneSlip(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  const apart = [...left].flatMap((letter, at) => (letter === right.charAt(at) ? [] : [at]));
  const [first = 0, second = 0] = apart;
  if (apart.length === 1) return true;
  return (
    apart.length === 2 &&
    second === first + 1 &&
    left.charAt(first) === right.charAt(second) &&
    left.charAt(second) === right.charAt(first)
  );
}
