import { answerOf, codeOf, type RunningServer, startServer, until } from './running-server';

let server: RunningServer;
beforeEach(async () => (server = await startServer({ operationTimeoutMs: 200 })));
afterEach(() => server.close());

const modern = { accept: 'application/graphql-response+json' };

test('an unknown fault leaves a code and an id; the log has the rest under that id', async () => {
  const response = await server.post({ query: '{ hello broken }' }, modern);
  const { data, errors } = await answerOf(response);
  const id = errors?.[0]?.extensions.id;
  expect(response.status).toBe(200);
  expect(data).toEqual({ hello: 'Xin chào bạn', broken: null });
  expect(errors).toEqual([
    {
      message: 'Something went wrong on our side.',
      path: ['broken'],
      extensions: {
        code: 'INTERNAL_ERROR',
        messageVi: 'Máy chủ gặp sự cố.',
        id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      },
    },
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/hunter2|10\.0\.0\.1|stack|\.ts/);
  const logged = server.log.find((line) => line.errorId === id);
  expect(logged).toMatchObject({
    level: 50,
    fault: {
      type: 'Error',
      message: 'password=hunter2 at 10.0.0.1',
      stack: expect.stringContaining('small-directory') as string,
    },
  });
  expect(JSON.stringify(logged)).not.toContain('0123456789');
});

test('an error with a code that is not ours is an unknown fault too', async () => {
  const { errors } = await answerOf(await server.post({ query: '{ odd }' }));
  expect(errors?.[0]?.extensions).toEqual({
    code: 'INTERNAL_ERROR',
    messageVi: 'Máy chủ gặp sự cố.',
    id: expect.any(String) as string,
  });
  expect(JSON.stringify(errors)).not.toContain('secret');
});

test("a feature's error passes with its code, both languages and details", async () => {
  const { errors } = await answerOf(await server.post({ query: '{ gone }' }));
  expect(errors).toMatchObject([
    {
      message: 'That revision is gone.',
      path: ['gone'],
      extensions: { code: 'REVISION_GONE', messageVi: 'Bản phát hành đó không còn.', revision: 7 },
    },
  ]);
});

test.each([
  ['{', 'GRAPHQL_PARSE_FAILED'],
  ['{ nonsense }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ needs }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query ($n: Int!) { offices(first: $n) { code } }', 'BAD_USER_INPUT'],
  ['fragment A on Query { hello }', 'GRAPHQL_VALIDATION_FAILED'],
  ['subscription { x }', 'GRAPHQL_VALIDATION_FAILED'],
])('%s is answered with %s: 200 as JSON, 400 as a GraphQL response, in both languages', async (query, code) => {
  const [plain, strict] = [await server.post({ query }), await server.post({ query }, modern)];
  expect([plain.status, strict.status]).toEqual([200, 400]);
  const { errors, ...rest } = await answerOf(strict);
  expect(errors?.[0]?.extensions).toMatchObject({ code, messageVi: expect.stringMatching(/\p{L}/u) as string });
  expect(rest).toEqual({});
});

test('a null where an argument wants a value is the fault of the caller', async () => {
  const query = 'query ($code: String = "x") { needs(code: $code) }';
  expect(await codeOf(await server.post({ query, variables: { code: null } }))).toBe('BAD_USER_INPUT');
});

test('an operation that takes too long is answered in time, and its work is told to stop', async () => {
  const started = performance.now();
  const response = await server.post({ query: '{ slow(ms: 5000) }' });
  expect(performance.now() - started).toBeLessThan(1_000);
  const { data, errors } = await answerOf(response);
  expect([response.status, data, errors?.[0]?.extensions]).toEqual([
    503,
    undefined,
    { code: 'TIMEOUT', limit: 200, messageVi: expect.stringContaining('200 ms') as string },
  ]);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  await until(() => server.directory.closed === 1);
  expect(server.directory.aborted).toBe(1);
  expect(server.log.filter((line) => line.msg === 'unknown fault')).toEqual([]);
});

test('resolvers that never let go of the thread are stopped by the clock', async () => {
  const started = performance.now();
  expect(await codeOf(await server.post({ query: '{ stubborn { step } }' }))).toBe('TIMEOUT');
  expect(performance.now() - started).toBeLessThan(1_500);
  expect(server.directory.steps).toBeLessThan(100);
});

test('reading stops when the client goes away, a mutation is carried through', async () => {
  const patient = await startServer();
  try {
    for (const [query, begun] of [
      ['{ slow(ms: 5000) }', 1],
      ['mutation { writeSlowly }', 2],
    ] as const) {
      const gone = new AbortController();
      const sent = fetch(`${patient.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
        signal: gone.signal,
      });
      await until(() => patient.directory.executions === begun);
      gone.abort();
      await expect(sent).rejects.toThrow('aborted');
    }
    await until(() => patient.directory.closed === 2);
    expect(patient.directory).toMatchObject({ aborted: 1, writes: 1 });
  } finally {
    await patient.close();
  }
});

test('the context is closed once per operation, and not made for what is not carried out', async () => {
  await server.post({ query: '{ hello }' });
  await server.post({ query: '{ broken }' });
  await server.post({ query: '{' });
  expect(server.directory.closed).toBe(2);
});

test('a context that cannot be made is an unknown fault', async () => {
  const response = await server.post({ query: '{ hello }' }, { ...modern, 'x-api-key': 'breaks' });
  expect([response.status, await codeOf(response)]).toEqual([500, 'INTERNAL_ERROR']);
});
