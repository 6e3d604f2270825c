import { holdsOn } from '../../shared/calendar';

/** A fact that holds from a day on, until the last day or without an end. */
interface Dated {
  readonly from: string;
  readonly until: string | null;
}

/** Share of the costs that insurance pays within the scope of a benefit level (Law 25/2008/QH12, article 22). */
const LEVEL_COVERAGE: readonly (Dated & { readonly level: number; readonly percent: number })[] = [
  { level: 1, percent: 100, from: '2015-01-01', until: null },
  { level: 2, percent: 100, from: '2015-01-01', until: null },
  { level: 3, percent: 95, from: '2015-01-01', until: null },
  { level: 4, percent: 80, from: '2015-01-01', until: null },
  { level: 5, percent: 100, from: '2015-01-01', until: null },
];

/** Which objects (mã đối tượng) have which level. Decrees change both, so every row says since when. */
const OBJECT_LEVELS: readonly (Dated & { readonly level: number; readonly objects: readonly string[] })[] = [
  { level: 1, objects: ['TE', 'CC'], from: '2015-01-01', until: null },
  { level: 2, objects: ['CK', 'CB', 'KC', 'HN', 'DT', 'DK', 'XD', 'BT', 'TS'], from: '2015-01-01', until: null },
  { level: 3, objects: ['HT', 'CN', 'TC'], from: '2015-01-01', until: null },
  { level: 4, objects: ['DN', 'HC', 'HS', 'SV', 'GD'], from: '2015-01-01', until: null },
  { level: 5, objects: ['QN', 'CA', 'CY'], from: '2015-01-01', until: null },
];

/** Percent of the costs that insurance pays at a benefit level on a day; null when the tables know nothing of it. */
export function coverageOf(benefitLevel: number, day: string): number | null {
  return LEVEL_COVERAGE.find((row) => row.level === benefitLevel && holdsOn(day, row.from, row.until))?.percent ?? null;
}

/** The benefit level of an object on a day; null for an object that the table does not name. */
export function levelOfObject(objectCode: string, day: string): number | null {
  const row = OBJECT_LEVELS.find(
    ({ objects, from, until }) => objects.includes(objectCode) && holdsOn(day, from, until),
  );
  return row?.level ?? null;
}
