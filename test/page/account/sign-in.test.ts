import { type Page } from 'playwright-core';
import { screens } from '../browser';
import {
  AccountPages,
  changePassword,
  FIRST_PASSWORD,
  heading,
  holder,
  NEW_PASSWORD,
  signIn,
  typeCode,
} from './account-pages';

let pages: AccountPages;
beforeAll(async () => {
  pages = await AccountPages.start();
}, 120_000);
afterAll(() => pages.close());

/** The words of the element that describes another one, such as the fault of a field. */
async function description(page: Page, label: string): Promise<string> {
  const ids = (await page.getByLabel(label, { exact: true }).getAttribute('aria-describedby')) ?? '';
  const words = ids.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent());
  return (await Promise.all(words)).join(' ');
}

test('whoever is not signed in is asked to, told why, and led on to where they wanted', async () => {
  const person = holder(0);
  const { page } = await pages.open('/account/devices');
  await heading(page, 'Đăng nhập');
  expect(await page.locator('.told').textContent()).toContain('Hãy đăng nhập');
  await signIn(page, person.code, FIRST_PASSWORD);
  await heading(page, 'Đổi mật khẩu');
  expect(await page.locator('.told').textContent()).toContain('lần đăng nhập đầu tiên');
  await changePassword(page, FIRST_PASSWORD, NEW_PASSWORD);
  await heading(page, 'Xác nhận đổi mật khẩu');
  await typeCode(page, await pages.otp(person.phone));
  await heading(page, 'Đã đổi mật khẩu');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await heading(page, 'Thiết bị đăng nhập');
  expect(new URL(page.url()).pathname).toBe('/account/devices');
  await page.context().close();
});

test('a wrong password and an unknown code are refused in the same words, which take the focus', async () => {
  const words: (string | null)[] = [];
  for (const code of [holder(1).code, '9900000000']) {
    const { page } = await pages.open('/account/sign-in');
    await signIn(page, code, 'khong phai mat khau nay');
    await page.locator('.told.fault').waitFor();
    words.push(await page.locator('.told.fault').textContent());
    await page.waitForFunction(() => document.activeElement?.classList.contains('fault'));
    expect(page.url()).toBe(`${pages.gateway.url}/account/sign-in`);
    await page.context().close();
  }
  expect(words[0]).toContain('không đúng');
  expect(words[0]).toBe(words[1]);
});

test('until the password is changed every page leads to changing it', async () => {
  const person = holder(2);
  const { page } = await pages.open('/account/sign-in');
  await signIn(page, person.code, FIRST_PASSWORD);
  await heading(page, 'Đổi mật khẩu');
  expect(await page.getByRole('navigation').count()).toBe(0);
  for (const path of ['/account', '/account/card', '/account/access']) {
    await page.goto(pages.gateway.url + path);
    await heading(page, 'Đổi mật khẩu');
  }
  await page.context().close();
});

test('faults of a form stand at their fields, and the first takes the focus', async () => {
  const { page } = await pages.open('/account/sign-in');
  await signIn(page, '123', '');
  expect(await description(page, 'Mã số BHXH, CCCD, CMND hoặc hộ chiếu')).toContain('10, 12 hoặc 9 chữ số');
  expect(await description(page, 'Mật khẩu')).toContain('Hãy điền');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe('username');
  await signIn(page, holder(3).code, FIRST_PASSWORD);
  await heading(page, 'Đổi mật khẩu');
  await changePassword(page, 'sai mat khau cu', '1234567890');
  await page.locator('.field-error').filter({ hasText: 'Mật khẩu cũ không đúng' }).waitFor();
  expect(await description(page, 'Mật khẩu cũ')).toContain('không đúng');
  expect(await description(page, 'Mật khẩu mới')).toMatch(/phổ biến|dễ đoán|thông dụng/);
  await page.context().close();
});

test('password managers are told what each field is', async () => {
  const { page } = await pages.open('/account/sign-in');
  await signIn(page, holder(6).code, FIRST_PASSWORD);
  await heading(page, 'Đổi mật khẩu');
  const kinds = (): Promise<(string | null)[]> =>
    page.locator('form input').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('autocomplete')));
  expect(await kinds()).toEqual(['current-password', 'new-password', 'new-password']);
  await page.getByRole('button', { name: 'Hiện mật khẩu: Mật khẩu mới' }).click();
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('nhin thay duoc');
  expect(await page.getByLabel('Mật khẩu mới', { exact: true }).getAttribute('type')).toBe('text');
  await changePassword(page, FIRST_PASSWORD, NEW_PASSWORD);
  await heading(page, 'Xác nhận đổi mật khẩu');
  expect(await kinds()).toEqual(['one-time-code']);
  await page.context().close();
});

