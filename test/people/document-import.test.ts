import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { type ImportOutcome } from '../../src/imports/import-outcome';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { runImport } from '../../src/imports/run-import';
import { eachDialect, testDatabase } from '../setup/test-database';
import { samplePerson } from './sample-people';
import { testKeyRing } from './synthetic-keys';

const HEADER = 'personId,kind,number,issuedOn,issuedBy';
const CMND = '1,CMND,990000001,2012-03-04,Công an tỉnh Thử';
const PASSPORT = '1,PASSPORT,zz 0000001,,';

eachDialect('an import of identity papers', (dialect) => {
  let persons: PersonStore;
  let data: PersonalDataStore;
  let publication: PublicationService;
  let folder: string;

  beforeEach(async () => {
    const { database } = await testDatabase(dialect);
    persons = new PersonStore(database, testKeyRing());
    data = new PersonalDataStore(database, persons);
    publication = new PublicationService(database, PUBLISHED_TABLES);
    await persons.replace([samplePerson(1), samplePerson(2)]);
    folder = await mkdtemp(join(tmpdir(), 'bhxh-papers-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(
    files: readonly (readonly [kind: string, lines: readonly string[], withdraw?: boolean])[],
    skipInvalid = false,
  ): Promise<ImportOutcome> {
    const entries = [];
    for (const [index, [kind, lines, withdraw = false]] of files.entries()) {
      await writeFile(join(folder, `${index}.csv`), `${lines.join('\n')}\n`);
      const columns = Object.fromEntries((lines[0] ?? '').split(',').map((name) => [name, name]));
      entries.push({ kind, path: `${index}.csv`, withdraw, columns });
    }
    const manifestPath = join(folder, 'manifest.json');
    const source = { name: 'thử', verifiedAt: '2026-01-01' };
    await writeFile(manifestPath, JSON.stringify({ source, files: entries }));
    const switches = { dryRun: false, skipInvalid, allowShrink: true, progress: SILENT_PROGRESS };
    return runImport({ manifestPath, ...switches }, { publication, personal: data });
  }
  const papers = (...lines: string[]): Promise<ImportOutcome> => run([['identityDocuments', [HEADER, ...lines]]]);

  it('puts them on record as they are compared, and changes nothing when it runs again', async () => {
    for (let time = 0; time < 2; time++) {
      expect(await papers(CMND, PASSPORT)).toMatchObject({ status: 'recorded', rows: { identityDocuments: 2 } });
    }
    expect(await persons.documents.of(1)).toEqual([
      { personId: 1, kind: 'CMND', number: '990000001', issuedOn: '2012-03-04', issuedBy: 'Công an tỉnh Thử' },
      { personId: 1, kind: 'PASSPORT', number: 'ZZ0000001', issuedOn: null, issuedBy: null },
    ]);
  });

  it.each([
    ['a CMND of 12 digits', '1,CMND,999000000001,,', 'BAD_DOCUMENT_NUMBER', 'number'],
    ['a CMND that lost its leading zero', '1,CMND,12345678,,', 'BAD_DOCUMENT_NUMBER', 'number'],
    ['a CCCD of 9 digits', '1,CCCD,990000001,,', 'BAD_DOCUMENT_NUMBER', 'number'],
    ['a passport of 10 characters', '1,PASSPORT,ZZ00000001,,', 'BAD_DOCUMENT_NUMBER', 'number'],
    ['a number with strange letters', '1,PASSPORT,ZZ0000Đ01,,', 'BAD_CODE', 'number'],
    ['a kind that is none', '1,LICENCE,990000001,,', 'UNKNOWN_VALUE', 'kind'],
    ['a day that does not exist', '1,CMND,990000001,2012-02-30,', 'BAD_DATE', 'issuedOn'],
    ['nobody’s paper', '9,CMND,990000001,,', 'UNKNOWN_PERSON', 'personId'],
  ])('refuses %s, without a word of what stands there', async (_what, line, code, column) => {
    const refused = await papers(line);
    expect(refused).toMatchObject({ status: 'refused', faults: [{ code, line: 2, column, value: null }] });
    expect(JSON.stringify(refused)).not.toContain(line.split(',')[2]);
  });

  it('refuses a number that two persons have, in the files and on record', async () => {
    const other = CMND.replace('1,', '2,');
    expect(await papers(CMND, other)).toMatchObject({
      status: 'refused',
      faults: [{ code: 'DOCUMENT_REPEATED', line: 3, column: 'number' }],
    });
    await papers(CMND);
    expect(await papers(other)).toMatchObject({ faults: [{ code: 'DOCUMENT_TAKEN', line: 2, column: 'number' }] });
    expect(await run([['identityDocuments', [HEADER, other]]], true)).toMatchObject({ quarantinedCount: 1 });
    expect(await persons.documents.of(2)).toEqual([]);
  });

  it('refuses a CCCD with the personal identity number of another person, and the other way round', async () => {
    const { personalIdNumber } = samplePerson(2);
    const card = `1,CCCD,${personalIdNumber ?? ''},,`;
    expect(await papers(card)).toMatchObject({ faults: [{ code: 'DOCUMENT_TAKEN' }] });
    expect(await papers(card.replace('1,', '2,'))).toMatchObject({ status: 'recorded' });
    const people = ['personId,fullName,dateOfBirth,sex,bhxhCode,personalIdNumber'];
    const row = `3,Trần Thử,1990-01-01,MALE,9900000003,${personalIdNumber ?? ''}`;
    await persons.replace([samplePerson(2, { personalIdNumber: null })]);
    expect(await run([['people', [...people, row]]])).toMatchObject({
      faults: [{ code: 'IDENTIFIER_TAKEN', line: 2, column: 'personalIdNumber' }],
    });
  });

  it('tells of a person’s second paper of one kind', async () => {
    const second = CMND.replace('990000001', '990000002');
    expect(await papers(CMND, second)).toMatchObject({ faults: [{ code: 'KEY_REPEATED', line: 3 }] });
    expect(await papers(CMND, CMND)).toMatchObject({ status: 'recorded', warningCount: 1 });
  });

  it('takes them off the record by person and kind', async () => {
    await papers(CMND, PASSPORT);
    const withdrawn = await run([['identityDocuments', ['personId,kind', '1,CMND'], true]]);
    expect(withdrawn).toMatchObject({ status: 'recorded', withdrawn: { identityDocuments: 1 } });
    expect(await persons.documents.of(1)).toMatchObject([{ kind: 'PASSPORT' }]);
  });
});
