import { comparedForm } from '../../../shared/vietnamese/look-alikes';
import { type VocabularyBuilder, type ReadWord } from './vocabulary-builder';
import { wordsOf } from './words';

const MOST_READINGS = 4;

/** The forms of a name, abbreviations written out: the likeliest reading first, others after it. */
export function readName(text: string, vocabulary: VocabularyBuilder): number[][] {
  const words = wordsOf(comparedForm(text));
  const read = words.map((word) => vocabulary.read(word.text));
  let names: number[][] = [[]];
  for (const [at, word] of read.entries()) {
    const solitary = (words[at]?.dotted ?? false) || (read[at + 1]?.numeric ?? false);
    const readings = readingsOf(word, solitary);
    if (readings.length === 1 || names.length * readings.length > MOST_READINGS) {
      for (const name of names) name.push(...(readings[0] ?? []));
    } else {
      names = readings.flatMap((reading) => names.map((name) => [...name, ...reading]));
    }
  }
  return names;
}

function readingsOf(word: ReadWord, solitary: boolean): readonly (readonly number[])[] {
  const readings = solitary ? word.solitaryReadings : word.readings;
  return readings.length > 0 ? readings : [[word.form]];
}
