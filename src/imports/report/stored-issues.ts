import { type ImportIssueRecord } from '../../features/directory/publication/import-issue.entity';
import { type ImportIssueStore } from '../../features/directory/publication/import-issue.store';
import { type PublishedKind } from '../../features/directory/kinds/published-kinds';
import { type ImportKind } from '../import-kind';
import { type IssueKeeper } from '../run-import';
import { type ImportIssue } from './issue';

/** Warnings of one sort and kind beyond this number are only in the report file: nobody reads more in a list. */
const MAX_WARNINGS_OF_SORT = 5_000;
const WRITE_ROWS = 1_000;

/** Keeps warnings and set-aside rows in the database, under the revision that the import makes. */
export class StoredIssues implements IssueKeeper {
  private waiting: ImportIssueRecord[] = [];
  private readonly countBySort = new Map<string, number>();
  private revisionNumber = 0;
  private position = 0;

  constructor(private readonly store: ImportIssueStore) {}

  async begin(revisionNumber: number): Promise<void> {
    this.revisionNumber = revisionNumber;
    await this.store.forgetFrom(revisionNumber);
  }

  add(issue: ImportIssue): void {
    if (issue.kind === null || (issue.severity !== 'WARNING' && issue.severity !== 'QUARANTINED')) return;
    const sort = `${issue.kind} ${issue.code}`;
    const count = (this.countBySort.get(sort) ?? 0) + 1;
    this.countBySort.set(sort, count);
    if (issue.severity === 'WARNING' && count > MAX_WARNINGS_OF_SORT) return;
    this.waiting.push(this.record(issue, issue.kind));
  }

  async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    for (let start = 0; start < rows.length; start += WRITE_ROWS) {
      await this.store.add(rows.slice(start, start + WRITE_ROWS));
    }
  }

  async conclude(published: boolean, kinds: readonly PublishedKind[]): Promise<void> {
    if (published) await this.store.forgetBefore(this.revisionNumber, kinds);
    else await this.store.moveToStanding(this.revisionNumber, kinds);
  }

  async abandon(): Promise<void> {
    this.waiting = [];
    await this.store.forgetFrom(this.revisionNumber);
  }

  private record(issue: ImportIssue, kind: ImportKind): ImportIssueRecord {
    return {
      revisionNumber: this.revisionNumber,
      position: ++this.position,
      severity: issue.severity,
      code: issue.code,
      kind,
      fileName: issue.file,
      lineNumber: issue.line,
      columnName: issue.column,
      shownValue: issue.value,
      messages: { message: issue.message, mend: issue.mend },
      cells: issue.record,
    };
  }
}