test('a wrong code says how many tries are left, a code can be sent again, and counts still', async () => {
  const person = holder(7);
  const { page } = await pages.open('/account/sign-in');
  await signIn(page, person.code, FIRST_PASSWORD);
  await changePassword(page, FIRST_PASSWORD, NEW_PASSWORD);
  const code = await pages.otp(person.phone);
  await heading(page, 'Xác nhận đổi mật khẩu');
  expect(await page.locator('.otp-life').textContent()).toMatch(/còn hiệu lực ít nhất (10|9) phút/);
  await typeCode(page, String((Number(code) + 1) % 1_000_000).padStart(6, '0'));
  await page.locator('.field-error').filter({ hasText: '4' }).waitFor();
  await page.getByRole('button', { name: 'Gửi lại mã' }).click();
  await page.getByText('Mã vừa được gửi đi').waitFor();
  pages.halfMinutePasses();
  await page.getByRole('button', { name: 'Gửi lại mã' }).click();
  await page.getByText('Đã gửi lại').waitFor();
  expect(await pages.otp(person.phone, 2)).toBe(code);
  await typeCode(page, code);
  await heading(page, 'Đã đổi mật khẩu');
  await page.context().close();
});

test('a second device warns, needs a code, and ends the first one, which is told', async () => {
  const person = holder(8);
  const first = await pages.settled(person);
  const second = await pages.open('/account/sign-in', screens.desktop);
  await signIn(second.page, person.code, NEW_PASSWORD);
  await heading(second.page, 'Đang đăng nhập trên thiết bị khác');
  expect(await second.page.locator('.otp-message').textContent()).toContain('thiết bị đó sẽ bị đăng xuất');
  await typeCode(second.page, await pages.otp(person.phone, 2));
  await heading(second.page, 'Quản lý cá nhân');
  await first.page.getByRole('link', { name: 'Thiết bị đăng nhập' }).click();
  await heading(first.page, 'Đăng nhập');
  expect(await first.page.locator('.told').textContent()).toContain('Phiên đăng nhập đã kết thúc');
  expect(await first.page.locator('body').textContent()).not.toContain(person.code);
  await first.page.context().close();
  await second.page.context().close();
});

test('the same browser signs in again without a code', async () => {
  const person = holder(9);
  const { page } = await pages.settled(person);
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await heading(page, 'Đăng nhập');
  await signIn(page, person.code, NEW_PASSWORD);
  await heading(page, 'Quản lý cá nhân');
  await page.context().close();
});

test('a forgotten password is replaced with code and phone on record', async () => {
  const person = holder(10);
  const { page } = await pages.open('/account/sign-in');
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await heading(page, 'Quên mật khẩu');
  await page.getByLabel('Mã số BHXH, CCCD, CMND hoặc hộ chiếu').fill(person.code);
  await page.getByLabel('Số điện thoại đã đăng ký').fill(person.phone);
  await page.getByRole('button', { name: 'Gửi mã xác thực' }).click();
  await heading(page, 'Đặt mật khẩu mới');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill(`${NEW_PASSWORD}!`);
  await typeCode(page, await pages.otp(person.phone));
  expect(await description(page, 'Nhập lại mật khẩu mới')).toContain('không giống nhau');
  await page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Đặt mật khẩu mới', exact: true }).click();
  await heading(page, 'Đăng nhập');
  expect(await page.locator('.told').textContent()).toContain('Đã đặt lại mật khẩu');
  await signIn(page, person.code, NEW_PASSWORD);
  await heading(page, 'Quản lý cá nhân');
  await page.context().close();
});

test('code and phone that do not belong together look the same', async () => {
  const { page } = await pages.open('/account/forgot');
  await page.getByLabel('Mã số BHXH, CCCD, CMND hoặc hộ chiếu').fill(holder(11).code);
  await page.getByLabel('Số điện thoại đã đăng ký').fill(holder(12).phone);
  await page.getByRole('button', { name: 'Gửi mã xác thực' }).click();
  await heading(page, 'Đặt mật khẩu mới');
  expect(await page.locator('.otp-message').textContent()).toContain('Đã gửi mã xác thực 6 số tới');
  await page.context().close();
});

test('where a network guessed a lot, the page does the work that a try costs, and signs in', async () => {
  const wrong = `mutation ($code: String!, $device: DeviceInput!) {
    signIn(bhxhCode: $code, password: "khong phai mat khau nay", device: $device) { __typename } }`;
  const answers: string[] = [];
  for (let turn = 0; answers.at(-1) !== 'ChallengeRequired' && turn < 6; turn++) {
    const guesses = Array.from({ length: 15 }, (_, index) =>
      pages.gateway.query<{ signIn: { __typename: string } }>(wrong, {
        code: String(8_000_000_000 + 15 * turn + index),
        device: { name: 'a guesser' },
      }),
    );
    answers.push(...(await Promise.all(guesses)).map(({ signIn: { __typename } }) => __typename));
  }
  expect(answers.at(-1)).toBe('ChallengeRequired');
  const { page } = await pages.open('/account/sign-in');
  await signIn(page, holder(20).code, FIRST_PASSWORD);
  await heading(page, 'Đổi mật khẩu');
  await page.context().close();
});
