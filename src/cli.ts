import 'reflect-metadata';
import { Command } from 'commander';
import { withDatabase } from './app/operator';
import { reportsCommand } from './commands/reports';
import { revisionsCommand } from './commands/revisions';
import { ConfigError, readConfig } from './config';
import { PublicationService } from './features/directory/publication/publication.service';
import { ListingReportService } from './features/directory/report/listing-report.service';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** The commands of operators: `npm run import`, `revisions`, `reports`, `seed`. */
async function main(): Promise<void> {
  const config = readConfig();
  const program = new Command('bhxh').description('Commands of operators. / Lệnh dành cho người vận hành.');
  program.addCommand(
    revisionsCommand((work) => withDatabase(config, (database) => work(new PublicationService(database))), print),
  );
  program.addCommand(
    reportsCommand((work) => withDatabase(config, (database) => work(new ListingReportService(database))), print),
  );
  await program.parseAsync();
}

main().catch((error: unknown) => {
  const known =
    error instanceof ConfigError || (error instanceof Error && error.name.endsWith('Error') && 'owner' in error);
  process.stderr.write(`${known ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
