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
  test('a filter of which nothing is known is disabled and says why; the others count beside each choice', async () => {
    const { page } = await openPage(browser, `${gateway.url}/?kinds=office`, screen);
    await settled(page);
    await page.locator('.filter-toggle').click();
    await page.locator('option', { hasText: 'BHXH cơ sở (1)' }).waitFor({ state: 'attached' });
    await page.goto(`${gateway.url}/?kinds=employer`);
    await settled(page);
    await page.locator('.filter-toggle').click();
    await page.locator('option', { hasText: 'Đã dừng (0)' }).waitFor({ state: 'attached' });
    await page.goto(`${gateway.url}/?kinds=clinic`);
    await settled(page);
    await page.locator('.filter-toggle').click();
    await page.getByText('Cấp giấy nghỉ việc hưởng BHXH (30)').waitFor();
    expect(await page.getByText('Mới biết ở 30 trên 60 nơi.').count()).toBe(1);
    const unknown = page.getByLabel('Tuyến (trước 2025)');
    expect(await unknown.isDisabled()).toBe(true);
    expect(await page.locator(`[id="${await unknown.getAttribute('aria-describedby')}"]`).textContent()).toBe(
      'Danh mục chưa có dữ liệu về mục này, nên chưa lọc được.',
    );
    expect(await unknown.locator('option').allTextContents()).toContain('Tuyến xã');
    expect(await page.getByLabel('Loại cơ sở').isDisabled()).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('an empty list says which filter to take off and how many places that brings', async () => {
    const address = `${gateway.url}/?kinds=clinic&q=tr%E1%BA%A1m&unit=00004&issuesSickLeave=1&clinicType=POLYCLINIC`;
    const { page } = await openPage(browser, address, screen);
    const way = page.getByRole('button', { name: /^Bỏ “Loại cơ sở: Phòng khám đa khoa”: \d+ nơi$/ });
    await way.waitFor();
    expect(await violations(page)).toEqual([]);
    const count = /: (\d+) nơi$/.exec((await way.textContent()) ?? '')?.[1];
    await way.click();
    await page.waitForFunction(
      (number) => document.querySelector('.results h2')?.textContent === `Tìm thấy ${number} nơi`,
      count,
    );
    await page.context().close();
  });
});

test('an empty list of a filter of which nothing is known says that nothing found is not none', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?kinds=clinic&unit=00004&formerLevel=CENTRAL`);
  await page.getByText('Danh mục chưa có dữ liệu về “Tuyến (trước 2025)”').waitFor();
  await page.locator('.filter-toggle').click();
  expect(await page.getByLabel('Tuyến (trước 2025)').isDisabled()).toBe(false);
  await page.getByLabel('Tuyến (trước 2025)').selectOption('');
  await page.waitForSelector('.row.clinic');
  await page.context().close();
});

test('filters that another kind does not have are told when they are taken off', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?kinds=clinic&clinicType=HOSPITAL&unit=00004`);
  await settled(page);
  expect(await page.getByText('Đã bỏ bộ lọc').count()).toBe(0);
  await page.getByRole('button', { name: 'Điểm thu', exact: true }).click();
  await page.getByText('Đã bỏ bộ lọc không dùng được ở đây: Loại cơ sở').waitFor();
  expect(page.url()).toContain('unit=00004');
  await page.goto(`${gateway.url}/?kinds=clinic&contractedOn=2025-02-31`);
  await page.getByText('Đã bỏ bộ lọc không dùng được ở đây: Có hợp đồng KCB BHYT vào ngày').waitFor();
  await page.context().close();
});
