import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { openPage, startBrowser } from '../page/browser';
import { type RunningServer, startServer } from './running-server';

const built = mkdtempSync(join(tmpdir(), 'bhxh-graphiql-'));
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'web/graphiql', '--config', 'web/graphiql/vite.config.mts'];
  execFileSync(process.execPath, [...vite, '--outDir', built, '--emptyOutDir', '--logLevel', 'error'], {
    stdio: 'inherit',
  });
  [server, browser] = await Promise.all([startServer({}, built), startBrowser()]);
}, 120_000);

afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  rmSync(built, { recursive: true });
});

test('GraphiQL reads the schema, runs a linked query, breaks no rule, and asks no other server', async () => {
  const { page, complaints } = await openPage(browser, 'about:blank');
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await page.goto(`${server.url}/graphiql?query=${encodeURIComponent('{ hello(name: "An") }')}`);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('mutation').first().waitFor();
  await page.locator('.graphiql-editors').filter({ hasText: 'hello' }).waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();
  // The editor writes no-break spaces.
  await page
    .locator('.graphiql-response')
    .filter({ hasText: /Xin\schào\sAn/ })
    .waitFor({ timeout: 10_000 });
  expect(complaints).toEqual([]);
  expect([...asked].filter((origin) => origin !== server.url && origin !== 'null')).toEqual([]);
});
