import { type BilingualMessage } from '../../shared/errors';
import { type ImportOutcome, type KindChanges, type RowsByKind } from '../import-outcome';
import { type ImportIssue } from './issue';
import { type IssueGroup } from './issue-log';

const TITLES = {
  FAULT: 'Faults / Lỗi',
  QUARANTINED: 'Rows set aside / Dòng bị loại',
  WARNING: 'Warnings / Cảnh báo',
  NOTE: 'Notes / Ghi chú',
} as const;

const MAX_FAULT_EXAMPLES = 5;
const MAX_OTHER_EXAMPLES = 2;

/** What an operator reads when an import has ended: issues by sort with their first examples, then the summary. */
export function reportText(outcome: ImportOutcome, reportPath: string | null): string {
  const parts = (['NOTE', 'WARNING', 'QUARANTINED', 'FAULT'] as const).flatMap((severity) => {
    const shown = severity === 'FAULT' || severity === 'QUARANTINED' ? MAX_FAULT_EXAMPLES : MAX_OTHER_EXAMPLES;
    const groups = outcome.groups
      .filter((group) => group.severity === severity)
      .map((group) => ({ ...group, examples: group.examples.slice(0, shown) }));
    return groups.length === 0 ? [] : [TITLES[severity], ...groups.map(groupText), ''];
  });
  const where = reportPath === null ? [] : [`All of it, as JSON lines / Báo cáo đầy đủ: ${reportPath}`];
  return [...parts, summaryText(outcome), ...where, ''].join('\n');
}

function groupText({ code, file, count, examples }: IssueGroup): string {
  const first = examples[0];
  const isSame = examples.every(({ message }) => message.en === first?.message.en);
  const head = `  ${file ?? examples[0]?.kind ?? ''} · ${code} × ${count}${isSame && first ? `: ${both(first.message)}` : ''}`;
  const lines = examples.map((issue) => `    ${placeText(issue)}${isSame ? '' : `: ${both(issue.message)}`}`);
  const more = count > examples.length ? [`    … ${count - examples.length} more / dòng khác`] : [];
  return [head, ...lines, ...more, ...(first ? [`    → ${both(first.mend)}`] : [])].join('\n');
}

function both({ en, vi }: BilingualMessage): string {
  return `${en} / ${vi}`;
}

/** `line 12, cell 3 (unit_code): "0004"`. */
function placeText({ line, cell, column, value }: ImportIssue): string {
  const place = [line === null ? '' : `line ${line}`, cell === null ? '' : `cell ${cell}`].filter(
    (part) => part !== '',
  );
  const name = column === null ? '' : ` (${column})`;
  return `${place.join(', ')}${name}${value === null ? '' : `: "${value}"`}`.trim() || '–';
}

function summaryText(outcome: ImportOutcome): string {
  const found = `${outcome.warningCount} warnings / cảnh báo, ${outcome.quarantinedCount} faults set aside / lỗi bị loại`;
  switch (outcome.status) {
    case 'published':
      return `${changesText(outcome.changes)}\nRevision ${outcome.revision} is live; ${found}. / Phiên bản ${outcome.revision} đã được công bố.`;
    case 'unchanged':
      return `${changesText(outcome.changes)}\nNothing changed, no revision was made; ${found}. / Không có gì thay đổi.`;
    case 'rehearsed':
      return `${changesText(outcome.changes)}\nDry run: nothing was written; ${found}. / Chạy thử: chưa ghi gì.`;
    case 'recorded':
      return `${recordedText(outcome)}\nWritten; ${found}. / Đã ghi.`;
    case 'checked':
      return `${recordedText(outcome)}\nDry run: nothing was written; ${found}. / Chạy thử: chưa ghi gì.`;
    case 'refused':
      return `Refused: ${outcome.faultCount} faults, ${found}; nothing was changed. / Từ chối: ${outcome.faultCount} lỗi; không có gì thay đổi.`;
  }
}

function recordedText({ rows, withdrawn }: { readonly rows: RowsByKind; readonly withdrawn: RowsByKind }): string {
  const line = (kind: string, count: number, what: string): string =>
    `  ${kind.padEnd(20)}${String(count).padStart(12)}${what}`;
  return [
    ...Object.entries(withdrawn).map(([kind, count]) => line(kind, count, ' withdrawn / đã rút')),
    ...Object.entries(rows).map(([kind, count]) => line(kind, count, '')),
  ].join('\n');
}

function changesText(changes: KindChanges): string {
  const rows = Object.entries(changes).map(([kind, { added, changed, removed, unchanged }]) => {
    const cells = [added, changed, removed, unchanged].map((count) => String(count).padStart(12));
    return `  ${kind.padEnd(20)}${cells.join('')}`;
  });
  const head = ['added', 'changed', 'removed', 'unchanged'].map((name) => name.padStart(12)).join('');
  return [`  ${''.padEnd(20)}${head}`, ...rows].join('\n');
}
