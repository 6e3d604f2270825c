/** The state's base salary (lương cơ sở, before 2013-07 lương tối thiểu chung) since a month, whole đồng. */
const BASE_SALARIES: readonly { readonly fromMonth: string; readonly salaryVnd: number }[] = [
  { fromMonth: '2003-01', salaryVnd: 290_000 },
  { fromMonth: '2005-10', salaryVnd: 350_000 },
  { fromMonth: '2006-10', salaryVnd: 450_000 },
  { fromMonth: '2008-01', salaryVnd: 540_000 },
  { fromMonth: '2009-05', salaryVnd: 650_000 },
  { fromMonth: '2010-05', salaryVnd: 730_000 },
  { fromMonth: '2011-05', salaryVnd: 830_000 },
  { fromMonth: '2012-05', salaryVnd: 1_050_000 },
  { fromMonth: '2013-07', salaryVnd: 1_150_000 },
  { fromMonth: '2016-05', salaryVnd: 1_210_000 },
  { fromMonth: '2017-07', salaryVnd: 1_300_000 },
  { fromMonth: '2018-07', salaryVnd: 1_390_000 },
  { fromMonth: '2019-07', salaryVnd: 1_490_000 },
  { fromMonth: '2023-07', salaryVnd: 1_800_000 },
  { fromMonth: '2024-07', salaryVnd: 2_340_000 },
  { fromMonth: '2026-07', salaryVnd: 2_530_000 },
];

/** The cap as a multiple of the base salary (Law 58/2014/QH13, article 89; Law 41/2024/QH15, article 31). */
const CAP_MULTIPLES: readonly { readonly fromMonth: string; readonly times: number }[] = [
  { fromMonth: '2007-01', times: 20 },
];

function since<T extends { readonly fromMonth: string }>(rows: readonly T[], month: string): T | null {
  return rows.findLast(({ fromMonth }) => fromMonth <= month) ?? null;
}

/** The base salary of a month (`YYYY-MM`), whole đồng; null before the table begins. */
export function baseSalaryVnd(month: string): number | null {
  return since(BASE_SALARIES, month)?.salaryVnd ?? null;
}

/** The largest salary that contributions of a month are based on, whole đồng; null while there was no cap. */
export function salaryCapVnd(month: string): number | null {
  const base = baseSalaryVnd(month);
  const cap = since(CAP_MULTIPLES, month);
  return base === null || cap === null ? null : base * cap.times;
}
