import { type Browser, type Page } from 'playwright-core';
import { type GatewayProcess } from '../setup/gateway-process';
import { violations } from './axe';
import { openPage, screens, startBrowser } from './browser';
import { startDirectoryGateway } from './directory-gateway';
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

/** Types a place and chooses the first suggestion, which is to be that place. */
async function choosePlace(page: Page, text: string): Promise<string> {
  await typeSearch(page, text);
  const option = page.locator('#search-list [role="option"]').first();
  const words = (await option.locator('.suggestion-text').textContent()) ?? '';
  await option.click();
  await page.waitForSelector('.responsible .card-actions');
  await settled(page);
  return words;
}

describe.each([
  ['phone', screens.phone],
  ['desktop', screens.desktop],
] as const)('on a %s', (_name, screen) => {
  test('a whole address leads to the card of the responsible office, with phone, hours and map, and to what else is there', async () => {
    const { page, complaints } = await openPage(browser, gateway.url, screen);
    await settled(page);
    const words = await choosePlace(page, 'phường Phúc Xá, Ba Đình, Hà Nội');
    expect(words).toBe('Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội đến 30/06/2025 → Phường Ba Đình');
    const card = page.locator('.answers > :first-child');
    expect(await card.getAttribute('aria-label')).toBe('Cơ quan BHXH phụ trách nơi này');
    expect(await card.locator('.place-names').textContent()).toBe(
      'Phường Phúc Xá, đến 30/06/2025 → Phường Ba Đình, Thành phố Hà Nội',
    );
    expect(await card.locator('.responsible-name').textContent()).toBe('BHXH cơ sở Ba Đình');
    expect(await card.locator('a[href="tel:02439990000"]').count()).toBe(1);
    expect(await card.textContent()).toContain('Giờ làm việc: Chưa có. Nên gọi trước khi đến.');
    await page.waitForSelector('.pin.office');
    await card.getByRole('button', { name: 'Xem trên bản đồ' }).click();
    await page.waitForFunction(() => /map=21\.035\d,105\.834\d,15/.test(location.href));
    expect(await page.locator('.row.clinic').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a former district leads to its office, in a link that opens the same card again', async () => {
    const { page } = await openPage(browser, gateway.url, screen);
    await settled(page);
    await choosePlace(page, 'quan ba dinh');
    expect(await page.locator('.place-names').textContent()).toContain('Quận Ba Đình, đến 30/06/2025 → Phường Ba Đình');
    const again = await openPage(browser, page.url(), screen);
    await again.page.waitForSelector('.responsible .card-actions');
    expect(await again.page.locator('.responsible').textContent()).toBe(
      await page.locator('.responsible').textContent(),
    );
    await again.page.context().close();
    await page.goBack();
    await page.waitForSelector('.responsible', { state: 'detached' });
    await page.context().close();
  });
});

test.each([
  ['phone', screens.phone],
  ['desktop', screens.desktop],
] as const)('the unit filter shows what it made of a former name, within the screen of a %s', async (_name, screen) => {
  const { page } = await openPage(browser, gateway.url, screen);
  await page.locator('.filter-toggle').click();
  await page.locator('#unit').pressSequentially('phuc xa', { delay: 10 });
  await page.getByRole('option', { name: /Phường Phúc Xá.*đến 30\/06\/2025 → Phường Ba Đình/ }).click();
  const chip = page.locator('.chip.chosen');
  await chip.getByText('→').waitFor();
  expect(await chip.textContent()).toBe(
    'Bỏ lọc theo đơn vị hành chính: Phường Phúc Xá, đến 30/06/2025 → Phường Ba Đình',
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  await chip.click();
  await page.waitForSelector('.responsible', { state: 'detached' });
  await page.context().close();
});
