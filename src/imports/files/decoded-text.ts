import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { type ManifestFile } from '../manifest/manifest';
import { type DecodePlan } from './encoding';
import { fileFault, UnreadableFile } from './file-fault';

/** A piece of a file's text with `\n` as its only line end, and how many bytes have been read so far. */
export interface TextPiece {
  readonly text: string;
  readonly bytesRead: number;
}

/** Small enough that the rows of a piece die young: what the collector has to move twice costs memory and time. */
const READ_BYTES = 64 * 1024;

/** The text of a file, decoded and in pieces. */
export async function* decodedText(file: ManifestFile, plan: DecodePlan): AsyncGenerator<TextPiece> {
  const decoder = iconv.getDecoder(plan.encoding, { stripBOM: false });
  const stream = createReadStream(file.absolutePath, { start: plan.skipBytes, highWaterMark: READ_BYTES });
  let bytesRead = plan.skipBytes;
  let line = 1;
  let heldReturn = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytesRead += chunk.length;
    let text = heldReturn + decoder.write(chunk);
    // A line end of two characters may lie across two chunks.
    heldReturn = text.endsWith('\r') ? '\r' : '';
    if (heldReturn !== '') text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    if (plan.encoding !== 'utf-8') line = checkDecoded(file, text, line);
    yield { text, bytesRead };
  }
  const rest = heldReturn.replace('\r', '\n') + (decoder.end() ?? '');
  if (plan.encoding !== 'utf-8') checkDecoded(file, rest, line);
  if (rest !== '') yield { text: rest, bytesRead };
}

/** Refuses what the encoding could not say; gives the number of the line the text ends in. */
function checkDecoded(file: ManifestFile, text: string, firstLine: number): number {
  const bad = text.search(/\p{Cs}|\ufffd/u);
  const before = bad < 0 ? text : text.slice(0, bad);
  const lines = before.split('\n');
  const line = firstLine + lines.length - 1;
  if (bad < 0) return line;
  throw new UnreadableFile(
    fileFault(
      file,
      'BAD_ENCODING',
      { en: 'the bytes here are no characters of the encoding', vi: 'các byte tại đây không phải ký tự của bảng mã' },
      {
        en: 'Save the file as UTF-8, or correct "encoding" in the manifest.',
        vi: 'Lưu tệp dạng UTF-8, hoặc sửa "encoding" trong tệp kê khai.',
      },
      { line, cell: (lines.at(-1) ?? '').length + 1 },
    ),
  );
}
