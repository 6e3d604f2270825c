import { type ManifestFile } from '../manifest/manifest';
import { type IssueLog } from '../report/issue-log';
import { type ColumnPlan, planColumns } from '../rows/column-plan';
import { openFile } from './open-file';
import { type TableFile } from './source-file';

/** A file that can be read, its header matched with the manifest. */
export interface OpenedFile {
  readonly table: TableFile;
  readonly plan: ColumnPlan;
}

/** Opens all files before any row is read, so that the faults of all headers are said at once. */
export async function openFiles(files: readonly ManifestFile[], log: IssueLog): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const file of files) {
    const table = await openFile(file);
    if ('severity' in table) {
      log.add(table);
      continue;
    }
    const { plan, issues } = planColumns(file, table.header);
    for (const issue of issues) log.add(issue);
    if (issues.every((issue) => issue.severity !== 'FAULT')) opened.push({ table, plan });
  }
  return opened;
}
