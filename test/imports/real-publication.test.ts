import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../src/database/database';
import { Clinic } from '../../src/features/directory/clinic/clinic.entity';
import { Employer } from '../../src/features/directory/employer/employer.entity';
import { ImportIssueStore } from '../../src/features/directory/publication/import-issue.store';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { importManifest, type ImportSession, type ManifestImportOptions } from '../../src/imports/import-manifest';
import { eachDialect, testDatabase } from '../setup/test-database';
import { startTestProcess } from '../setup/test-process';
import { NO_PERSONAL_DATA, NO_STATUTORY_DATA } from './no-personal-data';
import { SmallInput } from './small-input';

const IMPORTING_PROCESS = join(__dirname, 'importing.process.ts');
const ROWS = 8_000;

eachDialect('an import into a database', (dialect) => {
  let input: SmallInput;
  let dataDirectory: string;

  beforeEach(() => {
    input = new SmallInput();
    dataDirectory = mkdtempSync(join(tmpdir(), 'bhxh-data-'));
  });
  afterEach(() => {
    input.remove();
    rmSync(dataDirectory, { recursive: true });
  });

  const sessionOf = (database: Database): ImportSession => ({
    publication: new PublicationService(database, PUBLISHED_TABLES),
    issues: new ImportIssueStore(database),
    personal: NO_PERSONAL_DATA,
    statutory: NO_STATUTORY_DATA,
    dataDirectory,
  });
  const run = (database: Database, options: ManifestImportOptions = {}): ReturnType<typeof importManifest> =>
    importManifest(input.write(), options, sessionOf(database));

  test('publishes once, and the same files again make no revision', async () => {
    const { database } = await testDatabase(dialect);
    const { outcome, reportPath } = await run(database);
    expect(outcome).toMatchObject({ status: 'published', revision: 1 });
    expect((await run(database)).outcome.status).toBe('unchanged');
    expect(await database.read(Clinic).countBy({})).toBe(3);
    const lines = readFileSync(reportPath, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(lines[0]).toMatchObject({ type: 'import' });
    expect(lines.at(-1)).toMatchObject({ type: 'summary', status: 'published', revision: 1 });
  });

  test('warns of live rows whose unit or office it takes away', async () => {
    const { database } = await testDatabase(dialect);
    await run(database);
    input.manifest = {
      source: { name: 'Made up for tests', verifiedAt: '2026-11-22' },
      files: [input.entry('units'), input.entry('offices')],
    };
    expect((await run(database)).outcome).toMatchObject({ status: 'unchanged', warningCount: 0 });
    input.replace(
      'units.csv',
      '00004,COMMUNE,Phường Ba Đình,01,2025-07-01,',
      '00005,COMMUNE,Phường Khác,01,2025-07-01,',
    );
    const { outcome, reportPath } = await run(database, { allowShrink: true });
    expect(outcome.status).toBe('published');
    const lost = readFileSync(reportPath, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { code?: string; kind?: string; value?: string })
      .filter(({ code }) => code === 'REFERENCE_LOST');
    expect(lost).toContainEqual(
      expect.objectContaining({ kind: 'clinics', value: 'COMMUNE:00004:2025-07-01', severity: 'WARNING' }),
    );
  });

  test('keeps the reports of the last hundred imports, and other files', async () => {
    const { database } = await testDatabase(dialect);
    const folder = join(dataDirectory, 'imports');
    mkdirSync(folder);
    for (let day = 0; day < 120; day++)
      writeFileSync(join(folder, `2020-01-01T00-00-00-${String(day).padStart(3, '0')}Z.jsonl`), '');
    writeFileSync(join(folder, 'mine.jsonl'), '');
    await run(database);
    const names = readdirSync(folder);
    expect(names).toHaveLength(101);
    expect(names).toEqual(expect.arrayContaining(['mine.jsonl', '2020-01-01T00-00-00-119Z.jsonl']));
    expect(names).not.toContain('2020-01-01T00-00-00-020Z.jsonl');
  });

  test('keeps what was set aside and warned of until the kind comes again', async () => {
    const { database } = await testDatabase(dialect);
    const issues = new ImportIssueStore(database);
    await run(database);
    input.append('clinics.csv', '1009,Trạm,,,,,,,,');
    expect((await run(database, { skipInvalid: true })).outcome.status).toBe('unchanged');
    const [aside] = await issues.list({ severity: 'QUARANTINED', skip: 0, take: 10 });
    expect(aside).toMatchObject([
      { kind: 'clinics', code: 'BAD_CODE', lineNumber: 5, cells: { code: '1009', name: 'Trạm' } },
    ]);
    const [warnings, count] = await issues.list({ severity: 'WARNING', skip: 0, take: 10 });
    expect(warnings.map(({ code }) => code)).toEqual(['UNIT_ENDED']);
    expect(count).toBe(1);
    input.replace('clinics.csv', '1009,Trạm', '01009,Trạm');
    expect((await run(database)).outcome).toMatchObject({ status: 'published', revision: 2 });
    expect((await issues.list({ severity: 'QUARANTINED', skip: 0, take: 10 }))[1]).toBe(0);
  });

  test('refused leaves revision, rows and kept issues as they were', async () => {
    const { database } = await testDatabase(dialect);
    await run(database);
    const kept = await new ImportIssueStore(database).list({ skip: 0, take: 100 });
    input.append('clinics.csv', '01009,Trạm,,,,,,2025-02-30,,');
    expect((await run(database)).outcome.status).toBe('refused');
    expect(await new PublicationService(database, PUBLISHED_TABLES).currentNumber()).toBe(1);
    expect(await database.read(Clinic).countBy({})).toBe(3);
    expect(await new ImportIssueStore(database).list({ skip: 0, take: 100 })).toEqual(kept);
    expect((await run(database, { dryRun: true })).outcome.status).toBe('refused');
  });

  test('killed at any moment leaves the old revision whole', async () => {
    const { database, location } = await testDatabase(dialect);
    const publication = new PublicationService(database, PUBLISHED_TABLES);
    for (let version = 1; version <= 4; version++) {
      const rows = Array.from(
        { length: ROWS },
        (_, index) => `TA${index},Công ty ${index} lần ${version},,PARTICIPATING,`,
      );
      input.files['employers.csv'] = `code,name,taxCode,status,soleTrader\n${rows.join('\n')}\n`;
      const path = input.write();
      if (version === 1) {
        await run(database);
        continue;
      }
      const running = startTestProcess(IMPORTING_PROCESS, [JSON.stringify(location), path, dataDirectory]);
      await running.line((line) => line === 'started');
      await sleep(300 + Math.random() * 500);
      running.child.kill('SIGKILL');
      const isDone = (await running.ended) === 0;
      const current = await publication.currentNumber();
      const shown = await database
        .read(Employer)
        .createQueryBuilder('row')
        .where('row.revisionFrom <= :current AND row.revisionUntil > :current', { current })
        .getMany();
      const versions = new Set(shown.map(({ name }) => name.split(' ').at(-1)));
      expect(shown).toHaveLength(ROWS);
      expect(versions.size).toBe(1);
      if (isDone) expect([...versions]).toEqual([String(version)]);
    }
    expect(['published', 'unchanged']).toContain((await run(database)).outcome.status);
  });
});
