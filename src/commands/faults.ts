import { Command, InvalidArgumentError } from 'commander';
import { type ImportIssueRecord } from '../features/directory/publication/import-issue.entity';
import { type ImportIssueStore } from '../features/directory/publication/import-issue.store';

/** Opens the kept issues for the time of `work` and closes them afterwards. */
export type WithIssues = (work: (issues: Pick<ImportIssueStore, 'list'>) => Promise<void>) => Promise<void>;

interface FaultFlags {
  readonly severity?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly skip: number;
  readonly limit: number;
  readonly json?: true;
}

const DEFAULT_LIMIT = 100;

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 0.');
  return Number(text);
}

function severity(text: string): string {
  const known: Readonly<Record<string, string>> = { warnings: 'WARNING', quarantined: 'QUARANTINED' };
  const found = known[text.toLowerCase()];
  if (found === undefined) throw new InvalidArgumentError('Expected warnings or quarantined.');
  return found;
}

/** `npm run faults -- [--severity warnings|quarantined] [--kind clinics] [--code BAD_DATE] [--json]`. */
export function faultsCommand(withIssues: WithIssues, print: (text: string) => void): Command {
  return new Command('faults')
    .description(
      'List the rows that the latest import of each kind set aside, and its warnings. / Liệt kê các dòng bị loại và cảnh báo của lần nhập gần nhất.',
    )
    .option('--severity <which>', 'warnings or quarantined', severity)
    .option('--kind <kind>', 'only of this kind, for example clinics')
    .option('--code <code>', 'only this sort of issue, for example BAD_DATE')
    .option('--skip <number>', 'leave out the first ones', wholeNumber, 0)
    .option('--limit <number>', 'at most so many', wholeNumber, DEFAULT_LIMIT)
    .option('--json', 'one JSON object a line, with all cells of rows that were set aside')
    .action((flags: FaultFlags) =>
      withIssues(async (issues) => {
        const { skip, limit, json, ...filter } = flags;
        const [rows, total] = await issues.list({ ...filter, skip, take: limit });
        for (const row of rows) print(json ? JSON.stringify(row) : line(row));
        if (!json) print(`${rows.length} of ${total} shown / hiển thị ${rows.length} trên ${total}`);
      }),
    );
}

function line(issue: ImportIssueRecord): string {
  const { message } = issue.messages;
  const place = `${issue.fileName ?? ''}:${issue.lineNumber ?? ''} ${issue.columnName ?? ''}`.trim();
  const value = issue.shownValue === null ? '' : ` "${issue.shownValue}"`;
  return `${issue.severity} ${issue.kind} ${issue.code} ${place}${value}: ${message.en} / ${message.vi}`;
}
