import { type ImportIssue, type IssueSeverity } from './issue';

/** Receives every issue as it is found. */
export interface IssueSink {
  add(issue: ImportIssue): void;
}

/** Issues of one sort in one file: how many, and the first few. */
export interface IssueGroup {
  readonly severity: IssueSeverity;
  readonly code: string;
  readonly file: string | null;
  readonly examples: readonly ImportIssue[];
  readonly count: number;
}

const MAX_EXAMPLES = 5;
const MAX_KEPT = 1_000;

/**
 * Collects what an import finds without holding all of it: counts, groups with their first examples, and the first
 * thousand faults; every issue goes on to the sinks, which may write it down.
 */
export class IssueLog {
  private readonly counts: Record<IssueSeverity, number> = { FAULT: 0, QUARANTINED: 0, WARNING: 0, NOTE: 0 };
  private readonly groupsByKey = new Map<string, IssueGroup & { examples: ImportIssue[]; count: number }>();
  private readonly kept: ImportIssue[] = [];

  constructor(private readonly sinks: readonly IssueSink[]) {}

  add(issue: ImportIssue): void {
    this.counts[issue.severity]++;
    if (issue.severity === 'FAULT' && this.kept.length < MAX_KEPT) this.kept.push(issue);
    const key = `${issue.severity}|${issue.code}|${issue.file}|${issue.kind}`;
    const group = this.groupsByKey.get(key);
    if (group) {
      group.count++;
      if (group.examples.length < MAX_EXAMPLES) group.examples.push(issue);
    } else {
      const { severity, code, file } = issue;
      this.groupsByKey.set(key, { severity, code, file, examples: [issue], count: 1 });
    }
    for (const sink of this.sinks) sink.add(issue);
  }

  /** Number of issues of a severity. */
  count(severity: IssueSeverity): number {
    return this.counts[severity];
  }

  /** Groups in the order in which their first issue was found. */
  groups(): IssueGroup[] {
    return [...this.groupsByKey.values()];
  }

  /** The first thousand faults. */
  faults(): readonly ImportIssue[] {
    return this.kept;
  }
}
