import { type ManifestFile } from '../manifest/manifest';
import { matchedText } from '../rows/clean-text';
import { fileFault, fileNote, UnreadableFile } from './file-fault';
import { MAX_COLUMNS, tooMuch } from './limits';
import { type RecordBatch, type SourceRecord, type TableFile } from './source-file';

/** The records of a file from its first line on, which can be walked from the start more than once. */
export interface RecordSource {
  readonly file: ManifestFile;
  readonly sizeBytes: number;
  read(): AsyncIterable<RecordBatch>;
  /** Whether rows end with their last filled cell, as in spreadsheets; then short ones are filled up. */
  readonly hasRaggedRows: boolean;
}

/** What Excel writes around a text that it must not take for a number: `="01002"`. */
const TEXT_FORMULA = /^="([^"]*)"$/;

/**
 * Finds the header of a table, in the row that the manifest names or the first one that is not blank; null when there is
 * no row at all.
 */
export async function tableOf(source: RecordSource): Promise<TableFile | null> {
  const { file, sizeBytes } = source;
  let isEmpty = true;
  for await (const { records } of source.read()) {
    for (const record of records.map(plainCells)) {
      isEmpty &&= isBlank(record);
      if (file.headerRow === null ? isBlank(record) : record.line < file.headerRow) continue;
      if (file.headerRow !== null && (record.line > file.headerRow || isBlank(record))) throw noHeader(file);
      return { file, sizeBytes, header: checkedHeader(file, record), batches: () => rowsBelow(source, record) };
    }
  }
  if (file.headerRow !== null && !isEmpty) throw noHeader(file);
  return null;
}

/** Rows of separators or blanks only are left out and counted; there is nothing in them that could be wrong. */
async function* rowsBelow(source: RecordSource, header: SourceRecord): AsyncGenerator<RecordBatch> {
  const width = source.hasRaggedRows ? header.cells.length : 0;
  const blank = { count: 0, firstLine: 0 };
  let bytesRead = 0;
  for await (const batch of source.read()) {
    const records: SourceRecord[] = [];
    for (const raw of batch.records) {
      if (raw.line <= header.line) continue;
      const record = plainCells(raw);
      if (!isBlank(record)) records.push(record.cells.length < width ? filledUp(record, width) : record);
      else if (blank.count++ === 0) blank.firstLine = record.line;
    }
    ({ bytesRead } = batch);
    yield {
      records,
      bytesRead,
      issues: (batch.issues ?? []).filter(({ line }) => line === null || line > header.line),
    };
  }
  if (blank.count > 0) yield { records: [], bytesRead, issues: [blankRows(source.file, blank)] };
}

function isBlank({ cells }: SourceRecord): boolean {
  return cells.every((cell) => cell === '' || matchedText(cell) === '');
}

function plainCells(record: SourceRecord): SourceRecord {
  const { cells } = record;
  if (cells.every((cell) => cell.charCodeAt(0) !== 0x3d)) return record;
  return { ...record, cells: cells.map((cell) => TEXT_FORMULA.exec(cell)?.[1] ?? cell) };
}

function filledUp(record: SourceRecord, width: number): SourceRecord {
  return { ...record, cells: Array.from({ length: width }, (_, index) => record.cells[index] ?? '') };
}

function checkedHeader(file: ManifestFile, header: SourceRecord): SourceRecord {
  if (header.cells.length <= MAX_COLUMNS) return header;
  throw tooMuch(
    file,
    'TOO_MANY_COLUMNS',
    { en: 'columns of the header', vi: 'số cột của tiêu đề' },
    header.cells.length,
    MAX_COLUMNS,
    { line: header.line },
    {
      en: 'Check the delimiter, and leave out columns that feed no field.',
      vi: 'Kiểm tra dấu phân cách và bỏ bớt các cột không dùng.',
    },
  );
}

function noHeader(file: ManifestFile): UnreadableFile {
  return new UnreadableFile(
    fileFault(
      file,
      'HEADER_ROW_EMPTY',
      {
        en: `no row begins in line ${file.headerRow}, which the manifest names as the header`,
        vi: `không có dòng nào bắt đầu ở dòng ${file.headerRow} mà tệp kê khai nêu là tiêu đề`,
      },
      {
        en: 'Correct "headerRow" in the manifest; lines count from 1.',
        vi: 'Sửa "headerRow" trong tệp kê khai; dòng tính từ 1.',
      },
      { line: file.headerRow },
    ),
  );
}

function blankRows(file: ManifestFile, { count, firstLine }: { count: number; firstLine: number }) {
  return fileNote(
    'NOTE',
    file,
    'ROWS_BLANK',
    {
      en: `${count} rows hold separators or blanks only and were skipped; the first is here`,
      vi: `${count} dòng chỉ có dấu phân cách hoặc khoảng trắng và được bỏ qua; dòng đầu tiên ở đây`,
    },
    { en: 'Nothing needs to be done.', vi: 'Không cần làm gì.' },
    { line: firstLine },
  );
}
