import { inflateSync } from 'node:zlib';

/** The words of a PDF as a reader would copy them, one line for each piece that was drawn. Enough of PDF for pdfkit's files. */
export function pdfText(pdf: Uint8Array): string {
  const objects = objectsOf(Buffer.from(pdf));
  const letters = new Map<string, Map<string, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      letters.set(name, lettersOf(objects.get(unicode)?.stream ?? ''));
    }
  }
  return [...objects.values()]
    .filter(({ stream }) => stream.includes('BT'))
    .map(({ stream }) => wordsOf(stream, letters))
    .join('\n');
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\s([\s\S]*?)(?:stream\r?\n|endobj)/g)) {
    const [whole, number = '', head = ''] = match;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const start = match.index + whole.length;
    const raw = whole.endsWith('endobj') ? Buffer.alloc(0) : pdf.subarray(start, start + length);
    const bytes = head.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(number, { head, stream: bytes.toString('latin1') });
  }
  return objects;
}

/** What the codes of a font mean, from its `ToUnicode` map. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const codes = [...list.matchAll(/<([0-9a-f ]+)>/gi)];
    for (const [index, [, hex = '']] of codes.entries()) {
      const code = (parseInt(first, 16) + index).toString(16).padStart(4, '0');
      letters.set(code, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function wordsOf(stream: string, letters: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  const lines: string[] = [];
  for (const [, name, pieces] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = letters.get(name);
    const codes = [...(pieces ?? '').matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => hex).join('');
    const text = (codes.match(/.{4}/g) ?? []).map((code) => font?.get(code.toLowerCase()) ?? '\ufffd').join('');
    if (pieces !== undefined) lines.push(text);
  }
  return lines.join('\n');
}
