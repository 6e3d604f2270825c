import { type Browser } from 'playwright-core';
import { openPage, startBrowser } from './browser';
import { type GatewayProcess } from '../setup/gateway-process';
import { startDirectoryGateway } from './directory-gateway';
import { cutGateway, mendGateway, settled } from './states';

let browser: Browser;
let gateway: GatewayProcess;

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startDirectoryGateway()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

test('no answer: the page says so and tries again on request', async () => {
  const { page } = await openPage(browser, gateway.url);
  await settled(page);
  await cutGateway(page);
  await page.fill('#search', 'long bien');
  await page.press('#search', 'Enter');
  await page.waitForSelector('.failure');
  expect(await page.locator('.failure').textContent()).toContain('Máy chủ không trả lời');
  await mendGateway(page);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.waitForSelector('.row');
  expect(await page.locator('.failure').count()).toBe(0);
  await page.context().close();
});

test('a gateway that is starting: the page says so and tries again by itself', async () => {
  const { page } = await openPage(browser, 'about:blank');
  const fault = { errors: [{ message: 'x', extensions: { code: 'NOT_READY', messageVi: 'y' } }] };
  await page.route('**/graphql**', (route) => route.fulfill({ status: 503, json: fault }));
  await page.goto(`${gateway.url}/?q=long%20bien`);
  await page.getByText('Máy chủ đang khởi động').waitFor();
  await mendGateway(page);
  await page.waitForSelector('.row');
  await page.context().close();
});

test('a gateway with too much to do at this moment is asked again, as late as it says', async () => {
  const { page } = await openPage(browser, gateway.url);
  await settled(page);
  const extensions = { code: 'OVERLOADED', messageVi: 'y', retryAfterSeconds: 0.2 };
  const asked: string[] = [];
  await page.route('**/graphql?operationName=Search*', (route) => {
    asked.push(route.request().url());
    if (asked.length > 2) return route.continue();
    return route.fulfill({ status: 503, json: { errors: [{ message: 'x', extensions }] } });
  });
  await page.fill('#search', 'long bien');
  await page.press('#search', 'Enter');
  await page.getByText('Long Biên').first().waitFor();
  expect(asked).toHaveLength(3);
  expect(new Set(asked).size).toBe(1);
  expect(await page.locator('.failure').count()).toBe(0);
  await page.context().close();
});

test('an unknown fault shows its id, to be reported', async () => {
  const { page } = await openPage(browser, gateway.url);
  await settled(page);
  const fault = { errors: [{ message: 'x', extensions: { code: 'INTERNAL_ERROR', id: 'fault-77' } }] };
  await page.route('**/graphql**', (route) => route.fulfill({ status: 500, json: fault }));
  await page.fill('#search', 'long bien');
  await page.press('#search', 'Enter');
  await page.getByText('fault-77').waitFor();
  await page.context().close();
});

test('nothing found: the page helps to widen the search', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?q=khongcogi&kinds=office`);
  await page.getByText('Không tìm thấy nơi nào khớp').waitFor();
  await page.getByRole('button', { name: 'Bỏ bộ lọc và tìm lại' }).click();
  expect(page.url()).not.toContain('kinds');
  await page.context().close();
});

test('a link with a unit that the directory does not have opens without it and says so', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?unit=99999%20X%C3%A3%20Kh%C3%B4ng&q=benh%20vien`);
  await page.getByText('Danh mục không có đơn vị “Xã Không”; đã bỏ bộ lọc này.').waitFor();
  await settled(page);
  expect(await page.locator('.row').count()).toBeGreaterThan(5);
  expect(page.url()).not.toContain('unit=');
  await page.context().close();
});

test('a link with a day that does not exist opens without it', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?kinds=clinic&contractedOn=2025-02-31`);
  await settled(page);
  expect(await page.locator('.failure').count()).toBe(0);
  await page.context().close();
});

test('an empty view offers the whole country', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=14.5,108.5,12`);
  await page.getByRole('button', { name: 'Xem cả nước' }).click();
  await page.waitForSelector('.row');
  await page.context().close();
});

test('a listing that is gone says so, and its page still searches', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?place=clinic:99999`);
  await page.getByRole('heading', { name: 'Không còn mục này' }).waitFor();
  await page.context().close();
});

test('an answer that comes late does not replace that of a newer question', async () => {
  const { page } = await openPage(browser, gateway.url);
  await settled(page);
  let letGo = (): void => undefined;
  const late = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/graphql**', async (route) => {
    if (!(route.request().url() + (route.request().postData() ?? '')).includes('cham')) return route.continue();
    await late;
    // A page that gave the question up no longer takes the answer.
    await route.continue().catch(() => undefined);
  });
  await page.fill('#search', 'cham');
  await page.press('#search', 'Enter');
  await page.fill('#search', 'tay ho');
  await page.press('#search', 'Enter');
  await page.locator('.row-name', { hasText: 'Tây Hồ' }).first().waitFor();
  letGo();
  await page.unrouteAll({ behavior: 'wait' });
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.row-name').first().textContent()).toContain('Tây Hồ');
  await page.context().close();
});

test('a refused position explains itself and offers to type where one lives', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=21.03,105.83,14`);
  await settled(page);
  await page.getByRole('button', { name: 'Gần tôi' }).click();
  await page.getByText('Trình duyệt không được phép lấy vị trí').waitFor();
  await page.getByRole('button', { name: 'Gõ nơi ở của bạn' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  expect(page.url()).not.toContain('near=');
  await page.keyboard.type('phuc xa', { delay: 15 });
  await page.getByRole('option', { name: /Phường Phúc Xá/ }).click();
  await page.locator('.responsible').getByText('BHXH cơ sở Ba Đình').waitFor();
  await page.context().close();
});

test('without a network the page opens, and answers seen before stay readable with their age', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?q=long%20bien`);
  await settled(page);
  await page.locator('.row-main').first().click();
  await page.waitForSelector('.listing .facts');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => caches.match('/', { ignoreSearch: true }).then(Boolean));
  // Fresh answers stay in the browser's own cache for a while; those of yesterday don't.
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  await page.context().setOffline(true);
  await page.goto(`${gateway.url}/?q=long%20bien`);
  await page.waitForSelector('.row');
  await page.getByText('đây là câu trả lời đã lưu').first().waitFor();
  await page.locator('.row-main').first().click();
  await page.waitForSelector('.listing .facts');
  await page.goto(`${gateway.url}/?q=chua%20xem`);
  await page.getByText('Máy của bạn đang không có mạng').waitFor();
  await page.context().setOffline(false);
  await page.getByText('Không tìm thấy nơi nào khớp').waitFor();
  await page.context().close();
});

test('a map that does not load leaves the list in use and is loaded on request', async () => {
  const { page } = await openPage(browser, 'about:blank');
  await page.route('**/assets/directory-map-*.js', (route) => route.abort());
  await page.goto(`${gateway.url}/?map=21.03,105.83,14`);
  await settled(page);
  await page.getByText('Chưa tải được bản đồ').waitFor();
  expect(await page.locator('.row').count()).toBeGreaterThan(5);
  await page.unroute('**/assets/directory-map-*.js');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.waitForSelector('.pin');
  await page.context().close();
});
