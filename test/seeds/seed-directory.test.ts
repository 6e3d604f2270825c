import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { seedDirectory, type SeedingParts } from '../../src/seeding/seed-directory';
import { FACTS_MANIFEST, readSeedProvinces } from '../../src/seeding/seed-provinces';
import { FakePublication } from '../imports/fake-publication';
import { importInto } from '../imports/import-run';
import { manifestIn } from './seed-files';

/** A directory in memory, what was imported into it, and what the operator was told. */
class Seeding {
  readonly publication = new FakePublication();
  readonly imported: { readonly path: string; readonly kinds: readonly string[]; readonly allowShrink: boolean }[] = [];
  readonly told: string[] = [];

  private get parts(): SeedingParts {
    const { publication } = this;
    return {
      publication: {
        live: (table) => publication.live(table),
        liveReferences: (table, column) => publication.liveReferences(table, column),
        currentNumber: () => Promise.resolve(publication.revision),
      },
      importManifest: async (path, allowShrink) => {
        this.imported.push({ path, kinds: manifestIn(dirname(path)).files.map(({ kind }) => kind), allowShrink });
        const { outcome } = await importInto(publication, path, { allowShrink });
        return outcome.status === 'refused' ? 1 : 0;
      },
      print: (line) => this.told.push(line),
    };
  }

  run(employers: number, more: { clinics?: number; allowShrink?: boolean } = {}): Promise<number> {
    const demonstration = { employers, clinics: more.clinics ?? 0, agents: 0, seed: 1 };
    return seedDirectory(demonstration, more.allowShrink ?? false, this.parts);
  }
}

it('brings the facts into an empty directory first, then what it made up, and removes the files', async () => {
  const seeding = new Seeding();
  expect(await seeding.run(300)).toBe(0);
  expect(seeding.imported[0]?.path).toBe(FACTS_MANIFEST);
  expect(seeding.imported[1]).toMatchObject({ kinds: ['employers'] });
  expect(existsSync(seeding.imported[1]?.path ?? '')).toBe(false);
  expect(seeding.publication.rows('employers')).toHaveLength(300);
  expect(seeding.told.join()).toMatch(/empty/);
});

it('puts other made-up entries in place of those that are there, fewer too', async () => {
  const seeding = new Seeding();
  await seeding.run(300);
  expect(await seeding.run(500)).toBe(0);
  expect(await seeding.run(10)).toBe(0);
  expect(seeding.publication.rows('employers')).toHaveLength(10);
});

it('says before anything is made up that real entries would vanish, and does it when that is meant', async () => {
  const seeding = new Seeding();
  await seeding.run(10);
  const imports = seeding.imported.length;
  const hospitals = seeding.publication.rows('clinics').length;
  expect(hospitals).toBeGreaterThan(150);
  expect(await seeding.run(0, { clinics: 5 })).toBe(1);
  expect(seeding.told.at(-1)).toMatch(new RegExp(`${hospitals} live clinics are no demonstration.*--allow-shrink`));
  expect(seeding.imported).toHaveLength(imports);
  expect(await seeding.run(0, { clinics: 5, allowShrink: true })).toBe(0);
  expect(seeding.publication.rows('clinics')).toHaveLength(5);
});

it('says before anything is made up which units are missing', async () => {
  const seeding = new Seeding();
  await seeding.run(10);
  const provinces = readSeedProvinces();
  const lost = new Set(provinces.slice(0, 2).map(({ code }) => code));
  for (const unit of seeding.publication.rows('units')) {
    if (lost.has(unit.code)) seeding.publication.tableOf('units').delete(unit.unitKey);
  }
  const imports = seeding.imported.length;
  expect(await seeding.run(20)).toBe(1);
  expect(seeding.told.at(-1)).toContain(
    `2 provinces in which entries are to lie are not in the directory (${[...lost].join(', ')})`,
  );
  expect(seeding.imported).toHaveLength(imports);
});
