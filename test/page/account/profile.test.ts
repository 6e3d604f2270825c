import { readFileSync } from 'node:fs';
import { AccountPages, guardianFrom, heading, holder, NEW_PASSWORD, signIn, typeCode } from './account-pages';

let pages: AccountPages;
beforeAll(async () => {
  pages = await AccountPages.start();
}, 120_000);
afterAll(() => pages.close());

test('the profile shows what is on record, numbers of papers whole only when they are asked for', async () => {
  const person = holder(0);
  const { page } = await pages.settled(person);
  await page.locator('.fact').first().waitFor();
  const labels = await page.locator('.fact dt').allTextContents();
  expect(labels.slice(0, 8)).toEqual([
    'Mã số BHXH',
    'Họ và tên',
    'Ngày sinh',
    'Giới tính',
    'Số CCCD/định danh',
    'Điện thoại',
    'Email',
    'Địa chỉ',
  ]);
  const facts = await page.locator('.fact dd').allTextContents();
  expect(facts[0]).toBe(person.code);
  expect(facts[2]).toMatch(/^\d\d\/\d\d\/\d{4}$/);
  expect(facts[4]).toMatch(/^•+\d{3}$/);
  expect(await page.title()).toBe('Quản lý cá nhân · Tra cứu BHXH');
  const papers = page.getByRole('region', { name: 'Giấy tờ tùy thân' });
  const card = papers.locator('.fact').filter({ hasText: 'Căn cước công dân' }).locator('dd');
  const hidden = (await card.textContent()) ?? '';
  expect(hidden).toMatch(/^•{9}\d{3} · cấp ngày \d\d\/\d\d\/\d{4} · Cục /);
  await papers.getByRole('button', { name: 'Hiện số đầy đủ' }).click();
  await papers.getByRole('button', { name: 'Ẩn số' }).waitFor();
  expect(await card.textContent()).toMatch(/^999\d{9} · /);
  expect((await card.textContent())?.slice(9)).toBe(hidden.slice(9));
  await papers.getByRole('button', { name: 'Ẩn số' }).click();
  expect(await card.textContent()).toBe(hidden);
  await page.context().close();
});

test('the pages speak English too, and keep to it', async () => {
  const { page } = await pages.settled(holder(1));
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'My details');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.reload();
  await heading(page, 'My details');
  await page.getByRole('link', { name: /Back to the directory/ }).click();
  await page.getByText('Account', { exact: true }).click();
  await heading(page, 'My details');
  await page.context().close();
});

test('guardians turn to the record of their child', async () => {
  const { page } = await pages.settled(guardianFrom(20));
  const name = await page.locator('.fact dd').nth(1).textContent();
  const choice = page.getByLabel('Xem hồ sơ của');
  await choice.waitFor();
  const [, child = ''] = await choice.locator('option').allTextContents();
  expect(child).toMatch(/^Con: /);
  await choice.selectOption({ label: child });
  await page.locator('.fact dd').nth(1).getByText(child.replace('Con: ', ''), { exact: true }).waitFor();
  expect(await page.locator('.fact dd').nth(1).textContent()).not.toBe(name);
  expect(page.url()).toBe(`${pages.gateway.url}/account`);
  await page.context().close();
});

test('all data is saved as a file for people and one for programs, under names that tell nothing', async () => {
  const person = holder(3);
  const { page, complaints } = await pages.settled(person);
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải bản JSON' }).click(),
  ]);
  expect(json.suggestedFilename()).toBe('du-lieu-bhxh.json');
  expect(readFileSync(await json.path(), 'utf8')).toContain(person.code);
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải bản PDF' }).click(),
  ]);
  expect(pdf.suggestedFilename()).toBe('du-lieu-bhxh.pdf');
  expect(
    readFileSync(await pdf.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await page.getByText('Đã tải xong tệp.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an export that does not come is told, and can be tried again', async () => {
  const { page } = await pages.settled(holder(6));
  await page.route('**/account/export.json', (route) =>
    route.fulfill({ status: 429, headers: { 'retry-after': '90' }, json: { errors: [] } }),
  );
  await page.getByRole('button', { name: 'Tải bản JSON' }).click();
  await page.getByText('Hãy đợi 90 giây').waitFor();
  await page.unroute('**/account/export.json');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Thử lại' }).click(),
  ]);
  expect(json.suggestedFilename()).toBe('du-lieu-bhxh.json');
  await page.context().close();
});

