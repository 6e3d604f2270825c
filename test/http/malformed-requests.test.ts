import { request as openRequest } from 'node:http';
import { answerOf, codeOf, type RunningServer, startServer } from './running-server';

let server: RunningServer;
beforeAll(async () => (server = await startServer({ bodyLimitBytes: 20_000 })));
afterAll(() => server.close());

const hello = { query: '{ hello }' };

test.each<[string, string | Uint8Array, number, string]>([
  ['an empty body', '', 400, 'BAD_REQUEST'],
  ['JSON that is cut off', '{"query":"{ hel', 400, 'BAD_REQUEST'],
  ['a string', '"{ hello }"', 400, 'BAD_REQUEST'],
  ['null', 'null', 400, 'BAD_REQUEST'],
  ['an empty object', '{}', 400, 'BAD_REQUEST'],
  ['an empty query', '{"query":""}', 400, 'BAD_REQUEST'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400, 'BAD_REQUEST'],
  ['an overlong UTF-8 form', new Uint8Array([0x22, 0xc0, 0xaf, 0x22]), 400, 'BAD_REQUEST'],
  ['an array of operations', '[{"query":"{ hello }"},{"query":"{ hello }"}]', 400, 'BATCHING_NOT_SUPPORTED'],
  ['an empty array', '[]', 400, 'BATCHING_NOT_SUPPORTED'],
  ['variables as text', '{"query":"{ hello }","variables":"{}"}', 400, 'BAD_REQUEST'],
  ['variables as an array', '{"query":"{ hello }","variables":[]}', 400, 'BAD_REQUEST'],
  ['extensions as a number', '{"query":"{ hello }","extensions":1}', 400, 'BAD_REQUEST'],
  ['operationName as an object', '{"query":"{ hello }","operationName":{}}', 400, 'BAD_REQUEST'],
  ['a persisted query of another version', persisted({ version: 2, sha256Hash: 'a'.repeat(64) }), 400, 'BAD_REQUEST'],
  ['a persisted query with a short hash', persisted({ version: 1, sha256Hash: 'abc' }), 400, 'BAD_REQUEST'],
  ['a persisted query that is no object', persisted('abc'), 400, 'BAD_REQUEST'],
  [
    'variables nested thousands deep',
    `{"query":"{ hello }","variables":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
    400,
    'BAD_REQUEST',
  ],
  [
    'a body over the limit',
    JSON.stringify({ query: `{ hello(name: "${'x'.repeat(30_000)}") }` }),
    413,
    'BODY_TOO_LARGE',
  ],
])('POST of %s is refused in both languages', async (_name, body, status, code) => {
  const response = await server.post(body, { accept: 'application/json' });
  const { errors } = await answerOf(response);
  expect([response.status, errors?.[0]?.extensions.code]).toEqual([status, code]);
  expect(errors?.[0]?.message).toMatch(/\w/);
  expect(errors?.[0]?.extensions.messageVi).toMatch(/\p{L}/u);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('the refusal of a large body says how large it was and may be', async () => {
  const body = JSON.stringify({ query: `{ hello(name: "${'x'.repeat(30_000)}") }` });
  const { errors } = await answerOf(await server.post(body));
  expect(errors?.[0]?.extensions).toMatchObject({ limit: 20_000, actual: body.length });
});

test('a large body without an announced length is cut off', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < 30; i += 1) controller.enqueue(new Uint8Array(1_000).fill(0x20));
      controller.close();
    },
  });
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
  });
  expect(response.status).toBe(413);
});

test.each<[string, Record<string, string>, number]>([
  ['application/json', {}, 200],
  ['application/json; charset=utf-8', {}, 200],
  ['application/json;charset="UTF-8"', {}, 200],
  ['APPLICATION/JSON', {}, 200],
  ['application/json; charset=utf-16', {}, 415],
  ['application/json; charset=latin1', {}, 415],
  ['application/json', { 'content-encoding': 'gzip' }, 415],
  ['application/graphql', {}, 415],
  ['application/xml', {}, 415],
  ['nonsense', {}, 415],
])('a body of type %s with %j gets status %i', async (contentType, headers, status) => {
  const response = await server.post(hello, { 'content-type': contentType, ...headers });
  expect(response.status).toBe(status);
  if (status === 415) expect(await codeOf(response)).toBe('UNSUPPORTED_MEDIA_TYPE');
});

test.each([
  ['?query=%7B hello %7D&query=1', 'BAD_REQUEST'],
  ['?query=%FF%FE', 'BAD_REQUEST'],
  ['?query={hello}&variables=[1]', 'BAD_REQUEST'],
  ['?query={hello}&variables={', 'BAD_REQUEST'],
  ['?query={hello}&extensions="x"', 'BAD_REQUEST'],
  ['?', 'BAD_REQUEST'],
  ['', 'BAD_REQUEST'],
])('GET of /graphql%s is refused with %s', async (search, code) => {
  const response = await fetch(`${server.url}/graphql${search}`);
  expect([response.status, await codeOf(response)]).toEqual([400, code]);
});

test.each(['PUT', 'PATCH', 'DELETE'])('%s is not allowed, and the answer says what is', async (method) => {
  const response = await fetch(`${server.url}/graphql`, { method });
  expect([response.status, response.headers.get('allow'), await codeOf(response)]).toEqual([
    405,
    'GET, HEAD, POST, OPTIONS',
    'METHOD_NOT_ALLOWED',
  ]);
});

test('a mutation by GET is refused with 405 and does nothing', async () => {
  for (const accept of ['application/json', 'application/graphql-response+json']) {
    const response = await server.get({ query: 'mutation { write }' }, { accept });
    expect([response.status, response.headers.get('allow'), await codeOf(response)]).toEqual([
      405,
      'POST',
      'METHOD_NOT_ALLOWED',
    ]);
  }
  expect(server.directory.writes).toBe(0);
});

test('HEAD gives the headers of GET and no body', async () => {
  const search = '?query={hello}';
  const [head, get] = [
    await fetch(`${server.url}/graphql${search}`, { method: 'HEAD' }),
    await fetch(`${server.url}/graphql${search}`),
  ];
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const name of ['etag', 'content-type', 'cache-control', 'content-length'])
    expect(head.headers.get(name)).toBe(get.headers.get(name));
});

test.each<[string | undefined, string]>([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
  ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
  ['application/json;q=0.5, application/graphql-response+json;q=0.9', 'application/graphql-response+json'],
])('with Accept: %s the answer is %s in UTF-8', async (accept, type) => {
  const response = await server.post(hello, accept === undefined ? {} : { accept });
  expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
});

test('an Accept that leaves nothing gets 406', async () => {
  const response = await server.post(hello, { accept: 'text/html' });
  expect([response.status, await codeOf(response)]).toEqual([406, 'NOT_ACCEPTABLE']);
});

test.each(['/nothing', '/graphql/x', '/graphiql/assets/none.js', '/assets/%2e%2e%2f%2e%2e%2fpackage.json'])(
  '%s is not found, said in both languages',
  async (path) => {
    const { status, body } = await raw(path);
    expect(status).toBe(404);
    expect(JSON.parse(body)).toMatchObject({
      errors: [
        {
          message: 'There is nothing at this address.',
          extensions: { code: 'NOT_FOUND', messageVi: 'Không có gì ở địa chỉ này.' },
        },
      ],
    });
  },
);

test.each(['/%zz%', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])(
  '%s is refused, said in both languages',
  async (path) => {
    const { status, body } = await raw(path);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      errors: [
        { extensions: { code: 'BAD_REQUEST', messageVi: expect.stringMatching(/không đúng định dạng/) as string } },
      ],
    });
  },
);

test('an address beyond the size of headers is refused, said in both languages', async () => {
  const { status, body } = await raw(`/graphql?query=${'a'.repeat(20_000)}`);
  expect(status).toBe(431);
  expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'HEADERS_TOO_LARGE' } }] });
});

function persisted(persistedQuery: unknown): string {
  return JSON.stringify({ extensions: { persistedQuery } });
}

/** Sends a path as it is; `fetch` would tidy it up. */
function raw(path: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = openRequest({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    sent.on('error', reject).end();
  });
}
