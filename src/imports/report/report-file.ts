import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ImportOutcome } from '../import-outcome';
import { type ImportIssue } from './issue';
import { type IssueSink } from './issue-log';

const WRITE_CHARACTERS = 64 * 1024;
/** Enough to look back over months of daily imports. */
const KEPT_REPORTS = 100;
const REPORT_NAME = /^\d{4}-\d\d-\d\dT[\d-]+Z\.jsonl$/;

/**
 * The machine-readable report of an import: JSON Lines, one object a line. The first line names the import, then comes
 * every issue, and the last line is the summary; a file without summary belongs to an import that was cut off.
 */
export class ReportFile implements IssueSink {
  private readonly descriptor: number;
  private waiting: string[] = [];
  private waitingCharacters = 0;

  constructor(
    readonly path: string,
    manifestPath: string,
    startedAt: Date,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.descriptor = openSync(path, 'w');
    this.write({ type: 'import', manifest: manifestPath, startedAt: startedAt.toISOString() });
  }

  add(issue: ImportIssue): void {
    this.write({ type: 'issue', ...issue });
  }

  /** Writes the summary and closes the file. */
  close(outcome: ImportOutcome | null): void {
    if (outcome) {
      const { groups, ...rest } = outcome;
      const { faults: _listed, ...summary } = 'faults' in rest ? rest : { ...rest, faults: [] };
      this.write({ type: 'summary', ...summary, sorts: groups.map(({ examples: _, ...group }) => group) });
    }
    this.flush();
    closeSync(this.descriptor);
  }

  private write(line: object): void {
    const text = `${JSON.stringify(line)}\n`;
    this.waiting.push(text);
    this.waitingCharacters += text.length;
    if (this.waitingCharacters >= WRITE_CHARACTERS) this.flush();
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = Buffer.from(this.waiting.join(''), 'utf8');
    // One call may write less than all of it.
    for (let written = 0; written < bytes.length;) written += writeSync(this.descriptor, bytes, written);
    this.waiting = [];
    this.waitingCharacters = 0;
  }
}

/** Removes the oldest reports of `folder`, so that with the next one there are at most a hundred. Other files stay. */
export function forgetOldReports(folder: string): void {
  if (!existsSync(folder)) return;
  const reports = readdirSync(folder).filter((name) => REPORT_NAME.test(name));
  // Their names are times, so they sort by age.
  for (const name of reports.sort().slice(0, Math.max(0, reports.length - KEPT_REPORTS + 1)))
    rmSync(join(folder, name), { force: true });
}
