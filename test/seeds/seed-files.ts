import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Misfit, type FieldColumn, type RecordColumns } from '../../src/shared/columns';

export const SEEDS = join(__dirname, '..', '..', 'seeds');

export type Cells = Readonly<Record<string, string>>;

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

interface ManifestFile {
  readonly kind: string;
  readonly path: string;
  readonly columns: Readonly<Record<string, string>>;
}

export function manifestIn(directory: string): { files: ManifestFile[]; source: { name: string } } {
  return JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as ReturnType<typeof manifestIn>;
}

/** The rows of a CSV file, by the fields that the manifest beside it maps its columns to. */
export function rowsOf(directory: string, kind: string): Cells[] {
  const file = manifestIn(directory).files.find((candidate) => candidate.kind === kind);
  if (!file) throw new Error(`The manifest names no ${kind}.`);
  const records: Cells[] = parse(readFileSync(join(directory, file.path), 'utf8'), { columns: true });
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(file.columns).map(([field, header]) => {
        const text = record[header];
        if (text === undefined) throw new Error(`${file.path} has no column ${header}.`);
        return [field, text];
      }),
    ),
  );
}

/** What the import would refuse in these rows, as `code.field: value`. */
export function misfitsOf<Draft>(rows: Iterable<Cells>, columns: RecordColumns<Draft>): string[] {
  const fields = columns.fields as Readonly<Record<string, FieldColumn<unknown>>>;
  const found: string[] = [];
  for (const row of rows) {
    const draft: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(fields)) {
      const text = row[name] ?? '';
      draft[name] = text === '' ? field.absent : field.read(text);
      if ((text === '' && field.required) || draft[name] instanceof Misfit)
        found.push(`${row['code'] ?? ''}.${name}: ${text}`);
    }
    for (const misfit of columns.check(draft as Draft))
      found.push(`${row['code'] ?? ''}.${misfit.field}: ${misfit.misfit.code}`);
    for (const name of Object.keys(row)) if (!fields[name]) found.push(`${name} is no field`);
  }
  return found;
}

export function pointOf(row: Cells): Point {
  return { latitude: Number(row['latitude']), longitude: Number(row['longitude']) };
}

/** Great-circle distance on a sphere, good to half a percent. */
export function kilometersBetween(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(h));
}
