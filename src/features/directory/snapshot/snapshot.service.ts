import { setTimeout as sleep } from 'node:timers/promises';
import { agencyToday, dayNumber } from '../../../shared/calendar';
import { DomainError } from '../../../shared/errors';
import type { ListingKind } from '../listing/listing.types';
import type { PublicationService } from '../publication/publication.service';
import type { Revision } from '../publication/revision.entity';
import { DirectorySnapshot } from './directory-snapshot';
import type { SnapshotKind } from './snapshot-kind';
import type { SnapshotBuilder, SnapshotParts, SnapshotRequest } from './snapshot-builder.store';

const POLL_MS = 1_000;
/** Earlier snapshots that stay, so that page walks begun on them can end. */
const KEPT_SNAPSHOTS = 2;
/** Listings that earlier snapshots may hold beside those they share: about 200 MB. */
const KEPT_LISTINGS = 200_000;

/** What the service tells its surroundings. */
export interface SnapshotEvents {
  built?(snapshot: DirectorySnapshot, elapsedMs: number): void;
  failed?(error: unknown): void;
}

/**
 * Holds the snapshot of the published revision and follows the publication: a new revision (or a new day) is built
 * beside the one that answers and then takes its place.
 */
export class SnapshotService {
  private snapshot: DirectorySnapshot | null = null;
  private earlier: DirectorySnapshot[] = [];
  private following: AbortController | null = null;
  private refreshing: Promise<void> | null = null;

  constructor(
    private readonly publication: PublicationService,
    private readonly builder: SnapshotBuilder,
    /** All kinds of listings, in the order in which answers name them. */
    private readonly kinds: readonly SnapshotKind[],
    private readonly events: SnapshotEvents = {},
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The snapshot that answers now. Throws NOT_READY before the first is built. */
  current(): DirectorySnapshot {
    if (!this.snapshot) {
      throw new DomainError('NOT_READY', {
        en: 'The directory is being prepared; try again in a moment.',
        vi: 'Danh mục đang được chuẩn bị; vui lòng thử lại sau giây lát.',
      });
    }
    return this.snapshot;
  }

  /** Whether a snapshot can answer. */
  get ready(): boolean {
    return this.snapshot !== null;
  }

  /** The number of the revision that answers now, 0 before the first. */
  get number(): number {
    return this.snapshot?.number ?? 0;
  }

  /** The snapshot of a revision. Throws REVISION_GONE when it is kept no longer. */
  at(number: number): DirectorySnapshot {
    return this.kept(number, (snapshot) => snapshot.number === number);
  }

  /** The latest snapshot in which the kinds last changed in revision `number`. Throws REVISION_GONE. */
  lastWith(kinds: readonly ListingKind[], number: number): DirectorySnapshot {
    return this.kept(number, (snapshot) => snapshot.changedIn(kinds) === number);
  }

  private kept(number: number, isWanted: (snapshot: DirectorySnapshot) => boolean): DirectorySnapshot {
    const found = [this.current(), ...this.earlier].find(isWanted);
    if (found) return found;
    throw new DomainError(
      'REVISION_GONE',
      {
        en: `The directory was published anew (revision ${this.number}) and revision ${number} is kept no longer; start again without a cursor.`,
        vi: `Danh mục đã có phiên bản mới (${this.number}); phiên bản ${number} không còn được lưu. Hãy bắt đầu lại, không dùng con trỏ.`,
      },
      { revision: number, currentRevision: this.number },
    );
  }

  /** Builds what is published now, unless it is built already. Calls that overlap share one build. */
  refresh(): Promise<void> {
    this.refreshing ??= this.rebuild().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  /** Follows the publication until `stop`. Faults are told and tried again. */
  follow(): void {
    const controller = new AbortController();
    this.following = controller;
    const loop = async (): Promise<void> => {
      while (!controller.signal.aborted) {
        await this.refresh().catch((error: unknown) => this.events.failed?.(error));
        await sleep(POLL_MS, undefined, { signal: controller.signal, ref: false }).catch(() => undefined);
      }
    };
    void loop();
  }

  /** Ends following and waits for a build that is under way. */
  async stop(): Promise<void> {
    this.following?.abort();
    await this.refreshing?.catch(() => undefined);
  }

  private async rebuild(): Promise<void> {
    const day = dayNumber(agencyToday(this.now()), 0);
    const before = this.snapshot;
    if (before?.day === day && before.number === (await this.publication.currentNumber())) return;
    const revision = await this.publication.current();
    if (!revision) return;
    const started = performance.now();
    const request = changedParts(this.kinds, before, revision, day);
    const parts = await this.builder.build(request);
    for (const kind of this.kinds) assertWhole(kind, parts, revision);
    const snapshot = await DirectorySnapshot.assemble(revision, day, parts, { kinds: this.kinds, before });
    if (before && before.number !== revision.number) this.earlier = kept(snapshot, [before, ...this.earlier]);
    this.snapshot = snapshot;
    this.events.built?.(snapshot, performance.now() - started);
  }
}

/** The earlier snapshots worth their memory: few, and together not much larger than what they share with the newest. */
function kept(newest: DirectorySnapshot, earlier: readonly DirectorySnapshot[]): DirectorySnapshot[] {
  let own = 0;
  let later = newest;
  return earlier.slice(0, KEPT_SNAPSHOTS).filter((snapshot) => {
    own += snapshot.listingsNotIn(later);
    later = snapshot;
    return own <= KEPT_LISTINGS;
  });
}

/** What must be built anew: kinds that changed since, all of them when units changed (their names are searched) or the day did. */
function changedParts(
  kinds: readonly SnapshotKind[],
  before: DirectorySnapshot | null,
  revision: Revision,
  today: number,
): SnapshotRequest {
  const changed = (name: string): boolean => before?.revision.kindRevisions[name] !== revision.kindRevisions[name];
  const isListed = (name: string): boolean => kinds.some((kind) => kind.name === name);
  const others = Object.keys(revision.kindRevisions).filter((name) => !isListed(name));
  const geography = before === null || before.day !== today || others.some(changed);
  const wanted = geography ? kinds : kinds.filter(({ name }) => changed(name));
  return { revision: revision.number, geography, kinds: wanted.map(({ kind }) => kind), today };
}

/** A replica may show the flip before all rows: then the next look builds again. */
function assertWhole({ kind, name }: SnapshotKind, { listings }: SnapshotParts, revision: Revision): void {
  const packed = listings.find((each) => each.kind === kind);
  const expected = revision.counts[name] ?? 0;
  if (packed && packed.size !== expected) {
    throw new Error(
      `Revision ${revision.number} has ${expected} listings of kind ${kind}, but ${packed.size} were read.`,
    );
  }
}
