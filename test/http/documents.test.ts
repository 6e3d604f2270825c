import { createHash } from 'node:crypto';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Documents } from '../../src/http/documents';
import { readBody } from '../../src/http/graphql-request';
import { defaultHttpOptions } from '../../src/http/options';
import { answerOf, codeOf, type RunningServer, startServer } from './running-server';
import { smallSchema } from './small-directory';

let server: RunningServer;
beforeEach(async () => (server = await startServer()));
afterEach(() => server.close());

const query = 'query Known($name: String) { hello(name: $name) }';
const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('a document identifier', () => {
  test('stands for a document that was sent with it once, by POST and by GET', async () => {
    expect(await codeOf(await server.post({ documentId: idOf(query) }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    await server.post({ query, documentId: idOf(query) });
    for (const response of [
      await server.post({ documentId: idOf(query), variables: { name: 'Binh' } }),
      await server.get({ documentId: idOf(query), variables: { name: 'Binh' } }),
    ])
      expect(await answerOf(response)).toEqual({ data: { hello: 'Xin chào Binh' } });
  });

  test("finds what was stored by Apollo's protocol, and the other way round", async () => {
    const sha256Hash = idOf(query).slice('sha256:'.length);
    await server.post({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
    expect((await answerOf(await server.get({ documentId: idOf(query) }))).errors).toBeUndefined();
  });

  test('of another document stores nothing', async () => {
    expect(await codeOf(await server.post({ query, documentId: idOf('{ other }') }))).toBe('PERSISTED_QUERY_MISMATCH');
    expect(await codeOf(await server.get({ documentId: idOf('{ other }') }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test('stores no document that is not valid', async () => {
    await server.post({ query: '{ nothing }', documentId: idOf('{ nothing }') });
    expect(await codeOf(await server.get({ documentId: idOf('{ nothing }') }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test.each(['md5:abc', idOf(query).toUpperCase(), 'sha256:abc', 'known-operation'])(
    'like %s is refused as malformed',
    async (documentId) => {
      const response = await server.post({ documentId });
      expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_REQUEST']);
    },
  );
});

test.each([
  ['a syntax error', '{ hello\n  hello(name: ) }', { line: 2, column: 15 }],
  ['a name that does not exist', '{ hello\n  nothing }', { line: 2, column: 3 }],
  ['a value of another type', '{ hello(name:\n 5) }', { line: 2, column: 2 }],
])('%s is told with its place', async (_what, text, place) => {
  const { errors } = await answerOf(await server.post({ query: text }));
  expect(errors?.[0]?.locations).toEqual([place]);
});

test('a variable that does not fit is told with its place', async () => {
  const { errors } = await answerOf(await server.post({ query, variables: { name: 5 } }));
  expect(errors?.[0]).toMatchObject({ locations: [{ line: 1, column: 13 }], extensions: { code: 'BAD_USER_INPUT' } });
});

describe('the memory of documents', () => {
  const MEGABYTE = 1_048_576;
  /** Differs in a value, as where a client writes values into its texts; a shape that validates quickly. */
  const unique = (index: number): string =>
    `query { ${Array.from({ length: 60 }, (_, field) => `f${field}: hello(name: "${'Nguyễn Thị Lan '.repeat(4)} ${index}")`).join(' ')} }`;
  const limits = { ...defaultHttpOptions.limits, aliases: 60, rootFields: 60 };
  const request = (index: number): ReturnType<typeof readBody> =>
    readBody(Buffer.from(JSON.stringify({ query: unique(index) })));

  test('stays flat over 3,000 documents of 5 kB that are asked once', async () => {
    const documents = new Documents(smallSchema(), limits, defaultHttpOptions.cache);
    expect(Buffer.byteLength(unique(0))).toBeGreaterThan(5_000);
    readAll(documents, 50, 1);
    const before = await heapBytes();
    readAll(documents, 3_000, 1);
    expect((await heapBytes()) - before).toBeLessThan(8 * MEGABYTE);
  });

  test('is bounded by what parsed documents really keep when each is asked twice', async () => {
    const documentsMaxBytes = 16 * MEGABYTE;
    const documents = new Documents(smallSchema(), limits, { ...defaultHttpOptions.cache, documentsMaxBytes });
    const before = await heapBytes();
    readAll(documents, 300, 2);
    const kept = (await heapBytes()) - before;
    expect(kept).toBeGreaterThan(documentsMaxBytes / 3);
    expect(kept).toBeLessThan(documentsMaxBytes * 1.1);
    expect(documents.bytes).toBeLessThanOrEqual(documentsMaxBytes);
  });

  function readAll(documents: Documents, count: number, times: number): void {
    for (let index = 0; index < count; index += 1)
      for (let time = 0; time < times; time += 1) documents.read(request(index));
  }
});

/** Collected again until so little more goes: what tests before have left goes in several turns of the loop. */
const STEADY_BYTES = 100_000;
const MOST_COLLECTIONS = 50;

/** What is in use once nothing else is left to be collected. */
async function heapBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let used = Infinity;
  for (let collections = 0; collections < MOST_COLLECTIONS; collections += 1) {
    collect();
    await turnOfTheLoop();
    const { heapUsed } = process.memoryUsage();
    if (Math.abs(used - heapUsed) < STEADY_BYTES) return heapUsed;
    used = heapUsed;
  }
  return used;
}
