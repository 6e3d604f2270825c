import 'reflect-metadata';
import { Command } from 'commander';
import { rotateKeys, type SealedRows } from './app/key-rotation';
import { openKeyRing, turningKeys } from './app/key-source';
import { withDatabase } from './app/operator';
import { faultsCommand } from './commands/faults';
import { imported, importCommand } from './commands/import';
import { keysCommand } from './commands/keys';
import { mailboxCommand } from './commands/mailbox';
import { outboxCommand } from './commands/outbox';
import { reportsCommand } from './commands/reports';
import { revisionsCommand } from './commands/revisions';
import { seedCommand } from './commands/seed';
import { seededPeople } from './commands/seed-people';
import { type Config, ConfigError, readConfig } from './config';
import { type Database } from './database/database';
import { PUBLISHED_TABLES } from './features/directory/kinds/published-kinds';
import { ImportIssueStore } from './features/directory/publication/import-issue.store';
import { PublicationService } from './features/directory/publication/publication.service';
import { ListingReportStore } from './features/directory/report/listing-report.store';
import { OutboxStore } from './features/notifications/outbox.store';
import { PersonStore } from './features/people/person.store';
import { CardKeys } from './features/records/card-keys.store';
import { PersonalDataStore } from './features/records/personal-data.store';
import { StatutoryStore } from './features/statutory/statutory.store';
import { type ImportSession } from './imports/import-manifest';
import { seedDirectory } from './seeding/seed-directory';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** The commands of operators; package.json gives each a script of its own. */
function program(config: Config): Command {
  const personal = (database: Database): PersonalDataStore =>
    new PersonalDataStore(database, new PersonStore(database, openKeyRing(config)));
  const sealedRows = (database: Database): SealedRows[] => {
    const keyRing = openKeyRing(config);
    const persons = new PersonStore(database, keyRing);
    return [persons, persons.documents, new CardKeys(database, keyRing)];
  };
  const session = (database: Database): ImportSession => ({
    publication: new PublicationService(database, PUBLISHED_TABLES),
    issues: new ImportIssueStore(database),
    personal: personal(database),
    statutory: new StatutoryStore(database),
    dataDirectory: config.dataDirectory,
  });
  return new Command('bhxh')
    .description('Commands of operators. / Lệnh dành cho người vận hành.')
    .addCommand(importCommand((work) => withDatabase(config, (database) => work(session(database))), print))
    .addCommand(
      faultsCommand((work) => withDatabase(config, (database) => work(new ImportIssueStore(database))), print),
    )
    .addCommand(
      revisionsCommand(
        (work) => withDatabase(config, (database) => work(new PublicationService(database, PUBLISHED_TABLES))),
        print,
      ),
    )
    .addCommand(
      reportsCommand((work) => withDatabase(config, (database) => work(new ListingReportStore(database))), print),
    )
    .addCommand(
      outboxCommand(
        (work) => withDatabase(config, (database) => work(new OutboxStore(database, openKeyRing(config)))),
        print,
      ),
    )
    .addCommand(mailboxCommand(config.notifications.mailboxFile, print))
    .addCommand(
      keysCommand(
        (progress) =>
          withDatabase(config, (database) => rotateKeys(turningKeys(config), sealedRows(database), progress)),
        print,
      ),
    )
    .addCommand(
      seedCommand(
        (demonstration, allowShrink) =>
          withDatabase(config, (database) => {
            const publication = new PublicationService(database, PUBLISHED_TABLES);
            const importManifest = (path: string, shrinks: boolean): Promise<number> =>
              imported(path, shrinks ? { allowShrink: true } : {}, session(database), print);
            return seedDirectory(demonstration, allowShrink, { publication, importManifest, print });
          }),
        (count, seed) => withDatabase(config, (database) => seededPeople(count, seed, personal(database), print)),
      ),
    );
}

async function main(): Promise<void> {
  await program(readConfig()).parseAsync();
}

main().catch((error: unknown) => {
  const explained = error instanceof ConfigError || (error instanceof Error && error.name.endsWith('RevisionError'));
  process.stderr.write(`${explained ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
