import { StringDecoder } from 'node:string_decoder';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { type ManifestFile } from '../../manifest/manifest';
import { tooMuch } from '../limits';

const MAX_PARTS = 10_000;
/** A full sheet of 1,048,576 rows with 16 cells each expands to some 1 GB. */
const MAX_EXPANDED_BYTES = 1024 ** 3;
/** Rows of a spreadsheet shrink to a tenth, at best to a thirtieth; what shrinks further is no list but a trap. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 32 * 1024 ** 2;

/** A zip archive, read by its directory, so that it does not matter in which order its parts are stored. */
export class Archive {
  private constructor(
    private readonly file: ManifestFile,
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens the archive and reads its directory; close it when it is no longer needed. */
  static async open(file: ManifestFile): Promise<Archive> {
    const zip = await openPromise(file.absolutePath, { lazyEntries: true, autoClose: false });
    try {
      const parts = new Map<string, Entry>();
      if (zip.entryCount > MAX_PARTS) {
        const what = { en: 'parts in the archive', vi: 'số phần trong tệp nén' };
        throw tooMuch(file, 'FILE_TOO_LARGE', what, zip.entryCount, MAX_PARTS);
      }
      for await (const entry of zip.eachEntry()) parts.set(keyOf(entry.fileName), entry);
      return new Archive(file, zip, parts);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.zip.close();
  }

  has(name: string): boolean {
    return this.parts.has(keyOf(name));
  }

  /** Bytes of a part when it is expanded, as the directory states them; reading more than these fails. */
  expandedBytes(name: string): number {
    return this.parts.get(keyOf(name))?.uncompressedSize ?? 0;
  }

  /** The text of a part in pieces. A part that would expand to more than `maxBytes` is refused before it is read. */
  async *texts(name: string, maxBytes = MAX_EXPANDED_BYTES): AsyncGenerator<string> {
    const entry = this.parts.get(keyOf(name));
    if (!entry) throw new Error(`the workbook has no part ${name}`);
    this.refuseLarge(entry, maxBytes);
    const decoder = new StringDecoder('utf8');
    const stream = await this.zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.write(chunk);
    yield decoder.end();
  }

  private refuseLarge({ fileName, uncompressedSize, compressedSize }: Entry, maxBytes: number): void {
    const isTrap = uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
    if (!isTrap && uncompressedSize <= maxBytes) return;
    throw tooMuch(
      this.file,
      'FILE_TOO_LARGE',
      { en: `bytes of ${fileName} when it is expanded`, vi: `số byte của ${fileName} sau khi giải nén` },
      uncompressedSize,
      isTrap ? Math.max(RATIO_COUNTS_FROM_BYTES, compressedSize * MAX_RATIO) : maxBytes,
    );
  }
}

/** Names of parts are the same in capitals and small letters (ECMA-376 part 2, 6.2.2). */
function keyOf(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}
