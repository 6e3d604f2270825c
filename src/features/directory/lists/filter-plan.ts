import { dayNumber } from '../../../shared/calendar';
import { type DomainError, badInput } from '../../../shared/errors';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { ListingIndex, OrdinalTest } from '../snapshot/listing-index';
import type { ListingFilter } from '../listing/listing-filter.args';
import type { ListingStore } from '../listing/listing.store';

/** What a filter comes to in one snapshot. */
export interface FilterPlan {
  /** All must hold. */
  readonly tests: readonly OrdinalTest[];
  /** Only these ordinals, when the filter names few. */
  readonly among?: readonly number[];
  /** Words that must be found; then the best match comes first. */
  readonly text?: string | null | undefined;
}

/** What a filter is planned on. */
export interface PlanTerms {
  readonly snapshot: DirectorySnapshot;
  /** The listings of the kind in the snapshot. */
  readonly index: ListingIndex;
  /** The agency's day as of which the list is read, YYYY-MM-DD. */
  readonly today: string;
  /** For what is found by the database alone. */
  readonly store: ListingStore;
}

/** Plans the part of a filter that all kinds share. Throws BAD_USER_INPUT for a unit that does not exist. */
export function commonPlan(
  filter: ListingFilter & { managingOfficeCode?: string | null },
  { index, snapshot }: PlanTerms,
): FilterPlan & { tests: OrdinalTest[] } {
  const tests: OrdinalTest[] = [];
  if (isGiven(filter.unitAsOf) && !isGiven(filter.unitCode)) throw dayWithoutUnit();
  if (isGiven(filter.unitCode)) tests.push(unitTest(filter.unitCode, filter.unitAsOf, index, snapshot));
  if (isGiven(filter.managingOfficeCode)) tests.push(index.wordTest('managingOfficeCode', filter.managingOfficeCode));
  return {
    tests,
    text: filter.text,
    ...(isGiven(filter.code) ? { among: [index.ordinalOf(filter.code)] } : {}),
  };
}

/** Adds a test that a column holds the word, when the word is given. */
export function addWordTest(
  tests: OrdinalTest[],
  index: ListingIndex,
  column: string,
  word: string | null | undefined,
): void {
  if (isGiven(word)) tests.push(index.wordTest(column, word));
}

/** Tests whether a recorded interval of days holds the day. */
export function intervalTest(index: ListingIndex, name: 'contract' | 'sickLeave', day: string): OrdinalTest {
  const number = dayNumber(day, 0);
  const onRecord = index.column(`${name}OnRecord`);
  const from = index.column(`${name}From`);
  const until = index.column(`${name}Until`);
  return (ordinal) => onRecord[ordinal] === 1 && (from[ordinal] ?? 0) <= number && number <= (until[ordinal] ?? 0);
}

/** Whether an optional argument has a value. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function dayWithoutUnit(): DomainError {
  return badInput('filter.unitAsOf', {
    en: '`filter.unitAsOf` says on which day `filter.unitCode` is read: give that too, or neither.',
    vi: '`filter.unitAsOf` là ngày dùng để hiểu `filter.unitCode`: hãy gửi cả hai hoặc bỏ cả hai.',
  });
}

function unitTest(
  code: string,
  asOf: string | null | undefined,
  index: ListingIndex,
  snapshot: DirectorySnapshot,
): OrdinalTest {
  const { units } = snapshot.geography;
  const unit = units.find(code, asOf ?? undefined);
  if (unit) return index.unitTest(units.coverage(unit));
  const when = isGiven(asOf) ? ` on ${asOf}` : '';
  throw badInput('filter.unitCode', {
    en: `No administrative unit has the code ${JSON.stringify(code)}${when}; \`units(text:)\` finds codes by name.`,
    vi: `Không có đơn vị hành chính nào mang mã ${JSON.stringify(code)}${isGiven(asOf) ? ` vào ngày ${asOf}` : ''}; hãy tìm mã theo tên bằng \`units(text:)\`.`,
  });
}
