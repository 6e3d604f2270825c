import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isIsoDate } from '../../shared/calendar';
import { type BilingualMessage } from '../../shared/errors';
import { type ImportKind, isPublished } from '../import-kind';
import { type ImportIssue, NOWHERE, shownValue } from '../report/issue';
import { type Manifest, type ManifestFile, type ManifestSource } from './manifest';
import { ManifestDocument, type ManifestPath } from './manifest-document';
import { FieldCheck } from './manifest-fields';
import { formatOf, resolveFiles } from './manifest-files';
import { formFaults } from './manifest-form';
import { type FileFormat, type ManifestFileText, manifestSchema, type ManifestText } from './manifest.schema';

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/** Reads a manifest and resolves its files. Says every fault at once; then there is no manifest. */
export function readManifest(manifestPath: string): { manifest: Manifest | null; faults: readonly ImportIssue[] } {
  const fileName = basename(manifestPath);
  let text: string;
  try {
    if (statSync(manifestPath).size > MAX_MANIFEST_BYTES) throw new Error(`larger than ${MAX_MANIFEST_BYTES} bytes`);
    const bytes = readFileSync(manifestPath);
    if (!isUtf8(bytes)) return { manifest: null, faults: [wrongEncoding(fileName)] };
    text = bytes.toString('utf8').replace(/^\ufeff/, '');
  } catch (error) {
    return { manifest: null, faults: [unreadable(fileName, manifestPath, error)] };
  }
  const document = new ManifestDocument(fileName, text);
  const syntax = document.syntaxFaults();
  if (syntax.length > 0) return { manifest: null, faults: syntax };
  const value: unknown = JSON.parse(text);
  const form = manifestSchema.safeParse(value);
  if (!form.success) return { manifest: null, faults: formFaults(document, value, form.error.issues) };
  return new ManifestReading(document, dirname(resolve(manifestPath)), form.data).read(fileName);
}

function unreadable(fileName: string, path: string, error: unknown): ImportIssue {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ...NOWHERE,
    file: fileName,
    value: shownValue(path),
    severity: 'FAULT',
    code: 'MANIFEST_UNREADABLE',
    message: { en: `the manifest cannot be read: ${reason}`, vi: `không đọc được tệp kê khai: ${reason}` },
    mend: { en: 'Check the path and the permissions.', vi: 'Kiểm tra đường dẫn và quyền truy cập.' },
    record: null,
  };
}

/** JSON that is exchanged is UTF-8 (RFC 8259, section 8.1). */
function wrongEncoding(fileName: string): ImportIssue {
  return {
    ...NOWHERE,
    file: fileName,
    severity: 'FAULT',
    code: 'MANIFEST_ENCODING',
    message: { en: 'the manifest is not UTF-8 text', vi: 'tệp kê khai không phải văn bản UTF-8' },
    mend: { en: 'Save the manifest as UTF-8.', vi: 'Lưu tệp kê khai với mã hoá UTF-8.' },
    record: null,
  };
}

/** The checks of a manifest that has the right form. */
class ManifestReading {
  private readonly faults: ImportIssue[] = [];
  private readonly files: ManifestFile[] = [];

  constructor(
    private readonly document: ManifestDocument,
    private readonly folder: string,
    private readonly text: ManifestText,
  ) {}

  read(fileName: string): { manifest: Manifest | null; faults: readonly ImportIssue[] } {
    this.checkDay(['source', 'verifiedAt'], this.text.source.verifiedAt);
    for (const [index, file] of this.text.files.entries()) this.readFile(file, ['files', index]);
    const manifest = { fileName, sourceName: this.text.source.name, files: this.files };
    return { manifest: this.faults.length > 0 ? null : manifest, faults: this.faults };
  }

  private readFile(file: ManifestFileText, path: ManifestPath): void {
    this.checkDay([...path, 'unitsAsOf'], file.unitsAsOf);
    this.checkDay([...path, 'source', 'verifiedAt'], file.source?.verifiedAt);
    const kind = file.kind as ImportKind;
    if (file.withdraw && isPublished(kind)) this.cannotWithdraw([...path, 'withdraw'], kind);
    const format = this.checkFormat(file, kind, path);
    const found = resolveFiles(this.folder, file, this.document, [...path, 'path']);
    this.faults.push(...found.faults);
    if (!format) return;
    const check = new FieldCheck(this.document, path, file, kind, format);
    const mappings = check.mappings();
    this.faults.push(...check.faults);
    const delimiter = file.delimiter === 'tab' ? '\t' : (file.delimiter ?? null);
    for (const name of found.files) {
      const known = this.files.some(
        (other) => other.kind === kind && other.path === name && other.sheet === (file.sheet ?? null),
      );
      if (known) this.repeatedFile([...path, 'path'], name);
      this.files.push({
        kind,
        path: name,
        absolutePath: resolve(this.folder, name),
        format,
        mappings,
        delimiter,
        encoding: file.encoding ?? null,
        sheet: file.sheet ?? null,
        headerRow: file.headerRow ?? null,
        source: this.sourceOf(file),
        unitsAsOf: file.unitsAsOf ?? null,
        withdraw: file.withdraw ?? false,
      });
    }
  }

