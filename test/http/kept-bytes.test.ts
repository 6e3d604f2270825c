import { EncodedBody } from '../../src/http/encodings';

describe('a finished answer', () => {
  const body = new EncodedBody(JSON.stringify({ data: 'Bệnh viện Đa khoa '.repeat(100) }));

  test.each(['identity', 'gzip', 'br'] as const)('keeps nothing in memory but its bytes: %s', async (encoding) => {
    const { bytes, encoding: used } = await body.as(encoding);
    expect(used).toBe(encoding);
    // What the cache of answers is charged with: not a part of a larger block.
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });
});
