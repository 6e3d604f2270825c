import { dirname, join } from 'node:path';
import { type ImportIssueStore } from '../features/directory/publication/import-issue.store';
import { type Publication } from '../features/directory/publication/publication.types';
import { type PersonalData } from './personal/personal-walk';
import { type StatutoryData } from './statutory/import-statutory';
import { type ImportOutcome } from './import-outcome';
import { SILENT_PROGRESS } from './progress';
import { forgetOldReports, ReportFile } from './report/report-file';
import { StoredIssues } from './report/stored-issues';
import { TerminalProgress } from './report/terminal-progress';
import { runImport } from './run-import';

/** What an import by an operator needs of the running system. */
export interface ImportSession {
  readonly publication: Publication;
  readonly issues: ImportIssueStore;
  readonly personal: PersonalData;
  readonly statutory: StatutoryData;
  /** Folder of the data; reports go to its `imports`. */
  readonly dataDirectory: string;
}

export interface ManifestImportOptions {
  readonly dryRun?: boolean | undefined;
  readonly skipInvalid?: boolean | undefined;
  readonly allowShrink?: boolean | undefined;
  /** Where the report goes instead of the folder of the data. */
  readonly reportPath?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Shows progress there when it is a terminal. */
  readonly terminal?: NodeJS.WriteStream | undefined;
}

/** Imports a manifest as an operator does: with progress, a report file, and the issues kept in the database. */
export async function importManifest(
  manifestPath: string,
  options: ManifestImportOptions,
  session: ImportSession,
): Promise<{ readonly outcome: ImportOutcome; readonly reportPath: string }> {
  const { dryRun = false, skipInvalid = false, allowShrink = false, signal, terminal } = options;
  const startedAt = new Date();
  const name = `${startedAt.toISOString().replaceAll(/[:.]/g, '-')}.jsonl`;
  const reportPath = options.reportPath ?? join(session.dataDirectory, 'imports', name);
  if (!options.reportPath) forgetOldReports(dirname(reportPath));
  const report = new ReportFile(reportPath, manifestPath, startedAt);
  const progress = terminal?.isTTY === true ? new TerminalProgress(terminal) : SILENT_PROGRESS;
  let outcome: ImportOutcome | null = null;
  try {
    outcome = await runImport(
      { manifestPath, dryRun, skipInvalid, allowShrink, progress, signal },
      {
        publication: session.publication,
        sinks: [report],
        keeper: new StoredIssues(session.issues),
        personal: session.personal,
        statutory: session.statutory,
      },
    );
    return { outcome, reportPath };
  } finally {
    report.close(outcome);
  }
}
