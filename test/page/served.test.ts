import { type Browser } from 'playwright-core';
import { type GatewayProcess } from '../setup/gateway-process';
import { violations } from './axe';
import { openPage, screens, startBrowser } from './browser';
import { startDirectoryGateway } from './directory-gateway';

let browser: Browser;
let gateway: GatewayProcess;

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startDirectoryGateway()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(gateway.url + path, { headers, redirect: 'manual' });

describe.each(Object.entries({ phone: screens.phone, desktop: screens.desktop }))(
  'without JavaScript, on a %s',
  (_name, screen) => {
    test('a person searches, opens a place, calls it and goes back', async () => {
      const { page, complaints } = await openPage(browser, gateway.url, { ...screen, javaScriptEnabled: false });
      await page.getByLabel('Tìm theo nơi ở, tên, địa chỉ hoặc mã').fill('benh vien tay ho 2');
      await page.getByLabel('Loại nơi cần tìm').selectOption('clinic');
      await page.getByRole('button', { name: 'Tìm', exact: true }).click();
      await page
        .getByRole('link', { name: /Bệnh viện Tây Hồ 2/ })
        .first()
        .click();
      expect(new URL(page.url()).pathname).toMatch(/^\/clinic\/\w{5}$/);
      await page.getByRole('heading', { name: /Bệnh viện Tây Hồ 2/ }).waitFor();
      expect(
        await page
          .getByRole('link', { name: /^Gọi 0/ })
          .first()
          .getAttribute('href'),
      ).toMatch(/^tel:0\d+$/);
      await page.goBack();
      await page
        .getByRole('link', { name: /Bệnh viện Tây Hồ 2/ })
        .first()
        .waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test.each(['/', '/?q=benh+vien', '/clinic/01010?lang=en', '/office/00101', '/unit/00004', '/clinic/99999'])(
      'axe finds nothing at %s, and nothing is wider than the screen',
      async (path) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          // The scripts of the page are cut off, not all scripts: axe is one.
          const context = await browser.newContext({ locale: 'vi-VN', ...screen, colorScheme });
          const page = await context.newPage();
          await page.route('**/assets/*.js', (route) => route.abort());
          await page.goto(gateway.url + path);
          expect(await violations(page)).toEqual([]);
          expect(await page.locator('.served').evaluate((served) => served.scrollWidth <= innerWidth)).toBe(true);
          await page.context().close();
        }
      },
    );
  },
);

test('a place says of itself what search engines ask, in both languages', async () => {
  const response = await get('/clinic/01010');
  const html = await response.text();
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html).toContain(`<link rel="canonical" href="${gateway.url}/clinic/01010"/>`);
  expect(html).toContain(`hreflang="en" href="${gateway.url}/clinic/01010?lang=en"`);
  expect(html).toMatch(/<meta name="description" content="Cơ sở khám chữa bệnh 01010\. [^"]*024 3999 0000"/);
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '') as unknown;
  expect(data).toMatchObject({ '@context': 'https://schema.org', identifier: '01010', telephone: '024 3999 0000' });
  const english = await (await get('/clinic/01010', { 'accept-language': 'en-GB,vi;q=0.5' })).text();
  expect(english).toContain('<html lang="en">');
  expect(english).toContain(`<link rel="canonical" href="${gateway.url}/clinic/01010?lang=en"/>`);
  expect(await (await get('/clinic/01010?lang=vi', { 'accept-language': 'en' })).text()).toContain('<html lang="vi">');
});

test('a page is kept by its revision, and its policy allows no script inside', async () => {
  const first = await get('/clinic/01010');
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
  expect(first.headers.get('vary')).toContain('Accept-Language');
  expect(first.headers.get('x-directory-revision')).toMatch(/^\d+$/);
  expect(first.headers.get('content-security-policy')).toContain("script-src 'self';");
  const again = await get('/clinic/01010', { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const html = await first.text();
  for (const [, attributes = ''] of html.matchAll(/<script([^>]*)>/g))
    expect(attributes).toMatch(/src="\/|type="application\/ld\+json"/);
});

test('a place that is not there is told so, with the search at hand; old addresses lead to the new', async () => {
  for (const path of ['/clinic/99999', '/office/nowhere', '/unit/99999', '/unit/zz', '/employer/%E0%A4%A']) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, path.endsWith('%A') ? 400 : 404]);
    if (response.status === 404) expect(await response.text()).toContain('name="q"');
  }
  const old = await get('/?place=clinic:01010&q=benh+vien&lang=en');
  expect([old.status, old.headers.get('location')]).toEqual([301, '/clinic/01010?q=benh+vien&lang=en']);
});

test('what is typed is shown and never taken for markup', async () => {
  const html = await (await get(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text();
  expect(html).toContain('value="&quot;>&lt;script>alert(1)');
  expect(html).not.toContain('<script>alert');
});

test('a unit, old or new, names its office without JavaScript', async () => {
  const html = await (await get('/unit/00004')).text();
  expect(html).toContain('BHXH cơ sở Ba Đình');
  expect(html).toContain('Cơ quan BHXH phụ trách nơi này');
});

test('a place and its page in the browser show the same lines', async () => {
  const lines = (page: Awaited<ReturnType<typeof openPage>>['page'], within: string): Promise<string[]> =>
    page.locator(`${within} .fact`).allInnerTexts();
  const plain = await openPage(browser, `${gateway.url}/clinic/01010`, { javaScriptEnabled: false });
  const full = await openPage(browser, `${gateway.url}/clinic/01010`);
  await full.page.waitForSelector('.listing .facts');
  expect(await lines(full.page, '.listing')).toEqual(await lines(plain.page, '.served-place'));
  expect(await full.page.locator('.served').count()).toBe(0);
  await full.page.reload();
  await full.page.waitForSelector('.listing .facts');
  expect(new URL(full.page.url()).pathname).toBe('/clinic/01010');
  await plain.page.context().close();
  await full.page.context().close();
});

test('what a person came for stands first: the contract, the hours, the phone', async () => {
  const { page } = await openPage(browser, `${gateway.url}/clinic/01010`, { javaScriptEnabled: false });
  const labels = await page.locator('.served-place .fact dt').allInnerTexts();
  expect(labels.slice(0, 4)).toEqual(['Hợp đồng KCB BHYT', 'Giờ làm việc', 'Điện thoại', 'Địa chỉ']);
  await page.context().close();
});

test('on paper stands the place alone', async () => {
  const { page } = await openPage(browser, `${gateway.url}/clinic/01010`, { javaScriptEnabled: false });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.served-search').isVisible()).toBe(false);
  expect(await page.locator('.served-place .facts').isVisible()).toBe(true);
  await page.context().close();
});

test('the site map names every place that one may find, and robots are told where it is', async () => {
  expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${gateway.url}/sitemap.xml`);
  const index = await get('/sitemap.xml');
  const parts = [...(await index.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
  expect(parts).toContain(`${gateway.url}/sitemap/clinic-1.xml`);
  const clinics = await (await fetch(`${gateway.url}/sitemap/clinic-1.xml`)).text();
  expect(clinics).toContain(`<loc>${gateway.url}/clinic/01010</loc>`);
  expect((await get('/sitemap/clinic-2.xml')).status).toBe(404);
  expect((await get('/sitemap.xml', { 'if-none-match': index.headers.get('etag') ?? '' })).status).toBe(304);
});
