import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { Sqlite } from '../../../src/database/sqlite-driver';
import { readDemonstration } from '../../../src/seeding/demonstration';
import { generatePeople } from '../../../src/seeding/people/generate-people';
import {
  syntheticBhxhCode,
  syntheticPersonId,
  syntheticPersonPhone,
} from '../../../src/seeding/people/synthetic-persons';
import { readSeedProvinces } from '../../../src/seeding/seed-provinces';
import { type GatewayProcess, startGateway } from '../../setup/gateway-process';
import { openPage, screens, startBrowser } from '../browser';

/** What the README tells of the made-up accounts. */
export const FIRST_PASSWORD = 'Doi-ngay-lan-dau-1';
export const NEW_PASSWORD = 'con meo trèo cây cau';

/** A made-up person with access; each test takes another one, so that none stands in the other's way. */
export interface Holder {
  readonly code: string;
  readonly phone: string;
  readonly index: number;
}

/** The holder of the `index`-th made-up record. Children have no access. */
export function holder(index: number): Holder {
  return { index, code: syntheticBhxhCode(index), phone: syntheticPersonPhone(index) };
}

/** The holder of the first record from the `from`-th on who is the guardian of a small child. */
export function guardianFrom(from: number): Holder {
  const population = generatePeople({ count: 100, seed: readDemonstration().seed, places: readSeedProvinces() });
  for (const { person } of population) {
    const index = (person.guardianId ?? 0) - syntheticPersonId(0);
    if (index >= from && person.dateOfBirth > '2015') return holder(index);
  }
  throw new Error('None of the people with access is a guardian.');
}

/** A gateway as built, on a database of its own with made-up people, and a browser. */
export class AccountPages {
  private constructor(
    readonly gateway: GatewayProcess,
    readonly browser: Browser,
    private readonly folder: string,
  ) {}

  static async start(): Promise<AccountPages> {
    const folder = mkdtempSync(join(tmpdir(), 'account-pages-'));
    const settings = { DATA_DIR: folder, DEMONSTRATION_PEOPLE: '200' };
    const [browser, gateway] = await Promise.all([startBrowser(), startGateway(settings)]);
    const pages = new AccountPages(gateway, browser, folder);
    // The accounts are opened in the background of a first start.
    await gateway.logged('demonstration accounts open');
    return pages;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.gateway.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A fresh profile of the browser at one of the pages. */
  open(path: string, options: BrowserContextOptions = screens.phone): ReturnType<typeof openPage> {
    return openPage(this.browser, `${this.gateway.url}${path}`, options);
  }

  /** The code in the `count`-th message with one to this number; waits until it is there. */
  async otp(phone: string, count = 1): Promise<string> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const codes = this.messages(phone).flatMap(({ text }) => /\b\d{6}\b/.exec(text) ?? []);
      const code = codes[count - 1];
      if (code !== undefined) return code;
      if (Date.now() > deadline) throw new Error('No message came.');
      await sleep(50);
    }
  }

  /** A page on which the holder has signed in for the first time and changed the password. */
  async settled(person: Holder, options?: BrowserContextOptions): ReturnType<typeof openPage> {
    const opened = await this.open('/account/sign-in', options);
    await signIn(opened.page, person.code, FIRST_PASSWORD);
    await changePassword(opened.page, FIRST_PASSWORD, NEW_PASSWORD);
    await typeCode(opened.page, await this.otp(person.phone));
    await opened.page.getByRole('button', { name: 'Tiếp tục' }).click();
    await heading(opened.page, 'Quản lý cá nhân');
    return opened;
  }

  /** Signs in on this page, as another device than the one before; `count` codes have gone to the person by then. */
  async signInElsewhere(page: Page, person: Holder, count: number): Promise<void> {
    await signIn(page, person.code, NEW_PASSWORD);
    await heading(page, 'Đang đăng nhập trên thiết bị khác');
    await typeCode(page, await this.otp(person.phone, count));
  }

  /** Lets half a minute pass for the codes that were sent: they may be sent again. */
  halfMinutePasses(): void {
    const database = new Sqlite(join(this.folder, 'bhxh.sqlite'), { timeout: 5_000 });
    const aMinuteAgo = new Date(Date.now() - 60_000).toISOString();
    database.prepare('UPDATE "otp" SET "lastSentAt" = ?').run(aMinuteAgo);
    database.close();
  }

  private messages(phone: string): { to: string; text: string }[] {
    try {
      return readFileSync(join(this.folder, 'mailbox.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { to: string; text: string })
        .filter(({ to }) => digits(to) === digits(phone));
    } catch {
      return [];
    }
  }
}

const digits = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^84/, '0');

/** Waits until the page with this heading is there. */
export async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** Fills in the sign-in page and sends it. */
export async function signIn(page: Page, code: string, password: string): Promise<void> {
  await page.getByLabel('Mã số BHXH, CCCD, CMND hoặc hộ chiếu').fill(code);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Fills in the page for a new password and sends it. */
export async function changePassword(page: Page, oldPassword: string, newPassword: string): Promise<void> {
  await page.getByLabel('Mật khẩu cũ', { exact: true }).fill(oldPassword);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(newPassword);
  await page.getByLabel('Nhập lại mật khẩu mới', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Gửi mã xác thực' }).click();
}

/** Types the code that was sent and confirms it. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã xác thực (OTP)').fill(code);
  await page.locator('form button[type=submit]').click();
}
