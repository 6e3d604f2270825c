import { foldMarks } from '../../../shared/vietnamese/marks';
import { isSyllable } from '../../../shared/vietnamese/syllable';
import { ABBREVIATIONS, LETTER_ABBREVIATIONS } from './abbreviations';

const LONGEST_CHAIN = 10;

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
  return letters.length > 1 && isSyllable(letters) ? [[letters, number]] : [];
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
