import iconv from 'iconv-lite';
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
