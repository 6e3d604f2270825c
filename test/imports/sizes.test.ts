import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { SmallInput } from './small-input';
import { workbook } from './workbook-writer';
import { type ZipPart } from './zip-writer';

const PROCESS = join(__dirname, 'measured-import.process.ts');
const COMPILER = join(__dirname, '../setup/register-typescript.cjs');
const MOST_MEGABYTES = 300;
const MOST_SECONDS = 20;
const MEGABYTE = 1024 * 1024;
const HEADER =
  'code,name,unitCode,latitude,longitude,positionPrecision,type,contractFrom,contractUntil,managingOfficeCode';

interface Told {
  readonly status: string;
  readonly code?: string;
  readonly line?: number | null;
  readonly message?: string;
  readonly seconds: number;
  readonly megabytes: number;
}

let input: SmallInput;
beforeEach(() => (input = new SmallInput()));
afterEach(() => input.remove());

/** Imports in a process of its own, with the heap that `npm run import` has. */
async function measured(...more: string[]): Promise<Told> {
  const heap = ['--max-old-space-size=160', '--max-semi-space-size=4'];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...heap,
    '-r',
    COMPILER,
    PROCESS,
    input.write(),
    ...more,
  ]);
  return JSON.parse(stdout) as Told;
}

async function fill(name: string, pieces: Iterable<string>): Promise<void> {
  delete input.files[name];
  await pipeline(Readable.from(pieces), createWriteStream(join(input.folder, name)));
}

function* repeated(head: string, piece: string, megabytes: number): Generator<string> {
  yield head;
  for (let made = 0; made < megabytes * MEGABYTE; made += piece.length) yield piece;
}

const A_MEGABYTE = 'a'.repeat(MEGABYTE);

function sheetOf(content: string): Buffer {
  const order = (parts: ZipPart[]): ZipPart[] =>
    parts.map((part) => (part.name.includes('sheet1') ? { ...part, content } : part));
  return workbook([{ name: 'A', rows: [] }], { order });
}

const HUGE: readonly (readonly [string, string, () => Promise<void> | void, RegExp])[] = [
  [
    'a CSV file of one line of 150 MB',
    'RECORD_TOO_LARGE',
    () => fill('clinics.csv', repeated(`${HEADER}\n01001,`, A_MEGABYTE, 150)),
    /> 1048576; at most 1048576/,
  ],
  [
    'a CSV file whose only line is its header',
    'RECORD_TOO_LARGE',
    () => fill('clinics.csv', repeated('code,', 'name,'.repeat(200_000), 75)),
    /> 1048576; at most 1048576/,
  ],
  [
    'a CSV line of 3 MB in UTF-16',
    'RECORD_TOO_LARGE',
    () => {
      input.files['clinics.csv'] = Buffer.from(`\ufeff${HEADER}\n01001,${'a'.repeat(3 * MEGABYTE)}`, 'utf16le');
    },
    /at most 1048576/,
  ],
  [
    'a quote that is never closed in 100 MB',
    'QUOTE_NOT_CLOSED',
    () => fill('clinics.csv', repeated(`${HEADER}\n01001,"`, `${'a'.repeat(99)}\n`.repeat(10_000), 100)),
    /never closed/,
  ],
  [
    'a header of 60,000 columns',
    'TOO_MANY_COLUMNS',
    () => {
      input.files['clinics.csv'] = `${Array.from({ length: 60_000 }, (_, index) => `c${index}`).join(',')}\n`;
    },
    /60000; at most 1000/,
  ],
  [
    'a workbook with 350 MB of rows in 1 MB',
    'FILE_TOO_LARGE',
    () => {
      const row = '<row><c t="inlineStr"><is><t>01001</t></is></c></row>';
      input.entry('clinics')['path'] = 'clinics.xlsx';
      input.files['clinics.xlsx'] = sheetOf(`<worksheet><sheetData>${row.repeat((350 * 2 ** 20) / row.length)}`);
    },
    /sheet1\.xml when it is expanded: \d{9}; at most \d{8,9}/,
  ],
  [
    'a workbook with a text of 30 MB',
    'RECORD_TOO_LARGE',
    () => {
      input.entry('clinics')['path'] = 'clinics.xlsx';
      input.files['clinics.xlsx'] = sheetOf(
        `<worksheet><sheetData><row><c t="inlineStr"><is><t>${'a'.repeat(30 * MEGABYTE)}</t></is></c></row></sheetData></worksheet>`,
      );
    },
    /at most 1048576/,
  ],
  [
    'a topology that names one arc a thousand times',
    'FILE_TOO_LARGE',
    () => {
      const arc = Array.from({ length: 5_000 }, (_, index) => [105 + index / 1e4, 20]);
      const geometries = [{ type: 'Polygon', properties: { code: '01' }, arcs: [Array<number>(1_000).fill(0)] }];
      input.files['areas.topojson'] = JSON.stringify({
        type: 'Topology',
        arcs: [arc],
        objects: { a: { type: 'GeometryCollection', geometries } },
      });
      input.entry('unitBoundaries')['path'] = 'areas.topojson';
    },
    /points of all shapes: 5000000; at most 500000/,
  ],
  [
    'a boundary file of 40 MB',
    'FILE_TOO_LARGE',
    () => fill('areas.geojson', repeated('{"type":"FeatureCollection","features":[', ' '.repeat(MEGABYTE), 40)),
    /bytes of the file: \d{8}; at most 33554432/,
  ],
  [
    'a boundary file of ten million empty lists',
    'FILE_TOO_LARGE',
    () => fill('areas.geojson', repeated('{"type":"FeatureCollection","features":[[]', ',[]'.repeat(100_000), 30)),
    /points, rings and features: \d{8}; at most 1000000/,
  ],
];

test.each(HUGE)('%s is refused as %s, with the numbers, in little memory', async (_, code, make, says) => {
  await make();
  const told = await measured();
  expect(told).toMatchObject({ status: 'refused', code, message: expect.stringMatching(says) as string });
  expect(told.megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(told.seconds).toBeLessThan(MOST_SECONDS);
});

const LARGE: readonly (readonly [string, () => Promise<void> | void])[] = [
  [
    'a workbook of 300,000 rows with their own texts',
    () => {
      const header = ['code', 'name', 'unitCode', 'latitude', 'longitude', 'positionPrecision'];
      const rows = Array.from({ length: 300_000 }, (_, index) => [
        `A${String(index).padStart(6, '0')}`,
        `Bưu điện văn hóa xã số ${index}, đường Nguyễn Văn Trỗi, phường Phú Nhuận`,
      ]);
      input.entry('agents')['path'] = 'agents.xlsx';
      input.files['agents.xlsx'] = workbook([{ name: 'A', rows: [header, ...rows] }], { isShared: true });
    },
  ],
  [
    'a boundary file of 450,000 points',
    () => {
      const side = 450_000 / 2;
      const there = Array.from({ length: side }, (_, index) => [104 + index * 1e-5, 20 + (index % 2) * 1e-5]);
      const back = [...there].reverse().map(([x = 0]) => [x, 21]);
      const ring = [...there, ...back, there[0]];
      const geometry = { type: 'Polygon', coordinates: [ring] };
      input.files['areas.geojson'] = JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { code: '01' }, geometry }],
      });
    },
  ],
];

test.each(LARGE)('%s is read in little memory', async (_, make) => {
  await make();
  const told = await measured('read');
  expect(told.status).toMatch(/^read \d+$/);
  expect(told.megabytes).toBeLessThan(MOST_MEGABYTES);
});
