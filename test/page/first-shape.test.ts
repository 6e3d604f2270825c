import { type Browser } from 'playwright-core';
import { openPage, screens, startBrowser } from './browser';
import { type GatewayProcess } from '../setup/gateway-process';
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

const hanoi = '/?map=21.03,105.83,14';

test('the page opens without any complaint of the browser, content security policy included', async () => {
  const { page, complaints } = await openPage(browser, gateway.url);
  await page.waitForSelector('.cluster');
  await page.waitForSelector('.row');
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the list and the map show the same entries', async () => {
  const { page } = await openPage(browser, gateway.url + hanoi);
  await page.waitForSelector('.sign');
  await page.waitForFunction(() => {
    const sum = (marks: string): number =>
      [...document.querySelectorAll(marks)].reduce((total, mark) => total + Number(mark.textContent), 0);
    const shown = document.querySelectorAll('.pin').length + sum('.pile .mark') + sum('.cluster .mark');
    return shown > 0 && document.querySelector('.results h2')?.textContent === `${shown} nơi trong khung bản đồ`;
  });
  await page.context().close();
});

test('a search without accents finds, and its details say how exact the position is', async () => {
  const { page } = await openPage(browser, gateway.url);
  await page.fill('#search', 'benh vien tay ho 2');
  await page.press('#search', 'Enter');
  await page.locator('.row-main', { hasText: 'Bệnh viện Tây Hồ 2' }).first().click();
  const details = page.locator('.listing');
  await details.getByText('Địa chỉ', { exact: true }).waitFor();
  expect(await details.locator('h2').textContent()).toContain('Bệnh viện Tây Hồ');
  expect(await details.textContent()).toMatch(/Vị trí (gần đúng|chính xác)/);
  expect(new URL(page.url()).pathname).toMatch(/^\/clinic\/\d/);
  await page.context().close();
});

test('kinds filter list and map, and the back button brings the others back', async () => {
  const { page } = await openPage(browser, gateway.url + hanoi);
  await page.waitForSelector('.row.clinic');
  await page.getByRole('button', { name: 'Cơ quan BHXH', exact: true }).click();
  await page.waitForSelector('.row.clinic', { state: 'detached' });
  await page.waitForSelector('.pin.clinic', { state: 'detached' });
  expect(await page.locator('.row.office').count()).toBeGreaterThan(0);
  await page.goBack();
  await page.waitForSelector('.row.clinic');
  await page.context().close();
});

test('near me lists the nearest with their distance and names the responsible office', async () => {
  const { page } = await openPage(browser, gateway.url, {
    ...screens.phone,
    geolocation: { latitude: 21.03, longitude: 105.83 },
    permissions: ['geolocation'],
  });
  await page.getByRole('button', { name: 'Gần tôi' }).click();
  await page.waitForSelector('.responsible');
  expect(await page.locator('.responsible').textContent()).toContain('BHXH cơ sở Ba Đình');
  await page.waitForSelector('.row .distance');
  expect(page.url()).toContain('near=me');
  expect(page.url()).not.toContain('near=21');
  await page.context().close();
});

test('Quần đảo Hoàng Sa and Quần đảo Trường Sa are labelled as Vietnam’s at every zoom and in both languages', async () => {
  for (const language of ['', '&lang=en']) {
    for (const zoom of [4, 5, 6, 7, 9, 12]) {
      const { page } = await openPage(browser, `${gateway.url}/?map=16.6,112,${zoom}${language}`);
      await page.waitForSelector('.archipelago-label span span');
      const labels = await page.locator('.archipelago-label').allInnerTexts();
      expect(labels.join()).toMatch(/Quần đảo Hoàng Sa\s*\(Việt Nam\)/);
      if (zoom <= 5) expect(labels.join()).toMatch(/Quần đảo Trường Sa\s*\(Việt Nam\)/);
      await page.context().close();
    }
  }
});

test('demonstration entries are marked in the list, on the map and in the details', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?place=clinic:01009`);
  await page.waitForSelector('.listing .mark-demonstration');
  await page.waitForSelector('.pin.demonstration');
  await page.waitForSelector('.row .mark-demonstration');
  await page.context().close();
});

test('English is one switch away and is remembered', async () => {
  const { page } = await openPage(browser, gateway.url);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Near me' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.goto(gateway.url);
  await page.getByRole('button', { name: 'Near me' }).waitFor();
  await page.context().close();
});

test.each(Object.entries(screens))('nothing is wider than the screen of a %s', async (_name, screen) => {
  const { page } = await openPage(browser, gateway.url + hanoi, screen);
  await page.waitForSelector('.row');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.context().close();
});
