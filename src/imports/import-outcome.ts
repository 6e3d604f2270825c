import { type KindChange } from '../features/directory/publication/publication.types';
import { type PublishedKind } from '../features/directory/kinds/published-kinds';
import { type ImportKind } from './import-kind';
import { type ImportIssue } from './report/issue';
import { type IssueGroup } from './report/issue-log';

/** How each kind of the manifest differs from the revision before. */
export type KindChanges = Partial<Record<PublishedKind, KindChange>>;

interface Findings {
  readonly warningCount: number;
  /** Rows set aside because of `--skip-invalid` have one issue or more each. */
  readonly quarantinedCount: number;
  /** All issues by sort and file, with the first of each. */
  readonly groups: readonly IssueGroup[];
}

/** Rows of kinds that no revision holds. */
export type RowsByKind = Partial<Record<ImportKind, number>>;

interface RecordedRows {
  /** Rows that are new or took the place of one, by kind. */
  readonly rows: RowsByKind;
  /** Rows taken off the record, by kind. */
  readonly withdrawn: RowsByKind;
}

/** How an import ended. */
export type ImportOutcome =
  /** A new revision is live. */
  | (Findings & { readonly status: 'published'; readonly revision: number; readonly changes: KindChanges })
  /** Everything was there already: no revision was made. */
  | (Findings & { readonly status: 'unchanged'; readonly changes: KindChanges })
  /** A dry run without faults: this would have changed. */
  | (Findings & { readonly status: 'rehearsed'; readonly changes: KindChanges })
  /** Personal data or statutory values were written: so many rows of each kind were new or took the place of one. */
  | (Findings & RecordedRows & { readonly status: 'recorded' })
  /** The same, as a dry run without faults. */
  | (Findings & RecordedRows & { readonly status: 'checked' })
  /** Nothing was changed; the first thousand faults are here, all of them went to the sinks. */
  | (Findings & { readonly status: 'refused'; readonly faults: readonly ImportIssue[]; readonly faultCount: number });
