import { type Page } from 'playwright-core';

/** Waits until the results of the present question are shown. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('.results[aria-busy="false"]');
  await page.waitForSelector('.row, .results .notice');
}

/** Types into the search box as a person does and waits for the suggestions. */
export async function typeSearch(page: Page, text: string): Promise<void> {
  await page.locator('#search').pressSequentially(text, { delay: 15 });
  await page.waitForSelector('#search-list [role="option"]');
}

/** Waits until nothing moves or fades on the page any more. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** Makes every question to the gateway fail as if nobody answered. */
export async function cutGateway(page: Page): Promise<void> {
  await page.route('**/graphql**', (route) => route.abort('connectionrefused'));
}

/** Lets questions reach the gateway again. */
export async function mendGateway(page: Page): Promise<void> {
  await page.unroute('**/graphql**');
}
