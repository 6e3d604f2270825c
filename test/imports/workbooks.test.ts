import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from '../../src/imports/files/xlsx-file';
import { type ManifestFile } from '../../src/imports/manifest/manifest';
import { type ImportIssue } from '../../src/imports/report/issue';
import { FakePublication } from './fake-publication';
import { importInto, type ImportRun } from './import-run';
import { SmallInput } from './small-input';
import { type Cell, type Sheet, workbook } from './workbook-writer';
import { zipped, type ZipPart } from './zip-writer';

const NAME = 'Bệnh viện Hữu Nghị';
const HEADER = ['code', 'name', 'unitCode', 'latitude', 'longitude', 'positionPrecision'];
const MORE = ['type', 'contractFrom', 'contractUntil', 'managingOfficeCode'];
const PLAIN: Cell[][] = [
  [...HEADER, ...MORE],
  ['01001', NAME],
];

let input: SmallInput;
let publication: FakePublication;

beforeEach(() => {
  input = new SmallInput();
  input.entry('clinics')['path'] = 'clinics.xlsx';
  publication = new FakePublication();
});
afterEach(() => input.remove());

async function imported(...written: Parameters<typeof workbook>): Promise<ImportRun> {
  input.files['clinics.xlsx'] = workbook(...written);
  return importInto(publication, input.write());
}

function sheet(rows: readonly (readonly Cell[])[], rest: Partial<Sheet> = {}): Sheet {
  return { name: 'Danh sách', rows, ...rest };
}

const faults = ({ issues }: ImportRun): ImportIssue[] => issues.filter(({ severity }) => severity === 'FAULT');
const clinic = (code: string): ReturnType<typeof publication.row<'clinics'>> => publication.row('clinics', code);

describe('the same file gives the same answer a thousand times', () => {
  const sheetFirst = (parts: ZipPart[]): ZipPart[] => [...parts].reverse();
  test.each([
    ['compressed', {}],
    ['not compressed', { isStored: true }],
    ['with shared texts, not compressed, its sheet first', { isStored: true, isShared: true, order: sheetFirst }],
  ])('%s', async (_, options) => {
    const path = join(input.folder, 'loop.xlsx');
    writeFileSync(path, workbook([sheet([...PLAIN, ['01002', 'Trạm y tế']])], options));
    const file = { absolutePath: path, path: 'loop.xlsx', sheet: null, headerRow: null } as ManifestFile;
    const answers = new Set<string>();
    for (let run = 0; run < 1_000; run++) {
      const table = await openXlsx(file);
      const rows: (readonly string[])[] = table ? [table.header.cells] : [];
      for await (const { records } of table?.batches() ?? []) rows.push(...records.map(({ cells }) => cells));
      answers.add(JSON.stringify(rows));
    }
    expect([...answers]).toEqual([
      JSON.stringify([
        [...HEADER, ...MORE],
        ['01001', NAME, '', '', '', '', '', '', '', ''],
        ['01002', 'Trạm y tế', '', '', '', '', '', '', '', ''],
      ]),
    ]);
  });
});

describe('the sheet that is read', () => {
  const other = sheet([['Ghi chú']], { name: 'Ghi chú' });
  test('is the first visible tab, whatever is stored first', async () => {
    const sheets = [
      { ...other, state: 'hidden' as const },
      { ...other, state: 'veryHidden' as const },
      sheet(PLAIN),
      other,
    ];
    const order = (parts: ZipPart[]): ZipPart[] =>
      [...parts].sort((one, two) => (one.name.includes('sheet4') ? -1 : two.name.includes('sheet4') ? 1 : 0));
    expect((await imported(sheets, { order })).outcome.status).toBe('published');
    expect(clinic('01001')?.name).toBe(NAME);
  });

  test('is the one that the manifest names, however its letters are composed', async () => {
    input.entry('clinics')['sheet'] = 'Danh sách'.normalize('NFD');
    expect((await imported([other, sheet(PLAIN)])).outcome.status).toBe('published');
  });

  test('is missing with the names of those that are there', async () => {
    input.entry('clinics')['sheet'] = 'Sheet9';
    const { issues } = await imported([sheet(PLAIN), other]);
    expect(issues).toMatchObject([
      { code: 'SHEET_MISSING', message: { en: expect.stringContaining('"Ghi chú"') as string } },
    ]);
  });
});

test('texts, numbers, formulas, days and rich text are read as they are shown', async () => {
  const rich =
    '<c r="{ref}" t="inlineStr"><is><r><t>Trạm </t></r><r><rPr><b/></rPr><t>y tế_x000A_</t></r><rPh><t>?</t></rPh></is></c>';
  const run = await imported(
    [
      sheet([
        [...HEADER, ...MORE],
        [
          { xml: '<c r="{ref}" t="str"><f>TEXT(1001,"00000")</f><v>01001</v></c>' },
          NAME,
          { xml: '<c r="{ref}" s="3"><v>4</v></c>' },
          21.0154,
          { xml: '<c r="{ref}"><f>B1</f><v>105.86170000000001</v></c>' },
          'BUILDING',
          'HOSPITAL',
          { xml: '<c r="{ref}" s="1"><v>45658</v></c>' },
          { xml: '<c r="{ref}" s="2"><f>H2+1</f><v>46022.75</v></c>' },
        ],
        [
          '01002',
          { xml: rich },
          null,
          null,
          null,
          null,
          null,
          { xml: '<c r="{ref}" t="d"><v>2025-01-01T00:00:00Z</v></c>' },
        ],
      ]),
    ],
    { formats: ['dd\\/mm\\/yyyy', '[$-42A]d "tháng" m, yyyy;@', '00000'] },
  );
  expect(faults(run)).toEqual([]);
  expect(clinic('01001')).toMatchObject({
    name: NAME,
    latitude: 21.0154,
    longitude: 105.8617,
    contractFrom: '2025-01-01',
    contractUntil: '2025-12-31',
  });
  expect(clinic('01002')).toMatchObject({ name: 'Trạm y tế', contractFrom: '2025-01-01' });
});

