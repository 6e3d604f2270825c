/**
 * Measures the page as a cheap phone sees it: how much JavaScript it loads, when the first results stand there, and
 * whether anything blocks the processor. `node web/measure.mjs [URL of a running gateway]`; fails beyond the budgets.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';

const url = process.argv[2] ?? 'http://localhost:4000';
const slowdown = 4;
const runs = 5;
const budgets = { scriptKilobytes: 130, firstResultMs: 1500, longTaskMs: 200 };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

function scriptKilobytes() {
  const folder = fileURLToPath(new URL('../dist/web/assets/', import.meta.url));
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.reduce((sum, name) => sum + gzipSync(readFileSync(folder + name), { level: 9 }).length, 0) / 1000;
}

/** Runs in the page before anything else: notes the first result, the first sign on the map, and long tasks. */
function watch() {
  const seen = { firstResult: null, firstSign: null, longTasks: [] };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) seen.longTasks.push({ duration, startTime });
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    if (seen.firstResult === null && document.querySelector('.row')) seen.firstResult = performance.now();
    if (seen.firstSign === null && document.querySelector('.sign')) seen.firstSign = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

async function slowPage(browser) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

const settle = (page) => page.waitForTimeout(1500);

async function longest(page) {
  const tasks = await page.evaluate(() => window.seen.longTasks.splice(0).map(({ duration }) => duration));
  return Math.round(Math.max(0, ...tasks));
}

/** What people do, one after the other; each gives the longest task it caused. */
const journeys = {
  'open the page': async (page) => {
    await page.goto(url);
    await page.waitForSelector('.sign');
  },
  'zoom into a city': async (page) => {
    await page.locator('.cluster-row .row-main').first().click();
    await page.waitForTimeout(600);
    await page.mouse.move(180, 350);
    await page.mouse.wheel(0, -400);
  },
  'move the map': async (page) => {
    await page.mouse.move(180, 350);
    await page.mouse.down();
    await page.mouse.move(80, 300, { steps: 12 });
    await page.mouse.up();
  },
  'type a search': (page) => page.locator('#search').pressSequentially('tram y te', { delay: 90 }),
  'see its results': async (page) => {
    await page.press('#search', 'Enter');
    await page.waitForSelector('.row:not(.cluster-row)');
  },
  'open a listing': async (page) => {
    await page.locator('.row:not(.cluster-row) .row-main').first().click();
    await page.waitForSelector('.listing .facts');
  },
};

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const browser = await launcher.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const firstResults = [];
  const firstSigns = [];
  const blocked = Object.fromEntries(Object.keys(journeys).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    const page = await slowPage(browser);
    for (const [name, journey] of Object.entries(journeys)) {
      await journey(page);
      await settle(page);
      if (name === 'open the page') {
        const seen = await page.evaluate(() => ({ ...window.seen }));
        firstResults.push(seen.firstResult);
        firstSigns.push(seen.firstSign);
      }
      blocked[name].push(await longest(page));
    }
    await page.context().close();
  }
  const size = scriptKilobytes();
  const firstResult = Math.round(median(firstResults));
  const longTask = Math.max(...Object.values(blocked).map(median));
  console.log(`${url}, processor slowed ${slowdown}×, ${runs} runs, median (worst)`);
  console.log(`JavaScript, gzip            ${size.toFixed(1)} kB of ${budgets.scriptKilobytes}`);
  console.log(
    `First result                ${firstResult} ms of ${budgets.firstResultMs} (${Math.round(Math.max(...firstResults))})`,
  );
  console.log(
    `First sign on the map       ${Math.round(median(firstSigns))} ms (${Math.round(Math.max(...firstSigns))})`,
  );
  for (const [name, tasks] of Object.entries(blocked)) {
    console.log(
      `Longest task: ${name.padEnd(18)}  ${median(tasks)} ms of ${budgets.longTaskMs} (${Math.max(...tasks)})`,
    );
  }
  const kept =
    size <= budgets.scriptKilobytes && firstResult <= budgets.firstResultMs && longTask <= budgets.longTaskMs;
  if (!kept) process.exitCode = 1;
} finally {
  await browser.close();
}
