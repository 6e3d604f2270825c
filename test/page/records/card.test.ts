import { type Browser, type Page } from 'playwright-core';
import { screens, startBrowser } from '../browser';
import { devicesMemory, keptCards } from './device-memory';
import { type RecordsGateway, startRecordsGateway } from './records-gateway';
import { BINH, LAN } from './sample-records';

let browser: Browser;
let gateway: RecordsGateway;
const noon = new Date('2026-06-15T03:00:00Z');

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startRecordsGateway()]);
});
beforeEach(() => {
  gateway.clock.now = noon;
});
afterAll(async () => {
  await browser.close();
  await gateway.stop();
});

async function shownCard(look = {}): Promise<Page> {
  const { page, complaints } = await gateway.open(browser, LAN.personId, '/account/card', look);
  await page.locator('.qr-code').waitFor();
  await page.getByText('Đã lưu lúc').waitFor();
  expect(complaints).toEqual([]);
  return page;
}

/** Lets time pass for the gateway and for the device. */
async function pass(page: Page, minutes: number): Promise<void> {
  gateway.clock.now = new Date(gateway.clock.now.getTime() + minutes * 60_000);
  await page.clock.fastForward(minutes * 60_000);
}

/** Waits until the device can open the page without a network, then cuts the network. */
async function goOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => caches.match('/', { ignoreSearch: true }).then(Boolean));
  await page.context().setOffline(true);
}

