import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { manifestSchema } from '../../src/imports/manifest/manifest.schema';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';
import { workbook } from './workbook-writer';

/** Advice that names an option of a manifest or of the command: what it is given for, and how it is followed. */
interface Advice {
  readonly name: string;
  /** What the advice says; parts that the code puts in are left out. */
  readonly says: string;
  readonly wrong: (input: SmallInput) => void;
  readonly follow: (input: SmallInput) => { readonly allowShrink?: true } | void;
}

const CLINIC_HEADER =
  'code,name,unitCode,latitude,longitude,positionPrecision,type,contractFrom,contractUntil,managingOfficeCode';
const clinicCells = (...cells: string[]): string => [...cells, ...Array<string>(10 - cells.length).fill('')].join(',');

const ADVICE: readonly Advice[] = [
  {
    name: 'a number as code, in a boundary file',
    says: 'give "pad": { field: length } in the manifest',
    wrong: (input) => input.replace('areas.geojson', '"code":"01"', '"code":1'),
    follow: (input) => void (input.entry('unitBoundaries')['pad'] = { code: 2 }),
  },
  {
    name: 'a number as code, in a workbook',
    says: 'give "pad": { field: length } in the manifest',
    wrong: (input) => {
      input.entry('clinics')['path'] = 'clinics.xlsx';
      input.files['clinics.xlsx'] = workbook([{ name: 'A', rows: [CLINIC_HEADER.split(','), [1001, 'Trạm']] }]);
    },
    follow: (input) => void (input.entry('clinics')['pad'] = { code: 5 }),
  },
  {
    name: 'a day in the order of the country',
    says: 'or give "dateForm" in the manifest, for example "DD/MM/YYYY"',
    wrong: (input) => input.append('clinics.csv', clinicCells('01009', 'Trạm', '', '', '', '', '', '31/12/2025')),
    follow: (input) => void (input.entry('clinics')['dateForm'] = 'DD/MM/YYYY'),
  },
  {
    name: 'a value that is not of the list',
    says: 'or map the value in "values" of the manifest',
    wrong: (input) => input.append('clinics.csv', clinicCells('01009', 'Trạm', '', '', '', '', 'Trạm y tế')),
    follow: (input) => void (input.entry('clinics')['values'] = { type: { 'Trạm y tế': 'HEALTH_STATION' } }),
  },
  {
    name: 'a boolean that is none',
    says: 'or map the value in "values"',
    wrong: (input) => input.append('employers.csv', 'TA9,Công ty,,PARTICIPATING,X'),
    follow: (input) => void (input.entry('employers')['values'] = { soleTrader: { X: 'true' } }),
  },
  {
    name: 'a constant that is not of the list',
    says: 'Give another text in the manifest',
    wrong: (input) => (input.entry('agents')['constants'] = { kind: 'SHOP' }),
    follow: (input) => void (input.entry('agents')['constants'] = { kind: 'POST_OFFICE' }),
  },
  {
    name: 'a mapped value that is not of the list',
    says: 'Give another text in the manifest',
    wrong: (input) => (input.entry('clinics')['values'] = { type: { BV: 'HOPSITAL' } }),
    follow: (input) => void (input.entry('clinics')['values'] = { type: { BV: 'HOSPITAL' } }),
  },
  {
    name: 'titles above the header',
    says: 'name its line in "headerRow"',
    wrong: (input) => (input.files['clinics.csv'] = `Danh sách\n${input.text('clinics.csv')}`),
    follow: (input) => void (input.entry('clinics')['headerRow'] = 2),
  },
  {
    name: 'a header of another name',
    says: 'Correct "columns" in the manifest',
    wrong: (input) => input.replace('clinics.csv', 'code,name', 'code,title'),
    follow: (input) => void (input.entry('clinics').columns = { ...input.entry('clinics').columns, name: 'title' }),
  },
  {
    name: 'a property of another name',
    says: 'Correct "properties" in the manifest',
    wrong: (input) => input.replace('areas.geojson', '"code"', '"ma"'),
    follow: (input) => void (input.entry('unitBoundaries')['properties'] = { code: 'ma' }),
  },
  {
    name: 'a header row that is blank',
    says: 'Correct "headerRow" in the manifest',
    wrong: (input) => (input.entry('clinics')['headerRow'] = 900),
    follow: (input) => void (input.entry('clinics')['headerRow'] = 1),
  },
  {
    name: 'a sheet that is not there',
    says: 'Name one of them as "sheet" in the manifest',
    wrong: (input) => {
      input.entry('clinics')['path'] = 'clinics.xlsx';
      input.entry('clinics')['sheet'] = 'B';
      input.files['clinics.xlsx'] = workbook([{ name: 'A', rows: [CLINIC_HEADER.split(','), ['01001', 'Trạm']] }]);
    },
    follow: (input) => void (input.entry('clinics')['sheet'] = 'A'),
  },
  {
    name: 'a boundary of another level',
    says: 'Correct "level" in the manifest',
    wrong: (input) => (input.entry('unitBoundaries')['level'] = 'COMMUNE'),
    follow: (input) => void (input.entry('unitBoundaries')['level'] = 'PROVINCE'),
  },
  {
    name: 'an ending that tells no format',
    says: 'Add "format": "csv", "xlsx", "geojson" or "topojson"',
    wrong: (input) => {
      input.files['clinics.dat'] = input.text('clinics.csv');
      input.entry('clinics')['path'] = 'clinics.dat';
    },
    follow: (input) => void (input.entry('clinics')['format'] = 'csv'),
  },
  {
    name: 'a boundary file of another format',
    says: 'Check the path and "format"',
    wrong: (input) => (input.entry('unitBoundaries')['format'] = 'topojson'),
    follow: (input) => void delete input.entry('unitBoundaries')['format'],
  },
  {
    name: 'a field that is not mapped',
    says: 'or give it in "constants"',
    wrong: (input) => void delete input.entry('unitBoundaries')['level'],
    follow: (input) => void (input.entry('unitBoundaries')['constants'] = { level: 'PROVINCE' }),
  },
  {
    name: 'a unit that did not exist on the day',
    says: 'Correct the code or "unitsAsOf" in the manifest',
    wrong: (input) => (input.entry('clinics')['unitsAsOf'] = '2025-08-01'),
    follow: (input) => void (input.entry('clinics')['unitsAsOf'] = '2025-06-01'),
  },
  {
    name: 'bytes that the encoding does not have',
    says: 'or correct "encoding" in the manifest',
    wrong: (input) => {
      const text = input.text('clinics.csv');
      input.files['clinics.csv'] = Buffer.concat([
        iconv.encode(text, 'utf-16le'),
        Buffer.from([0x00, 0xd8, 0x0a, 0x00]),
      ]);
      input.entry('clinics')['encoding'] = 'utf-16le';
    },
    follow: (input) => {
      input.files['clinics.csv'] = `${CLINIC_HEADER}\n${clinicCells('01001', 'Trạm')}\n`;
      input.entry('clinics')['encoding'] = 'utf-8';
    },
  },
  {
    name: 'more than a fifth of a kind that vanishes',
    says: 'If it is meant, add --allow-shrink',
    wrong: (input) => input.replace('employers.csv', 'TA0001A,Công ty cổ phần Một,,PARTICIPATING,false\n', ''),
    follow: () => ({ allowShrink: true }),
  },
];
/** Advice about rows that are withdrawn, which the tests of personal imports follow; and a note, which is no fault. */
const FOLLOWED_ELSEWHERE = [
  'Check which rows the files name. If it is meant, add --allow-shrink.',
  'Map it in "columns" if it is wanted.',
];

