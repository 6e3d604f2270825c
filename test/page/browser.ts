import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, type BrowserContextOptions, chromium as launcher, type Page } from 'playwright-core';

const UNPACK_LIMIT_MS = 60_000;
const UNPACK_PAUSE_MS = 50;

/** The program as the package holds it, packed. */
const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../bin/chromium.br');

/**
 * The program, unpacked once for the whole run into its own folder. The package itself unpacks into a folder that all
 * runs share, without looking whether another process is at it, and a program that is being written cannot be started.
 */
async function executable(): Promise<string> {
  const folder = join(process.env['TEST_FOLDER'] ?? '', 'chromium');
  const program = join(folder, 'chromium');
  if (isFirst(folder)) {
    await pipeline(
      createReadStream(packed),
      createBrotliDecompress(),
      createWriteStream(`${program}.part`, { mode: 0o700 }),
    );
    renameSync(`${program}.part`, program);
  }
  const deadline = Date.now() + UNPACK_LIMIT_MS;
  while (!existsSync(program)) {
    if (Date.now() > deadline) throw new Error('Chromium was not unpacked in time.');
    await sleep(UNPACK_PAUSE_MS);
  }
  return program;
}

/** Of all processes of the run one makes the folder. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Starts the Chromium that ships inside an npm package; it needs nothing installed. */
export async function startBrowser(): Promise<Browser> {
  return launcher.launch({
    executablePath: await executable(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    headless: true,
  });
}

/** Screens on which the page is tested. */
export const screens = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 768, height: 1024 }, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>;

/** A page in a fresh profile, with everything it complains about collected. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = screens.desktop,
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(address);
  return { page, complaints };
}
