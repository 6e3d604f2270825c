import { MAX_RECORD_CHARACTERS } from './limits';

const LINE_FEED = '\n';

/**
 * Writes the cells `="01002"`, by which Excel is told to take digits as text, in the way of RFC 4180 (`"=""01002"""`): a
 * quote may stand at the beginning of a cell only. Takes pieces of text and gives whole lines.
 */
export class ExcelQuotes {
  private readonly cells: RegExp;
  private carry = '';
  /** Whether the lines given so far end within a quoted cell. */
  isQuoted = false;

  constructor(delimiter: string) {
    const end = `[${delimiter === '\t' ? '\\t' : delimiter}\\n]`;
    this.cells = new RegExp(`"|(?<=^|${end})="([^"\\n]*)"(?=${end}|$)`, 'g');
  }

  write(piece: string): string {
    const text = this.carry + piece;
    // What is longer than a row may be is not held back: it is about to be refused.
    const end = text.length > MAX_RECORD_CHARACTERS ? text.length : text.lastIndexOf(LINE_FEED) + 1;
    this.carry = text.slice(end);
    return this.rewritten(text.slice(0, end));
  }

  end(): string {
    const rest = this.rewritten(this.carry);
    this.carry = '';
    return rest;
  }

  private rewritten(lines: string): string {
    if (lines.includes('="')) return lines.replace(this.cells, (found, text?: string) => this.cell(found, text));
    for (let at = lines.indexOf('"'); at >= 0; at = lines.indexOf('"', at + 1)) this.isQuoted = !this.isQuoted;
    return lines;
  }

  private cell(found: string, text: string | undefined): string {
    if (text === undefined) this.isQuoted = !this.isQuoted;
    return text === undefined || this.isQuoted ? found : `"=""${text}"""`;
  }
}
