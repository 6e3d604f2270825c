import { dayNumber } from '../../../shared/calendar';
import { NO_END, UNKNOWN } from './packed-listings';

/** A row of a listing table as the database driver returns it. */
export type RawRow = Readonly<Record<string, unknown>>;

/** How one column of filters is packed: the number it holds for a row, and the words behind the numbers when there are any. */
export interface AttributeColumn {
  /** Columns of the table it reads. */
  readonly reads: readonly string[];
  pack(row: RawRow, dictionary: Dictionary): number;
}

/** Gives words numbers in the order of their first coming. */
export class Dictionary {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}

/** A column of words, few of them different: enum values, codes of offices. */
export function wordColumn(column: string): AttributeColumn {
  return {
    reads: [column],
    pack: (row, dictionary) => {
      const word = row[column];
      return typeof word === 'string' ? dictionary.numberOf(word) : UNKNOWN;
    },
  };
}

/** A yes or no that may be unknown. */
export function truthColumn(column: string): AttributeColumn {
  return { reads: [column], pack: (row) => (row[column] === null ? UNKNOWN : Number(Boolean(row[column]))) };
}

/** The first day of an interval; unknown means since ever. */
export function firstDayColumn(column: string): AttributeColumn {
  return { reads: [column], pack: (row) => dayNumber(textOrNull(row[column]), 0) };
}

/** The last day of an interval; unknown means without end. */
export function lastDayColumn(column: string): AttributeColumn {
  return { reads: [column], pack: (row) => dayNumber(textOrNull(row[column]), NO_END) };
}

/** 1 when any of the columns has a value: tells an open interval from one that is not on record. */
export function recordedColumn(...columns: string[]): AttributeColumn {
  return { reads: columns, pack: (row) => Number(columns.some((column) => row[column] !== null)) };
}

/** A list of few words as a set of bits; bit n stands for `words[n]`. */
export function wordSetColumn(column: string, words: readonly string[]): AttributeColumn {
  return {
    reads: [column],
    pack: (row) => {
      const list: unknown = typeof row[column] === 'string' ? JSON.parse(row[column]) : [];
      return words.reduce(
        (bits, word, bit) => (Array.isArray(list) && list.includes(word) ? bits | (1 << bit) : bits),
        0,
      );
    },
  };
}

/** A day of the row, or null. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
