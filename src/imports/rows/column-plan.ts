import { Misfit } from '../../shared/columns';
import { fileFault } from '../files/file-fault';
import { type SourceRecord } from '../files/source-file';
import { type FieldMapping, type ManifestFile } from '../manifest/manifest';
import { type ImportIssue, shownValue } from '../report/issue';
import { cleanText, matchedText } from './clean-text';

/** Which cells feed a mapped field: the indices of its headers in this file, in the order in which they count. */
export interface PlannedField {
  readonly mapping: FieldMapping;
  readonly cells: readonly number[];
}

/** A file's header matched with its manifest entry. */
export interface ColumnPlan {
  readonly file: ManifestFile;
  readonly headers: readonly string[];
  readonly fields: readonly PlannedField[];
}

const CORRECT_COLUMNS = {
  en: 'Correct "columns" in the manifest or the header, or name its line in "headerRow"; and check the delimiter.',
  vi: 'Sửa "columns" trong tệp kê khai hoặc tiêu đề, hoặc khai dòng tiêu đề ở "headerRow"; và kiểm tra dấu phân cách.',
};
const CORRECT_PROPERTIES = {
  en: 'Correct "properties" in the manifest.',
  vi: 'Sửa "properties" trong tệp kê khai.',
};
const NAME_COLUMNS = { en: 'Give every column one name of its own.', vi: 'Đặt cho mỗi cột một tên riêng.' };

/** Matches a header with the manifest. Missing, repeated and empty headers are faults, unmapped ones are notes. */
export function planColumns(file: ManifestFile, header: SourceRecord): { plan: ColumnPlan; issues: ImportIssue[] } {
  const issues: ImportIssue[] = [];
  const headers = header.cells.map((cell, index) => {
    const text = cleanText(cell);
    if (text instanceof Misfit || text === '') {
      const place = { line: header.line, cell: index + 1, value: shownValue(cell) };
      issues.push(
        fileFault(
          file,
          'HEADER_EMPTY',
          { en: 'a column has no readable name', vi: 'một cột không có tên đọc được' },
          NAME_COLUMNS,
          place,
        ),
      );
      return '';
    }
    return text;
  });
  issues.push(...repeatedHeaders(file, headers, header.line));
  const names = headers.map(matchedText);
  const fields = file.mappings.map((mapping) => {
    const cells = mapping.headers.map((name) => names.indexOf(matchedText(name))).filter((index) => index >= 0);
    if (mapping.constant === null && cells.length === 0)
      issues.push(missingHeader(file, mapping, headers, header.line));
    return { mapping, cells };
  });
  issues.push(...unmappedHeaders(file, headers, header.line));
  return { plan: { file, headers, fields }, issues };
}

function repeatedHeaders(file: ManifestFile, headers: readonly string[], line: number): ImportIssue[] {
  return headers.flatMap((name, index) => {
    const first = headers.indexOf(name);
    if (name === '' || first === index) return [];
    const message = {
      en: `the header "${name}" already names column ${first + 1}`,
      vi: `tiêu đề "${name}" đã dùng cho cột ${first + 1}`,
    };
    return [
      fileFault(file, 'HEADER_REPEATED', message, NAME_COLUMNS, {
        line,
        column: name,
        cell: index + 1,
        value: shownValue(name),
      }),
    ];
  });
}

function missingHeader(
  file: ManifestFile,
  mapping: FieldMapping,
  headers: readonly string[],
  line: number,
): ImportIssue {
  const wanted = mapping.headers.join('", "');
  const found = shownValue(headers.join(', '));
  return fileFault(
    file,
    'HEADER_MISSING',
    {
      en: `the file has no column "${wanted}" for the field ${mapping.field}; it has ${found}`,
      vi: `tệp không có cột "${wanted}" cho trường ${mapping.field}; tệp có ${found}`,
    },
    isArea(file) ? CORRECT_PROPERTIES : CORRECT_COLUMNS,
    { line, column: mapping.headers[0] ?? null },
  );
}

function unmappedHeaders(file: ManifestFile, headers: readonly string[], line: number): ImportIssue[] {
  if (isArea(file)) return [];
  const mapped = new Set(file.mappings.flatMap((mapping) => mapping.headers.map(matchedText)));
  return headers.flatMap((name, index) => {
    if (name === '' || mapped.has(matchedText(name))) return [];
    const note = fileFault(
      file,
      'HEADER_UNMAPPED',
      { en: `the column "${name}" feeds no field and is left out`, vi: `cột "${name}" không được ánh xạ và bị bỏ qua` },
      { en: 'Map it in "columns" if it is wanted.', vi: 'Ánh xạ trong "columns" nếu cần.' },
      { line, column: name, cell: index + 1 },
    );
    return [{ ...note, severity: 'NOTE' as const }];
  });
}

function isArea({ format }: ManifestFile): boolean {
  return format === 'geojson' || format === 'topojson';
}
