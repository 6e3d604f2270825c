import type { DirectoryStateStore } from './directory-state.store';
import type { ImportLease } from './import-lease';
import { ImportLeaseLostError } from './publication.errors';
import type { KindChange, StagedRevision } from './publication.types';
import type { PublishedRowsStore } from './published-rows.store';
import type { Revision } from './revision.entity';
import { StagedKind } from './staged-kind';

interface Terms {
  readonly origin: string;
  readonly current: Revision | null;
  /** What the writes go through; null in a dry run, which writes nothing. */
  readonly lease: ImportLease | null;
  /** Called after the flip, while the lease is still held. */
  readonly published: (lease: ImportLease) => Promise<void>;
}

/** A revision in the making (see `StagedRevision`). */
export class StagedRevisionService implements StagedRevision {
  readonly number: number;
  private readonly kinds = new Map<string, StagedKind>();
  private readonly changes = new Map<string, KindChange>();
  private isPublished = false;

  constructor(
    private readonly state: DirectoryStateStore,
    private readonly stores: readonly PublishedRowsStore[],
    private readonly terms: Terms,
  ) {
    this.number = terms.lease?.next ?? (terms.current?.number ?? 0) + 1;
  }

  liveCount(kind: string): Promise<number> {
    return Promise.resolve(this.terms.current?.counts[kind] ?? 0);
  }

  async sourceId(source: { name: string; url?: string | undefined }): Promise<number> {
    const url = source.url ?? '';
    const { lease } = this.terms;
    if (lease === null) return (await this.state.knownSourceId(source.name, url)) ?? 0;
    return lease.write((manager) => this.state.sourceId(manager, source.name, url));
  }

  async stage(kind: string, rows: readonly object[]): Promise<void> {
    await (await this.kind(kind)).stage(rows);
  }

  async complete(kind: string): Promise<KindChange> {
    const change = await (await this.kind(kind)).complete();
    this.changes.set(kind, change);
    return change;
  }

  async publish(): Promise<{ number: number } | null> {
    const unfinished = [...this.kinds.keys()].filter((kind) => !this.changes.has(kind));
    if (unfinished.length > 0) throw new Error(`Kinds that are staged but not complete: ${unfinished.join(', ')}.`);
    const changed = [...this.changes].filter(([, change]) => change.added + change.changed + change.removed > 0);
    const { lease, published } = this.terms;
    if (changed.length === 0 || lease === null) {
      await lease?.release();
      return null;
    }
    await lease.publish(this.revision(changed));
    this.isPublished = true;
    // The revision stands; what the work after it could not do, the next one does.
    await published(lease).catch(() => undefined);
    await lease.release();
    return { number: this.number };
  }

  async abandon(): Promise<void> {
    const { lease } = this.terms;
    if (lease === null || this.isPublished) return;
    try {
      for (const store of this.stores) await store.forgetAfter(this.number - 1, (work) => lease.write(work));
    } catch (error) {
      // Whoever took the lease over has cleaned up before.
      if (!(error instanceof ImportLeaseLostError)) throw error;
    } finally {
      await lease.release();
    }
  }

  private revision(changed: readonly (readonly [string, KindChange])[]): Revision {
    const { current, origin } = this.terms;
    const { number } = this;
    const counts = { ...current?.counts };
    const kindRevisions = { ...current?.kindRevisions };
    const changes: Revision['changes'] = {};
    for (const [kind, change] of changed) {
      counts[kind] = (counts[kind] ?? 0) + change.added - change.removed;
      kindRevisions[kind] = number;
      changes[kind] = { added: change.added, changed: change.changed, removed: change.removed };
    }
    return {
      number,
      publishedAt: new Date().toISOString(),
      origin: origin.slice(0, 300),
      counts,
      kindRevisions,
      changes,
    };
  }

  private async kind(kind: string): Promise<StagedKind> {
    const known = this.kinds.get(kind);
    if (known) return known;
    const store = this.stores.find((candidate) => candidate.name === kind);
    if (!store) throw new Error(`No store for the kind ${kind}.`);
    const { lease } = this.terms;
    const opened = await StagedKind.open(store, {
      current: this.terms.current?.number ?? 0,
      number: this.number,
      liveCount: await this.liveCount(kind),
      write: lease && ((work) => lease.write(work)),
    });
    this.kinds.set(kind, opened);
    return opened;
  }
}
