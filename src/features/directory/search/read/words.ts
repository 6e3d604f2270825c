import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldMarks, lowered } from '../../../../shared/vietnamese/marks';
import { canonicalTone, wordKey } from '../../../../shared/vietnamese/syllable';

/** A word of a text: letters and digits only, and where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A dot follows at once, as after an abbreviation. */
  readonly dotted: boolean;
}

/** A word that is looked for. */
export interface QueryWord extends Word {
  /** Small letters, the tone in canonical place: what words of tables and indexes are written in. */
  readonly form: string;
  /** The form without marks: what words are found by. */
  readonly key: string;
  /** What was typed, when the word stands for it in another language. */
  readonly typed?: string;
}

/** A word with what it is found by. */
export function queryWord(word: Word & Pick<QueryWord, 'typed'>): QueryWord {
  const form = canonicalTone(lowered(word.text));
  return { ...word, form, key: wordKey(form) };
}

const TABLE_SIZE = 0x2000;
const IS_WORD_CHARACTER = new Uint8Array(TABLE_SIZE);
for (let code = 0; code < TABLE_SIZE; code++) {
  IS_WORD_CHARACTER[code] = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0;
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < TABLE_SIZE ? IS_WORD_CHARACTER[code] === 1 : /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
}

/** Whether a dot at `at` stands inside an abbreviation such as `T.P.` or `U.B.N.D`: single letters on both sides. */
function joinsLetters(text: string, start: number, at: number): boolean {
  if (text.charAt(at) !== '.' || !isWordCharacter(text, at + 1) || isDigit(text, at + 1) || isDigit(text, at - 1))
    return false;
  const after = text.charAt(at + 2);
  const single = after === '' || after === '.' || !isWordCharacter(text, at + 2);
  return single && (at - start === 1 || text.charAt(at - 2) === '.');
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** The words of a composed (NFC) text in order; every other character only separates, `&` reads as a word. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isWordCharacter(text, at)) {
      if (text.charAt(at) === '&') found.push({ text: 'và', start: at, end: at + 1, dotted: false });
      at++;
      continue;
    }
    const start = at;
    let dots = 0;
    while (at < text.length && (isWordCharacter(text, at) || joinsLetters(text, start, at))) {
      if (text.charAt(at) === '.') dots++;
      at++;
    }
    const word = dots === 0 ? text.slice(start, at) : text.slice(start, at).replaceAll('.', '');
    found.push({ text: word, start, end: at, dotted: text.charAt(at) === '.' || dots > 0 });
  }
  return found;
}

/** Where the tables that operators may extend lie, seen from the project's folder, in which npm runs every command. */
const TABLES = join('seeds', 'search');

/** The rows of a table. Throws when it is missing. */
export function readTable(name: string): Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(TABLES, `${name}.csv`)), { columns: true, bom: true, skip_empty_lines: true });
}

/** The texts that a pattern says: `(giờ|lịch) khám` → `giờ khám`, `lịch khám`. */
export function alternatives(pattern: string): string[] {
  return pattern
    .split(/[()]/)
    .filter((part) => part !== '')
    .reduce<string[]>((texts, part) => texts.flatMap((text) => part.split('|').map((each) => text + each)), ['']);
}

/** The words of a text, small and with their tones in canonical place. */
export function formsOf(text: string): string[] {
  return wordsOf(lowered(text)).map((word) => canonicalTone(word.text));
}

/** A phrase of a table that a text holds: the words `from … to` (exclusive). */
export interface Found<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  readonly values: { readonly forms: readonly string[]; readonly value: Value }[];
}

/** Phrases by their words without marks; a text whose words bear other marks than the phrase does not hold it. */
export class PhraseTable<Value> {
  private readonly root: Node<Value> = { next: new Map(), values: [] };

  add(phrase: string, value: Value): void {
    const forms = formsOf(phrase);
    let node = this.root;
    for (const form of forms) {
      const key = wordKey(form);
      let next = node.next.get(key);
      if (!next) node.next.set(key, (next = { next: new Map(), values: [] }));
      node = next;
    }
    node.values.push({ forms, value });
  }

  /** The phrases that begin at a word, the longest first. */
  at(words: readonly QueryWord[], from: number): Found<Value>[] {
    const found: Found<Value>[] = [];
    let node: Node<Value> | undefined = this.root;
    for (let to = from; to < words.length && node; to++) {
      node = node.next.get(words[to]?.key ?? '');
      for (const { forms: own, value } of node?.values ?? []) {
        // One word alone may be part of any name when it is typed without its marks.
        const said = own.length > 1 ? isSaid : isSame;
        if (own.every((form, at) => said(words[from + at]?.form ?? '', form)))
          found.unshift({ from, to: to + 1, value });
      }
    }
    return found;
  }
}

/** Whether a word with the letters of the phrase's is that: with its marks, or without any. */
function isSaid(typed: string, meant: string): boolean {
  return typed === meant || foldMarks(typed) === typed;
}

function isSame(typed: string, meant: string): boolean {
  return typed === meant;
}

/** Names that people use for places, as what a text may hold, with the words of the name of today. */
export const OTHER_NAMES = new PhraseTable<readonly string[]>();

/** Keys of a place's bare name, joined by blanks → further names, each as a list of keys. */
export const PLACE_ALIASES = new Map<string, (readonly string[])[]>();

for (const { name = '', other = '' } of readTable('place-names')) {
  const [forms, others] = [formsOf(name), formsOf(other)];
  OTHER_NAMES.add(other, forms);
  const key = forms.map(wordKey).join(' ');
  const known = PLACE_ALIASES.get(key);
  if (known) known.push(others.map(wordKey));
  else PLACE_ALIASES.set(key, [others.map(wordKey)]);
}
