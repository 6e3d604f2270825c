import type { DatabaseLocation } from '../../src/database/database';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { openDatabase } from '../setup/test-database';
import { employerRow } from './sample-rows';

const BATCH_ROWS = 1_000;

/** staging.process.ts LOCATION ROWS VERSION: publishes so many employers of a version, and tells each step. */
async function main(location: string, rows: number, version: string): Promise<void> {
  const database = await openDatabase(JSON.parse(location) as DatabaseLocation);
  const staged = await new PublicationService(database, PUBLISHED_TABLES).begin({
    origin: `version ${version}`,
    dryRun: false,
  });
  tell('begun');
  for (let first = 0; first < rows; first += BATCH_ROWS) {
    const count = Math.min(BATCH_ROWS, rows - first);
    await staged.stage(
      'employers',
      Array.from({ length: count }, (_, index) => employerRow(first + index, version)),
    );
    tell(`staged ${first + count}`);
  }
  await staged.complete('employers');
  tell('complete');
  await staged.publish();
  tell('published');
  await database.close();
}

function tell(step: string): void {
  process.stdout.write(`${step}\n`);
}

void main(process.argv[2] ?? '', Number(process.argv[3]), process.argv[4] ?? '');
