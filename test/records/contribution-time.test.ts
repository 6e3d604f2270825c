import { contributionTime, type MonthSpan } from '../../src/features/records/contribution-time.rules';
import { fiveYearsFrom } from '../../src/features/records/five-years.rules';
import { StatutoryTable } from '../../src/features/statutory/statutory-table';
import { STATUTORY } from '../setup/statutory';

const span = (fromMonth: string, toMonth: string): MonthSpan => ({ fromMonth, toMonth });

describe('the total time of contributions', () => {
  const cases: readonly [string, MonthSpan[], number, MonthSpan[]][] = [
    ['is nothing without contributions', [], 0, []],
    ['counts both ends of a span', [span('2014-05', '2014-05')], 1, []],
    ['runs over the end of a year', [span('2014-11', '2015-02')], 4, []],
    ['counts a month of two employers once', [span('2014-01', '2014-06'), span('2014-04', '2014-09')], 9, []],
    ['counts a span within another not at all', [span('2014-01', '2014-12'), span('2014-03', '2014-04')], 12, []],
    ['sees no gap between spans that touch', [span('2014-01', '2014-03'), span('2014-04', '2014-06')], 6, []],
    [
      'finds the gap between spans in any order',
      [span('2015-01', '2015-03'), span('2014-01', '2014-10')],
      13,
      [span('2014-11', '2014-12')],
    ],
    [
      'sees no gap that a longer span before covers',
      [span('2014-01', '2015-12'), span('2014-02', '2014-03'), span('2016-02', '2016-02')],
      25,
      [span('2016-01', '2016-01')],
    ],
    ['leaves out a span that ends before it begins', [span('2014-05', '2014-04')], 0, []],
  ];

  it.each(cases)('%s', (_fact, spans, months, gaps) => {
    expect(contributionTime(spans)).toMatchObject({ months, gaps });
  });

  it('reads as years and months: 12 năm 2 tháng', () => {
    expect(contributionTime([span('2008-01', '2020-02')])).toMatchObject({
      months: 146,
      years: 12,
      remainingMonths: 2,
    });
  });
});

describe('five continuous years of health insurance', () => {
  const cases: readonly [string, MonthSpan[], string | null][] = [
    ['are never reached without a month', [], null],
    ['count from the first month', [span('2014-05', '2026-06')], '2019-05-01'],
    ['go on over a break of three months', [span('2014-01', '2014-06'), span('2014-10', '2026-06')], '2019-01-01'],
    ['begin anew after a break of four', [span('2014-01', '2014-06'), span('2014-11', '2026-06')], '2019-11-01'],
    [
      'count from the last long break, whatever the order',
      [span('2020-12', '2026-06'), span('2010-01', '2011-01'), span('2015-01', '2020-10'), span('2016-01', '2018-01')],
      '2020-01-01',
    ],
  ];

  it.each(cases)('%s', (_fact, spans, day) => {
    expect(fiveYearsFrom(STATUTORY, spans, '2026-06-01')).toBe(day);
  });

  it('are unknown while no law on record says how long they take', () => {
    expect(fiveYearsFrom(STATUTORY, [span('2014-05', '2026-06')], '2014-12-31')).toBeNull();
    expect(fiveYearsFrom(new StatutoryTable([]), [span('2014-05', '2026-06')], '2026-06-01')).toBeNull();
  });
});
