import type { PublishedTable } from '../publication/publication.types';
import type { Listing, ListingClass } from '../listing/listing.entity';
import type { AttributeColumn } from './attribute-columns';

/** A kind of listings as a snapshot packs it. */
export interface SnapshotKind<Entity extends Listing = Listing> extends PublishedTable<Entity> {
  readonly entity: ListingClass<Entity>;
  /** Columns of an interval in which a listing is in force, beside `validFrom` and `validUntil`; null without one. */
  readonly inForce: { readonly from: string; readonly until: string } | null;
  /** Column that says that address and position of a listing must stay hidden; null where they never do. */
  readonly hiddenPlace: string | null;
  /** Columns that filters ask, by name. */
  readonly attributes: Readonly<Record<string, AttributeColumn>>;
}
