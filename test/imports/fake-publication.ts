import type {
  KindChange,
  Publication,
  PublishedTable,
  StagedRevision,
} from '../../src/features/directory/publication/publication.types';
import type { RowOf, VersionedRow } from '../../src/database/versioned-row.entity';
import {
  PUBLISHED_KINDS,
  PUBLISHED_TABLES,
  type PublishedKind,
  type PublishedRow,
} from '../../src/features/directory/kinds/published-kinds';

type Rows = Map<string, string>;
type State = Map<string, Rows>;

function emptyState(): State {
  return new Map(PUBLISHED_KINDS.map((kind) => [kind, new Map<string, string>()]));
}

function tableIn(state: State, kind: string): Rows {
  const rows = state.get(kind);
  if (!rows) throw new Error(`${kind} is not published`);
  return rows;
}

/** A publication in memory that keeps the promises of the real one, and remembers what was asked of it. */
export class FakePublication implements Publication {
  tables = emptyState();
  revision = 0;
  abandoned = 0;
  open: FakeRevision | null = null;
  readonly sources: string[] = [];
  readonly origins: string[] = [];

  begin({ origin, dryRun }: { origin: string; dryRun: boolean }): Promise<StagedRevision> {
    if (this.open) return Promise.reject(new Error('another import runs'));
    this.origins.push(origin);
    this.open = new FakeRevision(this, dryRun);
    return Promise.resolve(this.open);
  }

  tableOf(kind: string): Rows {
    return tableIn(this.tables, kind);
  }

  rows<K extends PublishedKind>(kind: K): PublishedRow<K>[] {
    return [...this.tableOf(kind).values()].map((text) => JSON.parse(text) as PublishedRow<K>);
  }

  row<K extends PublishedKind>(kind: K, key: string): PublishedRow<K> | undefined {
    const text = this.tableOf(kind).get(key);
    return text === undefined ? undefined : (JSON.parse(text) as PublishedRow<K>);
  }

  live<Entity extends VersionedRow, Column extends keyof RowOf<Entity> & string>({
    name,
  }: PublishedTable<Entity>): Promise<Pick<Entity, Column>[]> {
    return Promise.resolve([...this.tableOf(name).values()].map((text) => JSON.parse(text) as Entity));
  }

  liveReferences({ name }: PublishedTable, column: string): ReturnType<Publication['liveReferences']> {
    const counts = new Map<string, number>();
    for (const row of [...this.tableOf(name).values()].map(
      (text) => JSON.parse(text) as Record<string, string | boolean | null>,
    )) {
      const value = row[column] ?? null;
      if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    }
    return Promise.resolve([...counts].map(([value, count]) => ({ value, count })));
  }
}

class FakeRevision implements StagedRevision {
  readonly number: number;
  private readonly staged = emptyState();
  private readonly completed = new Map<string, KindChange>();

  constructor(
    private readonly publication: FakePublication,
    private readonly dryRun: boolean,
  ) {
    this.number = publication.revision + 1;
  }

  liveCount(kind: string): Promise<number> {
    return Promise.resolve(this.publication.tableOf(kind).size);
  }

  sourceId({ name, url }: { name: string; url?: string | undefined }): Promise<number> {
    const source = `${name} ${url ?? ''}`;
    if (!this.publication.sources.includes(source)) this.publication.sources.push(source);
    return Promise.resolve(this.publication.sources.indexOf(source) + 1);
  }

  stage(kind: string, rows: readonly object[]): Promise<void> {
    const keyName = PUBLISHED_TABLES.find(({ name }) => name === kind)?.key ?? '';
    const staged = tableIn(this.staged, kind);
    for (const row of rows) {
      const key = String((row as Record<string, unknown>)[keyName]);
      if (staged.has(key)) return Promise.reject(new Error(`${kind} ${key} was staged twice`));
      staged.set(key, JSON.stringify(row));
    }
    return Promise.resolve();
  }

  complete(kind: string): Promise<KindChange> {
    const live = this.publication.tableOf(kind);
    const staged = tableIn(this.staged, kind);
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
    for (const kind of this.completed.keys()) this.publication.tables.set(kind, tableIn(this.staged, kind));
    this.publication.revision = this.number;
    return Promise.resolve({ number: this.number });
  }

  abandon(): Promise<void> {
    this.publication.open = null;
    this.publication.abandoned++;
    return Promise.resolve();
  }
}
