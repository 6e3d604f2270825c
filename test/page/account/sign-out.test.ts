import { type Page } from 'playwright-core';
import { paths } from '../../../web/src/account/paths';
import { AccountPages, heading, holder, type Holder } from './account-pages';

let pages: AccountPages;
beforeAll(async () => {
  pages = await AccountPages.start();
}, 120_000);
afterAll(() => pages.close());

const signOut = (page: Page): Promise<void> => page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();

/** Everything that the browser keeps of this site and a script can read. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        const type = answer?.headers.get('content-type') ?? '';
        found.push(request.url, type.includes('json') ? ((await answer?.text()) ?? '') : '');
      }
    }
    for (const { name, version } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '', version);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error('closed'));
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (reading.onsuccess = resolve));
        found.push(JSON.stringify(reading.result));
      }
      database.close();
    }
    return found.join('\n');
  });
}

async function visitEverything(page: Page): Promise<void> {
  for (const name of ['Thẻ BHYT', 'Quá trình tham gia', 'Thông tin hưởng', 'Sổ khám chữa bệnh', 'Thông báo']) {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await heading(page, name);
    await page.waitForLoadState('networkidle');
  }
}

async function nameOf(page: Page): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: 'Quản lý cá nhân' }).click();
  return (await page.locator('.fact', { hasText: 'Họ và tên' }).locator('dd').textContent()) ?? '';
}

test('after signing out nothing about the person is left in the browser', async () => {
  const person: Holder = holder(0);
  const { page, complaints } = await pages.settled(person);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await visitEverything(page);
  const name = await nameOf(page);
  expect(name.length).toBeGreaterThan(3);
  await signOut(page);
  await heading(page, 'Đăng nhập');
  expect(await page.locator('.told').textContent()).toContain('Bạn đã đăng xuất');
  await page.waitForLoadState('networkidle');
  const rest = await kept(page);
  for (const secret of [person.code, person.phone, name, 'viewer']) expect(rest).not.toContain(secret);
  expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(['device']);
  expect(await page.context().cookies()).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the back button shows nothing of the person who signed out', async () => {
  const person = holder(1);
  const { page } = await pages.settled(person);
  await page.getByRole('navigation').getByRole('link', { name: 'Quá trình tham gia' }).click();
  await heading(page, 'Quá trình tham gia');
  await page.goBack();
  await heading(page, 'Quản lý cá nhân');
  await page.locator('.facts').first().waitFor();
  await page.goForward();
  await heading(page, 'Quá trình tham gia');
  await signOut(page);
  await heading(page, 'Đăng nhập');
  await page.goBack();
  await heading(page, 'Đăng nhập');
  expect(await page.locator('body').textContent()).not.toContain(person.code);
  await page.context().close();
});

test('signing out in one tab empties the others', async () => {
  const person = holder(2);
  const { page } = await pages.settled(person);
  const other = await page.context().newPage();
  await other.goto(`${pages.gateway.url}/account`);
  await other.locator('.facts').first().waitFor();
  await signOut(page);
  await heading(other, 'Đăng nhập');
  expect(await other.locator('body').textContent()).not.toContain(person.code);
  await page.context().close();
});

test('another person who signs in in one tab is the one whom the others show', async () => {
  const [first, second] = [holder(7), holder(8)];
  await (await pages.settled(second)).page.context().close();
  const { page } = await pages.settled(first);
  const other = await page.context().newPage();
  await other.goto(`${pages.gateway.url}/account/sign-in`);
  await pages.signInElsewhere(other, second, 2);
  await heading(other, 'Quản lý cá nhân');
  await page.locator('.fact dd', { hasText: second.code }).waitFor();
  expect(await page.locator('body').textContent()).not.toContain(first.code);
  await page.context().close();
});

test('without a network signing out says that it did not happen', async () => {
  const { page } = await pages.settled(holder(3));
  await page.route('**/graphql**', (route) => route.abort('connectionrefused'));
  await signOut(page);
  await page.getByText('Chưa đăng xuất được').waitFor();
  await page.unroute('**/graphql**');
  await signOut(page);
  await heading(page, 'Đăng nhập');
  await page.context().close();
});

test('personal questions are POST requests with the header that a foreign page cannot set', async () => {
  const { page } = await pages.settled(holder(6));
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().includes('/graphql')) return;
    asked.push(`${request.method()} ${new URL(request.url()).search} ${request.headers()['x-csrf-protection']}`);
  });
  await visitEverything(page);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(new Set(asked)).toEqual(new Set(['POST  1']));
  await page.context().close();
});

test('every page of the area is served at its own address, and nothing at others', async () => {
  for (const path of Object.values(paths)) {
    const answer = await fetch(pages.gateway.url + path);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  }
  for (const path of ['/account/nothing', '/account/card/1', '/accounts']) {
    expect((await fetch(pages.gateway.url + path)).status).toBe(404);
  }
});
