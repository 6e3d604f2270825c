import { type QueryRunner, TableColumn, type TableColumnOptions } from 'typeorm';

/** Portable column types: what SQLite and PostgreSQL both take under one name and read back alike. */
export const text = (name: string, length: number): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(length),
});
export const longText = (name: string): TableColumnOptions => ({ name, type: 'text' });
export const whole = (name: string): TableColumnOptions => ({ name, type: 'integer' });
export const real = (name: string): TableColumnOptions => ({ name, type: 'double precision' });
export const truth = (name: string): TableColumnOptions => ({ name, type: 'boolean' });

/** The same column, which may be empty. */
export const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });
/** The same column with a default, written as SQL. */
export const withDefault = (column: TableColumnOptions, value: string): TableColumnOptions => ({
  ...column,
  default: value,
});
/** The same column as the primary key. */
export const primary = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });

/**
 * The columns as the database of a migration spells them: SQLite keeps truth values as 0 and 1, and a default written
 * otherwise would look changed when entities and tables are compared.
 */
export function spelledFor(databaseType: string, columns: readonly TableColumnOptions[]): TableColumnOptions[] {
  if (databaseType === 'postgres') return [...columns];
  const spelling = new Map<unknown, string>([
    ['true', '1'],
    ['false', '0'],
  ]);
  return columns.map((column) => {
    const spelled = column.type === 'boolean' ? spelling.get(column.default) : undefined;
    return spelled === undefined ? { ...column } : { ...column, default: spelled };
  });
}

/**
 * Adds columns that must not be empty to a table with rows: `fill` gives the rows their values, in the defaults' place,
 * and then the defaults go.
 */
export async function addFilledColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly TableColumnOptions[],
  fill: () => Promise<void>,
): Promise<void> {
  for (const column of columns) {
    const empty = column.type === 'integer' ? '0' : "''";
    await runner.addColumn(table, new TableColumn(withDefault(column, empty)));
  }
  await fill();
  for (const column of columns) {
    if (runner.connection.options.type === 'postgres') {
      // TypeORM would drop the column with its values and add it anew.
      await runner.query(`ALTER TABLE "${table}" ALTER COLUMN "${column.name}" DROP DEFAULT`);
      continue;
    }
    const added = (await runner.getTable(table))?.findColumnByName(column.name);
    if (added) await runner.changeColumn(table, added, new TableColumn({ ...column }));
  }
}
