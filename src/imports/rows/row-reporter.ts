import { type PublishedKind } from '../../features/directory/kinds/published-kinds';
import { type Misfit } from '../../shared/columns';
import { isPersonal } from '../import-kind';
import { type SourceRecord } from '../files/source-file';
import { type IssueLog } from '../report/issue-log';
import { type ImportIssue, shownValue } from '../report/issue';
import { type ColumnPlan } from './column-plan';

/** Where a row stands: its file and its cells. */
export interface RowPlace {
  readonly plan: ColumnPlan;
  readonly record: SourceRecord;
}

const MAX_RECORD_CELL = 500;

/** Turns misfits of rows into issues with file, line, column and value. */
export class RowReporter {
  private readonly uncertain = new Set<PublishedKind>();

  constructor(
    private readonly log: IssueLog,
    private readonly skipInvalid: boolean,
  ) {}

  /** A fault of a row; with `--skip-invalid` the row is set aside with all its cells. */
  fault(place: RowPlace, field: string | null, misfit: Misfit, value?: string): void {
    const severity = this.skipInvalid ? 'QUARANTINED' : 'FAULT';
    this.log.add({
      ...issueAt(place, field, misfit, value),
      severity,
      record: this.skipInvalid && !isPersonal(place.plan.file.kind) ? cellsByHeader(place) : null,
    });
  }

  /** Says that rows of a kind were refused, so that what refers to them cannot be judged before they are mended. */
  markUncertain(kind: PublishedKind): void {
    this.uncertain.add(kind);
  }

  /** A fault of a row that refers to a row of `referred` that is not there; silent while that kind is uncertain. */
  strayReference(place: RowPlace, field: string, misfit: Misfit, referred: PublishedKind): void {
    if (!this.uncertain.has(referred)) this.fault(place, field, misfit);
  }

  /** A doubt about a row that is taken all the same. */
  doubt(place: RowPlace, field: string | null, misfit: Misfit, value?: string): void {
    this.log.add(issueAt(place, field, misfit, value));
  }
}

function issueAt(
  { plan, record }: RowPlace,
  field: string | null,
  misfit: Misfit,
  value: string | undefined,
): ImportIssue {
  const planned = field === null ? undefined : plan.fields.find(({ mapping }) => mapping.field === field);
  const cells = planned?.cells ?? [];
  const cell = cells.find((index) => (record.cells[index] ?? '') !== '') ?? cells[0];
  const text = value ?? (cell === undefined ? planned?.mapping.constant : record.cells[cell]);
  return {
    kind: plan.file.kind,
    file: plan.file.path,
    line: record.line,
    column: cell === undefined ? field : (plan.headers[cell] ?? field),
    cell: cell === undefined ? null : cell + 1,
    // What stands in a cell about a person is nobody's to read in a report: line and column lead to it.
    value: text === undefined || text === null || isPersonal(plan.file.kind) ? null : shownValue(text),
    severity: 'WARNING',
    code: misfit.code,
    message: misfit.problem,
    mend: misfit.mend,
    record: null,
  };
}

function cellsByHeader({ plan, record }: RowPlace): Record<string, string> {
  return Object.fromEntries(
    record.cells.map((cell, index) => [plan.headers[index] ?? `#${index + 1}`, cell.slice(0, MAX_RECORD_CELL)]),
  );
}
