import { connect } from 'node:net';
import { eventually } from '../setup/eventually';
import { codeOf, type RunningServer, startServer, until } from './running-server';

/** Longer than any test may take. */
const NEVER_MS = 600_000;

let server: RunningServer;
beforeEach(async () => (server = await startServer({ requestTimeoutMs: 1_000, shutdownTimeoutMs: 400 })));
afterEach(() => server.close());

const requestLines = (): Record<string, unknown>[] => server.log.filter((line) => line.msg === 'request');

test('/healthz answers at once, /readyz when the process is ready', async () => {
  server.directory.notReady = 'indexes are being built';
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const before = await fetch(`${server.url}/readyz`);
  expect([before.status, before.headers.get('retry-after'), await before.json()]).toEqual([
    503,
    '1',
    { status: 'not ready', reason: 'indexes are being built' },
  ]);
  server.directory.notReady = null;
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test('/metrics counts by known operation names only', async () => {
  for (const query of [
    'query Known { hello }',
    'query Known { hello }',
    'query MadeUp { hello }',
    'query Known { broken }',
    '{',
  ])
    await server.get({ query });
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toContain('bhxh_graphql_request_duration_seconds_count{operation="Known",outcome="ok"} 2');
  expect(text).toContain('bhxh_graphql_request_duration_seconds_count{operation="Known",outcome="fault"} 1');
  expect(text).toContain('bhxh_graphql_request_duration_seconds_count{operation="other",outcome="ok"} 1');
  expect(text).toContain('bhxh_response_cache_requests_total{result="hit"} 1');
  expect(text).toContain('bhxh_directory_revision 1');
  expect(text).toContain('nodejs_eventloop_lag');
  expect(text).not.toContain('MadeUp');
});

test('the log tells operation, status, time and use of the cache, and nothing personal', async () => {
  const query = 'query FindNguyenThiLan($name: String) { hello(name: $name) }';
  const headers = { authorization: 'Bearer verysecret', 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Nguyen/1.0' };
  await server.get({ query, variables: { name: '0123456789' } }, headers);
  await server.post({ query, variables: { name: '0123456789' } }, headers);
  await server.post({ query: '{ broken }' }, headers);
  await fetch(`${server.url}/nothing?name=0123456789`);
  expect(requestLines()[0]).toMatchObject({
    method: 'GET',
    route: '/graphql',
    status: 200,
    operation: 'other',
    outcome: 'ok',
    cache: 'bypass',
    ms: expect.any(Number) as number,
    requestId: expect.any(String) as string,
  });
  expect(requestLines()).toHaveLength(4);
  const told = server.log.filter((line) => !String(line.msg).startsWith('Server listening'));
  expect(JSON.stringify(told)).not.toMatch(/NguyenThiLan|0123456789|verysecret|203\.0\.113\.9|127\.0\.0\.1|Nguyen\/1/);
});

test('every answer has an id: the one of the caller, if it is one', async () => {
  const id = (headers: Record<string, string>): Promise<string | null> =>
    fetch(`${server.url}/healthz`, { headers }).then((response) => response.headers.get('x-request-id'));
  expect(await id({ 'x-request-id': 'trace-12345' })).toBe('trace-12345');
  for (const given of ['short', 'a b c d e f g h', 'x'.repeat(65), '{"level":60}'])
    expect(await id({ 'x-request-id': given })).toMatch(/^[\da-f-]{36}$/);
  expect((await fetch(`${server.url}/%zz`)).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  expect((await fetch(`${server.url}/nothing`)).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});

test('API answers may not be framed, sniffed or run', async () => {
  const { headers } = await server.get({ query: '{ hello }' });
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';object-src 'none'",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('a request that never ends is cut off with 408', async () => {
  for (const start of [
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-ty',
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"que',
  ]) {
    const answer = await speak(start);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"REQUEST_TIMEOUT"');
  }
});

test('what is no HTTP is answered with 400 in both languages', async () => {
  const answer = await speak('NONSENSE\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('"messageVi":"Yêu cầu không đúng định dạng."');
});

test('while the process cannot keep up, the API says when to come again; health and kept answers are still told', async () => {
  const busy = await startServer({ maxEventLoopDelayMs: 300 });
  const kept = { query: '{ hello(name: "kept") }' };
  expect((await busy.get(kept)).status).toBe(200);
  await eventually(async () => {
    for (const from = performance.now(); performance.now() < from + 1_500;);
    // The meter looks at the loop once more before anything is asked.
    await new Promise(setImmediate);
    const response = await busy.post({ query: '{ hello }' });
    expect([response.status, response.headers.get('retry-after'), await codeOf(response)]).toEqual([
      503,
      '2',
      'OVERLOADED',
    ]);
  });
  expect((await busy.get(kept)).status).toBe(200);
  expect((await fetch(`${busy.url}/healthz`)).status).toBe(200);
  await busy.close();
});

test('closing lets requests in flight finish and takes no new ones', async () => {
  const other = await startServer({ shutdownTimeoutMs: NEVER_MS });
  const inFlight = other.post({ query: '{ slow(ms: 300) }' });
  await until(() => other.directory.executions === 1);
  const closed = other.close();
  expect((await inFlight).status).toBe(200);
  await closed;
  await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
});

test('closing waits for requests in flight only so long', async () => {
  const other = await startServer({ shutdownTimeoutMs: 200, operationTimeoutMs: NEVER_MS });
  const inFlight = other.post({ query: `{ slow(ms: ${NEVER_MS}) }` }).catch((fault: unknown) => fault);
  await until(() => other.directory.executions === 1);
  await other.close();
  expect(await inFlight).toMatchObject({ message: 'fetch failed' });
});

/** Writes raw bytes and gives what comes back until the server hangs up. */
function speak(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
