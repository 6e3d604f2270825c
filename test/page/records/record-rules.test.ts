import { stateOn } from '../../../web/src/account/records/card/card-facts';
import { lifeOf } from '../../../web/src/account/records/card/living-code';
import { monthNumber, monthsBetween, monthText } from '../../../web/src/account/records/pay/month.rules';
import { formatMillions, payMarks, yearMarks } from '../../../web/src/account/records/pay/pay-scale.rules';
import { payGaps, paySteps, sharesMonths } from '../../../web/src/account/records/pay/pay-steps.rules';
import {
  formatCardNumber,
  formatClock,
  formatDong,
  formatMoment,
  formatMonth,
} from '../../../web/src/account/records/record-formats';

const span = (
  fromMonth: string,
  toMonth: string,
  salaryVnd: number | null,
): { fromMonth: string; toMonth: string; salaryVnd: number | null } => ({ fromMonth, toMonth, salaryVnd });
const step = (from: string, to: string, payVnd: number): { from: number; to: number; payVnd: number } => {
  return { from: monthNumber(from), to: monthNumber(to), payVnd };
};

describe('how records are written', () => {
  test('months as MM/YYYY, whole đồng in groups of three, times on the agency’s clock', () => {
    expect(formatMonth('2014-05')).toBe('05/2014');
    expect(formatDong(75_423_000)).toBe('75.423.000\u00a0₫');
    expect(formatDong(0)).toBe('0\u00a0₫');
    expect(formatClock('2026-06-15T17:05:00Z')).toBe('00:05');
    expect(formatMoment(Date.parse('2026-06-15T17:05:00Z'))).toBe('00:05 16/06/2026');
    expect(formatMillions(7_500_000)).toBe('7,5');
  });

  test('a card number in its four groups, and anything else as it is', () => {
    expect(formatCardNumber('DN4019900000001')).toBe('DN 4 01 9900000001');
    expect(formatCardNumber('9900000001')).toBe('9900000001');
  });

  test('a month is its number and back, and both ends of a stretch count', () => {
    for (const month of ['1999-12', '2000-01', '2026-11']) expect(monthText(monthNumber(month))).toBe(month);
    expect(monthsBetween('2014-12', '2015-01')).toBe(2);
    expect(monthsBetween('2014-05', '2014-05')).toBe(1);
  });
});

describe('the steps of pay', () => {
  test('overlapping stretches count together, equal neighbours are one step', () => {
    expect(paySteps([span('2014-01', '2014-06', 5_000_000), span('2014-05', '2014-12', 5_000_000)])).toEqual([
      step('2014-01', '2014-04', 5_000_000),
      step('2014-05', '2014-06', 10_000_000),
      step('2014-07', '2014-12', 5_000_000),
    ]);
    expect(paySteps([span('2014-01', '2014-06', 5), span('2014-07', '2014-12', 5)])).toEqual([
      step('2014-01', '2014-12', 5),
    ]);
  });

  test('months without a stretch are gaps, and so are months whose pay nobody knows', () => {
    const steps = paySteps([
      span('2015-03', '2015-04', 7),
      span('2014-01', '2014-12', 5),
      span('2015-01', '2015-01', null),
    ]);
    expect(steps).toHaveLength(2);
    expect(payGaps(steps)).toEqual([{ from: monthNumber('2015-01'), to: monthNumber('2015-02') }]);
  });

  test('it is known whether months of two stretches were added up', () => {
    expect(sharesMonths([span('2014-05', '2014-12', 5), span('2014-01', '2014-05', 5)])).toBe(true);
    expect(sharesMonths([span('2014-06', '2014-12', 5), span('2014-01', '2014-05', 5)])).toBe(false);
    expect(sharesMonths([span('2014-05', '2014-12', null), span('2014-01', '2014-05', 5)])).toBe(false);
  });

  test('nothing known: no step', () => {
    expect(paySteps([])).toEqual([]);
    expect(paySteps([span('2014-01', '2014-12', null), span('2015-12', '2015-01', 5)])).toEqual([]);
  });
});

describe('the axes of the chart', () => {
  test.each([
    [5_000_000, [0, 2_000_000, 4_000_000, 6_000_000]],
    [46_800_000, [0, 20_000_000, 40_000_000, 60_000_000]],
    [10_000_000, [0, 2_500_000, 5_000_000, 7_500_000, 10_000_000]],
    [0, [0, 250_000]],
  ])('pay up to %s ₫ has round marks from nought on', (most, marks) => {
    expect(payMarks(most)).toEqual(marks);
  });

  test('years keep their distance', () => {
    const [from, to] = [monthNumber('2004-05'), monthNumber('2026-06')];
    expect(yearMarks(from, to, 30)).toHaveLength(22);
    expect(yearMarks(from, to, 5)).toEqual([2005, 2010, 2015, 2020, 2025]);
    expect(yearMarks(monthNumber('2014-02'), monthNumber('2014-11'), 5)).toEqual([]);
  });
});

describe('the card', () => {
  test('holds from its first to its last day', () => {
    const card = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
    expect(stateOn(card, '2025-12-31')).toBe('notYetInForce');
    expect(stateOn(card, '2026-01-01')).toBe('inForce');
    expect(stateOn(card, '2026-12-31')).toBe('inForce');
    expect(stateOn(card, '2027-01-01')).toBe('notInForce');
    expect(stateOn({ ...card, validUntil: null }, '2099-01-01')).toBe('inForce');
  });

  test('a code lives as long as its own claims say, whatever the clock of the device', () => {
    const token = (claims: object): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    expect(lifeOf(token({ iat: 1_000, exp: 1_120, card: { holderName: 'Thử' } }))).toBe(120_000);
    expect(lifeOf(token({}))).toBe(300_000);
    expect(lifeOf('no token')).toBe(300_000);
  });
});
