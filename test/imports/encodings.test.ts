import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { join } from 'node:path';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';

const NAME = 'Bệnh viện Hữu Nghị';
let input: SmallInput;
let publication: FakePublication;

beforeEach(() => {
  input = new SmallInput();
  publication = new FakePublication();
});
afterEach(() => input.remove());

const mark = (...bytes: number[]): Buffer => Buffer.from(bytes);
const inUtf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** windows-1258 writes the tones as combining characters after the vowel. */
function inWindows1258(text: string): Buffer {
  const spread = text.replace(/[\u0080-\uffff]/g, (letter) => {
    const encoded = iconv.decode(iconv.encode(letter, 'windows-1258'), 'windows-1258');
    return encoded === letter
      ? letter
      : letter
          .normalize('NFD')
          .replace(/^(.)([\u0302\u0306\u031b])/, (base) => base.normalize('NFC'))
          .replace(
            /^(.)([\u0300-\u0323])([\u0302\u0306\u031b])/,
            (_, base: string, tone: string, hat: string) => (base + hat).normalize('NFC') + tone,
          );
  });
  return iconv.encode(spread, 'windows-1258');
}

const ENCODINGS: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8 without a mark', inUtf8],
  ['UTF-8 with a mark', (text) => Buffer.concat([mark(0xef, 0xbb, 0xbf), inUtf8(text)])],
  ['UTF-16, little end first', (text) => Buffer.concat([mark(0xff, 0xfe), iconv.encode(text, 'utf-16le')])],
  ['UTF-16, big end first', (text) => Buffer.concat([mark(0xfe, 0xff), iconv.encode(text, 'utf-16be')])],
  ['windows-1258', inWindows1258],
  ['decomposed letters', (text) => inUtf8(text.normalize('NFD'))],
  ['line ends of Windows', (text) => inUtf8(text.replaceAll('\n', '\r\n'))],
  ['line ends of old Macs', (text) => inUtf8(text.replaceAll('\n', '\r'))],
  ['semicolons', (text) => inUtf8(text.replaceAll(', cơ', ' – cơ').replaceAll(',', ';'))],
  ['tabs', (text) => inUtf8(text.replaceAll(', cơ', ' – cơ').replaceAll(',', '\t'))],
  ['spaces around and doubled', (text) => inUtf8(text.replace(NAME, `  Bệnh  viện\u00a0Hữu\tNghị\u200b `))],
];

test.each(ENCODINGS)('a table in %s is read as the same text', async (_, encode) => {
  input.files['clinics.csv'] = encode(input.text('clinics.csv'));
  const { outcome, issues } = await importInto(publication, input.write());
  expect(issues.filter(({ severity }) => severity === 'FAULT')).toEqual([]);
  expect(outcome.status).toBe('published');
  expect(publication.row('clinics', '01001')?.name).toBe(NAME);
});

test('lines are counted as an editor shows them, also after cells of several lines', async () => {
  input.append('clinics.csv', '01008,"Trạm\r\ny tế",,,,,,,,\n\n');
  input.append('clinics.csv', '1009,Trạm,,,,,,,,');
  const { issues } = await importInto(publication, input.write());
  expect(issues.filter(({ severity }) => severity === 'FAULT')).toMatchObject([{ code: 'BAD_CODE', line: 9 }]);
});

test('a character that lies across two pieces of a large file stays whole', async () => {
  const rows = Array.from(
    { length: 6_000 },
    (_, index) => `A${String(index).padStart(5, '0')},Bưu điện văn hóa xã số ${index},,,,`,
  );
  input.files['agents.csv'] = `code,name,unitCode,latitude,longitude,positionPrecision\n${rows.join('\n')}\n`;
  await importInto(publication, input.write());
  expect(
    publication.rows('agents').every(({ name, code }) => name === `Bưu điện văn hóa xã số ${Number(code.slice(1))}`),
  ).toBe(true);
});

describe('a workbook', () => {
  const HEADER = [
    'code',
    'name',
    'unitCode',
    'latitude',
    'longitude',
    'positionPrecision',
    'type',
    'contractFrom',
    'contractUntil',
    'managingOfficeCode',
  ];

  async function withRows(rows: readonly (readonly unknown[])[]): Promise<void> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Danh sách');
    sheet.addRow(HEADER);
    for (const row of rows) sheet.addRow([...row]);
    input.entry('clinics')['path'] = 'clinics.xlsx';
    input.write();
    await workbook.xlsx.writeFile(join(input.folder, 'clinics.xlsx'));
  }

  test('gives texts, numbers, dates, formulas and rich text', async () => {
    const rich = { richText: [{ text: 'Trạm ' }, { text: 'y tế' }] };
    await withRows([
      [
        '01001',
        NAME,
        '00004',
        21.0154,
        105.8617,
        'BUILDING',
        'HOSPITAL',
        new Date('2025-01-01'),
        { formula: '"2025-12-"&31', result: '2025-12-31' },
        null,
      ],
      ['01002', rich],
    ]);
    const { outcome, issues } = await importInto(publication, input.write());
    expect(issues.filter(({ severity }) => severity === 'FAULT')).toEqual([]);
    expect(outcome.status).toBe('published');
    expect(publication.row('clinics', '01001')).toMatchObject({
      name: NAME,
      latitude: 21.0154,
      contractFrom: '2025-01-01',
      contractUntil: '2025-12-31',
    });
    expect(publication.row('clinics', '01002')?.name).toBe('Trạm y tế');
  });

  test('with a code that is a number is refused, unless the manifest says how to pad it', async () => {
    await withRows([[1001, NAME]]);
    const { issues } = await importInto(publication, input.write());
    expect(issues.filter(({ severity }) => severity === 'FAULT')).toMatchObject([
      { code: 'NUMBER_IN_CODE', line: 2, column: 'code', cell: 1, value: '1001' },
    ]);
    input.entry('clinics')['pad'] = { code: 5 };
    expect((await importInto(publication, input.write())).outcome.status).toBe('published');
    expect(publication.row('clinics', '01001')).toBeDefined();
  });

  test('without the sheet that the manifest names is refused with those it has', async () => {
    await withRows([['01001', NAME]]);
    input.entry('clinics')['sheet'] = 'Sheet9';
    const { issues } = await importInto(publication, input.write());
    expect(issues).toMatchObject([
      { code: 'SHEET_MISSING', message: { en: expect.stringContaining('Danh sách') as string } },
    ]);
  });

  test('with an error in a cell is refused', async () => {
    await withRows([['01001', { error: '#REF!' }]]);
    const { issues } = await importInto(publication, input.write());
    expect(issues.filter(({ severity }) => severity === 'FAULT')).toMatchObject([
      { code: 'ERROR_CELL', line: 2, cell: 2, value: '#REF!' },
    ]);
  });
});
