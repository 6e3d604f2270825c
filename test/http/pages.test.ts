import { readConfig } from '../../src/config';
import { type RunningServer, startServer } from './running-server';

let server: RunningServer;
beforeAll(
  async () =>
    (server = await startServer({ tileUrl: 'https://{s}.tiles.example/{z}/{x}/{y}.png', tileAttribution: '© Tiles' })),
);
afterAll(() => server.close());

const page = (path: string, init?: RequestInit): Promise<Response> => fetch(`${server.url}${path}`, init);
const csp = (response: Response): string => response.headers.get('content-security-policy') ?? '';

test('the page is asked for again each time, and is 304 while unchanged', async () => {
  const first = await page('/');
  expect([first.status, first.headers.get('cache-control'), await first.text()]).toEqual([
    200,
    'no-cache',
    '<!doctype html><title>web</title>',
  ]);
  const again = await page('/', {
    headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  });
  expect(again.status).toBe(304);
});

test('built files are kept for ever and sent compressed', async () => {
  const file = await page('/assets/main-abc123.js', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(file.headers.get('content-encoding')).toBe('br');
  expect(file.headers.get('content-type')).toMatch(/javascript/);
  expect(await file.text()).toContain('globalThis.web');
});

test('the page runs own scripts only, and shows pictures of the tile server', async () => {
  const policy = csp(await page('/'));
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("img-src 'self' data: https://*.tiles.example;");
  expect(policy).not.toContain('unsafe');
  expect((await page('/')).headers.get('permissions-policy')).toContain('geolocation=(self)');
});

test('the tiles of OpenStreetMap are let through by their own origin', async () => {
  const { tileUrl, tileAttribution } = readConfig({ TILE_URL: 'osm' }).http;
  const osm = await startServer({ tileUrl, tileAttribution });
  const policy = csp(await fetch(osm.url));
  const settings = (await (await fetch(`${osm.url}/page-config.json`)).json()) as Record<string, unknown>;
  await osm.close();
  expect(policy).toContain("img-src 'self' data: https://tile.openstreetmap.org;");
  expect(settings).toMatchObject({ tileUrl: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' });
  expect(settings['tileAttribution']).toContain('OpenStreetMap');
});

test('tile servers learn which site asks, nobody else learns more', async () => {
  expect((await page('/')).headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
});

test('GraphiQL is served from here, under rules of its own', async () => {
  const moved = await page('/graphiql', { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/graphiql/']);
  const response = await page('/graphiql');
  expect(await response.text()).toContain('graphiql');
  expect(csp(response)).toContain("script-src 'self';");
  expect(csp(response)).toContain("style-src 'self' 'unsafe-inline';");
  expect((await page('/graphiql/assets/main-abc123.js')).headers.get('cache-control')).toContain('immutable');
});

test('the page learns its settings from the server', async () => {
  expect(await (await page('/page-config.json')).json()).toEqual({
    tileUrl: 'https://{s}.tiles.example/{z}/{x}/{y}.png',
    tileAttribution: '© Tiles',
  });
});
