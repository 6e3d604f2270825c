import { EscapedText, unescaped } from './escaped-text';
import { shownNumber } from './number-form.rules';
import { type Workbook } from './workbook';
import { type Attributes, EndlessText, isTrue, type XmlHandler } from './xml-reader';
import { MAX_RECORD_CHARACTERS } from '../limits';

/** A cell as a person sees it. */
export interface SheetCell {
  readonly text: string;
  /** Whether a number is stored, whatever made it: then leading zeros that are not shown are lost. */
  readonly isNumber: boolean;
  readonly isError: boolean;
}

/** A row of a sheet: its number, counted from 1, and its filled cells by their column, counted from 0. */
export interface SheetRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: Map<number, SheetCell>;
}

/** Spreadsheets end at column XFD. */
const MAX_SHEET_COLUMNS = 16_384;
const MAX_SHEET_ROWS = 1_048_576;
/** Significant digits that a spreadsheet shows; further ones are what a computation left. */
const SHOWN_DIGITS = 15;

/** Reads the rows of a sheet. */
export class SheetReader implements XmlHandler {
  private rows: SheetRow[] = [];
  private row: SheetRow | null = null;
  private rowNumber = 0;
  private rowCharacters = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private value = '';
  private isValue = false;
  private isInline = false;
  private readonly inline = new EscapedText();

  constructor(private readonly workbook: Pick<Workbook, 'is1904' | 'forms' | 'strings'>) {}

  /** The rows that are whole by now; each is given once. */
  take(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'v') this.isValue = true;
    else if (name === 'is') this.isInline = true;
    else if (this.isInline) this.inline.open(name);
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
    else if (this.isInline) this.inline.add(text);
  }

  close(name: string): void {
    if (name === 'v') this.isValue = false;
    else if (name === 'is') this.isInline = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (this.isInline) this.inline.close(name);
  }

  /** A row without a number follows the one before, a cell without a reference too. */
  private beginRow({ r, hidden }: Attributes): void {
    this.rowNumber = r === undefined ? this.rowNumber + 1 : Number(r);
    if (!(this.rowNumber >= 1 && this.rowNumber <= MAX_SHEET_ROWS)) throw new Error(`a row has the number ${r ?? ''}`);
    this.row = { number: this.rowNumber, isHidden: isTrue(hidden), cells: new Map() };
    this.rowCharacters = 0;
    this.column = -1;
  }

  private beginCell({ r, t, s }: Attributes): void {
    this.column = r === undefined ? this.column + 1 : columnOf(r);
    if (!(this.column >= 0 && this.column < MAX_SHEET_COLUMNS)) throw new Error(`a cell has the place ${r ?? ''}`);
    this.type = t ?? 'n';
    this.style = Number(s ?? 0);
    this.value = '';
    this.inline.begin();
  }

  private endCell(): void {
    const cell = this.type === 'inlineStr' ? textCell(this.inline.end()) : this.cellOf(this.value);
    if (cell.text === '' || !this.row) return;
    this.rowCharacters += cell.text.length;
    if (this.rowCharacters > MAX_RECORD_CHARACTERS) throw new EndlessText('a row is too long');
    this.row.cells.set(this.column, cell);
  }

  private endRow(): void {
    if (this.row) this.rows.push(this.row);
    this.row = null;
  }

  private cellOf(value: string): SheetCell {
    if (value === '') return textCell('');
    switch (this.type) {
      case 's':
        return textCell(this.sharedText(value));
      case 'str':
        return textCell(unescaped(value));
      case 'b':
        return textCell(String(isTrue(value)));
      case 'd':
        return textCell(value.replace(/T00:00:00(\.0+)?Z?$/, ''));
      case 'e':
        return { text: value, isNumber: false, isError: true };
      default:
        return this.numberCell(value);
    }
  }

  private sharedText(value: string): string {
    const text = this.workbook.strings.get(Number(value));
    if (text === undefined) throw new Error(`a cell names text ${value}, which the workbook does not hold`);
    return text;
  }

  private numberCell(value: string): SheetCell {
    const number = Number(value);
    if (Number.isNaN(number)) return textCell(value);
    const form = this.workbook.forms[this.style] ?? 'PLAIN';
    // Zeros that a format shows are not lost.
    const shown = shownNumber(Number(number.toPrecision(SHOWN_DIGITS)), form, this.workbook.is1904);
    return { text: shown, isNumber: form === 'PLAIN', isError: false };
  }
}

function textCell(text: string): SheetCell {
  return { text, isNumber: false, isError: false };
}

/** The column of a reference such as `AB12`, counted from 0; -1 when there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