let input: SmallInput;
beforeEach(() => (input = new SmallInput()));
afterEach(() => input.remove());

test.each(ADVICE)('the advice for $name is right: "$says"', async ({ says, wrong, follow }) => {
  const publication = new FakePublication();
  await importInto(publication, input.write());
  wrong(input);
  const refused = await importInto(publication, input.write());
  expect(refused.outcome.status).toBe('refused');
  const advised = refused.issues.filter(({ severity }) => severity === 'FAULT').map(({ mend }) => mend.en);
  expect(advised.join('\n')).toContain(says);
  const options = follow(input) ?? { allowShrink: true };
  const followed = await importInto(publication, input.write(), options);
  expect(followed.issues.filter(({ severity }) => severity === 'FAULT')).toEqual([]);
  expect(['published', 'unchanged']).toContain(followed.outcome.status);
});

test('every advice that names an option is among them', () => {
  const options = Object.keys(manifestSchema.shape.files.element.shape).join('|');
  const advice = new RegExp(`(?:"(?:${options})"|--[a-z]+-)`);
  const mends = sources(join(__dirname, '../../src'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\ben: (['`])((?:(?!\1).)*)\1/g)])
    .map(({ 2: text = '' }) => text)
    .filter((text) => /^[A-Z]/.test(text) && advice.test(text));
  const unknown = mends.filter(
    (text) => !FOLLOWED_ELSEWHERE.includes(text) && !ADVICE.some(({ says }) => text.includes(says)),
  );
  expect(mends.length).toBeGreaterThan(12);
  expect(unknown).toEqual([]);
});

/** The files that make faults of imports. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(imports[\\/].*|.*columns)\.ts$/.test(name))
    .map((name) => join(folder, name));
}
