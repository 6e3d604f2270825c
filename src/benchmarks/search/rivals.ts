import { DataSource } from 'typeorm';
import { Sqlite } from '../../database/sqlite-driver';
import { foldMarks } from '../../shared/vietnamese/marks';
import { startPostgres } from '../benchmark-postgres';
import { type Contestant } from './measurement';

/** General search engines over the same names. All get names and queries without marks, which helps them. */
export interface Rival extends Contestant {
  close(): Promise<void>;
}

/** A name under its place in the list of listings. */
export interface NamedListing {
  readonly place: number;
  readonly name: string;
}

const TEN = 10;
const TRIGRAM = 3;

/** The trigram index of SQLite's FTS5, ranked by BM25. */
export function ftsTrigram(listings: readonly NamedListing[]): Rival {
  const database = new Sqlite(':memory:');
  database.exec("CREATE VIRTUAL TABLE names USING fts5(name, tokenize = 'trigram')");
  const insert = database.prepare('INSERT INTO names (rowid, name) VALUES (?, ?)');
  database.transaction(() => {
    for (const { place, name } of listings) insert.run(place + 1, foldMarks(name));
  })();
  const select = database.prepare<[string], { rowid: number }>(
    `SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT ${TEN}`,
  );
  return {
    name: 'SQLite FTS5 trigram',
    find: (text) => {
      const query = foldMarks(text);
      const grams = new Set(
        Array.from({ length: Math.max(0, query.length - TRIGRAM + 1) }, (_, at) => query.slice(at, at + TRIGRAM)),
      );
      const match = [...grams].map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' OR ');
      return match === '' ? [] : select.all(match).map(({ rowid }) => rowid - 1);
    },
    close: () => Promise.resolve(void database.close()),
  };
}

/** MiniSearch with fuzzy and prefix search. */
export async function miniSearch(listings: readonly NamedListing[]): Promise<Rival> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch<{ id: number; name: string }>({
    fields: ['name'],
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  index.addAll(listings.map(({ place, name }) => ({ id: place, name: foldMarks(name) })));
  const placeOf = (result: { readonly id: unknown }): number => Number(result.id);
  return {
    name: 'minisearch',
    find: (text) => index.search(foldMarks(text)).slice(0, TEN).map(placeOf),
    close: () => Promise.resolve(),
  };
}

/** Trigram similarity of PostgreSQL's pg_trgm with a GiST index, on the server that the tests use. */
export async function postgresTrigram(listings: readonly NamedListing[]): Promise<Rival> {
  const { url, stop } = await startPostgres();
  const client = await new DataSource({ type: 'postgres', url }).initialize();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await client.query('CREATE TABLE benchmark_names (place integer PRIMARY KEY, name text NOT NULL)');
  const places = listings.map(({ place }) => place);
  const names = listings.map(({ name }) => foldMarks(name));
  await client.query('INSERT INTO benchmark_names SELECT * FROM unnest($1::integer[], $2::text[])', [places, names]);
  await client.query(
    'CREATE INDEX benchmark_names_trigrams ON benchmark_names USING gist (name gist_trgm_ops(siglen = 64))',
  );
  await client.query('ANALYZE benchmark_names');
  const text = `SELECT place FROM benchmark_names ORDER BY name <-> $1 LIMIT ${TEN}`;
  return {
    name: 'PostgreSQL pg_trgm',
    find: async (query) => {
      const rows = await client.query<{ place: number }[]>(text, [foldMarks(query)]);
      return rows.map(({ place }) => place);
    },
    close: async () => {
      await client.destroy();
      stop();
    },
  };
}
