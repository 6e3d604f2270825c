import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, DatabaseLocation } from '../../src/database/database';
import { identifierRows, openIdentifiers } from '../../src/features/people/person-sealing';
import { PersonIdentifier } from '../../src/features/people/person-identifier.entity';
import { Person } from '../../src/features/people/person.entity';
import { Contribution } from '../../src/features/records/contribution.entity';
import { eachDialect, testDatabase } from '../setup/test-database';
import { startTestProcess, type TestProcess } from '../setup/test-process';
import { testKeyRing } from './synthetic-keys';

const IMPORTING_PROCESS = join(__dirname, 'importing-people.process.ts');
/** With those of sign-ins and passwords 50 on the two databases together; `KILLS=50` makes the long loop of it. */
const KILLS = Number(process.env['KILLS'] ?? 13);
/** More than one batch, so that a kill can fall between two of them. */
const PEOPLE = 2_600;

/** Writes the files of one version of everyone: the version stands in each value that can change. */
function writeVersion(folder: string, version: number): string {
  const people = ['personId,fullName,dateOfBirth,sex,bhxhCode,phone'];
  const contributions = ['personId,fromMonth,toMonth,kindBits,employerName,salaryVnd'];
  for (let id = 1; id <= PEOPLE; id++) {
    const phone = `09${String(version).padStart(2, '0')}${String(id).padStart(6, '0')}`;
    people.push(`${id},Nguyễn Văn Thử v${version},1980-02-29,MALE,99${String(id).padStart(8, '0')},${phone}`);
    contributions.push(`${id},2014-05,2014-12,SOCIAL,Công ty v${version},${version}`);
  }
  const files = Object.entries({ people, contributions }).map(([kind, lines]) => {
    writeFileSync(join(folder, `${kind}.csv`), lines.join('\n'));
    return { kind, path: `${kind}.csv`, columns: Object.fromEntries((lines[0] ?? '').split(',').map((n) => [n, n])) };
  });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ source: { name: 'thử', verifiedAt: '2026-01-01' }, files }));
  return manifest;
}

/** Fails unless every row is whole and leads where it should; tells the versions that rows show, oldest first. */
async function wholeVersions({ reader }: Database): Promise<number[]> {
  const keyRing = testKeyRing();
  const persons = await reader.find(Person);
  const versions = new Set<number>();
  const expected: string[] = [];
  for (const person of persons) {
    const version = Number(/v(\d+)$/.exec(person.fullName)?.[1]);
    const opened = openIdentifiers(person, keyRing);
    expect(opened.phone).toBe(`09${String(version).padStart(2, '0')}${String(person.personId).padStart(6, '0')}`);
    const rows = identifierRows(person.personId, opened, keyRing);
    expected.push(...rows.map(({ blindIndex, personId }) => `${blindIndex} ${personId}`));
    versions.add(version);
  }
  const found = (await reader.find(PersonIdentifier)).map(({ blindIndex, personId }) => `${blindIndex} ${personId}`);
  expect(found.sort()).toEqual(expected.sort());
  const known = new Set(persons.map(({ personId }) => personId));
  for (const { personId, employerName, salaryVnd } of await reader.find(Contribution)) {
    expect(known.has(personId)).toBe(true);
    expect(employerName).toBe(`Công ty v${salaryVnd}`);
    versions.add(Number(salaryVnd));
  }
  return [...versions].sort((one, other) => one - other);
}

const start = (location: DatabaseLocation, manifest: string): TestProcess =>
  startTestProcess(IMPORTING_PROCESS, [JSON.stringify(location), manifest]);

eachDialect('an import of people that is killed', (dialect) => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bhxh-killed-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it(
    'at any moment leaves everyone whole and findable, and running it again ends it',
    async () => {
      const { database, location } = await testDatabase(dialect);
      let killedInTheMiddle = 0;
      for (let kill = 1; kill <= KILLS; kill++) {
        const version = kill % 90;
        const running = start(location, writeVersion(folder, version));
        // Every other one falls between two batches or shortly after; the others anywhere, also into the checks.
        await running.line((line) => line === (kill % 2 === 0 ? 'took people' : 'begun'));
        await sleep(Math.random() * (kill % 2 === 0 ? 30 : 500));
        running.child.kill('SIGKILL');
        await running.ended;
        const shown = await wholeVersions(database);
        if (shown.includes(version) && shown.length > 1) killedInTheMiddle++;
      }
      expect(killedInTheMiddle).toBeGreaterThan(0);
      expect(await start(location, writeVersion(folder, 99)).ended).toBe(0);
      expect(await wholeVersions(database)).toEqual([99]);
      expect(await database.reader.count(Person)).toBe(PEOPLE);
      expect(await database.reader.count(Contribution)).toBe(PEOPLE);
    },
    60_000 + KILLS * 8_000,
  );
});
