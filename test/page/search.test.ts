import { type Browser } from 'playwright-core';
import { openPage, screens, startBrowser } from './browser';
import { type GatewayProcess } from '../setup/gateway-process';
import { operationsOf, startDirectoryGateway } from './directory-gateway';
import { settled, typeSearch } from './states';

let browser: Browser;
let gateway: GatewayProcess;

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startDirectoryGateway()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

test('suggestions are chosen with the keyboard alone, and the choice is told to screen readers', async () => {
  const { page } = await openPage(browser, gateway.url);
  await typeSearch(page, 'tram y te');
  const box = page.locator('#search');
  expect(await box.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const active = await box.getAttribute('aria-activedescendant');
  expect(active).toBe('search-option-1');
  expect(await page.getAttribute(`#${active}`, 'aria-selected')).toBe('true');
  const name = await page.locator(`#${active} .suggestion-text`).textContent();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.listing .facts');
  expect(await page.locator('.listing h2').textContent()).toBe(name);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await page.context().close();
});

test('Escape closes the suggestions first and empties the box second', async () => {
  const { page } = await openPage(browser, gateway.url);
  await typeSearch(page, 'benh vien');
  await page.keyboard.press('Escape');
  expect(await page.getAttribute('#search', 'aria-expanded')).toBe('false');
  expect(await page.inputValue('#search')).toBe('benh vien');
  await page.keyboard.press('Escape');
  expect(await page.inputValue('#search')).toBe('');
  await page.context().close();
});

test('fast typing asks for suggestions once, not for every letter', async () => {
  const { page } = await openPage(browser, gateway.url);
  await settled(page);
  const asked = operationsOf(page);
  await typeSearch(page, 'trung tam');
  expect(asked.filter(({ name }) => name === 'Suggest').length).toBeLessThan('trung tam'.length / 2);
  await page.context().close();
});

test('questions are GET requests by hash as soon as the gateway knows them', async () => {
  const { page } = await openPage(browser, gateway.url);
  await settled(page);
  const asked = operationsOf(page);
  await page.reload();
  await settled(page);
  const maps = asked.filter(({ name }) => name === 'Map');
  expect(maps.map(({ method }) => method)).toEqual(maps.map(() => 'GET'));
  expect(maps.length).toBeGreaterThan(0);
  await page.context().close();
});

test('Escape closes a listing and gives the focus back to its row', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?q=benh%20vien`);
  await settled(page);
  await page.locator('.row-main').first().focus();
  const key = await page.locator('.row').first().getAttribute('data-key');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.listing .facts');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.listing', { state: 'detached' });
  const focused = await page.evaluate(() => document.activeElement?.closest('.row')?.getAttribute('data-key'));
  expect(focused).toBe(key);
  await page.context().close();
});

test('the address holds text, kinds, filters, view and listing, and opens the same page again', async () => {
  const { page } = await openPage(browser, gateway.url);
  await page.fill('#search', 'benh vien');
  await page.press('#search', 'Enter');
  await page.getByRole('button', { name: 'Khám chữa bệnh', exact: true }).click();
  await page.getByRole('button', { name: 'Bộ lọc' }).click();
  await page.getByLabel('Cấp giấy nghỉ việc hưởng BHXH').check();
  await settled(page);
  await page.locator('.row-main').first().click();
  await page.waitForSelector('.listing .facts');
  const address = page.url();
  for (const part of ['q=benh+vien', 'kinds=clinic', 'issuesSickLeave=1', '/clinic/', 'map=']) {
    expect(address).toContain(part);
  }
  const rows = await page.locator('.row-name').allTextContents();
  const again = await openPage(browser, address);
  await again.page.waitForSelector('.listing .facts');
  await settled(again.page);
  expect(await again.page.locator('.row-name').allTextContents()).toEqual(rows);
  await again.page.context().close();
  await page.context().close();
});

test('a unit of former times is chosen by name and asked for on a day when it existed', async () => {
  const { page } = await openPage(browser, gateway.url);
  const operations = operationsOf(page);
  await page.getByRole('button', { name: 'Bộ lọc' }).click();
  await page.locator('#unit').pressSequentially('phuc xa', { delay: 10 });
  await page.getByRole('option', { name: /Phường Phúc Xá.*đến 30\/06\/2025/ }).click();
  await settled(page);
  const asked = operations.filter(({ name }) => name === 'Listings').at(-1);
  expect(asked?.variables['clinicFilter']).toMatchObject({ unitCode: '00001', unitAsOf: '2025-06-30' });
  expect(page.url()).toContain('unit=00001@2025-06-30');
  await page.context().close();
});

test('pins on one point are a pile that spreads out on a tap', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=21.0278,105.8342,17`, screens.phone);
  await page.waitForSelector('.pile');
  expect(await page.locator('.pile .mark').textContent()).toBe('7');
  await page.locator('.pile').tap();
  await page.waitForFunction(() => document.querySelectorAll('.pin').length === 7);
  const places = await page.locator('.pin').evaluateAll((pins) =>
    pins.map((pin) => {
      const { x, y } = pin.getBoundingClientRect();
      return { x, y };
    }),
  );
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30);
    }
  }
  await page.locator('.pin').first().tap();
  await page.waitForSelector('.listing .facts');
  await page.context().close();
});

test('a row under the pointer lights its pin, and a pin its row', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=21.03,105.83,14`);
  await settled(page);
  await page.waitForSelector('.pin');
  await page.locator('.row.office').first().hover();
  await page.waitForSelector('.pin.office.active');
  await page.locator('.pin.office').first().hover();
  await page.waitForSelector('.row.office.active');
  await page.context().close();
});

test('more results come with one tap, each once', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?kinds=clinic&near=21.03,105.83`);
  await settled(page);
  expect(await page.locator('.row').count()).toBe(30);
  await page.getByRole('button', { name: 'Xem thêm' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.row').length === 60);
  const keys = await page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));
  expect(new Set(keys).size).toBe(60);
  await page.context().close();
});

test('results of a text are kept to the visible part of the map on request', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=21.0278,105.8342,16&q=ba%20dinh`);
  await settled(page);
  const all = await page.locator('.row').count();
  await page.getByLabel('Chỉ trong khung bản đồ').check();
  await page.waitForFunction((before) => document.querySelectorAll('.row').length < before, all);
  expect(page.url()).toContain('inView=1');
  await page.context().close();
});
