import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { sessionKeeping } from '../../src/http/session-cookie';

const TOKEN = 'abcd1234.handle-handle~secret-secret';
const cookieOf = (name: string): string => `other=1; ${name}=${TOKEN}; more=2`;

async function served(trustProxy: boolean): Promise<FastifyInstance> {
  const app = fastify({ trustProxy });
  await app.register(cookie);
  app.get('/token', (request, reply) => ({ token: sessionKeeping(request, reply).token ?? null }));
  app.get('/keep', (request, reply) => {
    sessionKeeping(request, reply).keep(TOKEN, '2026-12-22T00:00:00Z');
    return {};
  });
  app.get('/forget', (request, reply) => {
    sessionKeeping(request, reply).forget();
    return {};
  });
  return app;
}

let app: FastifyInstance;
beforeAll(async () => {
  app = await served(true);
});
afterAll(() => app.close());

const tls = (isSecure: boolean): Record<string, string> => (isSecure ? { 'x-forwarded-proto': 'https' } : {});

async function tokenOf(headers: Record<string, string>, isSecure: boolean): Promise<string | null> {
  const response = await app.inject({ url: '/token', headers: { ...headers, ...tls(isSecure) } });
  return response.json<{ token: string | null }>().token;
}

async function setCookie(url: string, isSecure: boolean): Promise<string[]> {
  const response = await app.inject({ url, headers: tls(isSecure) });
  return String(response.headers['set-cookie']).split('; ').sort();
}

describe('the token of a request', () => {
  const CSRF = { 'x-csrf-protection': '1' };

  it.each([
    ['a bearer token', { authorization: `Bearer ${TOKEN}` }, false],
    ['the cookie beside the header against forgery', { cookie: cookieOf('bhxh_session'), ...CSRF }, false],
    ['the cookie of this host alone over TLS', { cookie: cookieOf('__Host-bhxh_session'), ...CSRF }, true],
  ])('comes as %s', async (_what, headers, isSecure) => {
    expect(await tokenOf(headers, isSecure)).toBe(TOKEN);
  });

  it.each([
    ['a cookie without the header', { cookie: cookieOf('bhxh_session') }, false],
    ['a cookie with an empty header', { cookie: cookieOf('bhxh_session'), 'x-csrf-protection': '' }, false],
    ['a cookie that a neighbour host could have set', { cookie: cookieOf('bhxh_session'), ...CSRF }, true],
    [
      'a cookie beside another scheme',
      { cookie: cookieOf('bhxh_session'), authorization: 'Basic YTpi', ...CSRF },
      false,
    ],
    ['a bearer token with blanks in it', { authorization: `Bearer ${TOKEN} x` }, false],
    ['a cookie of strange signs', { cookie: 'bhxh_session="a,b c"; x', ...CSRF }, false],
    ['nothing', {}, false],
  ])('does not come as %s', async (_what, headers, isSecure) => {
    expect(await tokenOf(headers, isSecure)).toBeNull();
  });
});

describe('the cookie of a session', () => {
  it('is kept from scripts, from other sites, and from plain HTTP', async () => {
    expect(await setCookie('/keep', true)).toEqual([
      'Expires=Tue, 22 Dec 2026 00:00:00 GMT',
      'HttpOnly',
      'Path=/',
      'SameSite=Strict',
      'Secure',
      `__Host-bhxh_session=${TOKEN}`,
    ]);
  });

  it.each([
    ['a proxy says that nobody vouches for', { 'x-forwarded-proto': 'https' }],
    ['the browser says', { host: 'bhxh.example', origin: 'https://bhxh.example' }],
  ])('is kept from plain HTTP when it was asked over TLS, as %s', async (_who, headers) => {
    const behind = await served(false);
    const { headers: answer } = await behind.inject({ url: '/keep', headers });
    expect(answer['set-cookie']).toMatch(/^__Host-bhxh_session=.*; Secure/);
    // Later requests may not tell it.
    const again = { cookie: cookieOf('__Host-bhxh_session'), 'x-csrf-protection': '1' };
    expect((await behind.inject({ url: '/token', headers: again })).json()).toEqual({ token: TOKEN });
    await behind.close();
  });

  it('works without TLS on the machine of a developer', async () => {
    expect(await setCookie('/keep', false)).not.toContain('Secure');
    expect(await setCookie('/keep', false)).toContain(`bhxh_session=${TOKEN}`);
  });

  it('is forgotten by the same name', async () => {
    const forgotten = await setCookie('/forget', true);
    expect(forgotten).toEqual(expect.arrayContaining(['__Host-bhxh_session=', 'Path=/', 'Secure']));
    expect(forgotten.some((part) => /^(Max-Age=0|Expires=Thu, 01 Jan 1970)/.test(part))).toBe(true);
  });
});
