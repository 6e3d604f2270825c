import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/database/database';
import { AccessEntry } from '../../src/features/people/access-entry.entity';
import { AccessLedger } from '../../src/features/people/access-ledger.store';
import { AccessActor, AccessPurpose } from '../../src/features/people/access.types';
import { PersonIdentifier } from '../../src/features/people/person-identifier.entity';
import { Person } from '../../src/features/people/person.entity';
import { PersonStore } from '../../src/features/people/person.store';
import { Contribution } from '../../src/features/records/contribution.entity';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { type ImportOutcome } from '../../src/imports/import-outcome';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { reportText } from '../../src/imports/report/report-text';
import { runImport } from '../../src/imports/run-import';
import { ENTITIES } from '../../src/app/tables';
import { KeyedCursorSigner } from '../../src/shared/sealing/cursor-signer';
import { AccountGateway, type Keeping, KEY_RING, LAN, VIEWER } from '../accounts/account-gateway';
import { keepWholeRecord } from '../records/whole-record';
import { eachDialect, testDatabase } from '../setup/test-database';
import { samplePerson } from './sample-people';

interface FileEntry {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly withdraw?: boolean;
}

const PEOPLE = 10;
const CONTRIBUTION_KEY = 'personId,fromMonth,kindBits,employerCode';
const ALL = 'SOCIAL|UNEMPLOYMENT|OCCUPATIONAL|HEALTH';

