import { Misfit, type FieldColumn } from '../../shared/columns';
import { type ImportKind } from '../import-kind';
import { fieldsOf } from '../kind-columns';
import { type ImportIssue } from '../report/issue';
import { matchedText } from '../rows/clean-text';
import { type FieldMapping } from './manifest';
import { type ManifestDocument, type ManifestPath } from './manifest-document';
import { type FileFormat, type ManifestFileText } from './manifest.schema';

const OTHER_TEXT = {
  en: 'Give another text in the manifest; `npm run import -- --describe` lists the fields.',
  vi: 'Khai giá trị khác trong tệp kê khai; `npm run import -- --describe` liệt kê các trường.',
};

/** Checks what a manifest maps to the fields of a kind: names known, required ones there, constants and values that fit. */
export class FieldCheck {
  readonly faults: ImportIssue[] = [];
  private readonly fields: Readonly<Record<string, FieldColumn<unknown>>>;
  private readonly columnsName: 'columns' | 'properties';
  private readonly constants: Readonly<Record<string, string>>;

  constructor(
    private readonly document: ManifestDocument,
    private readonly path: ManifestPath,
    private readonly file: ManifestFileText,
    private readonly kind: ImportKind,
    format: FileFormat,
  ) {
    this.fields = fieldsOf(kind, file.withdraw);
    this.columnsName = format === 'geojson' || format === 'topojson' ? 'properties' : 'columns';
    const stated = Object.entries(file.constants ?? {}).map(([field, value]) => [field, String(value)] as const);
    this.constants = Object.fromEntries(file.level === undefined ? stated : [...stated, ['level', file.level]]);
  }

  /** The mappings of the file; worth nothing when there are faults. */
  mappings(): FieldMapping[] {
    const columns = this.file[this.columnsName] ?? {};
    for (const name of ['columns', 'values', 'constants', 'properties', 'pad'] as const) this.checkNames(name);
    this.checkConstants(columns);
    this.checkValues(columns);
    this.checkRequired(columns);
    const mapped = Object.entries(columns).map(([field, headers]) =>
      this.mapping(field, typeof headers === 'string' ? [headers] : headers, null),
    );
    const fixed = Object.entries(this.constants).map(([field, constant]) => this.mapping(field, [], constant));
    return [...mapped, ...fixed];
  }

  private mapping(field: string, headers: readonly string[], constant: string | null): FieldMapping {
    const values = this.file.values?.[field];
    return {
      field,
      headers,
      constant,
      values: values ? new Map(Object.entries(values).map(([from, to]) => [matchedText(from), to])) : null,
      padTo: this.file.pad?.[field] ?? null,
      dateForm: this.file.dateForm ?? null,
    };
  }

  private checkNames(part: 'columns' | 'values' | 'constants' | 'properties' | 'pad'): void {
    for (const field of Object.keys(this.file[part] ?? {})) {
      if (Object.hasOwn(this.fields, field)) continue;
      const known = Object.keys(this.fields).join(', ');
      this.fault(
        [part, field],
        'MANIFEST_UNKNOWN_FIELD',
        {
          en: `"${field}" is no field of ${this.kind}; known are ${known}`,
          vi: `"${field}" không phải trường của ${this.kind}; các trường gồm ${known}`,
        },
        { en: 'Correct the name of the field.', vi: 'Sửa tên trường.' },
      );
    }
  }

  private checkConstants(columns: Readonly<Record<string, unknown>>): void {
    for (const [field, value] of Object.entries(this.constants)) {
      const part = field === 'level' && this.file.level !== undefined ? ['level'] : ['constants', field];
      if (Object.hasOwn(columns, field)) {
        this.fault(
          part,
          'MANIFEST_FIELD_TWICE',
          {
            en: `the field "${field}" is both mapped to a column and given as a constant`,
            vi: `trường "${field}" vừa ánh xạ cột vừa khai hằng số`,
          },
          { en: 'Remove one of the two.', vi: 'Xóa một trong hai.' },
        );
      }
      this.checkText(part, field, value);
    }
  }

  private checkValues(columns: Readonly<Record<string, unknown>>): void {
    for (const [field, mapped] of Object.entries(this.file.values ?? {})) {
      if (!Object.hasOwn(this.fields, field)) continue;
      if (!Object.hasOwn(columns, field)) {
        this.fault(
          ['values', field],
          'MANIFEST_VALUES_WITHOUT_COLUMN',
          {
            en: `values are given for "${field}", but no column is mapped to it`,
            vi: `có ánh xạ giá trị cho "${field}" nhưng không ánh xạ cột nào`,
          },
          {
            en: 'Map a column to the field or remove the values.',
            vi: 'Ánh xạ một cột cho trường hoặc xóa phần giá trị.',
          },
        );
      }
      for (const [from, to] of Object.entries(mapped)) this.checkText(['values', field, from], field, to);
    }
  }

  private checkText(part: ManifestPath, field: string, text: string): void {
    const column = Object.hasOwn(this.fields, field) ? this.fields[field] : undefined;
    const value = column && text !== '' ? column.read(text) : undefined;
    if (value instanceof Misfit) {
      const { en, vi } = value.problem;
      this.fault(part, 'MANIFEST_BAD_VALUE', { en: `${field}: ${en}`, vi: `${field}: ${vi}` }, OTHER_TEXT);
    }
  }

  private checkRequired(columns: Readonly<Record<string, unknown>>): void {
    for (const [field, column] of Object.entries(this.fields)) {
      if (!column.required || Object.hasOwn(columns, field) || Object.hasOwn(this.constants, field)) continue;
      this.fault(
        [this.columnsName, field],
        'MANIFEST_REQUIRED_FIELD',
        {
          en: `${this.kind} need the field "${field}" (${column.doc.en})`,
          vi: `${this.kind} cần trường "${field}" (${column.doc.vi})`,
        },
        {
          en: `Map it in "${this.columnsName}" or give it in "constants".`,
          vi: `Ánh xạ trong "${this.columnsName}" hoặc khai trong "constants".`,
        },
      );
    }
  }

  private fault(part: ManifestPath, code: string, message: ImportIssue['message'], mend: ImportIssue['mend']): void {
    this.faults.push(this.document.fault([...this.path, ...part], code, message, mend));
  }
}
