import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContextOptions, type Page } from 'playwright-core';
import { screens } from '../browser';
import { violations } from '../axe';
import { AccountPages, changePassword, FIRST_PASSWORD, heading, holder, NEW_PASSWORD, signIn } from './account-pages';

let pages: AccountPages;
beforeAll(async () => {
  pages = await AccountPages.start();
}, 120_000);
afterAll(() => pages.close());

/** Everything that can be tapped and is smaller than a fingertip. Links within a text may be. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, select, summary, input:not([type=checkbox], [type=radio])')]
      .filter((element) => element.checkVisibility() && !element.closest('.skip, .only-heard'))
      .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
      .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
  );
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const looks: [string, BrowserContextOptions, number][] = [
  ['a phone', screens.phone, 2],
  ['a tablet in the dark', { ...screens.tablet, colorScheme: 'dark' }, 3],
  ['a desktop', screens.desktop, 16],
];

test.each(looks)('on %s axe finds nothing, all can be tapped, and nothing sticks out', async (_name, look, index) => {
  const person = holder(index);
  const { page, complaints } = await pages.open('/account', look);
  const found: Record<string, unknown> = {};
  const examine = async (state: string): Promise<void> => {
    const faults = [...(await violations(page)), ...(await tooSmall(page))];
    const over = await sideways(page);
    if (faults.length > 0 || over > 0) found[state] = [...faults, over];
  };
  await heading(page, 'Đăng nhập');
  await examine('sign-in');
  await page.getByText('Tên thiết bị này:').click();
  await signIn(page, '1', '');
  await examine('sign-in with faults');
  await signIn(page, person.code, 'khong dung dau nhe');
  await page.locator('.told.fault').waitFor();
  await examine('refused');
  await signIn(page, person.code, FIRST_PASSWORD);
  await heading(page, 'Đổi mật khẩu');
  await examine('password due');
  await changePassword(page, FIRST_PASSWORD, NEW_PASSWORD);
  await heading(page, 'Xác nhận đổi mật khẩu');
  await examine('code');
  await page.getByLabel('Mã xác thực (OTP)').fill(await pages.otp(person.phone));
  await page.keyboard.press('Enter');
  await heading(page, 'Đã đổi mật khẩu');
  await examine('password changed');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.locator('.facts').first().waitFor();
  await examine('profile');
  for (const name of ['Thông báo', 'Thiết bị đăng nhập', 'Ai đã xem dữ liệu của tôi']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.locator('.entry, .told').first().waitFor();
    await examine(name);
  }
  const other = await pages.open('/account/sign-in', look);
  await signIn(other.page, person.code, NEW_PASSWORD);
  await heading(other.page, 'Đang đăng nhập trên thiết bị khác');
  expect([...(await violations(other.page)), ...(await tooSmall(other.page))]).toEqual([]);
  await page.goto(`${pages.gateway.url}/account/forgot`);
  await heading(page, 'Quên mật khẩu');
  await examine('forgotten password');
  await page.goto(`${pages.gateway.url}/find-code`);
  await page.getByLabel('Tỉnh và số điện thoại').check();
  await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await examine('find code');
  expect(found).toEqual({});
  expect(complaints).toEqual([]);
  await page.context().close();
  await other.page.context().close();
});

test('signing in, going to a page and signing out needs no mouse, and every stop shows that it is one', async () => {
  const person = holder(6);
  await (await pages.settled(person)).page.context().close();
  const { page } = await pages.open('/', screens.desktop);
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  /** Presses the tabulator until the focus is on what has this name. */
  const reach = async (name: string): Promise<void> => {
    for (let step = 0; step < 40; step++) {
      await press('Tab');
      const stop = await page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement | null;
        const label = at?.labels?.[0]?.textContent ?? at?.getAttribute('aria-label') ?? at?.textContent ?? '';
        return { label: label.trim(), ring: at ? getComputedStyle(at).outlineStyle : 'none' };
      });
      if (stop.label !== name) continue;
      expect([name, stop.ring]).not.toEqual([name, 'none']);
      return;
    }
    throw new Error(`The tabulator does not reach ${name}.`);
  };
  await page.locator('.head-link').waitFor();
  await reach('Tài khoản');
  await press('Enter');
  await heading(page, 'Đăng nhập');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await reach('Mã số BHXH, CCCD, CMND hoặc hộ chiếu');
  await page.keyboard.type(person.code);
  await reach('Mật khẩu');
  await page.keyboard.type(NEW_PASSWORD);
  await press('Enter');
  await heading(page, 'Đang đăng nhập trên thiết bị khác');
  await reach('Mã xác thực (OTP)');
  await page.keyboard.type(await pages.otp(person.phone, 2));
  await press('Enter');
  await heading(page, 'Quản lý cá nhân');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Quản lý cá nhân');
  await press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ai đã xem dữ liệu của tôi');
  await press('Enter');
  await heading(page, 'Ai đã xem dữ liệu của tôi');
  await press('Shift+Tab', 10);
  await reach('Đăng xuất');
  await press('Enter');
  await heading(page, 'Đăng nhập');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.context().close();
});

test('the account area costs those who only look things up nothing', () => {
  const assets = join(__dirname, '../../../dist/web/assets');
  const own = readdirSync(join(assets, 'account')).map((name) => readFileSync(join(assets, 'account', name)));
  const kilobytes = own.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000;
  expect(kilobytes).toBeLessThan(60);
  const first = readdirSync(assets).find((name) => name.startsWith('index-') && name.endsWith('.js')) ?? '';
  expect(readFileSync(join(assets, first), 'utf8')).not.toContain('Quản lý cá nhân');
});
