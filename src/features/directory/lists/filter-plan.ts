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
  { index, snapshot, today }: PlanTerms,
  { listsEnded }: { readonly listsEnded: boolean } = { listsEnded: true },
): FilterPlan & { tests: OrdinalTest[] } {
  const tests: OrdinalTest[] = [];
  if (isGiven(filter.unitAsOf) && !isGiven(filter.unitCode)) throw dayWithoutUnit();
  if (isGiven(filter.unitCode)) tests.push(unitTest(filter.unitCode, filter.unitAsOf, index, snapshot));
  if (isGiven(filter.managingOfficeCode)) tests.push(index.wordTest('managingOfficeCode', filter.managingOfficeCode));
  const day = dayInForce(filter, listsEnded, today);
  if (day !== null) tests.push(index.inForceTest(dayNumber(day, 0)));
  const codes = codesIn(filter);
  return { tests, text: filter.text, ...(codes ? { among: codes.map((code) => index.ordinalOf(code)) } : {}) };
}

/** Adds a test that a column holds the word, when it is given, and one of the words of the list, when that is given. */
export function addWordTest(
  tests: OrdinalTest[],
  index: ListingIndex,
  column: string,
  word: string | null | undefined,
  any?: { readonly name: string; readonly words: readonly string[] | null | undefined },
): void {
  if (isGiven(word)) tests.push(index.wordTest(column, word));
  if (!isGiven(any?.words)) return;
  const wanted = new Set(filled(any.name, any.words));
  tests.push(index.anyWordTest(column, (each) => wanted.has(each)));
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

/** The list of a filter. Throws BAD_USER_INPUT for an empty one: nothing could meet it, and who sent it meant something. */
function filled<T>(name: string, list: readonly T[]): readonly T[] {
  if (list.length > 0) return list;
  throw badInput(`filter.${name}`, {
    en: `\`filter.${name}\` is empty, so nothing could be found; leave it out to list all.`,
    vi: `\`filter.${name}\` đang trống nên không thể tìm thấy gì; hãy bỏ đi để liệt kê tất cả.`,
  });
}

const MOST_CODES = 100;

/** The codes that entries must have one of, or null when a filter names none. */
function codesIn({ code, codes }: ListingFilter): readonly string[] | null {
  if (!isGiven(codes)) return isGiven(code) ? [code] : null;
  if (codes.length > MOST_CODES) {
    throw badInput('filter.codes', {
      en: `\`filter.codes\` may hold ${MOST_CODES} codes at most, not ${codes.length}.`,
      vi: `\`filter.codes\` được chứa tối đa ${MOST_CODES} mã, không phải ${codes.length}.`,
    });
  }
  return filled('codes', codes).filter((each) => !isGiven(code) || each === code);
}

/** The day on which entries must be in force, or null for entries of all times. */
function dayInForce(filter: ListingFilter, listsEnded: boolean, today: string): string | null {
  if (isGiven(filter.validOn) && filter.includeEnded) throw dayBesideAllTimes();
  if (isGiven(filter.validOn)) return filter.validOn;
  return (filter.includeEnded ?? listsEnded) ? null : today;
}

function dayBesideAllTimes(): DomainError {
  return badInput('filter.includeEnded', {
    en: '`filter.includeEnded` lists entries of all times and `filter.validOn` those of one day: give one of them.',
    vi: '`filter.includeEnded` liệt kê mục của mọi thời kỳ, còn `filter.validOn` chỉ của một ngày: hãy gửi một trong hai.',
  });
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
