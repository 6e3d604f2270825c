import { comparedForm } from '../../../../shared/vietnamese/look-alikes';
import { lowered } from '../../../../shared/vietnamese/marks';
import { canonicalTone, wordKey } from '../../../../shared/vietnamese/syllable';
import { readAbbreviation } from '../read/abbreviations';
import { wordsOf } from '../read/words';
import type { PackedStrings } from './packed-index.types';
import { packStrings } from './packing';

/** What a word as written gives: its form, and the forms of what it can stand for. */
export interface ReadWord {
  readonly form: number;
  /** Readings as an abbreviation, as a dotted or numbered letter too. */
  readonly readings: readonly (readonly number[])[];
  readonly solitaryReadings: readonly (readonly number[])[];
  readonly numeric: boolean;
}

/** Forms and keys in their final order, and where the provisional numbers went. */
export interface Vocabulary {
  readonly forms: PackedStrings;
  readonly keys: PackedStrings;
  readonly keyTexts: readonly string[];
  readonly formKeys: Uint32Array;
  readonly keyForms: Uint32Array;
  /** Provisional number of a form → final number. */
  readonly finalForms: Uint32Array;
}

/** Collects the words of an index. Numbers are provisional, in the order of first sight, until `finish`. */
export class VocabularyBuilder {
  private readonly byWord = new Map<string, ReadWord>();
  private readonly formNumbers = new Map<string, number>();

  /** A word as written; each spelling is analysed once. */
  read(word: string): ReadWord {
    let known = this.byWord.get(word);
    if (!known) {
      const small = lowered(word);
      const forms = (readings: readonly (readonly string[])[]): number[][] =>
        readings.map((words) => words.map((each) => this.form(each)));
      known = {
        form: this.form(small),
        readings: forms(readAbbreviation(small, false)),
        solitaryReadings: forms(readAbbreviation(small, true)),
        numeric: /^\d/.test(small),
      };
      this.byWord.set(word, known);
    }
    return known;
  }

  finish(): Vocabulary {
    const found = [...this.formNumbers].map(([text, number]) => ({ text, number, key: wordKey(text) }));
    found.sort((left, right) => compare(left.key, right.key) || compare(left.text, right.text));
    const keyTexts: string[] = [];
    const keyForms: number[] = [];
    const formKeys = new Uint32Array(found.length);
    const finalForms = new Uint32Array(found.length);
    for (const [at, { number, key }] of found.entries()) {
      if (keyTexts.at(-1) !== key) {
        keyTexts.push(key);
        keyForms.push(at);
      }
      formKeys[at] = keyTexts.length - 1;
      finalForms[number] = at;
    }
    keyForms.push(found.length);
    return {
      forms: packStrings(found.map(({ text }) => text)),
      keys: packStrings(keyTexts),
      keyTexts,
      formKeys,
      keyForms: Uint32Array.from(keyForms),
      finalForms,
    };
  }

  private form(small: string): number {
    const text = canonicalTone(small);
    let number = this.formNumbers.get(text);
    if (number === undefined) {
      number = this.formNumbers.size;
      this.formNumbers.set(text, number);
    }
    return number;
  }
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

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
