import { createHash } from 'node:crypto';
import { request as openRequest } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { answerOf, codeOf, type RunningServer, searchOf, startServer, until } from './running-server';

let server: RunningServer;
beforeEach(async () => (server = await startServer()));
afterEach(() => server.close());

const hello = { query: 'query Known($name: String) { hello(name: $name) }', variables: { name: 'An' } };
const sha256 = (query: string): string => createHash('sha256').update(query).digest('hex');
const persisted = (query: string): Record<string, unknown> => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: sha256(query) } },
});
const cacheControl = (response: Response): string | null => response.headers.get('cache-control');
const etag = (response: Response): string => response.headers.get('etag') ?? '';
const uses = (): unknown[] => server.log.filter((line) => line.msg === 'request').map((line) => line.cache);

test('a public query is executed once, then answered from memory', async () => {
  const [first, second] = [await server.get(hello), await server.get(hello)];
  expect(await second.text()).toBe(await first.text());
  expect(server.directory.executions).toBe(1);
  expect(uses()).toEqual(['miss', 'hit']);
  expect(cacheControl(second)).toBe('public, max-age=60, stale-while-revalidate=600');
  expect(second.headers.get('vary')).toBe('Accept, Accept-Encoding, Authorization, X-Api-Key, X-CSRF-Protection');
  expect(second.headers.get('x-directory-revision')).toBe('1');
});

test('the order of variables and the way of sending make no other answer', async () => {
  const query = 'query ($name: String, $n: Int) { hello(name: $name) offices(first: $n) { code } }';
  await server.get({ query, variables: { name: 'An', n: 2 } });
  await server.get({ query, variables: { n: 2, name: 'An' } });
  await server.post({ query, variables: { n: 2, name: 'An' } });
  expect(server.directory.executions).toBe(1);
});

test('other variables, another operation or another document is another answer', async () => {
  const query = 'query A { hello(name: "An") } query B { hello(name: "Binh") }';
  const answers = [
    await server.get({ ...hello, variables: { name: 'Cuc' } }),
    await server.get(hello),
    await server.get({ query, operationName: 'A' }),
    await server.get({ query, operationName: 'B' }),
  ];
  expect(new Set(answers.map(etag)).size).toBe(3);
  expect(server.directory.executions).toBe(4);
});

test('a known tag is answered with 304 and no body, a tag list and a star too', async () => {
  const tag = etag(await server.get(hello));
  for (const ifNoneMatch of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
    const response = await server.get(hello, { 'if-none-match': ifNoneMatch });
    expect([response.status, await response.text(), etag(response)]).toEqual([304, '', tag]);
    expect(cacheControl(response)).toMatch(/^public/);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
  }
  expect((await server.get(hello, { 'if-none-match': '"other"' })).status).toBe(200);
});

test('a new revision empties the memory, and leaves the tag of what it leaves as it was', async () => {
  const before = await server.get(hello);
  server.directory.revision = 2;
  const after = await server.get(hello, { 'if-none-match': etag(before) });
  expect([after.status, etag(after)]).toEqual([304, etag(before)]);
  expect(server.directory.executions).toBe(2);
  expect(before.headers.get('x-directory-revision')).toBe('1');
  expect(after.headers.get('x-directory-revision')).toBe('2');
});

test('an answer names the revisions that it was read from, also when it comes from memory', async () => {
  server.directory.revision = 7;
  server.directory.read = [5, 7];
  const answers = [await server.get(hello), await server.get(hello)];
  expect(answers.map((answer) => answer.headers.get('x-directory-revision'))).toEqual(['5, 7', '5, 7']);
  expect(server.directory.executions).toBe(1);
});

test('a revision that changes nothing of what was read leaves the answer as it is', async () => {
  const clinics = { query: '{ kind(name: "clinics") }' };
  server.directory.kinds = { clinics: 1, agents: 1 };
  const before = await server.get(clinics);
  Object.assign(server.directory, { revision: 2, kinds: { clinics: 1, agents: 2 } });
  const kept = await server.get(clinics);
  expect([server.directory.executions, etag(kept), kept.headers.get('x-directory-revision')]).toEqual([
    1,
    etag(before),
    '1',
  ]);
  Object.assign(server.directory, { revision: 3, kinds: { clinics: 3, agents: 2 } });
  const anew = await server.get(clinics);
  expect([server.directory.executions, anew.headers.get('x-directory-revision')]).toEqual([2, '3']);
});

