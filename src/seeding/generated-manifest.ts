import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { generateAgents } from './agents';
import { generateClinics } from './clinics';
import { generateEmployers } from './employers';
import { type Generation } from './generated-rows';
import { type Place } from './place';
import { readSeedProvinces } from './seed-provinces';

/** What to generate. A kind with the number 0 does not appear in the manifest, so its import leaves that kind alone. */
export interface GeneratedManifestOptions {
  readonly employers: number;
  readonly clinics: number;
  readonly agents: number;
  readonly seed: number;
  /** Units to spread the entries over; the provinces of the shipped facts when missing. */
  readonly places?: readonly Place[];
}

type Row = Readonly<Record<string, string | number | boolean>>;

const GENERATORS = {
  employers: generateEmployers,
  clinics: generateClinics,
  agents: generateAgents,
} satisfies Readonly<Record<string, (generation: Generation) => Iterable<Row>>>;
const GENERATED_KINDS = ['employers', 'clinics', 'agents'] as const satisfies readonly (keyof typeof GENERATORS)[];

const NEEDS_QUOTES = /[",\r\n]/;
const CHUNK_CHARACTERS = 256 * 1024;
// A manifest has to say a day; this one is fixed, so that the same seed gives the same files on every day.
const VERIFIED_AT = '2025-07-01';

/** The text of one row in CSV (RFC 4180). */
function csvLine(row: Row, columns: readonly string[]): string {
  let line = '';
  for (const [place, column] of columns.entries()) {
    const text = String(row[column]);
    line += (place === 0 ? '' : ',') + (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  }
  return `${line}\n`;
}

/** A CSV file in pieces of a size that the disk likes. */
function* csvChunks(rows: Iterable<Row>, columns: readonly string[]): Generator<string, void, undefined> {
  let chunk = `${columns.join(',')}\n`;
  for (const row of rows) {
    chunk += csvLine(row, columns);
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** The columns of a kind, out of a row of it. The manifest says for all rows that they are demonstration. */
function columnsOf(rows: Iterable<Row>): string[] {
  for (const row of rows) return Object.keys(row).filter((column) => column !== 'demonstration');
  return [];
}

/**
 * Writes generated entries as CSV files with a `manifest.json` beside them that the import takes; the manifest marks
 * every entry as demonstration. Memory stays flat; a million employers take seconds. The files depend on the options
 * alone. Returns the path of the manifest.
 * @throws RangeError when a number is beyond what the codes can tell apart.
 */
export async function writeGeneratedManifest(directory: string, options: GeneratedManifestOptions): Promise<string> {
  const { seed, places = readSeedProvinces() } = options;
  await mkdir(directory, { recursive: true });
  const files: object[] = [];
  for (const kind of GENERATED_KINDS) {
    const count = options[kind];
    if (count === 0) continue;
    const columns = columnsOf(GENERATORS[kind]({ count: 1, seed, places }));
    const chunks = csvChunks(GENERATORS[kind]({ count, seed, places }), columns);
    await pipeline(chunks, createWriteStream(join(directory, `${kind}.csv`)));
    files.push({
      kind,
      path: `${kind}.csv`,
      columns: Object.fromEntries(columns.map((column) => [column, column])),
      constants: { demonstration: 'true' },
    });
  }
  const source = { name: `Demonstration data, generated from seed ${seed}`, verifiedAt: VERIFIED_AT };
  const path = join(directory, 'manifest.json');
  await writeFile(path, `${JSON.stringify({ source, files }, null, 2)}\n`);
  return path;
}
