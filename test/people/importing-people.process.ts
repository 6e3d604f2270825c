import type { DatabaseLocation } from '../../src/database/database';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { PersonStore } from '../../src/features/people/person.store';
import { PersonalDataStore } from '../../src/features/records/personal-data.store';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import type { PersonalData } from '../../src/imports/personal/personal-walk';
import { runImport } from '../../src/imports/run-import';
import { openDatabase } from '../setup/test-database';
import { testKeyRing } from './synthetic-keys';

/** importing-people.process.ts LOCATION MANIFEST: imports personal data and tells each step. */
async function main(location: string, manifestPath: string): Promise<void> {
  const database = await openDatabase(JSON.parse(location) as DatabaseLocation);
  const progress = {
    ...SILENT_PROGRESS,
    step: (name: string) => void process.stdout.write(`${name}\n`),
  };
  process.stdout.write('begun\n');
  const options = { manifestPath, dryRun: false, skipInvalid: false, allowShrink: false, progress };
  const data = new PersonalDataStore(database, new PersonStore(database, testKeyRing()));
  const personal: PersonalData = {
    knownIds: (personIds) => data.knownIds(personIds),
    onRecord: (kind, keys) => data.onRecord(kind, keys),
    count: (kind) => data.count(kind),
    otherHolders: (persons) => data.otherHolders(persons),
    otherDocumentHolders: (documents) => data.otherDocumentHolders(documents),
    begin: async () => {
      const writing = await data.begin();
      return {
        ...writing,
        take: async (kind, rows) => {
          await writing.take(kind, rows);
          process.stdout.write(`took ${kind}\n`);
        },
      };
    },
  };
  const { status } = await runImport(options, {
    publication: new PublicationService(database, PUBLISHED_TABLES),
    personal,
  });
  await database.close();
  if (status !== 'recorded') throw new Error(`The import ended as ${status}.`);
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
