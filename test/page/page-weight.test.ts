import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const assets = join(__dirname, '../../dist/web/assets');
const gzipKilobytes = (names: string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0) / 1000;

test('all JavaScript of the page, Leaflet included, stays within 130 kB gzip', () => {
  expect(gzipKilobytes(readdirSync(assets).filter((name) => name.endsWith('.js')))).toBeLessThanOrEqual(130);
});

test('the first results need less than 45 kB of it', () => {
  const first = readdirSync(assets).filter((name) => name.startsWith('index-') && name.endsWith('.js'));
  expect(first).toHaveLength(1);
  expect(gzipKilobytes(first)).toBeLessThan(45);
});

test('the page keeps to the content security policy: no inline script, no inline style', () => {
  const html = readFileSync(join(assets, '../index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*src=)/);
  expect(html).not.toMatch(/<style|style=/);
});
