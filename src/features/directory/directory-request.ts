import DataLoader from 'dataloader';
import type { Database } from '../../database/database';
import { UnitBoundaryStore } from '../geography/boundary/unit-boundary.store';
import { agencyToday, dayNumber } from '../../shared/calendar';
import { WorkSlices } from '../../shared/work-slices';
import type { Agent } from './agent/agent.entity';
import type { Clinic } from './clinic/clinic.entity';
import type { Employer } from './employer/employer.entity';
import type { Listing } from './listing/listing.entity';
import { ListingStore } from './listing/listing.store';
import { type ListingKind } from './listing/listing.types';
import type { Source } from './listing/source.entity';
import type { Office } from './office/office.entity';
import type { DirectorySnapshot } from './snapshot/directory-snapshot';
import type { SnapshotService } from './snapshot/snapshot.service';

/** The class of each kind of listing. */
export interface ListingOf {
  [ListingKind.OFFICE]: Office;
  [ListingKind.CLINIC]: Clinic;
  [ListingKind.EMPLOYER]: Employer;
  [ListingKind.AGENT]: Agent;
}

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
  private pinned: DirectorySnapshot | null = null;
  private readonly rows = new Map<ListingKind, DataLoader<number, Listing | null>>();
  private readonly sources: DataLoader<number, Source | null>;
  private boundaries: DataLoader<string, string | null> | null = null;
  private readonly store: ListingStore;
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
  async listing<K extends ListingKind>(
    kind: K,
    ordinal: number,
    snapshot = this.snapshot,
  ): Promise<ListingOf[K] | null> {
    const rowId = snapshot.listings(kind).rowIdOf(ordinal);
    return (await this.loader(kind).load(rowId)) as ListingOf[K] | null;
  }

  /** The listing with a code, or null. */
  async byCode<K extends ListingKind>(kind: K, code: string | null): Promise<ListingOf[K] | null> {
    if (code === null) return null;
    const ordinal = this.snapshot.listings(kind).ordinalOf(code);
    return ordinal < 0 ? null : this.listing(kind, ordinal);
  }

  private loader(kind: ListingKind): DataLoader<number, Listing | null> {
    const known = this.rows.get(kind);
    if (known) return known;
    const loader = new DataLoader<number, Listing | null>((rowIds) => this.store.byRowIds(kind, rowIds));
    this.rows.set(kind, loader);
    return loader;
  }
}
