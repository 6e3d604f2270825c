import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilesChangedError, type PersonalData } from '../../src/imports/personal/personal-walk';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { type ImportIssue } from '../../src/imports/report/issue';
import { runImport } from '../../src/imports/run-import';
import { type ImportOutcome } from '../../src/imports/import-outcome';
import { FakePublication } from './fake-publication';
import { SmallInput } from './small-input';

const HEADER = 'personId,fullName,dateOfBirth,sex,bhxhCode';
const person = (id: number): string => `${id},Nguyễn Văn Thử,1980-02-28,MALE,${9_900_000_000 + id}`;
const listOf = (...ids: number[]): string => `${[HEADER, ...ids.map(person)].join('\n')}\n`;

let input: SmallInput;
let written: number;
let onTake: () => void;
beforeEach(() => {
  input = new SmallInput();
  written = 0;
  onTake = () => undefined;
  peopleFiles({ 'people.csv': listOf(1, 2, 3) });
});
afterEach(() => input.remove());

function peopleFiles(files: Record<string, string>): void {
  const columns = Object.fromEntries(HEADER.split(',').map((name) => [name, name]));
  Object.assign(input.files, files);
  const entries = Object.keys(files).map((path) => ({ kind: 'people', path, columns }));
  input.manifest = { source: { name: 'Made up', verifiedAt: '2026-01-01' }, files: entries };
}

const keeper: PersonalData = {
  begin: () =>
    Promise.resolve({
      take: (_, rows) => {
        onTake();
        return Promise.resolve(void (written += rows.length));
      },
      withdraw: () => Promise.resolve(),
      end: () => Promise.resolve(),
    }),
  onRecord: () => Promise.resolve(new Set<string>()),
  count: () => Promise.resolve(0),
  knownIds: () => Promise.resolve(new Set<number>()),
  otherHolders: () => Promise.resolve([]),
  otherDocumentHolders: () => Promise.resolve([]),
};

/** Imports, and does something between the check of the rows and the writing. */
async function run(between: () => void = () => undefined): Promise<{ outcome: ImportOutcome; issues: ImportIssue[] }> {
  const issues: ImportIssue[] = [];
  const progress = { ...SILENT_PROGRESS, step: between };
  const options = { manifestPath: input.write(), dryRun: false, skipInvalid: false, allowShrink: false, progress };
  const sinks = [{ add: (issue: ImportIssue) => void issues.push(issue) }];
  return { outcome: await runImport(options, { publication: new FakePublication(), personal: keeper, sinks }), issues };
}

const rewrite = (text: string) => () => writeFileSync(join(input.folder, 'people.csv'), text);

test('files that stay as they are are written', async () => {
  expect((await run()).outcome).toMatchObject({ status: 'recorded', rows: { people: 3 } });
  expect(written).toBe(3);
});

test.each([
  ['has more rows', rewrite(listOf(1, 2, 3, 4))],
  ['has another row', rewrite(listOf(1, 2, 4))],
  ['has fewer rows', rewrite(listOf(1, 2))],
  ['has no rows', rewrite(`${HEADER}\n`)],
  ['has another header', rewrite(listOf(1, 2, 3).replace('sex', 'gender'))],
  ['has other line ends', rewrite(listOf(1, 2, 3).replaceAll('\n', '\r\n'))],
  ['cannot be read to its end', rewrite(listOf(1, 2, 3).replace('3,Nguyễn', '3,"Nguyễn'))],
  ['is gone', () => rmSync(join(input.folder, 'people.csv'))],
])('a file that %s after the check refuses the import, and nothing is written', async (_, change) => {
  const { outcome, issues } = await run(change);
  expect(outcome.status).toBe('refused');
  expect(issues).toMatchObject([{ code: 'FILE_CHANGED', severity: 'FAULT', file: 'people.csv' }]);
  expect(written).toBe(0);
});

const ids = Array.from({ length: 6_000 }, (_, index) => index + 1);
const longer = (last: string): string => `${listOf(...ids)}${last}`;
test.each([
  ['another row', longer(`${person(7_000)}\n`), longer(`${person(7_001)}\n`)],
  ['fewer rows', longer(`${person(7_000)}\n`), longer('')],
  ['more rows', longer(''), longer(`${person(7_000)}\n`)],
  ['a quote that is not closed', longer(`${person(7_000)}\n`), longer(`"${person(7_000)}\n`)],
])('a file that has %s while it is written stops the import before what was not checked', async (_, first, then) => {
  peopleFiles({ 'people.csv': first });
  onTake = rewrite(then);
  await expect(run()).rejects.toThrow(FilesChangedError);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThanOrEqual(ids.length);
});

test('a code that two persons share is told with the file of the first', async () => {
  peopleFiles({ 'people.csv': listOf(1, 2), 'more.csv': `${HEADER}\n${person(2).replace('2,', '7,')}\n` });
  const { outcome, issues } = await run();
  expect(outcome.status).toBe('refused');
  expect(issues).toMatchObject([
    {
      code: 'IDENTIFIER_REPEATED',
      file: 'more.csv',
      line: 2,
      column: 'bhxhCode',
      message: { en: 'stands in line 3 of people.csv already', vi: 'đã có ở dòng 3 của people.csv' },
    },
  ]);
});
