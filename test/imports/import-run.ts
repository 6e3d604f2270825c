import { type ImportOutcome } from '../../src/imports/import-outcome';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { type ImportIssue } from '../../src/imports/report/issue';
import { type ImportOptions, runImport } from '../../src/imports/run-import';
import { type FakePublication } from './fake-publication';

/** The outcome of an import and every issue it found. */
export interface ImportRun {
  readonly outcome: ImportOutcome;
  readonly issues: readonly ImportIssue[];
}

/** Imports a manifest into a publication in memory. */
export async function importInto(
  publication: FakePublication,
  manifestPath: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportRun> {
  const issues: ImportIssue[] = [];
  const outcome = await runImport(
    { manifestPath, dryRun: false, skipInvalid: false, allowShrink: false, progress: SILENT_PROGRESS, ...options },
    { publication, sinks: [{ add: (issue) => issues.push(issue) }], now: () => new Date('2026-11-22T05:00:00Z') },
  );
  return { outcome, issues };
}
