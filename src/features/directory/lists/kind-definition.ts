import type { FieldColumn, RecordColumns } from '../../../shared/columns';
import type { RowOf } from '../../../database/versioned-row.entity';
import type { ListingDraft, RowOrigin } from '../listing/listing.columns';
import type { Listing } from '../listing/listing.entity';
import type { ListingFilter } from '../listing/listing-filter.args';
import type { Reference } from '../publication/publication.types';
import type { DirectorySnapshot } from '../snapshot/directory-snapshot';
import type { SnapshotKind } from '../snapshot/snapshot-kind';
import type { FacetColumn } from './facet-column';
import type { FilterPlan, PlanTerms } from './filter-plan';
import type { ListingListService } from './listing-list.service';

/**
 * All that makes a kind of listings. What goes over kinds (publication, imports, snapshot, search, map, identifiers,
 * counts, enums of the schema) takes a list of these: a new kind is a folder with its definition and a line in
 * `kinds/listing-kinds.ts`.
 */
export interface KindDefinition<
  Entity extends Listing = Listing,
  Filter extends ListingFilter = ListingFilter,
> extends SnapshotKind<Entity> {
  /** What one of them is, a sentence of the schema. */
  readonly oneDescription: string;
  /** The filter of its lists, and what the map says of it. */
  readonly filter: new () => Filter;
  readonly filterDescription: string;
  /** The fields that a manifest can map columns to, and how rows of a file become rows of its table. */
  readonly fields: Readonly<Record<string, FieldColumn<unknown>>>;
  readonly form: AnyRowForm;
  /** Answers its root fields and the fields of its own. */
  readonly resolver: new (lists: ListingListService) => object;
  /**
   * Ordinals of the listings of the kind in force on a day, a number like 20250701, that took the place of one that has
   * ended, those that took most of it first; a kind without the function knows of none.
   */
  inPlaceOf?(snapshot: DirectorySnapshot, ordinal: number, day: number): readonly number[];
  /** Fields of the filter whose choices are counted. */
  readonly facets: readonly FacetColumn<Filter>[];
  /** What a filter comes to. Throws BAD_USER_INPUT. */
  plan(filter: Filter, terms: PlanTerms): FilterPlan | Promise<FilterPlan>;
}

/** How a row of a file becomes a row of a kind. */
export interface RowForm<Draft extends ListingDraft, Entity extends Listing> {
  readonly columns: RecordColumns<Draft>;
  row(draft: Draft, origin: RowOrigin): RowOf<Entity>;
  /** The last day on which the entry counts, or null. */
  endOf(draft: Draft): string | null;
  /** Code of the office that manages the entry, or null. */
  officeOf(draft: Draft): string | null;
}

/** A form whose draft is known to its kind alone: who needs it gives a function for any draft. */
export type AnyRowForm = <Result>(
  use: <Draft extends ListingDraft, Entity extends Listing>(form: RowForm<Draft, Entity>) => Result,
) => Result;

/** Wraps the form of a kind. */
export function rowForm<Draft extends ListingDraft, Entity extends Listing>(form: RowForm<Draft, Entity>): AnyRowForm {
  return (use) => use(form);
}

/** What rows of every kind refer to. */
export const LISTING_REFERENCES: readonly Reference[] = [{ column: 'unitKey', to: 'units' }];

/** What rows of kinds that an office manages refer to. */
export const MANAGED_REFERENCES: readonly Reference[] = [
  ...LISTING_REFERENCES,
  { column: 'managingOfficeCode', to: 'offices' },
];
