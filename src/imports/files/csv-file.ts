import { stat } from 'node:fs/promises';
import { CsvError, type Info, Parser } from 'csv-parse';
import { type ManifestFile } from '../manifest/manifest';
import { type ImportIssue, shownValue } from '../report/issue';
import { decodedText } from './decoded-text';
import { type DecodePlan } from './encoding';
import { ExcelQuotes } from './excel-quotes';
import { fileFault, UnreadableFile } from './file-fault';
import { MAX_RECORD_CHARACTERS, tooLongRecord } from './limits';
import { type RecordBatch, type SourceRecord, type TableFile } from './source-file';
import { tableOf } from './table';

/** How a CSV file is to be read. */
interface CsvForm {
  readonly delimiter: string;
  /** Line of the first record: 2 when the first line only tells Excel the delimiter. */
  readonly firstLine: number;
}

/** What Excel writes into the first line of a file to be sure of its delimiter. */
const DELIMITER_LINE = /^"?sep=(.)"?$/i;
const DELIMITERS = [',', ';', '\t'];

/** Opens a CSV file by RFC 4180 and reads its header; null when it holds no line at all. */
export async function openCsv(file: ManifestFile, plan: DecodePlan): Promise<TableFile | null> {
  const sizeBytes = (await stat(file.absolutePath)).size;
  const form = await formOf(file, plan);
  return tableOf({ file, sizeBytes, read: () => readRecords(file, plan, form), hasRaggedRows: false });
}

/** The form that the manifest or the first line states; or else the delimiter that the header uses most, outside quotes. */
async function formOf(file: ManifestFile, plan: DecodePlan): Promise<CsvForm> {
  for await (const { text } of decodedText(file, plan)) {
    const lines = text.split('\n', file.headerRow ?? undefined);
    const stated = DELIMITER_LINE.exec(lines[0] ?? '')?.[1];
    const firstLine = stated === undefined ? 1 : 2;
    if (file.delimiter !== null) return { delimiter: file.delimiter, firstLine };
    if (stated !== undefined && DELIMITERS.includes(stated)) return { delimiter: stated, firstLine };
    const header = file.headerRow === null ? lines.slice(firstLine - 1).find(isFilled) : lines[file.headerRow - 1];
    return { delimiter: likeliest((header ?? '').replace(/"[^"]*"/g, '')), firstLine };
  }
  return { delimiter: ',', firstLine: 1 };
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}

function likeliest(header: string): string {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: header.split(delimiter).length - 1 }));
  return counts.reduce((best, other) => (other.count > best.count ? other : best)).delimiter;
}

/** All records, the header among them. One promise for each piece of text, none for a record. */
async function* readRecords(file: ManifestFile, plan: DecodePlan, form: CsvForm): AsyncGenerator<RecordBatch> {
  const quotes = new ExcelQuotes(form.delimiter);
  const collector = new RecordCollector(file, form, quotes);
  for await (const { text, bytesRead } of decodedText(file, plan)) {
    const broken = await collector.write(quotes.write(text));
    yield { records: collector.take(), bytesRead };
    if (broken) throw broken;
  }
  const broken = (await collector.write(quotes.end())) ?? (await collector.end());
  yield { records: collector.take(), bytesRead: (await stat(file.absolutePath)).size };
  if (broken) throw broken;
}

/** Collects records from the parser by callback, because a stream of a million objects costs more than the parsing. */
class RecordCollector {
  private records: SourceRecord[] = [];
  private lastLine = 0;
  private emptyLines = 0;
  private readonly parser: Parser;

  constructor(
    private readonly file: ManifestFile,
    private readonly form: CsvForm,
    private readonly quotes: ExcelQuotes,
  ) {
    this.parser = new Parser({
      delimiter: form.delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_CHARACTERS,
      on_record: (cells: string[], info: Info) => this.collect(cells, info),
    });
    // Errors arrive through the callbacks of write and end; without a listener the stream would throw them as well.
    this.parser.on('error', () => undefined);
    this.parser.resume();
  }

  /** Parses a piece of text; gives the fault that stops the reading, after which the records before it are still there. */
  write(text: string): Promise<Error | null> {
    return new Promise((resolve) => {
      this.parser.write(text, (error) => resolve(error ? this.unreadable(error) : null));
    });
  }

  /** Parses what is left when the text is at its end. */
  end(): Promise<Error | null> {
    return new Promise((resolve) => {
      this.parser.once('error', (error) => resolve(this.unreadable(error)));
      this.parser.end(() => resolve(null));
    });
  }

  take(): SourceRecord[] {
    const records = this.records;
    this.records = [];
    return records;
  }

  private collect(cells: string[], info: Info): null {
    const line = this.lastLine + 1 + info.empty_lines - this.emptyLines;
    if (line >= this.form.firstLine) this.records.push({ line, cells, numberCells: null });
    this.lastLine = info.lines;
    this.emptyLines = info.empty_lines;
    return null;
  }

  private unreadable(error: Error): Error {
    if (!(error instanceof CsvError)) return error;
    if (error.code === 'CSV_MAX_RECORD_SIZE' && !this.quotes.isQuoted)
      return tooLongRecord(this.file, this.lastLine + 1);
    return new UnreadableFile(this.fault(error));
  }

  private fault(error: CsvError): ImportIssue {
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = isOpen ? this.lastLine + 1 : this.parser.info.lines;
    const place = { line, value: shownValue(error.message) };
    const restUnread = { en: 'the rest of the file was not read', vi: 'phần còn lại của tệp chưa được đọc' };
    if (error.code === 'CSV_MAX_RECORD_SIZE' || isOpen) {
      return fileFault(
        this.file,
        'QUOTE_NOT_CLOSED',
        {
          en: `a quote that opens in the record beginning here is never closed; ${restUnread.en}`,
          vi: `dấu nháy mở trong bản ghi bắt đầu tại đây không được đóng; ${restUnread.vi}`,
        },
        {
          en: 'Close the quote; write a quote inside quoted text twice ("").',
          vi: 'Đóng dấu nháy; dấu nháy bên trong phải viết hai lần ("").',
        },
        { ...place, line: this.lastLine + 1 },
      );
    }
    return fileFault(
      this.file,
      'BAD_QUOTE',
      { en: `a quote stands where none may stand; ${restUnread.en}`, vi: `dấu nháy đặt sai chỗ; ${restUnread.vi}` },
      {
        en: 'Put the whole cell in quotes and write quotes inside it twice ("").',
        vi: 'Đặt cả ô trong dấu nháy và viết dấu nháy bên trong hai lần ("").',
      },
      place,
    );
  }
}
