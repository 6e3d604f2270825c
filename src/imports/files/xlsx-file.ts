import { stat } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { type ManifestFile } from '../manifest/manifest';
import { fileFault, UnreadableFile } from './file-fault';
import { type RecordBatch, type SourceRecord, type TableFile } from './source-file';

const BATCH_ROWS = 1_000;

/** Opens a sheet of a workbook, the first or the one that the manifest names, and reads its header; null when it is empty. */
export async function openXlsx(file: ManifestFile): Promise<TableFile | null> {
  const sizeBytes = (await stat(file.absolutePath)).size;
  for await (const { records } of readSheet(file, sizeBytes, 1)) {
    const header = records[0];
    if (header)
      return { file, sizeBytes, header, batches: () => rowsAfter(header, readSheet(file, sizeBytes, BATCH_ROWS)) };
  }
  return null;
}

/** Rows of a workbook end with their last filled cell: short ones are filled up to the width of the header. */
async function* rowsAfter(header: SourceRecord, batches: AsyncIterable<RecordBatch>): AsyncGenerator<RecordBatch> {
  const width = header.cells.length;
  for await (const { records, bytesRead } of batches) {
    const rows = records.filter(({ line }) => line > header.line);
    yield {
      bytesRead,
      records: rows.map((row) => (row.cells.length < width ? { ...row, cells: filledUp(row.cells, width) } : row)),
    };
  }
}

function filledUp(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}

async function* readSheet(file: ManifestFile, sizeBytes: number, batchRows: number): AsyncGenerator<RecordBatch> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(file.absolutePath, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  const seen: string[] = [];
  for await (const sheet of workbook) {
    // The reader knows the name of a sheet, though its types do not say so.
    const { name } = sheet as unknown as { name: string };
    seen.push(name);
    if (file.sheet !== null && name !== file.sheet) continue;
    let records: SourceRecord[] = [];
    for await (const row of sheet) {
      const record = recordOf(file, row);
      if (record) records.push(record);
      if (records.length >= batchRows) {
        yield { records, bytesRead: 0 };
        records = [];
      }
    }
    yield { records, bytesRead: sizeBytes };
    return;
  }
  throw new UnreadableFile(
    fileFault(
      file,
      'SHEET_MISSING',
      {
        en: `the workbook has no sheet "${file.sheet ?? ''}"; it has ${seen.join(', ')}`,
        vi: `bảng tính không có trang "${file.sheet ?? ''}"; có ${seen.join(', ')}`,
      },
      { en: 'Correct "sheet" in the manifest.', vi: 'Sửa "sheet" trong tệp kê khai.' },
    ),
  );
}

/** The cells of a row as texts; null for a row without any. */
function recordOf(file: ManifestFile, row: ExcelJS.Row): SourceRecord | null {
  const values = Array.isArray(row.values) ? row.values : [];
  const numberCells = new Set<number>();
  const cells: string[] = [];
  for (let index = 1; index < values.length; index++) {
    const value = values[index];
    if (typeof value === 'number') numberCells.add(index - 1);
    cells.push(cellText(file, row.number, index, value));
  }
  return cells.some((cell) => cell !== '') ? { line: row.number, cells, numberCells } : null;
}

function cellText(file: ManifestFile, line: number, index: number, value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return cellText(file, line, index, value.text);
  if ('result' in value || 'formula' in value || 'sharedFormula' in value)
    return cellText(file, line, index, value.result);
  const shown = 'error' in value ? value.error : '';
  throw new UnreadableFile(
    fileFault(
      file,
      'ERROR_CELL',
      { en: 'the cell holds an error of the spreadsheet', vi: 'ô chứa lỗi của bảng tính' },
      { en: 'Mend the formula or write the value.', vi: 'Sửa công thức hoặc ghi giá trị.' },
      { line, cell: index, value: shown },
    ),
  );
}

/** Spreadsheets have no time zone: a date cell means the day it shows. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const text = value.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}
