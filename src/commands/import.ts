import { Command } from 'commander';
import { DatabaseLockedError } from '../database/database-errors';
import { ImportLeaseLostError, ImportRunningError } from '../features/directory/publication/publication.errors';
import { IdentifierTakenError } from '../features/people/person.store';
import { LeaseLostError } from '../features/jobs/lease.store';
import { FilesChangedError } from '../imports/personal/personal-walk';
import { importManifest, type ImportSession, type ManifestImportOptions } from '../imports/import-manifest';
import { fieldList } from '../imports/report/field-list';
import { reportText } from '../imports/report/report-text';

/** Opens what an import needs for the time of `work` and closes it afterwards. */
export type WithImports = (work: (session: ImportSession) => Promise<void>) => Promise<void>;

interface ImportFlags {
  readonly dryRun?: true;
  readonly skipInvalid?: true;
  readonly allowShrink?: true;
  readonly report?: string;
  readonly describe?: true;
}

const REFUSED = 1;
const WRONG_USAGE = 2;

/** `npm run import -- MANIFEST.json [--dry-run] [--skip-invalid] [--allow-shrink] [--report FILE]`, or `--describe`. */
export function importCommand(withImports: WithImports, print: (text: string) => void): Command {
  return new Command('import')
    .description(
      'Import the files of a manifest as one revision; a manifest replaces the kinds it names. / Nhập các tệp của một tệp kê khai thành một phiên bản.',
    )
    .argument('[manifest]', 'path of the manifest (JSON)')
    .option('--dry-run', 'check everything and tell what would change, write nothing')
    .option('--skip-invalid', 'set faulty rows aside instead of refusing; `npm run faults` lists them')
    .option('--allow-shrink', 'let more than 20 % of a kind vanish')
    .option('--report <file>', 'where the report of all issues goes (JSON Lines)')
    .option('--describe', 'list the fields of every kind that columns can be mapped to')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE))
    .action(async (manifestPath: string | undefined, flags: ImportFlags, command: Command) => {
      if (flags.describe) return print(fieldList());
      if (manifestPath === undefined) command.error('Name a manifest. / Cần đường dẫn tệp kê khai.');
      else await withImports(async (session) => setExitCode(await imported(manifestPath, flags, session, print)));
    });
}

/** Imports a manifest, prints what an operator should know, and gives the exit code: 0 done or unchanged, 1 refused. */
export async function imported(
  manifestPath: string,
  flags: Omit<ImportFlags, 'describe'>,
  session: ImportSession,
  print: (text: string) => void,
): Promise<number> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const { report, ...rest } = flags;
  const options: ManifestImportOptions = { ...rest, reportPath: report, signal: stop.signal, terminal: process.stderr };
  try {
    const { outcome, reportPath } = await importManifest(manifestPath, options, session);
    print(reportText(outcome, reportPath));
    return outcome.status === 'refused' ? REFUSED : 0;
  } catch (error) {
    if (stop.signal.aborted) print('Stopped; the directory is unchanged. / Đã dừng; danh mục không thay đổi.');
    else if (isOfTheMoment(error)) print(error.message);
    else throw error;
    return REFUSED;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/** Faults that an operator meets by trying again, not by reading a stack. */
function isOfTheMoment(error: unknown): error is Error {
  return (
    error instanceof FilesChangedError ||
    error instanceof IdentifierTakenError ||
    error instanceof LeaseLostError ||
    error instanceof ImportRunningError ||
    error instanceof ImportLeaseLostError ||
    error instanceof DatabaseLockedError
  );
}

function setExitCode(code: number): void {
  process.exitCode = code;
}
