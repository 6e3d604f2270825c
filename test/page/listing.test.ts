import { type Browser } from 'playwright-core';
import { openPage, screens, startBrowser } from './browser';
import { type GatewayProcess } from '../setup/gateway-process';
import { operationsOf, startDirectoryGateway } from './directory-gateway';
import { settled } from './states';

let browser: Browser;
let gateway: GatewayProcess;

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startDirectoryGateway()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

test('a listing calls at one tap, leads there, and names source and day of the last check', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?place=clinic:01010`, screens.phone);
  await page.waitForSelector('.listing .facts');
  expect(await page.getByRole('link', { name: 'Gọi 024 3999 0000' }).first().getAttribute('href')).toBe(
    'tel:02439990000',
  );
  const directions = await page.getByRole('link', { name: 'Chỉ đường' }).getAttribute('href');
  expect(directions).toMatch(/destination=2[01]\.\d+%2C105\.\d+/);
  const text = await page.locator('.listing').textContent();
  expect(text).toContain('Danh bạ thử, kiểm tra lần cuối 01/10/2026');
  expect(text).toContain('trước đây: Phường Phúc Xá');
  await page.context().close();
});

test('where only the commune is known, nobody is led astray: numbers to call stand in place of a way', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?place=clinic:01012`, screens.phone);
  await page.waitForSelector('.listing .facts');
  expect(await page.getByRole('link', { name: 'Chỉ đường' }).count()).toBe(0);
  const hint = page.locator('.listing .call-first');
  expect(await hint.textContent()).toBe('Vị trí trên bản đồ là của xã, phường. Hãy gọi trước khi đến: 024 3999 0000');
  expect(await hint.getByRole('link').getAttribute('href')).toBe('tel:02439990000');
  expect(await page.getByRole('link', { name: 'Mở ứng dụng bản đồ' }).getAttribute('href')).toContain('012');
  await page.context().close();
  const english = await openPage(browser, `${gateway.url}/?place=clinic:01012&lang=en`);
  await english.page.getByText('The position on the map is that of the commune. Call before you go:').waitFor();
  await english.page.context().close();
});

test('a link to a listing leads the map there, in whichever order its parts come', async () => {
  for (let visitor = 0; visitor < 4; visitor++) {
    const { page } = await openPage(browser, gateway.url);
    await settled(page);
    await page.goto(`${gateway.url}/?place=clinic:01009`);
    await page.waitForSelector('.listing .facts');
    await page.waitForURL(/map=21\.\d+,105\.\d+,15/);
    await page.waitForSelector('.pin');
    await page.context().close();
  }
});

test('the shared link holds the listing and nothing of the search', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?q=benh%20vien&place=clinic:01010`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.waitForSelector('.listing .facts');
  await page.getByRole('button', { name: 'Chia sẻ' }).click();
  await page.getByText('Đã chép đường dẫn').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${gateway.url}/clinic/01010`);
  await page.context().close();
});

test('a mistake is reported with the keyboard, checked, and followed by its code', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?place=clinic:01010`);
  await page.waitForSelector('.listing .facts');
  const report = page.getByRole('button', { name: 'Báo sai sót', exact: true });
  await report.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Gửi' }).click();
  await dialog.getByText('Hãy viết vài chữ').waitFor();
  await dialog.getByLabel('Thông tin đúng là gì?').fill('abc');
  await dialog.getByRole('button', { name: 'Gửi' }).click();
  await dialog.getByText('Nội dung cần từ 5 đến 2000 ký tự; hiện có 3.').waitFor();
  await dialog.getByLabel('Thông tin đúng là gì?').fill('Số điện thoại mới: 024 3999 1111');
  await dialog.getByRole('button', { name: 'Gửi' }).click();
  const code = await dialog.locator('.tracking-code strong').textContent();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await report.evaluate((button) => button === document.activeElement)).toBe(true);

  await page.getByRole('button', { name: 'Theo dõi báo sai sót đã gửi' }).click();
  expect(await page.getByLabel('Mã theo dõi').inputValue()).toBe(code);
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByText('Đã nhận').waitFor();
  await page.context().close();
});

test('on paper stands the listing alone, without map and controls', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?place=clinic:01010`);
  await page.waitForSelector('.listing .facts');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.map-frame').isVisible()).toBe(false);
  expect(await page.locator('.actions').isVisible()).toBe(false);
  expect(await page.locator('.rows').isVisible()).toBe(false);
  expect(await page.locator('.listing .facts').isVisible()).toBe(true);
  expect(await page.locator('.print-only').isVisible()).toBe(true);
  await page.context().close();
});

test('an office opens from a clinic, and one step back leads to the results', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?q=benh%20vien`);
  await settled(page);
  await page.locator('.row-main').first().click();
  await page.locator('.listing .office-link a').first().click();
  await page.getByRole('heading', { name: 'BHXH cơ sở Ba Đình' }).waitFor();
  await page.goBack();
  await page.waitForSelector('.listing', { state: 'detached' });
  expect(page.url()).toContain('q=benh+vien');
  await page.context().close();
});

test('a missing place is reported with the middle of the map as its position', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=21.03,105.83,14`);
  const operations = operationsOf(page);
  await settled(page);
  await page.getByRole('button', { name: 'Báo một nơi còn thiếu' }).click();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByText('Hãy chọn loại của nơi còn thiếu.').waitFor();
  await page.getByLabel('Nơi đó thuộc loại nào?').selectOption('CLINIC');
  await page.getByLabel('Nơi nào còn thiếu? Ghi tên và địa chỉ.').fill('Trạm y tế xã Thử, đường Thử');
  await page.getByLabel(/Vị trí đúng là giữa bản đồ/).check();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.locator('.tracking-code strong').waitFor();
  const asked = operations.filter(({ name }) => name === 'ReportListing').at(-1);
  expect(asked?.variables['input']).toMatchObject({
    reason: 'MISSING',
    kind: 'CLINIC',
    latitude: 21.03,
    longitude: 105.83,
  });
  await page.context().close();
});

test('on a phone an opened listing leaves its pin in sight above it', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?kinds=clinic&near=21.03,105.83`, screens.phone);
  await settled(page);
  await page.locator('.row-main').nth(25).click();
  await page.waitForSelector('.listing .facts');
  await page.waitForFunction(() => {
    const pin = document.querySelector('.sign.selected')?.getBoundingClientRect();
    const details = document.querySelector('.listing')?.getBoundingClientRect();
    return pin && details && pin.y > 0 && pin.y + pin.height / 2 < details.y;
  });
  await page.context().close();
});
