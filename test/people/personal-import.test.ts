import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonStore } from '../../src/features/people/person.store';
import { Person } from '../../src/features/people/person.entity';
import { Contribution } from '../../src/features/records/contribution.entity';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { type ImportOutcome } from '../../src/imports/import-outcome';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { runImport } from '../../src/imports/run-import';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { eachDialect, type TestDatabase, testDatabase } from '../setup/test-database';
import { testKeyRing } from './synthetic-keys';

const PEOPLE = 'personId,fullName,dateOfBirth,sex,bhxhCode,phone';
const CONTRIBUTIONS = 'personId,fromMonth,toMonth,kindBits,employerCode,salaryVnd';
const NGUYEN = '1,Nguyễn Văn Thử,1980-02-29,MALE,9900000001,+84 999 000 001';
const ROW = '1,2014-05,2014-12,SOCIAL|HEALTH,TZ0001Z,5000000';

eachDialect('an import of personal data', (dialect) => {
  let opened: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    opened = await testDatabase(dialect);
    folder = await mkdtemp(join(tmpdir(), 'bhxh-people-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  function write(files: Readonly<Record<string, readonly string[]>>): void {
    mkdirSync(folder, { recursive: true });
    const entries = Object.entries(files).map(([kind, lines]) => {
      writeFileSync(join(folder, `${kind}.csv`), `${lines.join('\n')}\n`);
      const columns = Object.fromEntries((lines[0] ?? '').split(',').map((name) => [name, name]));
      return { kind, path: `${kind}.csv`, columns };
    });
    const source = { name: 'test', verifiedAt: '2026-01-01' };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ source, files: entries }));
  }

  function run(flags: { skipInvalid?: boolean; dryRun?: boolean } = {}): Promise<ImportOutcome> {
    const persons = new PersonStore(opened.database, testKeyRing());
    return runImport(
      {
        manifestPath: join(folder, 'manifest.json'),
        dryRun: false,
        skipInvalid: false,
        allowShrink: false,
        progress: SILENT_PROGRESS,
        ...flags,
      },
      {
        publication: new PublicationService(opened.database, PUBLISHED_TABLES),
        personal: new PersonalDataStore(opened.database, persons),
      },
    );
  }

  it('writes people and what belongs to them, and changes nothing when it runs again', async () => {
    write({ contributions: [CONTRIBUTIONS, ROW], people: [PEOPLE, NGUYEN] });
    const contributions = opened.database.read(Contribution);
    expect(await run()).toMatchObject({ status: 'recorded', rows: { people: 1, contributions: 1 } });
    const first = await contributions.find();
    expect(first).toMatchObject([{ personId: 1, kindBits: 9, salaryVnd: 5_000_000, currency: 'VND' }]);
    expect(await run()).toMatchObject({ status: 'recorded' });
    expect(await contributions.find()).toEqual(first);
  });

  it('puts a corrected row in the place of the one with the same period', async () => {
    write({ people: [PEOPLE, NGUYEN], contributions: [CONTRIBUTIONS, ROW] });
    await run();
    write({ contributions: [CONTRIBUTIONS, ROW.replace('2014-12', '2015-06')] });
    await run();
    expect(await opened.database.read(Contribution).find()).toMatchObject([{ toMonth: '2015-06' }]);
  });

  it('writes nothing when any row has a fault', async () => {
    write({ people: [PEOPLE, NGUYEN, '2,Trần Thị Thử,1990-02-30,FEMALE,9900000002,'] });
    expect(await run()).toMatchObject({ status: 'refused', faultCount: 1 });
    expect(await opened.database.read(Person).count()).toBe(0);
  });

  it('never repeats what stands in a row, neither in faults nor in rows set aside', async () => {
    write({ people: [PEOPLE, '2,Trần Thị Thử,1990-02-30,FEMALE,99-SECRET,0999'] });
    const refused = await run();
    const skipped = await run({ skipInvalid: true });
    expect(refused).toMatchObject({ status: 'refused', faultCount: 3 });
    expect(skipped).toMatchObject({ status: 'recorded', quarantinedCount: 3 });
    for (const text of ['SECRET', '1990-02-30', 'Trần']) {
      expect(JSON.stringify([refused, skipped])).not.toContain(text);
    }
  });

  describe('of two persons with one identifier', () => {
    const ID_PEOPLE = 'personId,fullName,dateOfBirth,sex,bhxhCode,personalIdNumber';
    const an = '1,Nguyễn Văn An Thử,1980-02-29,MALE,9900000001,000080000001';
    const binh = '2,Trần Thị Bình Thử,1990-02-28,FEMALE,9900000002,000090000002';

    it.each([
      ['BHXH code', binh.replace('9900000002', '9900000001'), 'bhxhCode'],
      ['identity number', binh.replace('000090000002', '000080000001'), 'personalIdNumber'],
    ])('refuses the second with the %s, in the files and on record', async (_, row, column) => {
      write({ people: [ID_PEOPLE, an, row] });
      expect(await run()).toMatchObject({
        status: 'refused',
        faults: [{ code: 'IDENTIFIER_REPEATED', line: 3, column }],
      });
      write({ people: [ID_PEOPLE, an] });
      await run();
      write({ people: [ID_PEOPLE, row] });
      expect(await run()).toMatchObject({ status: 'refused', faults: [{ code: 'IDENTIFIER_TAKEN', line: 2, column }] });
      expect(await run({ skipInvalid: true })).toMatchObject({ status: 'recorded', rows: { people: 0 } });
      expect(await opened.database.read(Person).count()).toBe(1);
    });

    it('takes an identifier that its holder gives up in the same import', async () => {
      write({ people: [ID_PEOPLE, an, binh] });
      await run();
      write({ people: [ID_PEOPLE, an.replace('9900000001', '9900000003'), binh.replace('9900000002', '9900000001')] });
      expect(await run()).toMatchObject({ status: 'recorded', rows: { people: 2 } });
      const persons = new PersonStore(opened.database, testKeyRing());
      expect(await persons.byCode('9900000001')).toMatchObject({ personId: 2 });
      expect(await persons.byCode('9900000003')).toMatchObject({ personId: 1 });
    });
  });

  it('refuses records of nobody', async () => {
    write({ contributions: [CONTRIBUTIONS, ROW] });
    expect(await run()).toMatchObject({ status: 'refused', faults: [{ code: 'UNKNOWN_PERSON', line: 2 }] });
  });

  it('writes nothing in a dry run', async () => {
    write({ people: [PEOPLE, NGUYEN] });
    expect(await run({ dryRun: true })).toMatchObject({ status: 'checked', rows: { people: 1 } });
    expect(await opened.database.read(Person).count()).toBe(0);
  });

  it('refuses a manifest that mixes the public directory with personal data', async () => {
    write({ people: [PEOPLE, NGUYEN], clinics: ['code,name,type', '01Z00,Trạm,HOSPITAL'] });
    expect(await run()).toMatchObject({ status: 'refused', faults: [{ code: 'KINDS_MIXED' }] });
  });
});