test('an answer that a new revision overtook is kept by nobody', async () => {
  const response = await server.get({ query: '{ flips }' });
  expect([cacheControl(response), etag(response), response.headers.get('x-directory-revision')]).toEqual([
    'private, no-store',
    '',
    null,
  ]);
});

test('the day of the agency is part of the key, and nothing is used past its end', async () => {
  await server.get(hello);
  server.advance(12 * 3600 - 30);
  expect(cacheControl(await server.get(hello))).toBe('public, max-age=30, stale-while-revalidate=0');
  expect(server.directory.executions).toBe(1);
  server.advance(31);
  await server.get(hello);
  expect(server.directory.executions).toBe(2);
});

test('a resolver can shorten the life of an answer', async () => {
  const open = { query: '{ openNow(seconds: 40) }' };
  expect(cacheControl(await server.get(open))).toBe('public, max-age=40, stale-while-revalidate=0');
  server.advance(30);
  expect(cacheControl(await server.get(open))).toBe('public, max-age=10, stale-while-revalidate=0');
  server.advance(11);
  await server.get(open);
  expect(server.directory.executions).toBe(2);
  expect(cacheControl(await server.get({ query: '{ openNow(seconds: 0) }' }))).toBe('private, no-store');
});

test('what a resolver calls private is kept by nobody', async () => {
  for (let i = 0; i < 2; i += 1) {
    const response = await server.get({ query: '{ hello mine }' });
    expect([cacheControl(response), etag(response)]).toEqual(['private, no-store', '']);
  }
  expect(server.directory.executions).toBe(4);
});

test.each<[string, Record<string, string>]>([
  ['a bearer token', { authorization: 'Bearer x' }],
  ['a key', { 'x-api-key': 'k' }],
  ['a session', { cookie: 'bhxh_session=abcdefghijklmnopqrst', 'x-csrf-protection': '1' }],
])('a caller with %s neither reads nor fills the memory', async (_name, headers) => {
  await server.get(hello);
  const response = await server.get(hello, headers);
  expect(cacheControl(response)).toBe('private, no-store');
  await server.get(hello, headers);
  expect(server.directory.executions).toBe(3);
});

test.each<[string, Record<string, string>]>([
  ['a cookie of something else', { cookie: '_ga=1; theme=dark' }],
  ['a session cookie without its header', { cookie: 'bhxh_session=abcdefghijklmnopqrst' }],
  ['the header without a cookie', { 'x-csrf-protection': '1' }],
])('a caller with %s is one of nobody: answered from memory, kept by all', async (_name, headers) => {
  await server.get(hello);
  const response = await server.get(hello, headers);
  expect([response.status, cacheControl(response)]).toEqual([200, 'public, max-age=60, stale-while-revalidate=600']);
  expect(server.directory.executions).toBe(1);
});

test('what is personal reaches no other caller, however the requests follow each other', async () => {
  const own = { cookie: 'bhxh_session=abcdefghijklmnopqrst', 'x-csrf-protection': '1' };
  const asked: [Record<string, string>, string][] = [
    [own, 'abcdefghijklmnopqrst'],
    [{}, 'nobody'],
    [{ authorization: 'Bearer tokentokentokentoken' }, 'tokentokentokentoken'],
    [{ cookie: own.cookie }, 'nobody'],
    [own, 'abcdefghijklmnopqrst'],
  ];
  for (const [headers, mine] of asked) {
    const response = await server.get({ query: '{ mine }' }, headers);
    expect([await answerOf(response), cacheControl(response), etag(response)]).toEqual([
      { data: { mine } },
      'private, no-store',
      '',
    ]);
  }
});

test('mutations and errors are kept by nobody', async () => {
  for (const query of ['mutation { write }', '{ broken }', '{ hello broken }', '{ nonsense }', '{', '{ gone }']) {
    expect(cacheControl(await server.post({ query }))).toBe('private, no-store');
  }
  await server.post({ query: 'mutation { write }' });
  expect(server.directory.writes).toBe(2);
});

