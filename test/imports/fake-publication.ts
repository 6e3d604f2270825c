import {
  type KindChange,
  type Publication,
  PUBLISHED,
  PUBLISHED_KINDS,
  type PublishedKind,
  type PublishedRow,
  type StagedRevision,
} from '../../src/features/directory/publication/publication.types';

type Rows = Map<string, string>;
type State = Record<PublishedKind, Rows>;

function emptyState(): State {
  return Object.fromEntries(PUBLISHED_KINDS.map((kind) => [kind, new Map()])) as unknown as State;
}

/** A publication in memory that keeps the promises of the real one, and remembers what was asked of it. */
export class FakePublication implements Publication {
  live = emptyState();
  revision = 0;
  abandoned = 0;
  open: FakeRevision | null = null;
  readonly sources: string[] = [];

  begin({ dryRun }: { origin: string; dryRun: boolean }): Promise<StagedRevision> {
    if (this.open) return Promise.reject(new Error('another import runs'));
    this.open = new FakeRevision(this, dryRun);
    return Promise.resolve(this.open);
  }

  rows<K extends PublishedKind>(kind: K): PublishedRow<K>[] {
    return [...this.live[kind].values()].map((text) => JSON.parse(text) as PublishedRow<K>);
  }

  row<K extends PublishedKind>(kind: K, key: string): PublishedRow<K> | undefined {
    const text = this.live[kind].get(key);
    return text === undefined ? undefined : (JSON.parse(text) as PublishedRow<K>);
  }

  liveUnits(): ReturnType<Publication['liveUnits']> {
    return Promise.resolve(this.rows('units'));
  }

  liveOffices(): ReturnType<Publication['liveOffices']> {
    return Promise.resolve(this.rows('offices'));
  }

  liveSuccessions(): ReturnType<Publication['liveSuccessions']> {
    return Promise.resolve(this.rows('unitSuccessions'));
  }

  liveBoundaries(): ReturnType<Publication['liveBoundaries']> {
    return Promise.resolve(this.rows('unitBoundaries'));
  }

  liveReferences(kind: PublishedKind, column: string): ReturnType<Publication['liveReferences']> {
    const counts = new Map<string, number>();
    for (const row of this.rows(kind) as unknown as Record<string, string | null>[]) {
      const value = row[column];
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return Promise.resolve([...counts].map(([value, count]) => ({ value, count })));
  }
}

class FakeRevision implements StagedRevision {
  readonly number: number;
  private readonly staged = emptyState();
  private readonly completed = new Map<PublishedKind, KindChange>();

  constructor(
    private readonly publication: FakePublication,
    private readonly dryRun: boolean,
  ) {
    this.number = publication.revision + 1;
  }

  liveCount(kind: PublishedKind): Promise<number> {
    return Promise.resolve(this.publication.live[kind].size);
  }

  sourceId({ name, url }: { name: string; url?: string | undefined }): Promise<number> {
    const source = `${name} ${url ?? ''}`;
    if (!this.publication.sources.includes(source)) this.publication.sources.push(source);
    return Promise.resolve(this.publication.sources.indexOf(source) + 1);
  }

  stage<K extends PublishedKind>(kind: K, rows: readonly PublishedRow<K>[]): Promise<void> {
    const keyName = PUBLISHED[kind].key as keyof PublishedRow<K>;
    for (const row of rows) {
      const key = String(row[keyName]);
      if (this.staged[kind].has(key)) return Promise.reject(new Error(`${kind} ${key} was staged twice`));
      this.staged[kind].set(key, JSON.stringify(row));
    }
    return Promise.resolve();
  }

  complete(kind: PublishedKind): Promise<KindChange> {
    const live = this.publication.live[kind];
    const staged = this.staged[kind];
    const change = { added: 0, changed: 0, removed: 0, unchanged: 0 };
    for (const [key, text] of staged) {
      const before = live.get(key);
      if (before === undefined) change.added++;
      else if (before === text) change.unchanged++;
      else change.changed++;
    }
    for (const key of live.keys()) if (!staged.has(key)) change.removed++;
    this.completed.set(kind, change);
    return Promise.resolve(change);
  }

  publish(): Promise<{ number: number } | null> {
    if (this.dryRun) return Promise.reject(new Error('a dry run cannot be published'));
    this.publication.open = null;
    const isChanged = [...this.completed.values()].some(({ added, changed, removed }) => added + changed + removed > 0);
    if (!isChanged) return Promise.resolve(null);
    for (const kind of this.completed.keys()) this.publication.live[kind] = this.staged[kind];
    this.publication.revision = this.number;
    return Promise.resolve({ number: this.number });
  }

  abandon(): Promise<void> {
    this.publication.open = null;
    this.publication.abandoned++;
    return Promise.resolve();
  }
}
