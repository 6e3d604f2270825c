import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { screens, startBrowser } from '../browser';
import { cutGateway, mendGateway } from '../states';
import { violations } from '../axe';
import { type RecordsGateway, startRecordsGateway } from './records-gateway';
import { BINH, CHI, LAN } from './sample-records';

let browser: Browser;
let gateway: RecordsGateway;

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startRecordsGateway()]);
});
afterAll(async () => {
  await browser.close();
  await gateway.stop();
});

/** Opens one state; how to get there is told by those who know it. */
interface State {
  readonly who: number;
  readonly path: string;
  readonly enter: (page: Page) => Promise<unknown>;
}

const state = (who: { personId: number }, path: string, enter: State['enter']): State => {
  return { who: who.personId, path: `/account/${path}`, enter };
};

const states: Record<string, State> = {
  'the front of the card': state(LAN, 'card', (page) => page.getByText('Đã lưu lúc').waitFor()),
  'the back of the card': state(LAN, 'card', async (page) => {
    await page.getByRole('button', { name: 'Xem mặt sau' }).click();
  }),
  'a code that ended': state(LAN, 'card', async (page) => {
    await page.locator('.qr-code').waitFor();
    await cutGateway(page);
    await page.clock.fastForward(360_000);
    await page.locator('.ended').waitFor();
  }),
  'the card kept': state(LAN, 'card', async (page) => {
    await page.getByText('Đã lưu lúc').waitFor();
    await cutGateway(page);
    await page.reload();
    await page.getByText('Đây là thẻ đã lưu').waitFor();
  }),
  'no card': state(BINH, 'card', (page) => page.locator('.empty').waitFor()),
  contributions: state(LAN, 'contributions', (page) => page.locator('.pay-line').waitFor()),
  'a row with its details': state(LAN, 'contributions', async (page) => {
    await page.locator('.records summary').first().click();
    await page.locator('.pay-table summary').click();
  }),
  'many rows': state(BINH, 'contributions', (page) => page.locator('.more-rows').click()),
  'no contributions': state(CHI, 'contributions', (page) => page.locator('.empty').waitFor()),
  benefits: state(LAN, 'benefits', (page) => page.locator('.records').waitFor()),
  visits: state(LAN, 'visits', (page) => page.locator('.records summary').first().click()),
  'the record of a child': state(LAN, 'visits', async (page) => {
    await page.locator('.child-switch select').selectOption('9900000002');
    await page.locator('.records').waitFor();
  }),
  'an answer awaited': state(LAN, 'benefits', async (page) => {
    await page.route('**/graphql', () => undefined);
    await page.reload();
    await page.locator('.awaited').waitFor();
  }),
  'no answer': state(LAN, 'benefits', async (page) => {
    await cutGateway(page);
    await page.reload();
    await page.locator('.failure').waitFor();
  }),
};

const looks: Record<string, BrowserContextOptions> = {
  'a phone': { ...screens.phone, reducedMotion: 'reduce' },
  'a desktop in the dark': { ...screens.desktop, colorScheme: 'dark', reducedMotion: 'reduce' },
};

describe.each(Object.entries(looks))('on %s', (_look, look) => {
  test.each(Object.entries(states))('axe finds nothing in the state: %s', async (_name, { who, path, enter }) => {
    const { page } = await gateway.open(browser, who, path, look);
    await enter(page);
    expect(await violations(page)).toEqual([]);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

test('an answer that did not come comes on another try', async () => {
  const { page } = await gateway.open(browser, LAN.personId, '/account/contributions');
  await page.locator('.records').waitFor();
  await cutGateway(page);
  await page.getByRole('tab', { name: 'BHTN', exact: true }).click();
  await page.locator('.failure').waitFor();
  await mendGateway(page);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await page.getByText('1 năm', { exact: true }).waitFor();
  await page.context().close();
});

test.each(['card', 'contributions', 'benefits', 'visits'])(
  'everything to tap on a phone is at least 44 pixels high and wide: %s',
  async (place) => {
    const { page } = await gateway.open(browser, LAN.personId, `/account/${place}`, screens.phone);
    await page.locator('.records, .qr-code').first().waitFor();
    if (place !== 'card') await page.locator('.records summary').first().click();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main :is(a, button, select, summary, label.switch)')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
    await page.context().close();
  },
);
