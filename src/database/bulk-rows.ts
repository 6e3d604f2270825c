import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

const MAX_PARAMETERS = 30_000;
const MAX_ROWS = 512;

/**
 * Inserts plain rows in few large statements. TypeORM's own insert builds an object graph for each row, which costs
 * several times the insert itself at a million rows. Values are prepared by the same driver rules.
 */
export function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  return insertAll(manager, entity, rows, '');
}

/** Inserts plain rows like `insertRows`; a row whose primary key is there already takes its place. Keys must not repeat. */
export async function replaceRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<void> {
  const { driver } = manager.dataSource;
  const { columns } = manager.dataSource.getMetadata(entity);
  const named = (isPrimary: boolean): string[] =>
    columns.filter((column) => column.isPrimary === isPrimary).map((column) => driver.escape(column.databaseName));
  const changes = named(false).map((name) => `${name} = excluded.${name}`);
  await insertAll(
    manager,
    entity,
    rows,
    ` ON CONFLICT (${named(true).join(', ')}) DO UPDATE SET ${changes.join(', ')}`,
  );
}

async function insertAll<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
  onConflict: string,
): Promise<void> {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const columns = metadata.columns;
  const table = driver.escape(metadata.tableName);
  const names = columns.map((column) => driver.escape(column.databaseName)).join(', ');
  for (const chunk of chunks(rows, MAX_PARAMETERS / columns.length)) {
    const parameters: unknown[] = [];
    for (const row of chunk) for (const column of columns) parameters.push(preparedValue(row, column, manager));
    const tuples = placeholders(chunk.length, columns.length, (index) => driver.createParameter('', index));
    await manager.query(`INSERT INTO ${table} (${names}) VALUES ${tuples}${onConflict}`, parameters);
  }
}

/** Rows by 512, 256, 128 …: few different statements, so that the driver prepares each of them once. */
function* chunks<T>(rows: readonly T[], most: number): Generator<readonly T[], void, undefined> {
  let size = 2 ** Math.floor(Math.log2(Math.min(most, MAX_ROWS)));
  for (let start = 0; start < rows.length; start += size) {
    while (size > rows.length - start) size /= 2;
    yield rows.slice(start, start + size);
  }
}

function preparedValue(row: ObjectLiteral, column: ColumnMetadata, manager: EntityManager): unknown {
  const value: unknown = row[column.propertyName] ?? column.default ?? null;
  return value === null ? null : manager.dataSource.driver.preparePersistentValue(value, column);
}

/** `(?, ?), (?, ?)` in the dialect's own spelling. */
function placeholders(rowCount: number, columnCount: number, parameter: (index: number) => string): string {
  const tuples: string[] = [];
  for (let row = 0; row < rowCount; row++) {
    const names: string[] = [];
    for (let column = 0; column < columnCount; column++) names.push(parameter(row * columnCount + column));
    tuples.push(`(${names.join(', ')})`);
  }
  return tuples.join(', ');
}
