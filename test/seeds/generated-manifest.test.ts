import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMPLOYER_COLUMNS } from '../../src/features/directory/employer/employer.columns';
import { readDemonstration } from '../../src/seeding/demonstration';
import { writeGeneratedManifest } from '../../src/seeding/generated-manifest';
import { manifestIn, misfitsOf, rowsOf } from './seed-files';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bhxh-generated-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

it('writes a manifest that names each kind with its columns and marks every row as demonstration', async () => {
  const path = await writeGeneratedManifest(directory, { employers: 30, clinics: 20, agents: 10, seed: 3 });
  expect(path).toBe(join(directory, 'manifest.json'));
  const manifest = manifestIn(directory);
  expect(manifest.source.name).toBe('Demonstration data, generated from seed 3');
  expect(manifest.files.map((file) => file.kind)).toEqual(['employers', 'clinics', 'agents']);
  for (const file of manifest.files) expect(file).toHaveProperty('constants', { demonstration: 'true' });
  const sizes = ['employers', 'clinics', 'agents'].map((kind) => rowsOf(directory, kind).length);
  expect(sizes).toEqual([30, 20, 10]);
});

it('writes CSV that comes back whole, commas and quotes included', async () => {
  await writeGeneratedManifest(directory, { employers: 2_000, clinics: 0, agents: 0, seed: 3 });
  const rows = rowsOf(directory, 'employers');
  expect(misfitsOf(rows, EMPLOYER_COLUMNS)).toEqual([]);
  expect(rows.some((row) => row['address']?.includes(','))).toBe(true);
});

it('leaves out the kinds of which nothing is wanted, so that an import keeps what is there', async () => {
  await writeGeneratedManifest(directory, { employers: 0, clinics: 0, agents: 5, seed: 3 });
  expect(readdirSync(directory).sort()).toEqual(['agents.csv', 'manifest.json']);
});

it('writes the same bytes for the same options', async () => {
  const options = { employers: 500, clinics: 50, agents: 50, seed: 11 };
  await writeGeneratedManifest(join(directory, 'first'), options);
  await writeGeneratedManifest(join(directory, 'second'), options);
  for (const name of readdirSync(join(directory, 'first'))) {
    expect([name, digestOf(join(directory, 'first', name))]).toEqual([name, digestOf(join(directory, 'second', name))]);
  }
});

it('streams: two hundred thousand employers leave no trace in memory', async () => {
  const before = process.memoryUsage().heapUsed;
  await writeGeneratedManifest(directory, { employers: 200_000, clinics: 0, agents: 0, seed: 3 });
  // The file has some 36 MB; garbage not yet collected may remain, rows may not.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024);
});

it('ships a demonstration of some hundred employers and agents and no clinics, for those are facts', () => {
  expect(readDemonstration()).toEqual({ seed: 20250701, employers: 400, clinics: 0, agents: 120 });
});
