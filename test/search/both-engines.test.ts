import { join } from 'node:path';
import { type Database } from '../../src/database/database';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { runImport } from '../../src/imports/run-import';
import { withGeneratedManifest } from '../../src/seeding/with-generated-manifest';
import { foldMarks } from '../../src/shared/vietnamese/marks';
import { TestGateway } from '../directory/gateway';
import { testDatabase } from '../setup/test-database';

const QUERIES = 1_000;
const LIMIT_MS = 180_000;
const SEARCH = 'query ($text: String!) { search(text: $text, first: 10) { edges { node { code } } } }';

interface Found {
  readonly search: { readonly edges: readonly { readonly node: { readonly code: string } }[] };
}

async function importManifest(database: Database, manifestPath: string): Promise<void> {
  const options = { manifestPath, dryRun: false, skipInvalid: false, allowShrink: false, progress: SILENT_PROGRESS };
  const { status } = await runImport(options, { publication: new PublicationService(database, PUBLISHED_TABLES) });
  expect(status).toBe('published');
}

async function seeded(database: Database): Promise<TestGateway> {
  await importManifest(database, join(__dirname, '../../seeds/directory/manifest.json'));
  await withGeneratedManifest({ employers: 1_500, clinics: 0, agents: 300, seed: 7 }, (path) =>
    importManifest(database, path),
  );
  const gateway = new TestGateway(database);
  await gateway.snapshots.refresh();
  return gateway;
}

/** Names as people type them: in full, without accents, cut off, a word missing, two letters changed over. */
function typed(name: string, way: number): string {
  const words = name.split(' ');
  const middle = Math.floor(name.length / 2);
  switch (way % 5) {
    case 0:
      return name;
    case 1:
      return foldMarks(name);
    case 2:
      return foldMarks(name).slice(0, -2);
    case 3:
      return words.filter((_, at) => at !== 1).join(' ');
    default:
      return foldMarks(
        name.slice(0, middle) + (name[middle + 1] ?? '') + (name[middle] ?? '') + name.slice(middle + 2),
      );
  }
}

test(
  'SQLite and PostgreSQL give the same first ten for a thousand queries',
  async () => {
    const [sqlite, postgres] = [await testDatabase('sqlite'), await testDatabase('postgres')];
    const [left, right] = [await seeded(sqlite.database), await seeded(postgres.database)];
    const names = await sqlite.database.reader.query<{ name: string }[]>(
      'SELECT name FROM clinic UNION SELECT name FROM employer UNION SELECT name FROM office ORDER BY name',
    );
    const step = names.length / QUERIES;
    const firstTen = async (gateway: TestGateway, text: string): Promise<string[]> =>
      (await gateway.ask<Found>(SEARCH, { text })).search.edges.map(({ node }) => node.code);
    const different: string[] = [];
    for (let query = 0; query < QUERIES; query++) {
      const text = typed(names[Math.floor(query * step)]?.name ?? '', query);
      const found = await firstTen(left, text);
      if (found.join() !== (await firstTen(right, text)).join()) different.push(text);
    }
    expect(different).toEqual([]);
  },
  LIMIT_MS,
);
