import { type Browser, type Page } from 'playwright-core';
import { screens, startBrowser } from '../browser';
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

/** The text of everything that fits the selector, with blanks as a reader sees them. */
const textsOf = async (page: Page, selector: string): Promise<string[]> =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

/** Opens a page and waits until what it shows is there. */
async function shown(personId: number, path: string, sign: string, look = {}): Promise<Page> {
  const { page, complaints } = await gateway.open(browser, personId, path, look);
  await page.locator(sign).first().waitFor();
  expect(complaints).toEqual([]);
  return page;
}

describe('the history of contributions', () => {
  test('has the total of distinct months on top, and the gap between them', async () => {
    const page = await shown(LAN.personId, '/account/contributions', '.records');
    expect(await textsOf(page, '.total-time')).toEqual(['Tổng thời gian tham gia 2 năm 2 tháng']);
    expect(await textsOf(page, '.gaps li')).toEqual(['01/2015 – 02/2015 2 tháng']);
    expect(await textsOf(page, '.records summary')).toEqual([
      '01/2014 – 06/2014 6 tháng Công ty TNHH Thử Nghiệm Kế toán 5.000.000 ₫',
      '05/2014 – 12/2014 8 tháng Trường Thử Kế toán 5.000.000 ₫',
      '03/2015 – 04/2016 14 tháng Tự đóng 7.500.000 ₫',
    ]);
    await page.context().close();
  });

  test('a row opens to everything on record', async () => {
    const page = await shown(LAN.personId, '/account/contributions', '.records');
    await page.locator('.records summary').nth(1).click();
    expect(await textsOf(page, '.records details[open] .record-fact')).toEqual([
      'Từ tháng 05/2014',
      'Đến tháng 12/2014',
      'Đơn vị Trường Thử',
      'Chức danh Kế toán',
      'Nơi làm việc Hà Nội',
      'Mức lương đóng 5.000.000 ₫',
      'Mức đóng tối đa tháng 05/2014 23.000.000 ₫ · Luật 71/2006/QH11, Điều 94; Nghị định 66/2013/NĐ-CP',
      'Loại tiền VND',
      'Hệ số 2,34',
    ]);
    await page.context().close();
  });

  test('what no law on record says is told in place of the cap', async () => {
    const page = await shown(BINH.personId, '/account/contributions', '.records');
    await page.locator('.records summary').first().click();
    const facts = await textsOf(page, '.records details[open] .record-fact');
    expect(facts).toContain(
      'Mức đóng tối đa tháng 01/1980 Chưa có số liệu quy định cho 1980-01; hệ thống không ước đoán.',
    );
    await page.context().close();
  });

  test('the four insurances stand in tabs that the arrow keys choose', async () => {
    const page = await shown(LAN.personId, '/account/contributions', '.records');
    const chosen = (): Promise<string[]> => textsOf(page, '[role="tab"][aria-selected="true"]');
    expect(await textsOf(page, '[role="tab"]')).toEqual(['BHXH', 'BHTN', 'BHTNLĐ-BNN', 'BHYT']);
    await page.locator('[role="tab"]').first().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await chosen()).toEqual(['BHYT']);
    await page.getByText('1 năm', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('BHYT');
    await page.keyboard.press('ArrowRight');
    expect(await chosen()).toEqual(['BHXH']);
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await chosen()).toEqual(['BHTN']);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tabpanel');
    expect(await page.locator('[role="tabpanel"]').getAttribute('aria-labelledby')).toBe(
      await page.locator('[role="tab"][aria-selected="true"]').getAttribute('id'),
    );
    await page.context().close();
  });

  test('the chart draws the pay as steps, with nothing over a gap, and its table says the same', async () => {
    const page = await shown(LAN.personId, '/account/contributions', '.pay-line');
    const line = (await page.locator('.pay-line').getAttribute('d')) ?? '';
    expect(line).toMatch(/^M[\d. ]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+H[\d.]+M[\d. ]+H[\d.]+$/);
    expect(await page.locator('.pay-gap').count()).toBe(1);
    expect(await page.locator('.pay figcaption').innerText()).toContain('Tháng đóng ở nhiều nơi được cộng lại.');
    await page.locator('.pay-table summary').click();
    expect(await textsOf(page, '.pay-table tbody tr')).toEqual([
      '01/2014 04/2014 5.000.000 ₫',
      '05/2014 06/2014 10.000.000 ₫',
      '07/2014 12/2014 5.000.000 ₫',
      '03/2015 04/2016 7.500.000 ₫',
    ]);
    await page.context().close();
  });

  test('a long history comes in pages, and its chart is whole from the start', async () => {
    const page = await shown(BINH.personId, '/account/contributions', '.pay-line', screens.phone);
    expect(await textsOf(page, '.total-time strong')).toEqual(['45 năm']);
    expect(await page.locator('.pay-area').count()).toBe(45);
    expect(await page.locator('.records li').count()).toBe(20);
    await page.getByRole('button', { name: 'Xem thêm (còn 25)' }).click();
    await page.getByRole('button', { name: 'Xem thêm (còn 5)' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('01/2000');
    await page.getByRole('button', { name: 'Xem thêm (còn 5)' }).click();
    await page.locator('.records li').nth(44).waitFor();
    expect(await page.locator('.more-rows').count()).toBe(0);
    await page.context().close();
  });

  test('nothing on record: the page says so and where to turn', async () => {
    const page = await shown(CHI.personId, '/account/contributions', '.empty');
    expect(await textsOf(page, '.empty h2')).toEqual(['Chưa có quá trình tham gia BHXH']);
    expect(await page.locator('.total, .pay').count()).toBe(0);
    await page.context().close();
  });

  test('on paper every row is open and nothing stands there to press', async () => {
    const page = await shown(LAN.personId, '/account/contributions', '.records');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.records details[open]').count()).toBe(3);
    expect(
      await page
        .locator('.tabs, .account-nav, .print-page')
        .evaluateAll((all) => all.map((one) => one.checkVisibility())),
    ).toEqual([false, false, false]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.records details[open]').count()).toBe(0);
    await page.context().close();
  });
});

test('benefits stand in four tabs, with days, amounts and who filed them', async () => {
  const page = await shown(LAN.personId, '/account/benefits', '.records');
  expect(await textsOf(page, '[role="tab"]')).toEqual(['Một lần', 'ÔĐTS', 'Hàng tháng', 'BHYT']);
  expect(await textsOf(page, '.records summary')).toEqual(['Ngày 01/06/2016 BHXH một lần 3.000.000.000 ₫']);
  await page.getByRole('tab', { name: 'ÔĐTS' }).click();
  await page.getByText('02/05/2015 – 01/11/2015').click();
  expect(await textsOf(page, '.records details[open] .record-fact')).toEqual([
    'Chế độ hưởng Thai sản',
    'Từ ngày 02/05/2015',
    'Đến ngày 01/11/2015',
    'Số tiền 37.423.000 ₫',
    'Đơn vị đề nghị Công ty TNHH Thử Nghiệm',
  ]);
  await page.getByRole('tab', { name: 'Hàng tháng' }).click();
  await page.getByText('Từ 01/01/2020, đang hưởng').waitFor();
  expect(await textsOf(page, '.brief-money')).toEqual(['1.170.000 ₫/tháng']);
  await page.locator('.records summary').click();
  expect(await textsOf(page, '.record-fact')).toContain('Đến ngày Đang hưởng');
  await page.getByRole('tab', { name: 'BHYT' }).click();
  await page.getByText('Chưa có chế độ nào đã hưởng: BHYT').waitFor();
  await page.context().close();
});

test('visits stand year by year, the newest first, with what each side paid', async () => {
  const page = await shown(LAN.personId, '/account/visits', '.records');
  expect(await textsOf(page, '.years button')).toEqual(['Năm 2025', 'Năm 2024']);
  expect(await textsOf(page, '.cost-sum > div')).toEqual([
    'Quỹ BHYT chi trả 4.080.000 ₫',
    'Người bệnh chi trả 1.020.000 ₫',
  ]);
  await page.locator('.records summary').nth(1).click();
  expect(await textsOf(page, '.records details[open] .record-fact')).toEqual([
    'Ngày vào 03/02/2025',
    'Ngày ra 09/02/2025',
    'Cơ sở khám chữa bệnh Trạm y tế Thử Xem cơ sở trong danh mục',
    'Chẩn đoán Viêm họng cấp (J02.9)',
    'Quỹ BHYT chi trả 4.000.000 ₫',
    'Người bệnh chi trả 1.000.000 ₫',
    'Tổng chi phí 5.000.000 ₫',
  ]);
  expect(await page.getByRole('link', { name: 'Xem cơ sở trong danh mục' }).last().getAttribute('href')).toBe(
    '/clinic/01Z00',
  );
  await page.getByRole('button', { name: 'Năm 2024' }).click();
  await page.getByText('01/01/2024').first().waitFor();
  expect(await page.locator('.records li').count()).toBe(1);
  await page.context().close();
});

describe('the record of an approved child', () => {
  test('is shown on the parent’s wish, with the child’s own total', async () => {
    const page = await shown(LAN.personId, '/account/contributions', '.child-switch select');
    await page.locator('.child-switch select').selectOption('9900000002');
    await page.getByText('Đang xem hồ sơ của con: Trần Văn An Thử.').waitFor();
    await page.getByRole('tab', { name: 'BHYT' }).click();
    await page.locator('.records').waitFor();
    expect(await textsOf(page, '.total-time strong')).toEqual(['1 năm']);
    expect(await textsOf(page, '.records summary')).toEqual(['03/2021 – 02/2022 12 tháng Tự đóng']);
    await page.getByRole('link', { name: 'Sổ khám chữa bệnh' }).click();
    await page.getByRole('button', { name: 'Năm 2023' }).waitFor();
    await page.getByText('150.000 ₫').first().waitFor();
    await page.getByRole('link', { name: 'Thông tin hưởng' }).click();
    await page.getByText('Trợ cấp của con').first().waitFor();
    expect(await textsOf(page, '.records summary')).toEqual(['Ngày 01/05/2022 Trợ cấp của con 640.000 ₫']);
    await page.getByRole('tab', { name: 'BHYT' }).click();
    await page.getByText('Chưa có chế độ nào đã hưởng: BHYT').waitFor();
    await page.getByRole('link', { name: 'Thẻ BHYT' }).click();
    await page.getByText('TE 1 01 9900000002').waitFor();
    expect(page.url()).toBe(`${gateway.url}/account/card`);
    await page.context().close();
  });

  test('is offered to nobody else', async () => {
    const page = await shown(BINH.personId, '/account/visits', '.empty');
    expect(await page.locator('.child-switch').count()).toBe(0);
    await page.context().close();
  });
});

test('the English page says the same in English', async () => {
  const page = await shown(LAN.personId, '/account/contributions?lang=en', '.records');
  expect(await textsOf(page, '.total-time')).toEqual(['Total time 2 years 2 months']);
  expect(await textsOf(page, '.gaps li')).toEqual(['01/2015 – 02/2015 2 months']);
  expect((await textsOf(page, '.records summary'))[2]).toBe('03/2015 – 04/2016 14 months Paid alone 7.500.000 ₫');
  await page.context().close();
});
