import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, Kind, parse } from 'graphql';
import { KNOWN_OPERATIONS } from '../../src/app/known-operations';
import { errorCodes } from '../../src/http/error-codes';
import { domainErrorCodes } from '../../src/shared/errors';
import { type RunningServer, startServer } from './running-server';

let server: RunningServer;
beforeAll(async () => (server = await startServer({ securityContact: 'mailto:security@example.org' })));
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });

test('the schema is served as a document that any page may read, and is 304 while unchanged', async () => {
  const response = await get('/schema.graphql');
  expect(
    buildSchema(await response.text())
      .getQueryType()
      ?.getFields(),
  ).toHaveProperty('hello');
  expect(response.headers.get('content-type')).toBe('application/graphql; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect((await get('/schema.graphql', { 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304);
});

test('every code of an error is listed, for people and for programs, in both languages', async () => {
  const listed = (await (await get('/errors.json')).json()) as {
    code: string;
    status: number;
    en: string;
    vi: string;
  }[];
  const codes = new Set([...Object.keys(errorCodes), ...Object.keys(domainErrorCodes)]);
  expect(listed.map(({ code }) => code)).toEqual([...codes].sort());
  const page = await (await get('/errors')).text();
  for (const { code, status, en, vi } of listed) {
    expect(page).toContain(`<tr id="${code}">`);
    expect([status > 0, en.length > 0, vi.length > 0]).toEqual([true, true, true]);
  }
});

test('search engines are told what is no page', async () => {
  const text = await (await get('/robots.txt')).text();
  expect(text).toContain('User-agent: *');
  for (const path of ['/graphql', '/account', '/metrics']) expect(text).toContain(`Disallow: ${path}`);
});

test('who finds a weakness learns where to tell it, for less than a year, where that is configured', async () => {
  const text = await (await get('/.well-known/security.txt')).text();
  expect(text).toContain('Contact: mailto:security@example.org\n');
  const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  const silent = await startServer();
  expect((await fetch(`${silent.url}/.well-known/security.txt`)).status).toBe(404);
  await silent.close();
});

test('the operations of the page and of the contract are known by name, and no others', () => {
  const root = join(__dirname, '../..');
  const files = ['web/src', 'test/contract'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => join(root, folder, name)),
  );
  const names = files.flatMap((file) =>
    parse(readFileSync(file, 'utf8')).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? 'no name'] : [],
    ),
  );
  expect([...KNOWN_OPERATIONS]).toEqual([...new Set(names)].sort());
});
