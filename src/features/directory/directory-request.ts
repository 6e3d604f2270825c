import DataLoader from 'dataloader';
import type { Database } from '../../database/database';
import { followedBy, type MaybePromise } from '../../shared/maybe-promise';
import { UnitBoundaryStore } from '../geography/boundary/unit-boundary.store';
import { agencyToday, dayNumber } from '../../shared/calendar';
import { type CursorSigner, ListCursors, type PagePlace } from '../../shared/relay/page';
import { WorkSlices } from '../../shared/work-slices';
import type { Unit } from '../geography/unit/unit.entity';
import type { Listing, ListingClass } from './listing/listing.entity';
import type { ListingStore } from './listing/listing.store';
import type { ListingKind } from './listing/listing.types';
import type { Source } from './listing/source.entity';
import type { DirectorySnapshot } from './snapshot/directory-snapshot';
import type { SnapshotService } from './snapshot/snapshot.service';

/** What answers about the directory are made from. */
export interface DirectoryServices {
  readonly database: Database;
  readonly snapshots: SnapshotService;
  readonly listings: ListingStore;
  readonly cursors: CursorSigner;
}

/** What the views of one request share. */
export class RequestScope {
  /** The agency's day of this request, as text and as a number. */
  readonly today: string;
  readonly todayNumber: number;
  readonly work: WorkSlices;
  readonly views = new Map<DirectorySnapshot, DirectoryRequest>();
  /** Numbers of the revisions that were read. */
  readonly read = new Set<number>();
  /** The views in which lists are walked. */
  readonly walked = new Set<DirectoryRequest>();
  /** From which view an object was read, for those of an earlier revision. */
  readonly origins = new WeakMap<object, DirectoryRequest>();

  /** Names of the kinds that were read in the published revision. */
  readonly kindsRead = new Set<string>();

  constructor(signal: AbortSignal, now: Date = new Date()) {
    this.work = new WorkSlices(signal);
    this.today = agencyToday(now);
    this.todayNumber = dayNumber(this.today, 0);
  }
}

/** A list under way: its cursors, where the page begins, and the directory in which the walk began. */
export interface Walk {
  readonly cursors: ListCursors;
  readonly place: PagePlace;
  readonly directory: DirectoryRequest;
}

/**
 * The directory as one request sees it: pinned to the revision in which the request began, with loaders that fetch each
 * row once and all rows of a kind in one statement. A page of an earlier revision has a view of its own, and what is read
 * through it leads on in that revision.
 */
export class DirectoryRequest {
  private readonly rows = new Map<ListingClass, DataLoader<number, Listing | null>>();
  private readonly sources: DataLoader<number, Source | null>;
  private boundaries: DataLoader<string, string | null> | null = null;
  private watched: DirectorySnapshot | null = null;
  private readonly boundaryStore: UnitBoundaryStore;

  constructor(
    private readonly services: DirectoryServices,
    private readonly scope: RequestScope,
    /** The view of the published revision; null in that view itself. */
    private readonly published: DirectoryRequest | null = null,
    private pinned: DirectorySnapshot | null = null,
  ) {
    this.boundaryStore = new UnitBoundaryStore(services.database);
    this.sources = new DataLoader((ids) => services.listings.sources(ids));
  }

  get store(): ListingStore {
    return this.services.listings;
  }

  /** The agency's day of this request, as text and as a number. */
  get today(): string {
    return this.scope.today;
  }

  get todayNumber(): number {
    return this.scope.todayNumber;
  }

  /** Takes turns with other requests while this one works through a whole kind, and ends with it. */
  get work(): WorkSlices {
    return this.scope.work;
  }

  /** The snapshot this request answers from. Throws NOT_READY. */
  get snapshot(): DirectorySnapshot {
    const snapshot = this.pin();
    this.scope.read.add(snapshot.number);
    if (this.published) return snapshot;
    this.watched ??= snapshot.watched((names) => {
      for (const name of names) this.scope.kindsRead.add(name);
    });
    return this.watched;
  }

  /** Numbers of the revisions that the request has read, ascending. */
  get revisionsRead(): number[] {
    return [...this.scope.read].sort((left, right) => left - right);
  }

