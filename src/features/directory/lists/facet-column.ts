import { UNKNOWN } from '../snapshot/packed-listings';
import type { ListingIndex, OrdinalTest } from '../snapshot/listing-index';
import { intervalTest } from './filter-plan';

/** A field of a filter whose choices can be counted. */
export interface FacetColumn<Filter = never> {
  /** The field of the filter. */
  readonly field: string;
  /** Other fields of the filter that narrow by the same column. */
  readonly also: readonly string[];
  /** Values in the order in which they are told; none for a field without choices, such as a day. */
  readonly values: readonly string[];
  /** Whether the field is on record for a listing. */
  known(index: ListingIndex): OrdinalTest;
  /** Which values a listing has: bit n stands for `values[n]`. `today` is the agency's day. */
  valuesOf(index: ListingIndex, filter: Filter, today: string): (ordinal: number) => number;
}

/** The facet of a column of words, one for each listing. */
export function wordFacet(field: string, values: readonly string[], ...also: string[]): FacetColumn {
  return {
    field,
    also,
    values,
    known: (index) => {
      const column = index.column(field);
      return (ordinal) => column[ordinal] !== UNKNOWN;
    },
    valuesOf: (index) => {
      const column = index.column(field);
      const bits = index.packed.dictionaries[field]?.map((word) => bitOf(values, word)) ?? [];
      return (ordinal) => bits[column[ordinal] ?? UNKNOWN] ?? 0;
    },
  };
}

/** The facet of a column of sets of words, whose bits stand in the order of `values`; an empty set is not known. */
export function wordSetFacet(field: string, values: readonly string[]): FacetColumn {
  return {
    field,
    also: [],
    values,
    known: (index) => {
      const column = index.column(field);
      return (ordinal) => column[ordinal] !== 0;
    },
    valuesOf: (index) => {
      const column = index.column(field);
      return (ordinal) => column[ordinal] ?? 0;
    },
  };
}

const TRUTH = ['true', 'false'];

/** The facet of a yes or no. */
export function truthFacet(field: string): FacetColumn {
  return {
    field,
    also: [],
    values: TRUTH,
    known: (index) => {
      const column = index.column(field);
      return (ordinal) => column[ordinal] !== UNKNOWN;
    },
    valuesOf: (index) => {
      const column = index.column(field);
      return (ordinal) => ((column[ordinal] ?? UNKNOWN) === UNKNOWN ? 0 : bitOf(TRUTH, String(column[ordinal] === 1)));
    },
  };
}

/** The facet of an interval that holds a day or not; without `dayOf` the filter names the day and there is no choice. */
export function intervalFacet<Filter>(
  field: string,
  interval: 'contract' | 'sickLeave',
  dayOf?: (filter: Filter, today: string) => string,
): FacetColumn<Filter> {
  const known = (index: ListingIndex): OrdinalTest => {
    const onRecord = index.column(`${interval}OnRecord`);
    return (ordinal) => onRecord[ordinal] === 1;
  };
  return {
    field,
    also: [],
    values: dayOf ? TRUTH : [],
    known,
    valuesOf: (index, filter, today) => {
      if (!dayOf) return () => 0;
      const [isKnown, holds] = [known(index), intervalTest(index, interval, dayOf(filter, today))];
      return (ordinal) => (isKnown(ordinal) ? bitOf(TRUTH, String(holds(ordinal))) : 0);
    },
  };
}

function bitOf(values: readonly string[], word: string): number {
  const at = values.indexOf(word);
  return at < 0 ? 0 : 1 << at;
}
