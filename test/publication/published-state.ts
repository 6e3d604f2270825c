import type { Database } from '../../src/database/database';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import {
  PUBLISHED_TABLES,
  type PublishedKind,
  type PublishedRow,
} from '../../src/features/directory/kinds/published-kinds';

/** What a revision holds, kind by kind: the content of each row under its key. */
export type Content = Partial<Record<PublishedKind, readonly PublishedRow[]>>;

/** Publishes `content` through one import; the kinds it names are replaced whole. Gives the number, or null. */
export async function publish(database: Database, content: Content, origin = 'test'): Promise<number | null> {
  const staged = await new PublicationService(database, PUBLISHED_TABLES).begin({ origin, dryRun: false });
  for (const kind of Object.keys(content) as PublishedKind[]) {
    await staged.stage(kind, content[kind] ?? []);
    await staged.complete(kind);
  }
  return (await staged.publish())?.number ?? null;
}

/** The rows that revision `number` shows, without their place in the revisions, as `kind key` → content. */
export async function contentAt(database: Database, number: number): Promise<Record<string, object>> {
  const shown: Record<string, object> = {};
  for (const { name: kind, entity, key } of PUBLISHED_TABLES) {
    const rows = await database.read<object>(entity).find();
    for (const row of rows as Record<string, unknown>[]) {
      const { rowId: _rowId, revisionFrom, revisionUntil, contentHash: _hash, ...content } = row;
      if (Number(revisionFrom) > number || Number(revisionUntil) <= number) continue;
      const name = `${kind} ${String(content[key])}`;
      if (name in shown) throw new Error(`${name} is shown twice in revision ${number}.`);
      shown[name] = content;
    }
  }
  return shown;
}

/** Every row of every published table and of the revisions, as it is stored. */
export async function everything(database: Database): Promise<object> {
  const tables: Record<string, unknown> = {};
  for (const { tableName } of database.reader.dataSource.entityMetadatas) {
    const rows = await database.reader.query<Record<string, unknown>[]>(`SELECT * FROM "${tableName}"`);
    tables[tableName] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}
