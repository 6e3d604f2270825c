import { request as openRequest } from 'node:http';
import { answerOf, codeOf, type RunningServer, searchOf, startServer } from './running-server';

let server: RunningServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.close());
beforeEach(() => {
  server.directory.executions = 0;
  server.directory.revision += 1;
});

const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };

test.each([
  ['text/plain', '{"query":"mutation { write }"}'],
  ['text/plain;charset=UTF-8', '{"query":"mutation { write }"}'],
  ['application/x-www-form-urlencoded', 'query=mutation%20%7B%20write%20%7D'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\nmutation { write }\r\n--x--\r\n',
  ],
  ['', '{"query":"mutation { write }"}'],
])('a simple POST of type "%s" runs nothing, whatever other headers say', async (contentType, body) => {
  for (const extra of [{}, evil, { 'apollo-require-preflight': 'true' }]) {
    const response = await send(
      'POST',
      '/graphql',
      { ...(contentType ? { 'content-type': contentType } : {}), ...extra },
      body,
    );
    expect(response).toEqual({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  }
  expect(server.directory.writes).toBe(0);
});

const path = `/graphql?${searchOf({ query: '{ hello }' })}`;

test.each<[string, Record<string, string>]>([
  [
    'an image of another site',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
  ],
  [
    'a link of another site',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', referer: 'https://evil.example/' },
  ],
  [
    'a script of another site',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://evil.example' },
  ],
  ['an older browser on another site', { origin: 'https://evil.example' }],
  ['a browser that adds a cookie by itself', { cookie: 'session=1' }],
  ['a browser that repeats a Basic sign-in', { authorization: 'Basic YTpi' }],
  ['curl', {}],
  ['someone who types the address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
  ['the page of this server, signed in', { 'sec-fetch-site': 'same-origin', cookie: 'bhxh_session=1' }],
  ['a script of another site that asked first', { ...evil, 'apollo-require-preflight': 'true' }],
  ['a client that names a content type', { ...evil, 'content-type': 'application/json' }],
  ['a server with a bearer token', { authorization: 'Bearer x' }],
])('a query by GET is public, so that by %s is answered', async (_name, headers) => {
  expect(await send('GET', path, headers)).toEqual({ status: 200, code: undefined });
});

test.each<[string, Record<string, string>]>([
  ['an image of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
  ['a browser with a session cookie', { ...evil, cookie: 'bhxh_session=abcdefghijklmnopqrst' }],
  ['a client that asked first', { ...evil, 'apollo-require-preflight': 'true' }],
])('a mutation by GET is refused, also that by %s', async (_name, headers) => {
  const target = `/graphql?${searchOf({ query: 'mutation { write }' })}`;
  expect(await send('GET', target, headers)).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  expect(server.directory.writes).toBe(0);
});

const SESSION = 'bhxh_session=abcdefghijklmnopqrst';

test('a session cookie that a page of another site makes the browser send is one of nobody', async () => {
  const query = '{ mine }';
  const forged = await server.get({ query }, { cookie: SESSION, 'sec-fetch-site': 'cross-site' });
  expect(await answerOf(forged)).toEqual({ data: { mine: 'nobody' } });
  const own = await server.get({ query }, { cookie: SESSION, 'x-csrf-protection': '1' });
  expect(await answerOf(own)).toEqual({ data: { mine: 'abcdefghijklmnopqrst' } });
});

test.each([
  'accept',
  'apollo-require-preflight',
  'apollographql-client-name',
  'apollographql-client-version',
  'authorization',
  'baggage',
  'content-type',
  'traceparent',
  'tracestate',
  'x-api-key',
  'x-apollo-operation-name',
])('a page of any site may send %s', async (header) => {
  expect(await mayAsk(header)).toContain(header);
});

test('no page of another site may send the header that makes a session cookie count', async () => {
  expect(await mayAsk('x-csrf-protection')).not.toContain('x-csrf-protection');
});

async function mayAsk(header: string): Promise<string[]> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://map.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': header,
    },
  });
  return (response.headers.get('access-control-allow-headers') ?? '').split(', ');
}

test('a page of any site may ask first, and never with cookies', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://map.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST');
  expect(response.headers.get('access-control-allow-headers')).toContain('apollo-require-preflight');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});

test('OPTIONS without a question about another site says which methods there are', async () => {
  const response = await fetch(`${server.url}/graphql`, { method: 'OPTIONS' });
  expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
});

test('only the configured origins may read when there are such', async () => {
  const strict = await startServer({ corsOrigins: ['https://map.example', 'https://other.example'] });
  const origins = ['https://map.example', 'https://evil.example'];
  const answers = await Promise.all(
    origins.map((origin) => strict.get({ query: '{ hello }' }, { origin, 'apollo-require-preflight': 'true' })),
  );
  expect(answers.map((answer) => answer.headers.get('access-control-allow-origin'))).toEqual([
    'https://map.example',
    null,
  ]);
  expect(answers[0]?.headers.get('vary')).toMatch(/^Origin, Accept, /);
  await strict.close();
});

/** Sends exactly these headers; `fetch` adds its own. */
async function send(
  method: string,
  target: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number | undefined; code: string | undefined }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = openRequest(
      { hostname, port, method, path: target, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on(
          'end',
          () => void codeOf(new Response(text)).then((code) => resolve({ status: response.statusCode, code })),
        );
      },
    );
    sent.on('error', reject).end(body);
  });
}
