import { type ImportKind } from '../import-kind';
import { type BilingualMessage } from '../../shared/errors';

/** How grave an issue is: a fault refuses the import, or (with `--skip-invalid`) its row was set aside; the rest only informs. */
export type IssueSeverity = 'FAULT' | 'QUARANTINED' | 'WARNING' | 'NOTE';

/** Where an issue is; what does not apply is null. */
export interface IssuePlace {
  readonly kind: ImportKind | null;
  /** Path below the folder of the manifest, or the manifest's own name. */
  readonly file: string | null;
  /** Line of the file as an editor shows it, or the number of a feature in a boundary file. */
  readonly line: number | null;
  /** Header of the column, or the path within the manifest. */
  readonly column: string | null;
  /** Number of the cell in its row, from 1, or the column of a character in its line. */
  readonly cell: number | null;
  /** What stands there, shortened and with control characters made visible. */
  readonly value: string | null;
}

/** One thing that an import found: what, where, what was expected, and how to mend it. */
export interface ImportIssue extends IssuePlace {
  readonly severity: IssueSeverity;
  /** Stable code of the sort of issue. */
  readonly code: string;
  readonly message: BilingualMessage;
  readonly mend: BilingualMessage;
  /** All cells of a row that was set aside, by header. */
  readonly record: Readonly<Record<string, string>> | null;
}

/** A place where nothing is known yet; issues override what they know. */
export const NOWHERE: IssuePlace = { kind: null, file: null, line: null, column: null, cell: null, value: null };

const MAX_SHOWN_LENGTH = 120;

/** A value as a report may show it: at most 120 characters, control and invisible characters written as escapes. */
export function shownValue(text: string): string {
  const head = text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH)}…` : text;
  return head.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, (character) => {
    const hex = character.codePointAt(0)?.toString(16).padStart(4, '0') ?? '';
    return `\\u${hex}`;
  });
}
