import type { DatabaseLocation } from '../../src/database/database';
import { ImportIssueStore } from '../../src/features/directory/publication/import-issue.store';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { importManifest } from '../../src/imports/import-manifest';
import { openDatabase } from '../setup/test-database';
import { NO_PERSONAL_DATA, NO_STATUTORY_DATA } from './no-personal-data';

/** importing.process.ts LOCATION MANIFEST DATA_DIRECTORY: imports a manifest in a process that a test can kill. */
async function main(location: string, manifestPath: string, dataDirectory: string): Promise<void> {
  const database = await openDatabase(JSON.parse(location) as DatabaseLocation);
  process.stdout.write('started\n');
  const session = {
    publication: new PublicationService(database, PUBLISHED_TABLES),
    issues: new ImportIssueStore(database),
    personal: NO_PERSONAL_DATA,
    statutory: NO_STATUTORY_DATA,
    dataDirectory,
  };
  await importManifest(manifestPath, {}, session);
  await database.close();
}

void main(process.argv[2] ?? '', process.argv[3] ?? '', process.argv[4] ?? '');
