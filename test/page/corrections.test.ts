import { type Browser } from 'playwright-core';
import { type GatewayProcess } from '../setup/gateway-process';
import { violations } from './axe';
import { openPage, screens, startBrowser } from './browser';
import { startDirectoryGateway } from './directory-gateway';
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

describe.each([
  ['phone', screens.phone],
  ['desktop', screens.desktop],
] as const)('on a %s', (_name, screen) => {
  test('a tax code that nobody has says so and offers the nearest by one digit, never a street number', async () => {
    const { page } = await openPage(browser, gateway.url, screen);
    await settled(page);
    await page.fill('#search', '0123456780');
    await page.press('#search', 'Enter');
    await page.getByText('Không có mục nào mang mã 0123456780. Các mã chỉ khác một chữ số:').waitFor();
    expect(await page.locator('.row-name').allTextContents()).toEqual(['Công ty TNHH Thử Nghiệm']);
    expect(await violations(page)).toEqual([]);
    await page.fill('#search', '9999999999');
    await page.press('#search', 'Enter');
    await page.getByText('Không có mục nào mang mã 9999999999, cũng không có mã nào chỉ khác một chữ số.').waitFor();
    expect(await page.locator('.row').count()).toBe(0);
    await page.context().close();
  });

  test('a mended text says what was searched for and leads to what was typed, and its link keeps that', async () => {
    const { page } = await openPage(browser, `${gateway.url}/?q=tram%20y%20te%20dongda`, screen);
    await page.getByText(/^Kết quả cho “/).waitFor();
    await settled(page);
    expect(await page.locator('.row').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tìm đúng “tram y te dongda”' }).click();
    await page.getByText(/^Kết quả cho “/).waitFor({ state: 'detached' });
    await settled(page);
    expect(page.url()).toContain('typed=1');
    await page.reload();
    await settled(page);
    expect(await page.getByText(/^Kết quả cho “/).count()).toBe(0);
    await page.fill('#search', 'benh vien longbien');
    await page.press('#search', 'Enter');
    await page.getByText(/^Kết quả cho “/).waitFor();
    expect(page.url()).not.toContain('typed=1');
    await page.context().close();
  });
});

test('words that the directory knows are never shown as corrected', async () => {
  const { page } = await openPage(
    browser,
    `${gateway.url}/?q=kh%C3%A1m%20b%E1%BB%87nh%20g%E1%BA%A7n%20C%E1%BA%A7u%20Gi%E1%BA%A5y`,
  );
  await settled(page);
  expect(await page.getByText(/^Kết quả cho “/).count()).toBe(0);
  expect(await page.locator('.row-name').first().textContent()).toContain('Cầu Giấy');
  await page.context().close();
});

test('an address that was searched for offers the office that is responsible there above its hits', async () => {
  const { page } = await openPage(
    browser,
    `${gateway.url}/?q=ph%C6%B0%E1%BB%9Dng%20Ph%C3%BAc%20X%C3%A1,%20Ba%20%C4%90%C3%ACnh`,
  );
  await settled(page);
  const place = page.getByRole('button', { name: /Xem cơ quan BHXH phụ trách: Phường Phúc Xá.*→ Phường Ba Đình/ });
  await place.waitFor();
  expect(await violations(page)).toEqual([]);
  await place.click();
  await page.locator('.responsible-name', { hasText: 'BHXH cơ sở Ba Đình' }).waitFor();
  await page.context().close();
});
