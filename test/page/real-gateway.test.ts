import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser } from 'playwright-core';
import { type GatewayProcess, startGateway } from '../setup/gateway-process';
import { openPage, screens, startBrowser } from './browser';
import { settled, typeSearch } from './states';

let browser: Browser;
let gateway: GatewayProcess;
const folder = mkdtempSync(join(tmpdir(), 'page-'));

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startGateway({ DATA_DIR: folder })]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('on a first start the page shows the directory without any complaint of the browser', async () => {
  const { page, complaints } = await openPage(browser, gateway.url);
  await settled(page);
  await page.waitForSelector('.sign');
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(await page.locator('.results h2').textContent()).toMatch(/^[\d.]+ nơi trong khung bản đồ$/);
  await page.context().close();
});

test('list and map show the same places at every zoom', async () => {
  for (const zoom of [5, 9, 13]) {
    const { page } = await openPage(browser, `${gateway.url}/?map=10.77,106.67,${zoom}`);
    await settled(page);
    await page.waitForSelector('.sign');
    await page.waitForFunction(() => {
      const sum = (selector: string): number =>
        [...document.querySelectorAll(selector)].reduce(
          (total, mark) => total + Number((mark.textContent ?? '').replace('.', '')),
          0,
        );
      const onMap = document.querySelectorAll('.pin').length + sum('.pile .mark') + sum('.cluster .mark');
      return onMap === Number(document.querySelector('.results h2')?.textContent?.replace('.', '').match(/\d+/)?.[0]);
    });
    await page.context().close();
  }
});

test('a hospital typed without accents is suggested, found and shown', async () => {
  const { page } = await openPage(browser, gateway.url, screens.phone);
  await typeSearch(page, 'benh vien cho ray');
  expect(await page.locator('[role="option"]').first().textContent()).toContain('Chợ Rẫy');
  await page.keyboard.press('Enter');
  await settled(page);
  await page
    .getByRole('link', { name: /Chợ Rẫy/ })
    .first()
    .click();
  await page.waitForSelector('.listing .facts');
  expect(await page.locator('.listing h2').textContent()).toContain('Chợ Rẫy');
  await page.waitForSelector('.sign.selected');
  await page.context().close();
});

test('filters of clinics narrow list and map', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?kinds=clinic&clinicType=HOSPITAL`);
  await settled(page);
  const all = await openPage(browser, gateway.url);
  await settled(all.page);
  const count = async (of: typeof page): Promise<number> =>
    Number((await of.locator('.results h2').textContent())?.replace('.', '').match(/\d+/)?.[0]);
  expect(await count(page)).toBeGreaterThan(0);
  expect(await count(page)).toBeLessThan(await count(all.page));
  await all.page.context().close();
  await page.context().close();
});

test('near a place the nearest come first, nearer before farther', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?near=21.0285,105.8542`);
  await settled(page);
  const metres = await page.locator('.distance').evaluateAll((distances) =>
    distances.map((distance) => {
      const [number = '', unit] = (distance.textContent ?? '').split(' ');
      return Number(number.replace('.', '').replace(',', '.')) * (unit === 'km' ? 1000 : 1);
    }),
  );
  expect(metres.length).toBeGreaterThan(5);
  expect(metres).toEqual([...metres].sort((one, other) => one - other));
  await page.context().close();
});

test('a report is accepted and followed', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?q=cho%20ray`);
  await settled(page);
  await page.locator('.row-main').first().click();
  await page.getByRole('button', { name: 'Báo sai sót', exact: true }).click();
  await page.getByLabel('Thông tin đúng là gì?').fill('Cổng chính ở đường khác.');
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.locator('.tracking-code strong').waitFor();
  await page.getByRole('dialog').locator('.strong').click();
  await page.getByRole('button', { name: 'Theo dõi báo sai sót đã gửi' }).click();
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByText('Đã nhận').waitFor();
  await page.context().close();
});