  private sourceOf(file: ManifestFileText): ManifestSource {
    const { name, url, verifiedAt } = file.source ?? this.text.source;
    return { name, url, verifiedAt: verifiedAt ?? this.text.source.verifiedAt };
  }

  private checkFormat(file: ManifestFileText, kind: ImportKind, path: ManifestPath): FileFormat | null {
    const format = formatOf(file);
    if (!format) {
      this.fault(
        [...path, 'path'],
        'FORMAT_UNKNOWN',
        { en: 'the ending of the file does not tell its format', vi: 'đuôi tệp không cho biết định dạng' },
        {
          en: 'Add "format": "csv", "xlsx", "geojson" or "topojson".',
          vi: 'Thêm "format": "csv", "xlsx", "geojson" hoặc "topojson".',
        },
      );
      return null;
    }
    const isArea = format === 'geojson' || format === 'topojson';
    if (isArea !== (kind === 'unitBoundaries')) {
      const expected = isArea ? 'csv, xlsx' : 'geojson, topojson';
      this.fault(
        [...path, 'path'],
        'FORMAT_NOT_FOR_KIND',
        {
          en: `${kind} cannot come as ${format}; expected ${expected}`,
          vi: `${kind} không thể ở dạng ${format}; cần ${expected}`,
        },
        {
          en: 'Check the kind and the path.',
          vi: 'Kiểm tra loại và đường dẫn.',
        },
      );
      return null;
    }
    for (const option of unusedOptions(file, format)) {
      this.fault(
        [...path, option],
        'OPTION_NOT_FOR_FORMAT',
        {
          en: `"${option}" means nothing for a ${format} file of ${kind}`,
          vi: `"${option}" không dùng cho tệp ${format} của ${kind}`,
        },
        {
          en: 'Remove it, or check the format.',
          vi: 'Xóa mục này, hoặc kiểm tra định dạng.',
        },
      );
    }
    return format;
  }

  private checkDay(path: ManifestPath, day: string | undefined): void {
    if (day === undefined || isIsoDate(day)) return;
    this.fault(
      path,
      'MANIFEST_BAD_DATE',
      { en: 'is not a day that exists; expected YYYY-MM-DD', vi: 'không phải là ngày có thật; cần dạng YYYY-MM-DD' },
      {
        en: 'Write for example 2026-11-22.',
        vi: 'Viết ví dụ 2026-11-22.',
      },
    );
  }

  private cannotWithdraw(path: ManifestPath, kind: ImportKind): void {
    this.fault(
      path,
      'WITHDRAW_NOT_FOR_KIND',
      { en: `rows of ${kind} cannot be withdrawn by name`, vi: `không thể rút từng dòng ${kind}` },
      {
        en: 'A manifest replaces the public kinds it names, whole: leave the rows out.',
        vi: 'Tệp kê khai thay thế toàn bộ loại công khai đã khai: hãy bỏ các dòng đó ra khỏi tệp.',
      },
    );
  }

  private repeatedFile(path: ManifestPath, name: string): void {
    this.fault(
      path,
      'FILE_TWICE',
      {
        en: `the file ${name} is named twice for the same kind`,
        vi: `tệp ${name} được khai hai lần cho cùng một loại`,
      },
      {
        en: 'Name every file once; check the patterns.',
        vi: 'Chỉ khai mỗi tệp một lần; kiểm tra các mẫu.',
      },
    );
  }

  private fault(path: ManifestPath, code: string, message: BilingualMessage, mend: BilingualMessage): void {
    this.faults.push(this.document.fault(path, code, message, mend));
  }
}

function unusedOptions(file: ManifestFileText, format: FileFormat): string[] {
  const isArea = format === 'geojson' || format === 'topojson';
  const unused: (keyof ManifestFileText)[] = [];
  if (format !== 'csv') unused.push('delimiter', 'encoding');
  if (format !== 'xlsx') unused.push('sheet');
  unused.push(...(isArea ? (['columns', 'headerRow', 'dateForm'] as const) : (['properties', 'level'] as const)));
  return unused.filter((option) => file[option] !== undefined);
}
