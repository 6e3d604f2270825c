import type { DataSourceOptions } from 'typeorm';

/** Where the data lives: one SQLite file, or a PostgreSQL primary with any number of replicas to read from. */
export type DatabaseLocation =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | { readonly dialect: 'postgres'; readonly primaryUrl: string; readonly replicaUrls: readonly string[] };

/** What the parts above bring: their tables and the history of these. */
export interface DatabaseParts {
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  readonly migrations: NonNullable<DataSourceOptions['migrations']>;
}
