import { BAD_FILES } from './bad-files';
import { type BadInput } from './bad-input';
import { BAD_MANIFESTS } from './bad-manifests';
import { BAD_ROWS } from './bad-rows';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';

const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

const TABLES: readonly (readonly [string, readonly BadInput[]])[] = [
  ['manifests', BAD_MANIFESTS],
  ['files', BAD_FILES],
  ['rows', BAD_ROWS],
];

let input: SmallInput;
let publication: FakePublication;

beforeEach(async () => {
  input = new SmallInput();
  publication = new FakePublication();
  await importInto(publication, input.write());
});
afterEach(() => input.remove());

describe.each(TABLES)('bad %s are refused, nothing changes, and the report says what and where:', (_, table) => {
  test.each(table)('$name', async (bad) => {
    const before = JSON.stringify(publication.rows('clinics'));
    bad.change(input);
    const { outcome, issues } = await importInto(publication, input.write());

    expect(outcome.status).toBe('refused');
    expect(publication.revision).toBe(1);
    expect(publication.open).toBeNull();
    expect(JSON.stringify(publication.rows('clinics'))).toBe(before);

    const faults = issues.filter(({ severity }) => severity === 'FAULT');
    const fault = faults.find(({ code }) => code === bad.code);
    expect(faults.map(({ code }) => code)).toContain(bad.code);
    expect(fault?.file ?? '').toBe(bad.file);
    if (bad.line === null) expect(fault?.line).toBeNull();
    else if (bad.file === 'manifest.json') expect(fault?.line).toBeGreaterThanOrEqual(bad.line);
    else expect(fault?.line).toBe(bad.line);
    if (bad.column !== undefined) expect(fault?.column).toBe(bad.column);
    if (bad.value !== undefined)
      expect(fault?.value).toEqual(typeof bad.value === 'string' ? bad.value : expect.stringMatching(bad.value));
    if (bad.says) expect(fault?.message.en).toMatch(bad.says);
    for (const words of [fault?.message, fault?.mend]) {
      expect(words?.en).toMatch(/[a-z]/);
      expect(words?.vi).toMatch(VIETNAMESE);
    }
  });
});

test('a file of which a fifth vanishes is refused with the numbers, and taken when that is meant', async () => {
  input.replace('employers.csv', 'TA0001A,Công ty cổ phần Một,,PARTICIPATING,false\n', '');
  const path = input.write();
  const { outcome, issues } = await importInto(publication, path);
  expect(outcome.status).toBe('refused');
  expect(issues.at(-1)).toMatchObject({
    code: 'BULK_REMOVAL',
    kind: 'employers',
    message: { en: expect.stringMatching(/1 of 3.*33 %/) as string },
  });
  expect(publication.revision).toBe(1);
  expect((await importInto(publication, path, { allowShrink: true })).outcome).toMatchObject({
    status: 'published',
    changes: { employers: { removed: 1 } },
  });
});

test('more than sixty kinds of bad input are in the tables', () => {
  expect(TABLES.flatMap(([, table]) => table).length).toBeGreaterThan(60);
});
