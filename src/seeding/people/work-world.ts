import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { StatutoryTable } from '../../features/statutory/statutory-table';
import { generateEmployers } from '../employers';
import { type Place } from '../place';
import { FACTS_DIRECTORY } from '../seed-provinces';
import { readSeedStatutory } from '../seed-statutory';

/** Where made-up persons work. */
export interface Workplace {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  /** Whether pay follows the scale of the state. */
  readonly isPublic: boolean;
}

/** Where made-up persons are treated. */
export interface TreatingClinic {
  readonly code: string;
  readonly name: string;
}

/** The employers and clinics of a made-up population. */
export interface WorkWorld {
  readonly workplaces: readonly Workplace[];
  readonly clinics: readonly TreatingClinic[];
  /** What laws and decrees set, by the shipped facts. */
  readonly statutory: StatutoryTable;
}

const WORKPLACES = 3_000;

/**
 * Employers out of the generator with the same seed as the directory's, so that the first of them are in the directory,
 * and the clinics of the shipped facts.
 */
export function workWorld(seed: number, places: readonly Place[]): WorkWorld {
  const workplaces = [...generateEmployers({ count: WORKPLACES, seed, places })].map(({ code, name, address }) => ({
    code,
    name,
    address,
    isPublic: code.endsWith('HC'),
  }));
  const text = readFileSync(join(FACTS_DIRECTORY, 'clinics.csv'), 'utf8');
  const rows: Readonly<Record<string, string>>[] = parse(text, { columns: true });
  const clinics = rows.map((row) => ({ code: String(row['code']), name: String(row['name']) }));
  return { workplaces, clinics, statutory: new StatutoryTable(readSeedStatutory()) };
}
