import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { baseSalary } from '../../src/features/records/salary-cap.rules';
import { StatutoryStore } from '../../src/features/statutory/statutory.store';
import { StatutoryValue } from '../../src/features/statutory/statutory-value.entity';
import { type ImportOutcome } from '../../src/imports/import-outcome';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { reportText } from '../../src/imports/report/report-text';
import { runImport } from '../../src/imports/run-import';
import { readSeedStatutory, STATUTORY_MANIFEST } from '../../src/seeding/seed-statutory';
import { eachDialect, type TestDatabase, testDatabase } from '../setup/test-database';

const HEADER = 'fact,subject,validFrom,value,source';
const NEXT_YEAR = 'BASE_SALARY,,2027-07-01,2700000,Nghị định thử';

eachDialect('what laws and decrees set', (dialect) => {
  let opened: TestDatabase;
  let folder: string;
  let store: StatutoryStore;

  beforeEach(async () => {
    opened = await testDatabase(dialect);
    store = new StatutoryStore(opened.database);
    folder = await mkdtemp(join(tmpdir(), 'bhxh-statutory-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  function importOf(
    manifestPath: string,
    flags: { skipInvalid?: boolean; dryRun?: boolean } = {},
  ): Promise<ImportOutcome> {
    const switches = { dryRun: false, skipInvalid: false, allowShrink: false, progress: SILENT_PROGRESS, ...flags };
    const publication = new PublicationService(opened.database, PUBLISHED_TABLES);
    return runImport({ manifestPath, ...switches }, { publication, statutory: store });
  }

  async function run(
    lines: readonly string[],
    entry: object = {},
    flags: { skipInvalid?: boolean; dryRun?: boolean } = {},
  ): Promise<ImportOutcome> {
    await writeFile(join(folder, 'values.csv'), `${lines.join('\n')}\n`);
    const columns = Object.fromEntries((lines[0] ?? '').split(',').map((name) => [name, name]));
    const file = { kind: 'statutoryValues', path: 'values.csv', columns, ...entry };
    const manifest = { source: { name: 'thử', verifiedAt: '2026-11-26' }, files: [file] };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    return importOf(join(folder, 'manifest.json'), flags);
  }

  it('is imported from the shipped files, whole and the same as what is made up by it', async () => {
    expect(await store.isEmpty()).toBe(true);
    const outcome = await importOf(resolve(STATUTORY_MANIFEST));
    const seeds = readSeedStatutory();
    expect(outcome).toMatchObject({ status: 'recorded', rows: { statutoryValues: seeds.length }, warningCount: 0 });
    expect(reportText(outcome, null)).toMatch(/statutoryValues +\d+\n/);
    const key = ({ fact, subject, validFrom }: StatutoryValue): string => [fact, subject, validFrom].join(' ');
    const sorted = (rows: readonly StatutoryValue[]): StatutoryValue[] =>
      rows.map((row) => ({ ...row })).sort((one, other) => (key(one) < key(other) ? -1 : 1));
    expect(sorted(await opened.database.read(StatutoryValue).find())).toEqual(sorted(seeds));
    expect(await store.isEmpty()).toBe(false);
  });

  it('gets the row of next year from a file of one line, and the rows that were there stay', async () => {
    await importOf(resolve(STATUTORY_MANIFEST));
    expect(await run([HEADER, NEXT_YEAR])).toMatchObject({ status: 'recorded', rows: { statutoryValues: 1 } });
    const table = await store.table();
    expect(baseSalary(table, '2027-06')).toMatchObject({ value: 2_530_000 });
    expect(baseSalary(table, '2027-07')).toEqual({
      value: 2_700_000,
      validFrom: '2027-07-01',
      source: 'Nghị định thử',
    });
  });

  it('reaches a gateway that had read it before, once what it keeps is old', async () => {
    let nowMs = 0;
    const elsewhere = new StatutoryStore(opened.database, () => nowMs);
    await run([HEADER, NEXT_YEAR]);
    await elsewhere.table();
    await run([HEADER, NEXT_YEAR.replace('2700000', '2800000')]);
    nowMs = 14_999;
    expect(baseSalary(await elsewhere.table(), '2027-07')?.value).toBe(2_700_000);
    nowMs = 15_000;
    expect(baseSalary(await elsewhere.table(), '2027-07')?.value).toBe(2_800_000);
  });

  it('ends with a row without a value, and a row that was wrong is taken back', async () => {
    await run([HEADER, NEXT_YEAR, 'BASE_SALARY,,2028-07-01,,Luật thử']);
    expect(baseSalary(await store.table(), '2028-06')?.value).toBe(2_700_000);
    expect(baseSalary(await store.table(), '2028-07')).toBeNull();
    const back = await run(['fact,validFrom', 'BASE_SALARY,2028-07-01'], { withdraw: true });
    expect(back).toMatchObject({ status: 'recorded', rows: { statutoryValues: 0 }, withdrawn: { statutoryValues: 1 } });
    expect(baseSalary(await store.table(), '2028-07')?.value).toBe(2_700_000);
  });

  it.each([
    ['a fact that is not known', 'BASE_WAGE,,2027-07-01,1,x', 'UNKNOWN_VALUE', 'fact'],
    ['a day that does not exist', 'BASE_SALARY,,2027-02-30,1,x', 'BAD_DATE', 'validFrom'],
    ['a value with separators', 'BASE_SALARY,,2027-07-01,2.700.000,x', 'BAD_WHOLE_NUMBER', 'value'],
    ['a row without its law', 'BASE_SALARY,,2027-07-01,2700000,', 'EMPTY_REQUIRED', 'source'],
    ['a region that does not exist', 'REGIONAL_MINIMUM_WAGE,5,2027-07-01,1,x', 'SUBJECT_NOT_OF_FACT', 'subject'],
    ['a wage without its region', 'REGIONAL_MINIMUM_WAGE,,2027-07-01,1,x', 'SUBJECT_NOT_OF_FACT', 'subject'],
    ['a share over the whole', 'COVERAGE_PERCENT,4,2027-07-01,101,x', 'VALUE_OUT_OF_RANGE', 'value'],
    ['a unit in region 5', 'WAGE_REGION,00004,2027-07-01,5,x', 'VALUE_OUT_OF_RANGE', 'value'],
    [
      'a cap of an insurance that does not exist',
      'CAP_IN_BASE_SALARIES,PENSION,2027-07-01,20,x',
      'SUBJECT_NOT_OF_FACT',
      'subject',
    ],
  ])('refuses %s, and takes nothing', async (_what, row, code, column) => {
    expect(await run([HEADER, NEXT_YEAR, row])).toMatchObject({
      status: 'refused',
      faults: [{ kind: 'statutoryValues', code, line: 3, column }],
    });
    expect(await store.isEmpty()).toBe(true);
    expect(await run([HEADER, NEXT_YEAR, row], {}, { skipInvalid: true })).toMatchObject({
      status: 'recorded',
      rows: { statutoryValues: 1 },
      quarantinedCount: 1,
    });
  });

  it('refuses two rows of one day, and names the first', async () => {
    const outcome = await run([HEADER, NEXT_YEAR, NEXT_YEAR.replace('2700000', '1')]);
    expect(outcome).toMatchObject({ status: 'refused', faults: [{ code: 'DUPLICATE', line: 3 }] });
    expect(JSON.stringify(outcome)).toContain('in line 2 of values.csv');
  });

  it('writes nothing in a dry run', async () => {
    expect(await run([HEADER, NEXT_YEAR], {}, { dryRun: true })).toMatchObject({
      status: 'checked',
      rows: { statutoryValues: 1 },
    });
    expect(await store.isEmpty()).toBe(true);
  });

  it('comes by a manifest of its own', async () => {
    await writeFile(join(folder, 'people.csv'), 'x\n1\n');
    await writeFile(join(folder, 'values.csv'), `${HEADER}\n${NEXT_YEAR}\n`);
    const columns = Object.fromEntries(HEADER.split(',').map((name) => [name, name]));
    const agents = { kind: 'agents', path: 'people.csv', columns: { code: 'x', name: 'x' } };
    const files = [{ kind: 'statutoryValues', path: 'values.csv', columns }, agents];
    await writeFile(
      join(folder, 'mixed.json'),
      JSON.stringify({ source: { name: 'thử', verifiedAt: '2026-11-26' }, files }),
    );
    const outcome = await importOf(join(folder, 'mixed.json'));
    expect(outcome).toMatchObject({ status: 'refused' });
    expect(JSON.stringify(outcome)).toContain('KINDS_MIXED');
  });
});
