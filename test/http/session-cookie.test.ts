import { forgottenCookie, sessionCookie, sessionTokenOf } from '../../src/http/session-cookie';

const TOKEN = 'abcd1234.handle-handle~secret-secret';
const cookie = (name: string): string => `other=1; ${name}=${TOKEN}; more=2`;

describe('the token of a request', () => {
  const CSRF = { 'x-csrf-protection': '1' };

  it.each([
    ['a bearer token', { authorization: `Bearer ${TOKEN}` }, false],
    ['the cookie beside the header against forgery', { cookie: cookie('bhxh_session'), ...CSRF }, false],
    ['the cookie of this host alone over TLS', { cookie: cookie('__Host-bhxh_session'), ...CSRF }, true],
  ])('comes as %s', (_what, headers, isSecure) => {
    expect(sessionTokenOf({ headers, isSecure })).toBe(TOKEN);
  });

  it.each([
    ['a cookie without the header', { cookie: cookie('bhxh_session') }, false],
    ['a cookie with an empty header', { cookie: cookie('bhxh_session'), 'x-csrf-protection': '' }, false],
    ['a cookie that a neighbour host could have set', { cookie: cookie('bhxh_session'), ...CSRF }, true],
    ['a cookie beside another scheme', { cookie: cookie('bhxh_session'), authorization: 'Basic YTpi', ...CSRF }, false],
    ['a bearer token with blanks in it', { authorization: `Bearer ${TOKEN} x` }, false],
    ['a cookie of strange signs', { cookie: 'bhxh_session="a,b c"; x', ...CSRF }, false],
    ['nothing', {}, false],
  ])('does not come as %s', (_what, headers, isSecure) => {
    expect(sessionTokenOf({ headers, isSecure })).toBeUndefined();
  });
});

describe('the cookie of a session', () => {
  it('is kept from scripts, from other sites, and from plain HTTP', () => {
    expect(sessionCookie(TOKEN, '2026-12-22T00:00:00Z', true)).toBe(
      `__Host-bhxh_session=${TOKEN}; Path=/; HttpOnly; SameSite=Strict; Secure; Expires=Tue, 22 Dec 2026 00:00:00 GMT`,
    );
  });

  it('works without TLS on the machine of a developer', () => {
    expect(sessionCookie(TOKEN, '2026-12-22T00:00:00Z', false)).not.toContain('Secure');
  });

  it('is forgotten by the same name', () => {
    expect(forgottenCookie(true)).toBe('__Host-bhxh_session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0');
  });
});
