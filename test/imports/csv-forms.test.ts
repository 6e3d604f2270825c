import { type ImportIssue } from '../../src/imports/report/issue';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';

let input: SmallInput;
let publication: FakePublication;

beforeEach(() => {
  input = new SmallInput();
  publication = new FakePublication();
});
afterEach(() => input.remove());

async function imported(): Promise<readonly ImportIssue[]> {
  const { issues } = await importInto(publication, input.write());
  return issues.filter(({ code }) => code !== 'UNIT_ENDED');
}

const faults = (issues: readonly ImportIssue[]): ImportIssue[] => issues.filter(({ severity }) => severity === 'FAULT');
const clinic = (code: string): ReturnType<typeof publication.row<'clinics'>> => publication.row('clinics', code);

test('rows of separators or blanks only are skipped and counted, above the header too', async () => {
  input.files['clinics.csv'] = `,,,\n \n${input.text('clinics.csv')},,,,,,,,,\n\n \u00a0, ,,\u200b\n`;
  const issues = await imported();
  expect(faults(issues)).toEqual([]);
  expect(publication.rows('clinics')).toHaveLength(3);
  expect(issues).toMatchObject([
    {
      code: 'ROWS_BLANK',
      severity: 'NOTE',
      file: 'clinics.csv',
      line: 7,
      message: { en: expect.stringMatching(/^2 rows/) as string },
    },
  ]);
});

test.each([
  ['a semicolon', ';', 'sep=;\n'],
  ['a tab, in quotes', '\t', '"sep=\t"\r\n'],
  ['a comma that the first row does not use', ',', 'SEP=,\n'],
])('the first line of Excel that names %s as delimiter is understood', async (_, delimiter, first) => {
  const rows = input.text('clinics.csv').replace('An Bình"", cơ', 'An Bình"" - cơ').replaceAll(',', delimiter);
  input.files['clinics.csv'] = first + rows;
  expect(faults(await imported())).toEqual([]);
  expect(publication.rows('clinics')).toHaveLength(3);
  input.append('clinics.csv', ['1', 'Trạm', ...Array<string>(8).fill('')].join(delimiter));
  expect(faults(await imported())).toMatchObject([{ code: 'BAD_CODE', line: 6 }]);
});

test.each([
  ['bare', '="01002",="Trạm, y tế",,,,,,,,'],
  ['in quotes, as RFC 4180 wants them', '"=""01002""","=""Trạm, y tế""",,,,,,,,'],
])('texts in the form of a formula, %s, are what stands in them', async (_, row) => {
  input.append('clinics.csv', row);
  expect(faults(await imported())).toEqual([]);
  expect(clinic('01002')?.name).toBe('Trạm, y tế');
});

test('what only looks like such a text within quotes stays as it is', async () => {
  input.append('clinics.csv', '01002,"Trạm ,="""", A",,,,,,,,');
  input.append('clinics.csv', '01004,"Trạm\n=""B"",",,,,,,,,');
  expect(faults(await imported())).toEqual([]);
  expect(clinic('01002')?.name).toBe('Trạm ,="", A');
  expect(clinic('01004')?.name).toBe('Trạm ="B",');
});

test('such a text that lies across two pieces of the file is read', async () => {
  const rows = Array.from(
    { length: 9_000 },
    (_, index) => `="A${String(index).padStart(5, '0')}",="Bưu điện số ${index}",,,,`,
  );
  input.files['agents.csv'] = `code,name,unitCode,latitude,longitude,positionPrecision\n${rows.join('\n')}`;
  expect(faults(await imported())).toEqual([]);
  expect(publication.rows('agents').every(({ code, name }) => name === `Bưu điện số ${Number(code.slice(1))}`)).toBe(
    true,
  );
  expect(publication.rows('agents')).toHaveLength(9_000);
});

test.each([
  ['DD/MM/YYYY', '01/07/2025', '1-8-2025'],
  ['MM/DD/YYYY', '07/01/2025', '8.1.2025'],
  ['YYYY/MM/DD', '2025/07/01', '2025.8.1'],
  ['YYYY-MM-DD', '2025-07-01', '2025-08-01'],
])('days that are texts like %s are read when the manifest says so', async (form, from, until) => {
  input.append('clinics.csv', `01002,Trạm,,,,,,${from},${until},`);
  if (form !== 'YYYY-MM-DD')
    expect(faults(await imported())).toMatchObject([{ code: 'BAD_DATE' }, { code: 'BAD_DATE' }]);
  input.entry('clinics')['dateForm'] = form;
  expect(faults(await imported())).toEqual([]);
  expect(clinic('01002')).toMatchObject({ contractFrom: '2025-07-01', contractUntil: '2025-08-01' });
  expect(clinic('01001')?.contractFrom).toBe('2025-01-01');
});

test.each(['32/07/2025', '01/13/2025', '01/07/25', '29/02/2025'])('%s is no day in any form', async (text) => {
  input.entry('clinics')['dateForm'] = 'DD/MM/YYYY';
  input.append('clinics.csv', `01002,Trạm,,,,,,${text},,`);
  expect(faults(await imported())).toMatchObject([{ code: 'BAD_DATE', column: 'contractFrom' }]);
});

test('titles above the header are passed over when the manifest names its line', async () => {
  input.files['clinics.csv'] =
    `DANH SÁCH; CƠ SỞ\n"Ngày\n22"\n${input.text('clinics.csv').replace('An Bình"", cơ', 'An Bình"" - cơ').replaceAll(',', ';')}`;
  expect(faults(await imported())[0]).toMatchObject({ code: 'HEADER_MISSING' });
  input.entry('clinics')['headerRow'] = 4;
  expect(faults(await imported())).toEqual([]);
  expect(publication.rows('clinics')).toHaveLength(3);
  input.entry('clinics')['headerRow'] = 3;
  expect(faults(await imported())).toMatchObject([{ code: 'HEADER_ROW_EMPTY', line: 3 }]);
});
