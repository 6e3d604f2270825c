import { open, stat } from 'node:fs/promises';
import { type ManifestFile } from '../manifest/manifest';
import { type ImportIssue } from '../report/issue';
import { fileFault, fileNote, unreadable, UnreadableFile } from './file-fault';
import { tooLongRecord, tooMuch } from './limits';
import { type RecordBatch, type SourceRecord, type TableFile } from './source-file';
import { tableOf } from './table';
import { Archive } from './workbook/archive';
import { MAX_MERGED_RANGES, MergedCells, mergedRanges, type MergedRange } from './workbook/merged-cells';
import { SheetReader, type SheetRow } from './workbook/sheet-reader';
import { readWorkbook, tabNamed, type Workbook } from './workbook/workbook';
import { EndlessText, XmlReader } from './workbook/xml-reader';

/** Opens a sheet of a workbook, the first visible one or the one that the manifest names; null when it is empty. */
export async function openXlsx(file: ManifestFile): Promise<TableFile | null> {
  await refuseOldWorkbook(file);
  const sizeBytes = (await stat(file.absolutePath)).size;
  return tableOf({ file, sizeBytes, read: () => readRecords(file, sizeBytes), hasRaggedRows: true });
}

/** All rows of the sheet that hold something. */
async function* readRecords(file: ManifestFile, sizeBytes: number): AsyncGenerator<RecordBatch> {
  let line = 0;
  try {
    for await (const batch of readSheet(file, sizeBytes)) {
      line = batch.records.at(-1)?.line ?? line;
      yield batch;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw error instanceof EndlessText ? tooLongRecord(file, line + 1) : new UnreadableFile(unreadable(file, error));
  }
}

async function* readSheet(file: ManifestFile, sizeBytes: number): AsyncGenerator<RecordBatch> {
  const archive = await Archive.open(file);
  try {
    const workbook = await readWorkbook(archive);
    const part = partOf(file, workbook);
    const ranges = await mergedRanges(archive.texts(part));
    if (!ranges) throw tooManyMerged(file);
    const merged = new MergedCells(ranges);
    const rows = new SheetReader(workbook);
    const xml = new XmlReader(rows);
    const hidden = { count: 0, firstLine: 0 };
    const expanded = Math.max(1, archive.expandedBytes(part));
    let read = 0;
    for await (const text of archive.texts(part)) {
      xml.write(text);
      read += text.length;
      const batch = recordsOf(file, rows.take(), merged, hidden);
      if (batch.records.length > 0) yield { ...batch, bytesRead: Math.min(sizeBytes, (read / expanded) * sizeBytes) };
    }
    xml.end();
    const issues = hidden.count > 0 ? [hiddenRows(file, hidden)] : [];
    yield { records: [], bytesRead: sizeBytes, issues };
  } finally {
    archive.close();
  }
}

function recordsOf(
  file: ManifestFile,
  rows: readonly SheetRow[],
  merged: MergedCells,
  hidden: { count: number; firstLine: number },
): Pick<RecordBatch, 'records'> & { readonly issues: ImportIssue[] } {
  const records: SourceRecord[] = [];
  const issues: ImportIssue[] = [];
  for (const row of rows) {
    issues.push(...merged.fill(row).map((range) => mergedColumns(file, row, range)));
    if (row.cells.size === 0) continue;
    records.push(recordOf(row));
    if (row.isHidden && hidden.count++ === 0) hidden.firstLine = row.number;
  }
  return { records, issues };
}

function recordOf({ number, cells }: SheetRow): SourceRecord {
  const texts: string[] = [];
  const numberCells = new Set<number>();
  const errorCells = new Set<number>();
  const width = Math.max(...cells.keys()) + 1;
  for (let column = 0; column < width; column++) {
    const cell = cells.get(column);
    texts.push(cell?.text ?? '');
    if (cell?.isNumber) numberCells.add(column);
    if (cell?.isError) errorCells.add(column);
  }
  return { line: number, cells: texts, numberCells, errorCells: errorCells.size > 0 ? errorCells : null };
}

function partOf(file: ManifestFile, workbook: Workbook): string {
  const tab = tabNamed(workbook, file.sheet);
  if (tab?.part) return tab.part;
  const names = workbook.tabs.map(({ name }) => `"${name}"`).join(', ');
  throw new UnreadableFile(
    fileFault(
      file,
      'SHEET_MISSING',
      file.sheet === null
        ? {
            en: `the workbook has no visible sheet; it has ${names}`,
            vi: `bảng tính không có trang nào hiển thị; có ${names}`,
          }
        : {
            en: `the workbook has no sheet "${file.sheet}"; it has ${names}`,
            vi: `bảng tính không có trang "${file.sheet}"; có ${names}`,
          },
      { en: 'Name one of them as "sheet" in the manifest.', vi: 'Khai một trong số đó ở "sheet" trong tệp kê khai.' },
    ),
  );
}

/** Workbooks of before 2007, and those with a password, are files of another kind (OLE 2). */
async function refuseOldWorkbook(file: ManifestFile): Promise<void> {
  const handle = await open(file.absolutePath, 'r');
  const start = Buffer.alloc(4);
  await handle.read(start, 0, 4, 0).finally(() => handle.close());
  if (start.toString('hex') !== 'd0cf11e0') return;
  throw new UnreadableFile(
    fileFault(
      file,
      'WORKBOOK_OLD',
      {
        en: 'the workbook is of the old form (.xls), or has a password',
        vi: 'bảng tính ở định dạng cũ (.xls), hoặc có mật khẩu',
      },
      { en: 'Save it as .xlsx without a password.', vi: 'Lưu lại dạng .xlsx không có mật khẩu.' },
    ),
  );
}

function tooManyMerged(file: ManifestFile): UnreadableFile {
  const what = { en: 'merged ranges of the sheet', vi: 'số vùng ô gộp của trang' };
  return tooMuch(file, 'FILE_TOO_LARGE', what, `> ${MAX_MERGED_RANGES}`, MAX_MERGED_RANGES);
}

function mergedColumns(file: ManifestFile, row: SheetRow, range: MergedRange): ImportIssue {
  return fileNote(
    'WARNING',
    file,
    'CELLS_MERGED',
    {
      en: `the cells ${range.reference} are merged over several columns; the value counts for the first of them`,
      vi: `các ô ${range.reference} được gộp qua nhiều cột; giá trị chỉ tính cho cột đầu`,
    },
    { en: 'Unmerge the cells where the other columns need a value.', vi: 'Bỏ gộp ô nếu các cột kia cần có giá trị.' },
    { line: row.number, cell: range.left + 1 },
  );
}

function hiddenRows(file: ManifestFile, { count, firstLine }: { count: number; firstLine: number }): ImportIssue {
  return fileNote(
    'WARNING',
    file,
    'ROWS_HIDDEN',
    {
      en: `${count} rows are hidden in the workbook and were read all the same; the first is here`,
      vi: `${count} dòng bị ẩn trong bảng tính nhưng vẫn được đọc; dòng đầu tiên ở đây`,
    },
    { en: 'Remove a filter, or delete the rows that must not count.', vi: 'Bỏ bộ lọc, hoặc xóa các dòng không tính.' },
    { line: firstLine },
  );
}