test('days count from 1904 where the workbook says so', async () => {
  const rows = [
    ...PLAIN,
    ['01002', 'Trạm', null, null, null, null, null, { xml: '<c r="{ref}" s="1"><v>44196</v></c>' }],
  ];
  await imported([sheet(rows)], { formats: ['yyyy-mm-dd'], is1904: true });
  expect(clinic('01002')?.contractFrom).toBe('2025-01-01');
});

test.each([
  ['typed', '<c r="{ref}"><v>1001</v></c>'],
  ['made by a formula', '<c r="{ref}"><f>1000+1</f><v>1001</v></c>'],
])('a code that is a number, %s, is refused unless the manifest says how to pad it', async (_, xml) => {
  const sheets = [
    sheet([
      [...HEADER, ...MORE],
      [{ xml }, NAME],
    ]),
  ];
  const place = { code: 'NUMBER_IN_CODE', line: 2, column: 'code', cell: 1, value: '1001' };
  expect(faults(await imported(sheets))).toMatchObject([place]);
  input.entry('clinics')['pad'] = { code: 5 };
  expect((await imported(sheets)).outcome.status).toBe('published');
  expect(clinic('01001')?.name).toBe(NAME);
});

describe('merged cells', () => {
  test('give their value to each row that they cover', async () => {
    const rows = [
      ...PLAIN,
      ['01002', 'Trạm Một', '00004'],
      ['01003', 'Trạm Hai'],
      ['01004', 'Trạm Ba'],
      ['01005', 'Trạm Bốn'],
    ];
    const run = await imported([sheet(rows, { merged: ['C3:C5'] })], { isShared: true });
    expect(faults(run)).toEqual([]);
    const units = ['01001', '01002', '01003', '01004', '01005'].map((code) => clinic(code)?.unitKey ?? null);
    expect(units).toEqual([null, units[1], units[1], units[1], null]);
    expect(units[1]).not.toBeNull();
  });

  test('over several columns are told, in rows and not in titles', async () => {
    input.entry('clinics')['headerRow'] = 2;
    const rows = [['Danh sách cơ sở'], [...HEADER, ...MORE], ['01001', NAME]];
    const { issues } = await imported([sheet(rows, { merged: ['A1:J1', 'B3:C3'] })]);
    expect(issues.filter(({ code }) => code === 'CELLS_MERGED')).toMatchObject([
      { severity: 'WARNING', line: 3, cell: 2, message: { en: expect.stringContaining('B3:C3') as string } },
    ]);
  });
});

test('titles above the header are passed over when the manifest names its row', async () => {
  const rows = [['BẢO HIỂM XÃ HỘI'], [], ['Danh sách', null, '2026'], ...PLAIN];
  expect(faults(await imported([sheet(rows)]))).toContainEqual(expect.objectContaining({ code: 'HEADER_MISSING' }));
  input.entry('clinics')['headerRow'] = 4;
  expect((await imported([sheet(rows)])).outcome.status).toBe('published');
  input.entry('clinics')['headerRow'] = 2;
  expect(faults(await imported([sheet(rows)]))).toMatchObject([{ code: 'HEADER_ROW_EMPTY', line: 2 }]);
});

test('an error in a cell that is mapped is a fault of its row, and of no row where nobody reads it', async () => {
  const error = { xml: '<c r="{ref}" t="e"><f>1/0</f><v>#DIV/0!</v></c>' };
  const header = [...HEADER, ...MORE, 'Ghi chú'];
  const rows = [header, ['01001', NAME, ...Array<null>(8).fill(null), error], ['01002', error], ['01003', 'Trạm']];
  expect(faults(await imported([sheet(rows)]))).toMatchObject([
    { code: 'ERROR_CELL', line: 3, cell: 2, value: '#DIV/0!' },
  ]);
  const { outcome } = await importInto(publication, input.write(), { skipInvalid: true });
  expect(outcome).toMatchObject({ status: 'published', quarantinedCount: 1 });
  expect([clinic('01001')?.name, clinic('01002'), clinic('01003')?.name]).toEqual([NAME, undefined, 'Trạm']);
});

test('rows that a filter hides are read, and told', async () => {
  const { issues } = await imported([sheet([...PLAIN, ['01002', 'Trạm']], { hiddenRows: [3] })]);
  expect(issues).toContainEqual(expect.objectContaining({ code: 'ROWS_HIDDEN', severity: 'WARNING', line: 3 }));
  expect(clinic('01002')?.name).toBe('Trạm');
});

test.each([
  ['an old workbook or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'WORKBOOK_OLD'],
  ['an archive that breaks off', workbook([sheet(PLAIN)]).subarray(0, 900), 'FILE_UNREADABLE'],
  ['an archive of other things', zipped([{ name: 'a.txt', content: 'a' }]), 'FILE_UNREADABLE'],
  [
    'XML that breaks off',
    workbook([sheet(PLAIN)], {
      order: (parts) =>
        parts.map(({ name, content }) => ({
          name,
          content: name.includes('sheet1') ? String(content).slice(0, -30) : content,
        })),
    }),
    'FILE_UNREADABLE',
  ],
])('%s is refused', async (_, bytes, code) => {
  input.files['clinics.xlsx'] = bytes;
  const { outcome, issues } = await importInto(publication, input.write());
  expect(outcome.status).toBe('refused');
  expect(issues.filter(({ severity }) => severity === 'FAULT')).toMatchObject([{ code, file: 'clinics.xlsx' }]);
});