eachDialect('a file that withdraws', (dialect) => {
  let database: Database;
  let folder: string;

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    folder = await mkdtemp(join(tmpdir(), 'bhxh-withdraw-'));
    const people = Array.from({ length: PEOPLE }, (_, index) => samplePerson(101 + index));
    await new PersonStore(database, KEY_RING).replace(people);
    for (const { personId } of people) await keepWholeRecord(database, personId, 'Thử');
  });
  afterEach(() => rm(folder, { recursive: true }));

  function run(files: readonly FileEntry[], flags: object = {}): Promise<ImportOutcome> {
    const entries = files.map(({ kind, lines, withdraw }, index) => {
      const path = `${index}.csv`;
      writeFileSync(join(folder, path), lines.join('\n'));
      const columns = Object.fromEntries((lines[0] ?? '').split(',').map((name) => [name, name]));
      return { kind, path, columns, ...(withdraw === undefined ? {} : { withdraw }) };
    });
    const source = { name: 'thử', verifiedAt: '2026-01-01' };
    const manifestPath = join(folder, 'manifest.json');
    writeFileSync(manifestPath, JSON.stringify({ source, files: entries }));
    const switches = { dryRun: false, skipInvalid: false, allowShrink: false, progress: SILENT_PROGRESS, ...flags };
    const personal = new PersonalDataStore(database, new PersonStore(database, KEY_RING));
    return runImport(
      { manifestPath, ...switches },
      { publication: new PublicationService(database, PUBLISHED_TABLES), personal },
    );
  }

  const wrongPeriod: FileEntry = {
    kind: 'contributions',
    lines: [CONTRIBUTION_KEY, `101,2014-05,${ALL},TZ000101A`],
    withdraw: true,
  };
  const wrongPerson: FileEntry = { kind: 'people', lines: ['personId', '102'], withdraw: true };

  it('takes the row with that key off the record, and running it again changes nothing', async () => {
    const first = await run([wrongPeriod]);
    expect(first).toMatchObject({ status: 'recorded', withdrawn: { contributions: 1 }, warningCount: 0 });
    expect(reportText(first, null)).toMatch(/contributions +1 withdrawn \/ đã rút/);
    const left = await database.read(Contribution).findBy({ personId: 101 });
    expect(left).toMatchObject([{ fromMonth: '2016-03' }]);
    expect(await run([wrongPeriod])).toMatchObject({
      status: 'recorded',
      withdrawn: { contributions: 0 },
      groups: [{ severity: 'WARNING', code: 'NOT_ON_RECORD', examples: [{ line: 2, value: null }] }],
    });
    expect(await database.read(Contribution).count()).toBe(2 * PEOPLE - 1);
  });

  it('leaves a row that the same manifest gives anew', async () => {
    const right = {
      kind: 'contributions',
      lines: [`${CONTRIBUTION_KEY},toMonth`, `101,2014-05,${ALL},TZ000101A,2014-06`],
    };
    await run([right, wrongPeriod]);
    const rows = await database.read(Contribution).findBy({ personId: 101, fromMonth: '2014-05' });
    expect(rows).toMatchObject([{ toMonth: '2014-06', employerName: null }]);
  });

  it('takes a person with everything on record about them and their access; the ledger stays', async () => {
    const gateway = new AccountGateway(database);
    await gateway.register({ ...LAN, personId: 102, guardianId: null });
    await new PersonStore(database, KEY_RING).replace([samplePerson(103, { guardianId: 102 })]);
    const session: Keeping = await gateway.settled();
    const access = {
      personId: 102,
      actor: AccessActor.INTEGRATOR,
      actorName: 'ai đó',
      purpose: AccessPurpose.VERIFY_CODE,
      fields: [],
    };
    await database.write((manager) =>
      new AccessLedger(database, new KeyedCursorSigner(KEY_RING)).note([access], manager),
    );
    expect(await run([wrongPerson])).toMatchObject({ status: 'recorded', withdrawn: { people: 1 } });
    for (const entity of ENTITIES) {
      const metadata = database.schemaSource.getMetadata(entity);
      if (!metadata.hasColumnWithPropertyPath('personId')) continue;
      const rows = await database.reader.countBy(metadata.target, { personId: 102 });
      expect([metadata.tableName, rows]).toEqual([metadata.tableName, entity === AccessEntry ? 1 : 0]);
    }
    expect((await gateway.answer(VIEWER, {}, session)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await database.read(Person).findOneByOrFail({ personId: 103 })).toMatchObject({ guardianId: null });
    expect(await database.read(Person).count()).toBe(PEOPLE - 1);
    expect(await database.read(PersonIdentifier).countBy({ personId: 103 })).toBe(3);
  });

  it('refuses records of a person whom it withdraws', async () => {
    const record = {
      kind: 'contributions',
      lines: ['personId,fromMonth,toMonth,kindBits', '102,2020-01,2020-02,SOCIAL'],
    };
    expect(await run([wrongPerson, record])).toMatchObject({ status: 'refused', faults: [{ code: 'UNKNOWN_PERSON' }] });
    expect(await database.read(Person).count()).toBe(PEOPLE);
  });

  it('refuses to take more than a fifth of a kind, unless that is said', async () => {
    const three: FileEntry = { kind: 'people', lines: ['personId', '101', '102', '103'], withdraw: true };
    expect(await run([three])).toMatchObject({
      status: 'refused',
      faults: [{ code: 'BULK_REMOVAL', value: '3 of 10' }],
    });
    expect(await run([three], { skipInvalid: true })).toMatchObject({ status: 'refused' });
    expect(await run([three], { allowShrink: true, dryRun: true })).toMatchObject({
      status: 'checked',
      withdrawn: { people: 3 },
    });
    expect(await database.read(Person).count()).toBe(PEOPLE);
    expect(await run([three], { allowShrink: true })).toMatchObject({ status: 'recorded' });
    expect(await database.read(Person).count()).toBe(PEOPLE - 3);
  });

  it('maps the fields of the key alone, and is for personal kinds alone', async () => {
    const more = {
      kind: 'visits',
      lines: ['personId,admittedOn,clinicCode,diagnosis', '101,2025-02-03,01Z00,x'],
      withdraw: true,
    };
    expect(await run([more])).toMatchObject({ status: 'refused', faults: [{ code: 'MANIFEST_UNKNOWN_FIELD' }] });
    const fewer = { kind: 'visits', lines: ['personId,admittedOn', '101,2025-02-03'], withdraw: true };
    expect(await run([fewer])).toMatchObject({ status: 'refused', faults: [{ code: 'MANIFEST_REQUIRED_FIELD' }] });
    const clinics = { kind: 'clinics', lines: ['code,name,type', '01Z00,Trạm,HOSPITAL'], withdraw: true };
    expect(await run([clinics])).toMatchObject({ status: 'refused', faults: [{ code: 'WITHDRAW_NOT_FOR_KIND' }] });
  });
});