test('an answer to POST is kept here and nowhere else', async () => {
  const [first] = [await server.post(hello), await server.post(hello)];
  expect([cacheControl(first), etag(first)]).toEqual(['private, no-store', '']);
  expect(server.directory.executions).toBe(1);
});

test('equal queries at the same time are executed once', async () => {
  const slow = { query: '{ slow(ms: 50) }' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => server.get(slow)));
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 8 }, () => 200));
  expect(server.directory.executions).toBe(1);
});

test('whoever started an execution may go away; those who wait for it still get the answer', async () => {
  const first = new AbortController();
  const address = `${server.url}/graphql?${searchOf({ query: '{ slow(ms: 500) }' })}`;
  let arrived = 0;
  server.app.server.on('request', () => (arrived += 1));
  const gone = fetch(address, { signal: first.signal }).catch(() => 'gone');
  await until(() => server.directory.executions === 1);
  const waiting = fetch(address);
  await until(() => arrived === 2);
  first.abort();
  expect(await gone).toBe('gone');
  expect(await answerOf(await waiting)).toEqual({ data: { slow: 'slow' } });
  expect(server.directory).toMatchObject({ executions: 1, aborted: 0 });
});

test('equal private queries at the same time are executed for each', async () => {
  await Promise.all(Array.from({ length: 4 }, () => server.get({ query: '{ mine slow(ms: 20) }' })));
  expect(server.directory.executions).toBe(8);
});

test.each(['br', 'gzip', 'identity'] as const)(
  'in %s, the first answer and a kept one are the same bytes',
  async (encoding) => {
    const query = '{ offices(first: 100) { code name } }';
    const decode = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes }[encoding];
    const [plain, first, second] = [
      await bytesOf(query, 'identity'),
      await bytesOf(query, encoding),
      await bytesOf(query, encoding),
    ];
    expect(first.encoding).toBe(encoding === 'identity' ? undefined : encoding);
    expect(second.bytes).toEqual(first.bytes);
    expect(decode(first.bytes)).toEqual(plain.bytes);
    expect(uses()).toEqual(['miss', 'hit', 'hit']);
  },
);

test('small answers are not compressed', async () => {
  expect((await bytesOf('{ hello }', 'br, gzip')).encoding).toBeUndefined();
});

test('persisted queries: unknown hash, then the text with it, then the hash alone by GET', async () => {
  const unknown = await server.get(persisted(hello.query));
  expect([unknown.status, cacheControl(unknown), await answerOf(unknown)]).toMatchObject([
    200,
    'private, no-store',
    { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
  ]);
  await server.post({ ...hello, ...persisted(hello.query) });
  const known = await server.get({ variables: { name: 'Binh' }, ...persisted(hello.query) });
  expect(await answerOf(known)).toEqual({ data: { hello: 'Xin chào Binh' } });
  expect(cacheControl(known)).toMatch(/^public/);
});

test('a text under a false hash is refused, and nothing is stored under it', async () => {
  expect(await codeOf(await server.post({ query: '{ hello }', ...persisted('{ other }') }))).toBe(
    'PERSISTED_QUERY_MISMATCH',
  );
  expect(await codeOf(await server.get(persisted('{ other }')))).toBe('PERSISTED_QUERY_NOT_FOUND');
});

test('a persisted mutation is still no GET', async () => {
  const query = 'mutation { write }';
  await server.post({ query, ...persisted(query) });
  const response = await server.get(persisted(query));
  expect([response.status, await codeOf(response), server.directory.writes]).toEqual([405, 'METHOD_NOT_ALLOWED', 1]);
});

/** An answer as it travels; `fetch` would decompress it. */
function bytesOf(query: string, acceptEncoding: string): Promise<{ bytes: Buffer; encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = openRequest(
      `${server.url}/graphql?${searchOf({ query })}`,
      { headers: { 'accept-encoding': acceptEncoding } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ bytes: Buffer.concat(parts), encoding: response.headers['content-encoding'] }),
        );
      },
    );
    sent.on('error', reject).end();
  });
}