const factsOf = async (page: Page, side: string): Promise<string[]> =>
  (await page.locator(`.card-face.${side} .card-fact`).allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

describe('the health card', () => {
  test('shows on its two sides what is on record, the share of the level among it', async () => {
    const page = await shownCard();
    expect(await factsOf(page, 'front')).toEqual([
      'Mã số thẻ DN 4 01 9900000001',
      'Họ và tên Nguyễn Thị Lan Thử',
      'Ngày sinh 15/05/1990',
      'Giới tính Nữ',
      'Nơi đăng ký KCB ban đầu Trạm y tế Thử (01Z00)',
      'Giá trị sử dụng từ 01/01/2026 đến 31/12/2026',
    ]);
    expect(await page.locator('.card-state').innerText()).toBe('Còn giá trị hôm nay');
    expect(await factsOf(page, 'back')).toEqual([
      'Đối tượng DN – Người lao động trong doanh nghiệp',
      'Mức hưởng Mức 4: quỹ BHYT chi trả 80 % trong phạm vi hưởng Theo quy định vào ngày 15/06/2026.',
      'Thời điểm đủ 5 năm liên tục 01/04/2020 Đã đủ 5 năm liên tục.',
      'Mã số BHXH 9900000001',
      'Địa chỉ nơi đăng ký KCB Số 1, phố Thử, Hà Nội',
    ]);
    await page.context().close();
  });

  test('is turned with the keyboard, and both sides are read out in order whichever lies on top', async () => {
    const page = await shownCard({ ...screens.phone, reducedMotion: 'reduce' });
    const onTop = (): Promise<string | undefined> =>
      page.locator('.card-stage').evaluate((stage) => {
        const { left, top, width, height } = stage.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        return seen?.closest('.card-face')?.className;
      });
    await page.locator('.card-stage').scrollIntoViewIfNeeded();
    expect(await onTop()).toBe('card-face front');
    await page.getByRole('button', { name: 'Xem mặt sau' }).press('Enter');
    expect(await onTop()).toBe('card-face back');
    const sides = await page.locator('.health-card').ariaSnapshot();
    expect(sides.indexOf('region "Mặt trước"')).toBeGreaterThanOrEqual(0);
    expect(sides.indexOf('region "Mặt sau"')).toBeGreaterThan(sides.indexOf('region "Mặt trước"'));
    await page.getByRole('button', { name: 'Xem mặt trước' }).press('Space');
    expect(await onTop()).toBe('card-face front');
    expect(await page.locator('.card-stage').evaluate((stage) => getComputedStyle(stage).transitionDuration)).toBe(
      '0s',
    );
    await page.context().close();
  });

  test('is printed with both sides and without the code', async () => {
    const page = await shownCard();
    await page.getByRole('button', { name: 'Xem mặt sau' }).click();
    await page.emulateMedia({ media: 'print' });
    const [front, back] = await Promise.all(
      ['front', 'back'].map((side) => page.locator(`.card-face.${side}`).boundingBox()),
    );
    expect(back?.y).toBeGreaterThan((front?.y ?? 0) + (front?.height ?? 0));
    expect(await page.locator('.code-panel').isVisible()).toBe(false);
    await page.context().close();
  });

  test('offers no code before its first day', async () => {
    gateway.clock.now = new Date('2025-12-31T10:00:00Z');
    const { page } = await gateway.open(browser, LAN.personId, '/account/card');
    await page.getByText('Chưa tới ngày có giá trị').waitFor();
    expect(await page.locator('.qr-code').count()).toBe(0);
    await page.context().close();
  });

  test('that nobody has: the page says so and where to turn', async () => {
    const { page } = await gateway.open(browser, BINH.personId, '/account/card');
    await page.getByRole('heading', { name: 'Chưa có thẻ BHYT' }).waitFor();
    await page.context().close();
  });
});

describe('the code to show', () => {
  test('is renewed before it ends, without a flash of anything else', async () => {
    const page = await shownCard();
    const code = page.locator('.qr-code');
    const first = await code.getAttribute('src');
    expect(await page.locator('.qr-until').innerText()).toBe('Có hiệu lực đến 10:05');
    await pass(page, 3.5);
    expect(await code.getAttribute('src')).toBe(first);
    await pass(page, 1);
    await page.getByText('Có hiệu lực đến 10:09').waitFor();
    expect(await code.getAttribute('src')).not.toBe(first);
    await page.context().close();
  });

  test('is renewed in time on a device whose clock is hours wrong', async () => {
    const page = await shownCard();
    await page.clock.setSystemTime(new Date('2026-06-15T12:00:00Z'));
    await page.reload();
    await page.locator('.qr-code').waitFor();
    expect(await page.locator('.ended').count()).toBe(0);
    await pass(page, 4.5);
    await page.getByText('Có hiệu lực đến 10:09').waitFor();
    await page.context().close();
  });

  test('is renewed at once for a person who asks, for a code counts once', async () => {
    const page = await shownCard();
    const first = await page.locator('.qr-code').getAttribute('src');
    await pass(page, 2);
    await page.getByRole('button', { name: 'Lấy mã mới' }).click();
    await page.getByText('Có hiệu lực đến 10:07').waitFor();
    expect(await page.locator('.qr-code').getAttribute('src')).not.toBe(first);
    await page.context().close();
  });

  test('of a child is renewed on demand alone, so that an open page is no look at the child’s record', async () => {
    const page = await shownCard();
    await page.locator('.child-switch select').selectOption('9900000002');
    await page.getByText('TE 1 01 9900000002').waitFor();
    await pass(page, 4.5);
    expect(await page.locator('.qr-until').innerText()).toBe('Có hiệu lực đến 10:05');
    await pass(page, 1);
    await page.getByRole('heading', { name: 'Mã QR đã hết hiệu lực' }).waitFor();
    await page.getByRole('button', { name: 'Lấy mã mới' }).click();
    await page.getByText('Có hiệu lực đến 10:10').waitFor();
    expect(await keptCards(page)).toMatchObject([{ bhxhCode: '9900000001' }]);
    await page.context().close();
  });

  test('that ended without a network is taken away, and comes again with the network', async () => {
    const page = await shownCard();
    await page.context().setOffline(true);
    await pass(page, 4.5);
    expect(await page.locator('.qr-code').count()).toBe(1);
    await pass(page, 1);
    await page.getByRole('heading', { name: 'Mã QR đã hết hiệu lực' }).waitFor();
    expect(await page.locator('.qr-code').count()).toBe(0);
    expect(await page.locator('.card-number').innerText()).toBe('DN 4 01 9900000001');
    await page.context().setOffline(false);
    await page.getByText('Có hiệu lực đến 10:10').waitFor();
    await page.context().close();
  });
});

describe('without a network', () => {
  test('the page opens with the card as it was kept, its time, and no code', async () => {
    const page = await shownCard();
    await goOffline(page);
    await pass(page, 60);
    await page.reload();
    await page.getByText('Đây là thẻ đã lưu trên máy này lúc 10:00 15/06/2026').waitFor();
    expect(await page.locator('.card-number').innerText()).toBe('DN 4 01 9900000001');
    expect(await factsOf(page, 'back')).toHaveLength(5);
    expect(await page.locator('.qr-code').count()).toBe(0);
    await page.getByRole('heading', { name: 'Mã QR đã hết hiệu lực' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('.qr-code').waitFor();
    expect(await page.getByText('Đây là thẻ đã lưu').count()).toBe(0);
    await page.context().close();
  });

  test('a network that is too slow has the kept card shown meanwhile', async () => {
    const page = await shownCard();
    await page.route('**/graphql', () => undefined);
    await page.reload();
    await page.locator('.awaited').waitFor();
    await page.clock.fastForward(3_500);
    await page.getByText('Đây là thẻ đã lưu trên máy này').waitFor();
    await page.unroute('**/graphql');
    await page.clock.fastForward(12_000);
    await page.getByRole('button', { name: 'Lấy mã mới' }).click();
    await page.locator('.qr-code').waitFor();
    await page.context().close();
  });

  test('who does not want the card kept has none, then and later', async () => {
    const page = await shownCard();
    expect(await keptCards(page)).toHaveLength(1);
    await page.getByLabel('Lưu thẻ trên máy này').uncheck();
    await page.getByText('Không lưu thẻ trên máy này.').waitFor();
    expect(await keptCards(page)).toEqual([]);
    await page.reload();
    await page.locator('.qr-code').waitFor();
    await page.getByText('Không lưu thẻ trên máy này.').waitFor();
    expect(await page.getByLabel('Lưu thẻ trên máy này').isChecked()).toBe(false);
    await goOffline(page);
    await page.reload();
    await page.getByText('chưa lưu thẻ nào').waitFor();
    await page.context().close();
  });

  test('the kept card can be removed there and then', async () => {
    const page = await shownCard();
    await goOffline(page);
    await page.reload();
    await page.getByRole('button', { name: 'Xóa thẻ khỏi máy này' }).click();
    await page.getByText('chưa lưu thẻ nào').waitFor();
    expect(await keptCards(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what the device keeps', () => {
  const secrets = ['9900000001', 'Lan Thử', '1990-05-15'];

  test('is the card in its own place alone: not in caches, addresses or other storage, and never the code', async () => {
    const page = await shownCard();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.waitForFunction(() => caches.match('/', { ignoreSearch: true }).then(Boolean));
    await page.getByRole('link', { name: 'Quá trình tham gia' }).click();
    await page.locator('.records').waitFor();
    const { caches: cached, storage, address } = await devicesMemory(page);
    expect(cached.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(JSON.stringify([cached, storage, address])).not.toContain(secret);
    const [card] = await keptCards(page);
    expect(card).toMatchObject({ number: 'DN4019900000001', coveragePercent: 80 });
    expect(JSON.stringify(card)).not.toMatch(/svg|eyJ|token/);
    await page.context().close();
  });

  test('is gone after signing out', async () => {
    const page = await shownCard();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/account/sign-in');
    expect(await keptCards(page)).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain('9900000001');
    await page.context().close();
  });

  test('is gone when the session was ended elsewhere, and the page asks to sign in', async () => {
    const page = await shownCard();
    await gateway.endSessions(LAN.personId);
    await page.getByRole('link', { name: 'Sổ khám chữa bệnh' }).click();
    await page.waitForURL('**/account/sign-in');
    expect(await keptCards(page)).toEqual([]);
    await page.context().close();
  });
});
