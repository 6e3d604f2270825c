import type { Publication } from '../../features/directory/publication/publication.types';
import { PUBLISHED_TABLES, type PublishedKind } from '../../features/directory/kinds/published-kinds';
import type { DirectoryKnowledge } from '../intake/directory-knowledge';
import { type ImportIssue, NOWHERE } from '../report/issue';

/** Columns of live rows that name a row of another kind. */
const REFERENCES = PUBLISHED_TABLES.flatMap((table) =>
  table.references.map(({ column, to }) => ({ table, column, to })),
);
const EXAMPLES = 5;

/**
 * Warnings about live rows of kinds that a manifest leaves as they are, but which name units or offices that it replaces
 * and that are no longer there. The rows stay; they show no unit or office until they are imported anew.
 */
export async function lostReferences(
  publication: Publication,
  named: ReadonlySet<PublishedKind>,
  knowledge: DirectoryKnowledge,
): Promise<ImportIssue[]> {
  const issues: ImportIssue[] = [];
  for (const { table, column, to } of REFERENCES) {
    const kind = table.name as PublishedKind;
    if (named.has(kind) || !named.has(to)) continue;
    const isKnown = (value: string): boolean =>
      to === 'units' ? knowledge.units.withKey(value) !== null : knowledge.officeCodes.has(value);
    const lost = (await publication.liveReferences(table, column)).filter(({ value }) => !isKnown(value));
    if (lost.length > 0) issues.push(warning(kind, column, to, lost));
  }
  return issues;
}

function warning(
  kind: PublishedKind,
  column: string,
  to: 'units' | 'offices',
  lost: readonly { readonly value: string; readonly count: number }[],
): ImportIssue {
  const rows = lost.reduce((sum, { count }) => sum + count, 0);
  const shown = lost.slice(0, EXAMPLES).map(({ value }) => value);
  const examples = [...shown, ...(lost.length > EXAMPLES ? ['…'] : [])].join(', ');
  return {
    ...NOWHERE,
    kind,
    column,
    value: examples,
    severity: 'WARNING',
    code: 'REFERENCE_LOST',
    message: {
      en: `${rows} live ${kind} name ${lost.length} ${to} that this manifest leaves out`,
      vi: `${rows} ${kind} hiện có trỏ tới ${lost.length} ${to} không còn trong tệp kê khai này`,
    },
    mend: {
      en: `Import ${kind} again with ${to} that exist, or keep these ${to}.`,
      vi: `Nhập lại ${kind} với ${to} hiện có, hoặc giữ lại các ${to} này.`,
    },
    record: null,
  };
}
