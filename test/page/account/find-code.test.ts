import { IdentityDocumentKind } from '../../../src/features/people/document/identity-document.types';
import { readDemonstration } from '../../../src/seeding/demonstration';
import { generatePeople } from '../../../src/seeding/people/generate-people';
import { readSeedProvinces } from '../../../src/seeding/seed-provinces';
import { type Page } from 'playwright-core';
import { Sex } from '../../../src/features/people/sex.types';
import { syntheticPersonalId } from '../../../src/seeding/people/synthetic-persons';
import { readDateOfBirth } from '../../../web/src/account/find-code/date-of-birth.rules';
import { AccountPages, heading, holder } from './account-pages';

let pages: AccountPages;
/** What the agency has on record about the first made-up person. */
let record: { name: string; born: string; sex: string; address: string };

beforeAll(async () => {
  pages = await AccountPages.start();
  const { page } = await pages.settled(holder(0));
  const fact = async (label: string): Promise<string> =>
    (await page.locator('.fact', { hasText: label }).locator('dd').textContent()) ?? '';
  record = {
    name: await fact('Họ và tên'),
    born: await fact('Ngày sinh'),
    sex: await fact('Giới tính'),
    address: await fact('Địa chỉ'),
  };
  await page.context().close();
}, 180_000);
afterAll(() => pages.close());

async function fill(page: Page, name: string, born: string): Promise<void> {
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Ngày sinh').fill(born);
}

async function found(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await page.locator('.finding').waitFor();
  return (await page.locator('.finding').textContent()) ?? '';
}

const idNumber = (): string =>
  syntheticPersonalId(0, record.sex === 'Nữ' ? Sex.FEMALE : Sex.MALE, Number(record.born.slice(-4)));

test('name, date of birth and identity number together find the code, and the person reads of it', async () => {
  const { page } = await pages.open('/find-code');
  await fill(page, record.name.toUpperCase(), record.born.replaceAll('/', '-'));
  await page.getByLabel('Số CCCD, CMND hoặc hộ chiếu').fill(idNumber());
  expect(await found(page)).toContain(holder(0).code);
  expect(page.url()).toBe(`${pages.gateway.url}/find-code`);
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).not.toContain(record.name);
  await page.context().close();
});

test('a CMND finds it too', async () => {
  const population = generatePeople({ count: 100, seed: readDemonstration().seed, places: readSeedProvinces() });
  const one = [...population].find(({ documents }) => documents.some(({ kind }) => kind === IdentityDocumentKind.CMND));
  const cmnd = one?.documents.find(({ kind }) => kind === IdentityDocumentKind.CMND)?.number ?? '';
  const { page } = await pages.open('/find-code');
  await fill(page, one?.person.fullName ?? '', (one?.person.dateOfBirth ?? '').split('-').reverse().join('/'));
  await page.getByLabel('Số CCCD, CMND hoặc hộ chiếu').fill(cmnd.replace(/^(\d{3})(\d{3})/, '$1 $2 '));
  expect(await found(page)).toContain(one?.person.bhxhCode ?? 'nobody has a CMND');
  await page.context().close();
});

test('the health card number finds it too', async () => {
  const { page } = await pages.open('/find-code');
  await fill(page, record.name, record.born);
  await page.getByLabel('Số thẻ BHYT', { exact: true }).check();
  await page.getByLabel('Số thẻ BHYT', { exact: true }).last().fill(holder(0).code);
  expect(await found(page)).toContain(holder(0).code);
  await page.context().close();
});

test('so do province and telephone; provinces of before 2025 can be chosen', async () => {
  const { page } = await pages.open('/find-code');
  await fill(page, record.name, record.born);
  await page.getByLabel('Tỉnh và số điện thoại').check();
  const province = page.getByLabel('Tỉnh, thành phố trong hồ sơ');
  await page.waitForFunction(() => document.querySelectorAll('option').length > 34);
  const names = await province.locator('option').allTextContents();
  expect(names.filter((name) => name.includes('Hà Giang'))).toHaveLength(1);
  const theirs = names.find((name) => record.address.endsWith(name.replace(/^(Tỉnh|Thành phố) /, ''))) ?? '';
  await province.selectOption({ label: theirs });
  await page.getByLabel('Số điện thoại đã đăng ký').fill(holder(0).phone);
  expect(await found(page)).toContain(holder(0).code);
  await page.context().close();
});

test('one wrong fact and a person who does not exist look the same', async () => {
  const answers: string[] = [];
  for (const [name, number] of [
    ['Nguyễn Thị Không', idNumber()],
    ['Nguyễn Thị Không', '999190999999'],
  ] as const) {
    const { page } = await pages.open('/find-code');
    await fill(page, name, record.born);
    await page.getByLabel('Số CCCD, CMND hoặc hộ chiếu').fill(number);
    answers.push(await found(page));
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.context().close();
  }
  expect(answers[0]).toContain('Chưa xác nhận được');
  expect(answers[0]).toBe(answers[1]);
});

test('what is missing or no date is said at its field before anything is asked', async () => {
  const { page } = await pages.open('/find-code');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await fill(page, '', '31/02/1990');
  await page.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  expect(await page.locator('.field-error:not(:empty)').allTextContents()).toEqual([
    'Hãy điền ô này.',
    'Ghi ngày, tháng, năm, ví dụ 15/05/1990.',
    'Hãy điền ô này.',
  ]);
  expect(asked.filter((url) => url.includes('/graphql'))).toEqual([]);
  await page.context().close();
});

test('the page stays alive while the challenge is solved', async () => {
  const { page } = await pages.open('/find-code');
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  await fill(page, record.name, record.born);
  await page.getByLabel('Số CCCD, CMND hoặc hộ chiếu').fill('999190999998');
  await found(page);
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { seen: number[] }).seen));
  expect(longest).toBeLessThan(200);
  await page.context().close();
});

test('the access log tells the person of look-ups', async () => {
  const person = holder(0);
  const { page } = await pages.open('/account/access');
  await heading(page, 'Đăng nhập');
  await pages.signInElsewhere(page, person, 2);
  await heading(page, 'Ai đã xem dữ liệu của tôi');
  await page.locator('.entry').first().waitFor();
  expect(await page.locator('.entry').first().textContent()).toContain('Tra cứu mã số BHXH');
  expect(await page.locator('.entry').first().textContent()).toMatch(/\d\d\/\d\d\/\d{4} \d\d:\d\d/);
  await page.context().close();
});

test.each([
  ['15/05/1990', '1990-05-15'],
  ['5-7-1990', '1990-07-05'],
  ['15 . 5 . 1990', '1990-05-15'],
  ['15051990', '1990-05-15'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2023', null],
  ['31/04/1990', null],
  ['1990-05-15', null],
  ['15/05/90', null],
  ['16/06/2026', null],
  ['', null],
])('the date of birth %j is read as %j', (typed, date) => {
  expect(readDateOfBirth(typed, '2026-06-15')).toBe(date);
});