  /**
   * The kinds that were read as they are published now, by name, with the revision in which each last changed: until one
   * of them changes again, the answer stays the same. A page of an earlier revision stays the same for ever.
   */
  get kindsRead(): ReadonlyMap<string, number> {
    const { kindsRead } = this.scope;
    if (kindsRead.size === 0) return new Map();
    const { kindRevisions } = this.pin().revision;
    return new Map(Array.from(kindsRead, (name) => [name, kindRevisions[name] ?? 0]));
  }

  /**
   * Begins or goes on with a list of the kinds, which its arguments name. Throws BAD_CURSOR, and REVISION_GONE when what
   * it began with is kept no longer.
   */
  walk(after: string | null | undefined, kinds: readonly ListingKind[], ...list: readonly unknown[]): Walk {
    const cursors = new ListCursors(this.services.cursors, ...list);
    const current = { revision: this.pin().changedIn(kinds), day: this.todayNumber };
    const place = cursors.place(after, current);
    const isCurrent = place.revision === current.revision;
    const directory = isCurrent ? this : this.in(this.services.snapshots.lastWith(kinds, place.revision));
    this.scope.walked.add(directory);
    return { cursors, place, directory };
  }

  /** The view in which the lists so far are walked, when it is one; else the published revision. */
  get walked(): DirectoryRequest {
    const published = this.published ?? this;
    const [only, ...others] = this.scope.walked;
    return only && others.length === 0 ? only : published;
  }

  /** The directory as revision `number` shows it. Throws REVISION_GONE. */
  at(number: number): DirectoryRequest {
    return number === this.pin().number ? this : this.in(this.services.snapshots.at(number));
  }

  /** The directory in the revision in which an object of this request was read: what it leads to is read there too. */
  of(object: object): DirectoryRequest {
    return this.scope.origins.get(object) ?? this.published ?? this;
  }

  /** A unit of this revision, which leads on in it. */
  unit<U extends Unit | undefined>(unit: U): U extends Unit ? Unit : Unit | null;
  unit(unit: Unit | undefined): Unit | null {
    if (!unit || !this.published) return unit ?? null;
    return this.seen(unit);
  }

  /** The GeoJSON coordinates of a unit's area in this revision, as text, or null. */
  boundary(unitKey: string): Promise<string | null> {
    this.boundaries ??= new DataLoader((keys) => this.boundaryStore.coordinates(keys, this.pin().number));
    return this.boundaries.load(unitKey);
  }

  /** A source by its number. */
  source(sourceId: number): MaybePromise<Source | null> {
    return this.store.keptSource(sourceId) ?? this.sources.load(sourceId);
  }

  /** The listing at an ordinal of the index of its class. */
  listing<Entity extends Listing>(of: ListingClass<Entity>, ordinal: number): MaybePromise<Entity | null> {
    const rowId = this.snapshot.listingsOf(of).rowIdOf(ordinal);
    const row = this.store.kept(of, rowId) ?? (this.loader(of).load(rowId) as Promise<Entity | null>);
    return this.published ? followedBy(row, (read) => read && this.seen(read)) : row;
  }

  /** The listing with a code, or null. */
  byCode<Entity extends Listing>(of: ListingClass<Entity>, code: string | null): MaybePromise<Entity | null> {
    if (code === null) return null;
    const ordinal = this.snapshot.listingsOf(of).ordinalOf(code);
    return ordinal < 0 ? null : this.listing(of, ordinal);
  }

  /** Revisions share units and rows, so that one alone does not tell from which revision it was read. */
  private seen<T extends object>(shared: T): T {
    const seen = Object.create(shared) as T;
    this.scope.origins.set(seen, this);
    return seen;
  }

  /** The snapshot, without a note that it is read. */
  private pin(): DirectorySnapshot {
    if (!this.pinned) {
      this.pinned = this.services.snapshots.current();
      this.scope.views.set(this.pinned, this);
    }
    return this.pinned;
  }

  private in(snapshot: DirectorySnapshot): DirectoryRequest {
    const known = this.scope.views.get(snapshot);
    if (known) return known;
    const view = new DirectoryRequest(this.services, this.scope, this.published ?? this, snapshot);
    this.scope.views.set(snapshot, view);
    return view;
  }

  private loader(of: ListingClass): DataLoader<number, Listing | null> {
    const known = this.rows.get(of);
    if (known) return known;
    const loader = new DataLoader<number, Listing | null>((rowIds) =>
      this.store.byRowIds(of, rowIds, this.pin().number),
    );
    this.rows.set(of, loader);
    return loader;
  }
}
