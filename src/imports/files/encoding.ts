import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { type ManifestFile } from '../manifest/manifest';
import { type FileEncoding } from '../manifest/manifest.schema';
import { type ImportIssue } from '../report/issue';
import { fileFault } from './file-fault';
import { MAX_RECORD_CHARACTERS, tooLongRecord } from './limits';
import { looksLikeWindows1258 } from './windows-1258.rules';

/** How to decode a file: its encoding and the length of its byte order mark. */
export interface DecodePlan {
  readonly encoding: FileEncoding;
  readonly skipBytes: number;
}

const SCAN_BYTES = 1024 * 1024;
const LINE_FEED = 0x0a;
const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: FileEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Finds the encoding of a file by reading all of it: a byte order mark, valid UTF-8, or text in which every byte and
 * letter fits Vietnamese in windows-1258. Anything else is refused with the place of the first byte that does not fit.
 */
export async function detectEncoding(file: ManifestFile): Promise<DecodePlan | ImportIssue> {
  const handle = await open(file.absolutePath, 'r');
  try {
    const start = (await handle.read(Buffer.alloc(4), 0, 4, 0)).buffer;
    const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte));
    const plan = { encoding: mark?.encoding ?? file.encoding ?? 'utf-8', skipBytes: mark?.bytes.length ?? 0 };
    if (plan.encoding !== 'utf-8') return plan;
    const scan = new Utf8Scan();
    const buffer = Buffer.alloc(SCAN_BYTES);
    for (let position = plan.skipBytes; ;) {
      const { bytesRead } = await handle.read(buffer, 0, SCAN_BYTES, position);
      if (!scan.take(buffer.subarray(0, bytesRead), bytesRead === 0) || bytesRead === 0) break;
      position += bytesRead;
    }
    if (scan.zeroByteLine !== null) return zeroByte(file, scan.zeroByteLine);
    if (scan.endlessLine !== null) return tooLongRecord(file, scan.endlessLine).fault;
    if (!scan.bad) return plan;
    const mayBeVietnamese = !mark && file.encoding === null && looksLikeWindows1258(scan.oddLines);
    return mayBeVietnamese ? { encoding: 'windows-1258', skipBytes: 0 } : badByte(file, scan.bad);
  } finally {
    await handle.close();
  }
}

interface BadByte {
  readonly line: number;
  readonly cell: number;
  readonly byte: number;
}

const MAX_ODD_BYTES = 4 * 1024 * 1024;
/** No character takes more bytes than four, so a line of more is longer than a row may be. */
const MAX_LINE_BYTES = 4 * MAX_RECORD_CHARACTERS;

/** Reads bytes line by line: no byte of a longer UTF-8 sequence equals a line feed, so lines can be judged alone. */
class Utf8Scan {
  bad: BadByte | null = null;
  zeroByteLine: number | null = null;
  endlessLine: number | null = null;
  /** Lines that are not UTF-8, as far as they fit in memory. */
  readonly oddLines: Buffer[] = [];
  private oddBytes = 0;
  private carry: Buffer = Buffer.alloc(0);
  private line = 1;

  /** Takes the next bytes; false when nothing more needs to be read. */
  take(bytes: Buffer, isLast: boolean): boolean {
    const block = Buffer.concat([this.carry, bytes]);
    const end = isLast ? block.length : block.lastIndexOf(LINE_FEED) + 1;
    const whole = block.subarray(0, end);
    this.carry = Buffer.from(block.subarray(end));
    if (isUtf8(whole) && !whole.includes(0)) this.line += countLines(whole);
    else this.takeLines(whole);
    if (this.carry.length > MAX_LINE_BYTES) this.endlessLine = this.line;
    return this.zeroByteLine === null && this.endlessLine === null && this.oddBytes < MAX_ODD_BYTES;
  }

  private takeLines(block: Buffer): void {
    for (let start = 0; start < block.length; this.line++) {
      const feed = block.indexOf(LINE_FEED, start);
      const end = feed < 0 ? block.length : feed + 1;
      this.takeLine(Buffer.from(block.subarray(start, end)));
      start = end;
    }
  }

  private takeLine(line: Buffer): void {
    if (line.includes(0)) this.zeroByteLine ??= this.line;
    if (isUtf8(line)) return;
    this.bad ??= { line: this.line, ...firstBadByte(line) };
    this.oddLines.push(line);
    this.oddBytes += line.length;
  }
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count++;
  return count;
}

/** The first byte that no valid UTF-8 has at its place, and its column in characters. */
function firstBadByte(line: Buffer): { cell: number; byte: number } {
  for (let start = 0, cell = 1; start < line.length; cell++) {
    const length = [1, 2, 3, 4].find(
      (candidate) => start + candidate <= line.length && isUtf8(line.subarray(start, start + candidate)),
    );
    if (length === undefined) return { cell, byte: line[start] ?? 0 };
    start += length;
  }
  return { cell: 1, byte: line[0] ?? 0 };
}

const SAVE_AS_UTF8 = {
  en: 'Save the file as UTF-8 (in a spreadsheet: "CSV UTF-8").',
  vi: 'Lưu tệp dạng UTF-8 (trong bảng tính: "CSV UTF-8").',
};

function badByte(file: ManifestFile, bad: BadByte): ImportIssue {
  const value = `0x${bad.byte.toString(16).padStart(2, '0').toUpperCase()}`;
  return fileFault(
    file,
    'BAD_ENCODING',
    {
      en: `the byte ${value} is not valid UTF-8, and the text is not recognisable windows-1258; expected UTF-8, UTF-16 with a byte order mark, or windows-1258`,
      vi: `byte ${value} không hợp lệ trong UTF-8 và nội dung không nhận ra là windows-1258; cần UTF-8, UTF-16 có BOM, hoặc windows-1258`,
    },
    SAVE_AS_UTF8,
    { line: bad.line, cell: bad.cell, value },
  );
}

function zeroByte(file: ManifestFile, line: number): ImportIssue {
  return fileFault(
    file,
    'NOT_TEXT',
    {
      en: 'the file holds zero bytes: it is binary, or UTF-16 without a byte order mark',
      vi: 'tệp chứa byte 0: là tệp nhị phân, hoặc UTF-16 không có BOM',
    },
    SAVE_AS_UTF8,
    { line, value: '0x00' },
  );
}
