import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { violations } from './axe';
import { openPage, screens, startBrowser } from './browser';
import { type GatewayProcess } from '../setup/gateway-process';
import { startDirectoryGateway } from './directory-gateway';
import { cutGateway, settled, typeSearch } from './states';

let browser: Browser;
let gateway: GatewayProcess;

beforeAll(async () => {
  [browser, gateway] = await Promise.all([startBrowser(), startDirectoryGateway()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

const states: Record<string, (page: Page) => Promise<unknown>> = {
  'the whole country': (page) => settled(page),
  'a town': async (page) => {
    await page.goto(`${gateway.url}/?map=21.03,105.83,14`);
    await settled(page);
    await page.waitForSelector('.pin');
  },
  suggestions: async (page) => {
    await typeSearch(page, 'benh vien');
    await page.keyboard.press('ArrowDown');
  },
  'results of a search': async (page) => {
    await page.goto(`${gateway.url}/?q=benh%20vien`);
    await settled(page);
  },
  filters: async (page) => {
    await page.goto(`${gateway.url}/?kinds=clinic&issuesSickLeave=1&unit=00004%20Ba%20Đình`);
    await page
      .getByRole('button', { name: /Bộ lọc/ })
      .first()
      .click();
    await settled(page);
  },
  'a listing': async (page) => {
    await page.goto(`${gateway.url}/?place=clinic:01009`);
    await page.waitForSelector('.listing .facts');
    await page.waitForSelector('.pin');
  },
  'a report': async (page) => {
    await page.goto(`${gateway.url}/?place=office:00101`);
    await page.getByRole('button', { name: 'Báo sai sót', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi' }).click();
  },
  'following a report': (page) => page.getByRole('button', { name: 'Theo dõi báo sai sót đã gửi' }).click(),
  'nothing found': async (page) => {
    await page.goto(`${gateway.url}/?q=khongcogi&kinds=office`);
    await settled(page);
  },
  'no answer': async (page) => {
    await cutGateway(page);
    await page.fill('#search', 'abc');
    await page.press('#search', 'Enter');
    await page.waitForSelector('.failure');
  },
  'near a place': async (page) => {
    await page.goto(`${gateway.url}/?near=21.03,105.83`);
    await page.waitForSelector('.responsible');
    await settled(page);
  },
};

const looks: Record<string, BrowserContextOptions> = {
  'a phone': screens.phone,
  'a desktop in the dark': { ...screens.desktop, colorScheme: 'dark' },
};

describe.each(Object.entries(looks))('on %s', (_look, look) => {
  test.each(Object.entries(states))('axe finds nothing in the state: %s', async (_name, enter) => {
    const { page } = await openPage(browser, gateway.url, look);
    await settled(page);
    await enter(page);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

test('the whole page is walked with the tabulator, and every stop shows that it is one', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=21.03,105.83,14`);
  await settled(page);
  await page.waitForSelector('.pin');
  const stops: string[] = [];
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const { outlineStyle } = getComputedStyle(focused);
      const ring = outlineStyle !== 'none' || focused.id === 'search';
      return `${focused.className || focused.id}${ring ? '' : ' WITHOUT RING'}`;
    });
    if (stop === null) break;
    stops.push(stop);
  }
  expect(stops.filter((stop) => stop.includes('WITHOUT'))).toEqual([]);
  expect(stops[0]).toBe('skip');
  expect(stops.filter((stop) => stop === 'row-main')).toHaveLength(await page.locator('.row-main').count());
  expect(stops.some((stop) => stop.includes('leaflet-control-zoom-in'))).toBe(true);
  await page.context().close();
});

test('everything to tap on a phone is at least 44 pixels high and wide', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?place=clinic:01010`, screens.phone);
  await page.waitForSelector('.listing .facts');
  await page.waitForSelector('.leaflet-control-zoom-in');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, select, input:not([type=checkbox])')]
      .filter((element) => element.checkVisibility() && !element.closest('.only-heard, .skip'))
      .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
  );
  expect(small).toEqual([]);
  await page.context().close();
});

test('people who want no motion get none', async () => {
  const { page } = await openPage(browser, `${gateway.url}/?map=21.03,105.83,14`, { reducedMotion: 'reduce' });
  await page.waitForSelector('.pin');
  const animated = await page.evaluate(() => ({
    map: document.querySelector('.leaflet-zoom-anim') !== null,
    mark: getComputedStyle(document.querySelector('.pin .mark') ?? document.body).transitionDuration,
  }));
  expect(animated).toEqual({ map: false, mark: '0s' });
  await page.context().close();
});
