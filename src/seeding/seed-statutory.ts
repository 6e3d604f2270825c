import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { StatutoryValue } from '../features/statutory/statutory-value.entity';

/** Where the shipped values of laws and decrees lie, seen from the project's folder. */
const STATUTORY_DIRECTORY = join('seeds', 'statutory');
/** The manifest of these values. */
export const STATUTORY_MANIFEST = join(STATUTORY_DIRECTORY, 'manifest.json');

/** The shipped values of laws and decrees, for what is made up by them. The import checks them; a test does, too. */
export function readSeedStatutory(directory: string = STATUTORY_DIRECTORY): StatutoryValue[] {
  const files = readdirSync(directory).filter((name) => name.endsWith('.csv'));
  return files.flatMap((name) => {
    const rows: Readonly<Record<string, string>>[] = parse(readFileSync(join(directory, name), 'utf8'), {
      columns: true,
    });
    return rows.map((row) => ({
      fact: String(row['fact']),
      subject: String(row['subject']),
      validFrom: String(row['valid_from']),
      value: row['value'] === '' ? null : Number(row['value']),
      source: String(row['source']),
    }));
  });
}