test('the device that is signed in is listed by its name and can be signed out', async () => {
  const person = holder(7);
  const { page } = await pages.settled(person);
  await page.getByRole('link', { name: 'Thiết bị đăng nhập' }).click();
  await heading(page, 'Thiết bị đăng nhập');
  await page.locator('.entry').waitFor();
  expect(await page.locator('.entry').count()).toBe(1);
  expect(await page.locator('.entry').textContent()).toContain('Thiết bị này');
  await page.getByRole('button', { name: /^Đăng xuất thiết bị/ }).click();
  await heading(page, 'Đăng nhập');
  await page.getByText('Tên thiết bị này:').click();
  await page.getByLabel('Tên thiết bị', { exact: true }).fill('Máy của Thử');
  await signIn(page, person.code, NEW_PASSWORD);
  await heading(page, 'Quản lý cá nhân');
  await page.getByRole('link', { name: 'Thiết bị đăng nhập' }).click();
  await page.locator('.entry', { hasText: 'Máy của Thử' }).waitFor();
  await page.context().close();
});

test('notices are new until they are marked as read', async () => {
  const { page } = await pages.settled(holder(8));
  await page.getByRole('link', { name: 'Thông báo' }).click();
  await page.locator('.entry.unread', { hasText: 'Đổi mật khẩu' }).waitFor();
  await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
  await page.locator('.entry:not(.unread)').first().waitFor();
  expect(await page.locator('.unread').count()).toBe(0);
  await page.context().close();
});

test('a long access log is read page by page, and the focus goes to the first entry that was added', async () => {
  const { page } = await pages.settled(holder(11));
  const entry = (number: number): object => ({
    node: {
      at: '2026-06-15T03:00:00Z',
      who: `Bên ${number}`,
      whoEn: `Party ${number}`,
      purpose: 'VERIFY_CODE',
      fields: ['bhxhCode'],
    },
  });
  await page.route('**/graphql**', async (route) => {
    const asked = route.request().postDataJSON() as { operationName: string; variables: { after?: string } };
    if (asked.operationName !== 'AccessLog') return route.fallback();
    const from = asked.variables.after === undefined ? 0 : 20;
    const edges = Array.from({ length: from === 0 ? 20 : 3 }, (_, index) => entry(from + index + 1));
    const pageInfo = { hasNextPage: from === 0, endCursor: from === 0 ? 'later' : null };
    return route.fulfill({ json: { data: { viewer: { accessLog: { totalCount: 23, edges, pageInfo } } } } });
  });
  await page.getByRole('link', { name: 'Ai đã xem dữ liệu của tôi' }).click();
  await page.getByRole('button', { name: 'Xem thêm (còn 3)' }).click();
  await page.locator('.entry', { hasText: 'Bên 23' }).waitFor();
  expect(await page.locator('.entry').count()).toBe(23);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Bên 21');
  expect(await page.getByRole('button', { name: /Xem thêm/ }).count()).toBe(0);
  await page.context().close();
});

test('a page that does not arrive says so and is tried again', async () => {
  const { page } = await pages.settled(holder(9));
  await page.route('**/graphql**', (route) => route.abort('connectionrefused'));
  await page.getByRole('link', { name: 'Ai đã xem dữ liệu của tôi' }).click();
  await page.getByText('Chưa tải được dữ liệu của bạn').waitFor();
  await page.unroute('**/graphql**');
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByText('Chưa có ai khác xem dữ liệu của bạn.').waitFor();
  await page.context().close();
});

test('the password is changed whenever one wishes, and other devices are signed out', async () => {
  const person = holder(10);
  const { page } = await pages.settled(person);
  await page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
  await heading(page, 'Đổi mật khẩu');
  await page.getByLabel('Mật khẩu cũ', { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('mua xuan o lai');
  await page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill('mua xuan o lai');
  await page.getByRole('button', { name: 'Gửi mã xác thực' }).click();
  await heading(page, 'Xác nhận đổi mật khẩu');
  await typeCode(page, await pages.otp(person.phone, 2));
  await heading(page, 'Đã đổi mật khẩu');
  expect(await page.locator('.sheet').textContent()).toMatch(/đổi lại trước ngày \d\d\/\d\d\/\d{4}/);
  await page.context().close();
});
