import DataLoader from 'dataloader';
import type { Database } from '../../database/database';
import { UnitBoundaryStore } from '../geography/boundary/unit-boundary.store';
import { agencyToday, dayNumber } from '../../shared/calendar';
import { WorkSlices } from '../../shared/work-slices';
import type { Listing, ListingClass } from './listing/listing.entity';
import { ListingStore } from './listing/listing.store';
import type { Source } from './listing/source.entity';
import type { DirectorySnapshot } from './snapshot/directory-snapshot';
import type { SnapshotService } from './snapshot/snapshot.service';

/**
 * The directory as one request sees it: pinned to the revision in which the request began, with loaders that fetch each
 * row once and all rows of a kind in one statement.
 */
export class DirectoryRequest {
  /** The agency's day of this request, as text and as a number. */
  readonly today: string;
  readonly todayNumber: number;
  /** Takes turns with other requests while this one works through a whole kind, and ends with it. */
  readonly work: WorkSlices;
  readonly store: ListingStore;
  private pinned: DirectorySnapshot | null = null;
  private readonly rows = new Map<ListingClass, DataLoader<number, Listing | null>>();
  private readonly sources: DataLoader<number, Source | null>;
  private boundaries: DataLoader<string, string | null> | null = null;
  private readonly boundaryStore: UnitBoundaryStore;

  constructor(
    database: Database,
    readonly snapshots: SnapshotService,
    signal: AbortSignal,
    now: Date = new Date(),
  ) {
    this.work = new WorkSlices(signal);
    this.today = agencyToday(now);
    this.todayNumber = dayNumber(this.today, 0);
    this.store = new ListingStore(database);
    this.boundaryStore = new UnitBoundaryStore(database);
    this.sources = new DataLoader((ids) => this.store.sources(ids));
  }

  /** The snapshot this request answers from. Throws NOT_READY. */
  get snapshot(): DirectorySnapshot {
    return (this.pinned ??= this.snapshots.current());
  }

  /** The GeoJSON coordinates of a unit's area in this revision, as text, or null. */
  boundary(unitKey: string): Promise<string | null> {
    this.boundaries ??= new DataLoader((keys) => this.boundaryStore.coordinates(keys, this.snapshot.number));
    return this.boundaries.load(unitKey);
  }

  /** A source by its number. */
  source(sourceId: number): Promise<Source | null> {
    return this.sources.load(sourceId);
  }

  /** The listing at an ordinal of a snapshot's index. */
  async listing<Entity extends Listing>(
    of: ListingClass<Entity>,
    ordinal: number,
    snapshot = this.snapshot,
  ): Promise<Entity | null> {
    return (await this.loader(of).load(snapshot.listingsOf(of).rowIdOf(ordinal))) as Entity | null;
  }

  /** The listing with a code, or null. */
  async byCode<Entity extends Listing>(of: ListingClass<Entity>, code: string | null): Promise<Entity | null> {
    if (code === null) return null;
    const ordinal = this.snapshot.listingsOf(of).ordinalOf(code);
    return ordinal < 0 ? null : this.listing(of, ordinal);
  }

  private loader(of: ListingClass): DataLoader<number, Listing | null> {
    const known = this.rows.get(of);
    if (known) return known;
    const loader = new DataLoader<number, Listing | null>((rowIds) =>
      this.store.byRowIds(of, rowIds, this.snapshot.number),
    );
    this.rows.set(of, loader);
    return loader;
  }
}
