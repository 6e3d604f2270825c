import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportRunningError } from '../../src/features/directory/publication/publication.errors';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { PersonIdentifier } from '../../src/features/people/person-identifier.entity';
import { IdentifierTakenError, PersonStore } from '../../src/features/people/person.store';
import { Person } from '../../src/features/people/person.entity';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import type { ImportOutcome } from '../../src/imports/import-outcome';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { runImport } from '../../src/imports/run-import';
import { LAN } from '../accounts/account-gateway';
import { eachDialect, type TestDatabase, testDatabase } from '../setup/test-database';
import { startTestProcess } from '../setup/test-process';
import { testKeyRing } from './synthetic-keys';

const IMPORTING_PROCESS = join(__dirname, 'importing-people.process.ts');
/** More than two batches of reading. */
const PEOPLE = 3_000;

/** Persons with keys from `first` on; all files give them the same codes. */
const lines = (first: number, count = PEOPLE): string[] => [
  'personId,fullName,dateOfBirth,sex,bhxhCode,phone',
  ...Array.from({ length: count }, (_, index) => {
    const code = `99${String(index).padStart(8, '0')}`;
    return `${first + index},Nguyễn Văn Thử,1980-02-29,MALE,${code},0999000001`;
  }),
];

eachDialect('imports of people', (dialect) => {
  let opened: TestDatabase;
  let folder: string;
  const store = (): PersonStore => new PersonStore(opened.database, testKeyRing());
  const file = (): string => join(folder, 'people.csv');

  beforeEach(async () => {
    opened = await testDatabase(dialect);
    folder = await mkdtemp(join(tmpdir(), 'bhxh-people-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  function write(rows: readonly string[], name = 'people'): string {
    writeFileSync(join(folder, `${name}.csv`), `${rows.join('\n')}\n`);
    const columns = Object.fromEntries((rows[0] ?? '').split(',').map((column) => [column, column]));
    const source = { name: 'test', verifiedAt: '2026-01-01' };
    const manifest = join(folder, `${name}.json`);
    writeFileSync(manifest, JSON.stringify({ source, files: [{ kind: 'people', path: `${name}.csv`, columns }] }));
    return manifest;
  }

  function run(manifestPath: string, beforeWriting: () => void = () => undefined): Promise<ImportOutcome> {
    const progress = { ...SILENT_PROGRESS, step: beforeWriting };
    return runImport(
      { manifestPath, dryRun: false, skipInvalid: false, allowShrink: false, progress },
      {
        publication: new PublicationService(opened.database, PUBLISHED_TABLES),
        personal: new PersonalDataStore(opened.database, store()),
      },
    );
  }

  const codesOf = async (): Promise<string[]> => {
    const rows = await opened.database.read(PersonIdentifier).findBy({ isSole: true });
    return rows.map(({ blindIndex }) => blindIndex);
  };

  it('in several processes at once make one person of each code: one imports, the others say who does', async () => {
    const manifests = [1, 10_001, 20_001].map((first) => write(lines(first), `from-${first}`));
    const processes = manifests.map((manifest) =>
      startTestProcess(IMPORTING_PROCESS, [JSON.stringify(opened.location), manifest]),
    );
    const ended = await Promise.allSettled(processes.map((one) => one.ended));
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    // Whoever came after another had ended was told of the codes that are taken.
    for (const reason of refused) expect(reason).toMatch(/ImportRunningError|ended as refused/);
    expect(refused).toHaveLength(2);
    expect(await opened.database.read(Person).count()).toBe(PEOPLE);
    expect(new Set(await codesOf()).size).toBe(PEOPLE);
  });

  it('hold the right until they end, well or not', async () => {
    const manifest = write(lines(1, 10));
    let second: Promise<unknown> = Promise.resolve();
    const first = run(manifest, () => {
      second = run(manifest).catch((error: unknown) => error);
    });
    expect(await first).toMatchObject({ status: 'recorded', rows: { people: 10 } });
    expect(await second).toBeInstanceOf(ImportRunningError);
    const refused = await run(write([...lines(1, 3), 'not a row'], 'faulty'));
    expect(refused.status).toBe('refused');
    expect(await run(manifest)).toMatchObject({ status: 'recorded' });
  });

  it.each([
    ['is another one', () => writeFileSync(file(), `${lines(1).join('\n').replaceAll('Thử', 'Khác')}\n`)],
    ['lost rows', () => writeFileSync(file(), `${lines(1, 2_900).join('\n')}\n`)],
    ['has more rows', () => writeFileSync(file(), `${lines(1, PEOPLE + 1).join('\n')}\n`)],
    ['ends in the middle of a row', () => truncateSync(file(), 100_000)],
    ['is gone', () => rmSync(file())],
    ['holds what is no text', () => writeFileSync(file(), Buffer.alloc(5_000, 0))],
  ])('never say that all is written when a file %s after it was checked', async (_what, change) => {
    const manifest = write(lines(1));
    expect(await run(manifest, change)).toMatchObject({ status: 'refused', faults: [{ code: 'FILE_CHANGED' }] });
    // As it was checked, it imports; whatever was written before is written again.
    write(lines(1));
    expect(await run(manifest)).toMatchObject({ status: 'recorded', rows: { people: PEOPLE } });
    expect(await opened.database.read(Person).countBy({ fullName: 'Nguyễn Văn Thử' })).toBe(PEOPLE);
  });

  it('cannot give a code to a second person, whatever was checked before', async () => {
    const data = new PersonalDataStore(opened.database, store());
    await data.take('people', [LAN]);
    const other = { ...LAN, personId: 8 };
    await expect(data.take('people', [{ ...other, bhxhCode: '0123456780' }])).rejects.toThrow(IdentifierTakenError);
    await expect(data.take('people', [{ ...other, personalIdNumber: null }])).rejects.toThrow(IdentifierTakenError);
    expect(await opened.database.read(Person).count()).toBe(1);
    // One telephone can be that of a whole family.
    await data.take('people', [{ ...other, bhxhCode: '0123456780', personalIdNumber: null }]);
    expect(await store().withIdentifier('phone', LAN.phone ?? '')).toHaveLength(2);
  });
});

eachDialect('identifiers from before each had one holder', (dialect) => {
  it('are settled, those of several persons are told and change nothing, and all of it only once', async () => {
    const { database } = await testDatabase(dialect);
    const store = new PersonStore(database, testKeyRing());
    const codes = ['0000000001', '0000000002', '0000000003'];
    const persons = codes.map((bhxhCode, index) => ({ ...LAN, personId: index + 1, bhxhCode, personalIdNumber: null }));
    await store.replace(persons);
    const { blindIndex } = await database.read(PersonIdentifier).findOneByOrFail({ personId: 2, isSole: true });
    await database.write(async (manager) => {
      await manager.updateAll(PersonIdentifier, { isSole: null });
      await manager.delete(PersonIdentifier, { personId: 3 });
      await manager.insert(PersonIdentifier, { personId: 3, blindIndex, isSole: null });
      const twin = await manager.findOneByOrFail(Person, { personId: 2 });
      await manager.update(Person, { personId: 3 }, { bhxhCodeSealed: twin.bhxhCodeSealed });
    });
    const settle = (): ReturnType<PersonStore['settleIdentifiers']> =>
      store.settleIdentifiers(500, (work) => database.write(work));
    expect(await settle()).toEqual({ settled: 3, doubled: [2, 3] });
    expect(await settle()).toEqual({ settled: 0, doubled: [] });
    const rows = await database.read(PersonIdentifier).find({ order: { personId: 'ASC' } });
    expect(rows.filter(({ isSole }) => isSole === true).map(({ personId }) => personId)).toEqual([1]);
    expect(rows).toHaveLength(6);
    await expect(store.replace([{ ...LAN, personId: 9, bhxhCode: '0000000001' }])).rejects.toThrow(
      IdentifierTakenError,
    );
  });
});
