import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { type DirectoryStateStore, IMPORT_LEASE_MS } from './directory-state.store';
import { ImportLeaseLostError } from './publication.errors';
import type { KindChange, PublishedKind, PublishedRow, StagedRevision } from './publication.types';
import type { PublishedRowsStore } from './published-rows.store';
import type { Revision } from './revision.entity';
import { StagedKind } from './staged-kind';

interface Terms {
  readonly origin: string;
  readonly dryRun: boolean;
  readonly current: Revision | null;
  readonly number: number;
  /** Who holds the right to import; null in a dry run. */
  readonly owner: string | null;
  /** Called after the flip. */
  readonly published?: () => Promise<void>;
}

/** A revision in the making (see `StagedRevision`). Its right to import is renewed while it lives. */
export class StagedRevisionService implements StagedRevision {
  readonly number: number;
  private readonly kinds = new Map<PublishedKind, StagedKind>();
  private readonly changes = new Map<PublishedKind, KindChange>();
  private readonly heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly state: DirectoryStateStore,
    private readonly stores: readonly PublishedRowsStore[],
    private readonly terms: Terms,
  ) {
    this.number = terms.number;
    const { owner } = terms;
    if (owner === null) return;
    // A missed beat is no fault: the flip itself checks the right.
    const beat = (): void => void this.state.heartbeat(owner, new Date()).catch(() => undefined);
    this.heartbeat = setInterval(beat, IMPORT_LEASE_MS / 6).unref();
  }

  liveCount(kind: PublishedKind): Promise<number> {
    return Promise.resolve(this.terms.current?.counts[kind] ?? 0);
  }

  async sourceId(source: { name: string; url?: string | undefined }): Promise<number> {
    const url = source.url ?? '';
    if (this.terms.dryRun) return (await this.state.knownSourceId(source.name, url)) ?? 0;
    return this.state.sourceId(source.name, url);
  }

  async stage<K extends PublishedKind>(kind: K, rows: readonly PublishedRow<K>[]): Promise<void> {
    await (await this.kind(kind)).stage(rows);
  }

  async complete(kind: PublishedKind): Promise<KindChange> {
    const change = await (await this.kind(kind)).complete();
    this.changes.set(kind, change);
    return change;
  }

  async publish(): Promise<{ number: number } | null> {
    const changed = [...this.changes].filter(([, change]) => change.added + change.changed + change.removed > 0);
    if (changed.length === 0 || this.terms.dryRun || this.terms.owner === null) {
      await this.end();
      return null;
    }
    clearInterval(this.heartbeat);
    if (!(await this.state.publish(this.terms.owner, this.revision(changed)))) throw new ImportLeaseLostError();
    await this.terms.published?.();
    return { number: this.number };
  }

  async abandon(): Promise<void> {
    if (this.terms.owner !== null && (await this.state.heartbeat(this.terms.owner, new Date()))) {
      for (const store of this.stores) await store.forgetAfter(this.number - 1);
    }
    await this.end();
  }

  private revision(changed: readonly (readonly [PublishedKind, KindChange])[]): Revision {
    const { current, number, origin } = this.terms;
    const counts = { ...current?.counts };
    const kindRevisions = { ...current?.kindRevisions };
    const changes: Revision['changes'] = {};
    for (const [kind, change] of changed) {
      counts[kind] = (counts[kind] ?? 0) + change.added - change.removed;
      kindRevisions[kind] = number;
      changes[kind] = { added: change.added, changed: change.changed, removed: change.removed };
    }
    return { number, publishedAt: new Date().toISOString(), origin: origin.slice(0, 300), counts, kindRevisions, changes };
  }

  /** An import that stood still may find that another one began: it must not write into that one's revision. */
  private async assertRight(manager: EntityManager): Promise<void> {
    if (!(await this.state.holdsRight(manager, this.terms.owner))) throw new ImportLeaseLostError();
  }

  private async end(): Promise<void> {
    clearInterval(this.heartbeat);
    if (this.terms.owner !== null) await this.state.release(this.terms.owner);
  }

  private async kind(kind: PublishedKind): Promise<StagedKind> {
    const known = this.kinds.get(kind);
    if (known) return known;
    const store = this.stores.find((candidate) => candidate.kind === kind);
    if (!store) throw new Error(`No store for the kind ${kind}.`);
    const opened = await StagedKind.open(this.database, store, {
      number: this.number,
      liveCount: await this.liveCount(kind),
      dryRun: this.terms.dryRun,
      guard: (manager) => this.assertRight(manager),
    });
    this.kinds.set(kind, opened);
    return opened;
  }
}
