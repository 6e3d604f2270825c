import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** How a body travels. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** What the types of the package leave out. */
interface PreferringNegotiator {
  encoding(available: string[], options: { readonly preferred: readonly string[] }): string | undefined;
}

const OFFERED: Encoding[] = ['br', 'gzip', 'identity'];
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this, compressing costs more than it saves: the answer fits one network packet anyway. */
const MIN_COMPRESSED_BYTES = 1_000;
/** Levels that take about a millisecond for a page of listings. */
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

/** The best encoding that `Accept-Encoding` allows (RFC 9110, section 12.5.3): brotli before gzip when liked alike. */
export function negotiateEncoding(acceptEncoding: string | undefined): Encoding {
  const negotiator: PreferringNegotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const chosen = negotiator.encoding(OFFERED, { preferred: OFFERED });
  return OFFERED.find((encoding) => encoding === chosen) ?? 'identity';
}

/** The finished bytes of one answer, compressed at most once per encoding. */
export class EncodedBody {
  private readonly variants = new Map<Encoding, { bytes: Buffer; encoding: Encoding }>();

  readonly plain: Buffer;

  constructor(text: string) {
    // Short buffers share blocks of 8 kB, and one that is kept would keep its whole block.
    this.plain = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
    this.plain.write(text);
    this.variants.set('identity', { bytes: this.plain, encoding: 'identity' });
  }

  /** The bytes in the wished encoding, or plain where compressing does not pay; says which it is. */
  async as(wished: Encoding): Promise<{ bytes: Buffer; encoding: Encoding }> {
    const encoding = this.plain.length < MIN_COMPRESSED_BYTES ? 'identity' : wished;
    const known = this.variants.get(encoding);
    if (known) return known;
    const bytes = copyOf(await compress(this.plain, encoding));
    const variant =
      bytes.length < this.plain.length ? { bytes, encoding } : { bytes: this.plain, encoding: 'identity' as const };
    this.variants.set(encoding, variant);
    return variant;
  }
}

/** What the compressor returns is a part of its working buffer of 16 kB. */
function copyOf(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

async function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return plain;
  if (encoding === 'gzip') return compressGzip(plain, { level: GZIP_LEVEL });
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return compressBrotli(plain, { params });
}
