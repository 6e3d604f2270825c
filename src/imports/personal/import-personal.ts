import { openFiles } from '../files/open-files';
import { isPersonal } from '../import-kind';
import { type Manifest } from '../manifest/manifest';
import { type ImportIssue, NOWHERE } from '../report/issue';
import { IssueLog } from '../report/issue-log';
import { type PersonalData, PersonalWalk, type WalkOptions } from './personal-walk';

/** How an import of personal data ended, and how many good rows each kind had. */
export interface PersonalOutcome {
  readonly status: 'recorded' | 'checked' | 'refused';
  readonly rows: Readonly<Record<string, number>>;
}

/** The fault of a manifest that names public and personal kinds, or null. */
export function mixedKindsFault(manifest: Manifest): ImportIssue | null {
  const personal = manifest.files.filter(({ kind }) => isPersonal(kind));
  if (personal.length === 0 || personal.length === manifest.files.length) return null;
  return {
    ...NOWHERE,
    file: manifest.fileName,
    severity: 'FAULT',
    code: 'KINDS_MIXED',
    message: {
      en: 'the manifest names kinds of the public directory and personal kinds',
      vi: 'tệp kê khai có cả danh mục công khai và dữ liệu cá nhân',
    },
    mend: { en: 'Import them by two manifests.', vi: 'Tách thành hai tệp kê khai.' },
    record: null,
  };
}

/**
 * Imports personal data. The first walk over the files checks every row and writes nothing; only when there is no
 * fault the second one writes, in batches that each take effect whole. A row takes the place of the one with the same
 * key, so an import that was cut off is mended by running it again.
 */
export async function importPersonal(
  manifest: Manifest,
  data: PersonalData,
  log: IssueLog,
  options: WalkOptions & { readonly dryRun: boolean },
): Promise<PersonalOutcome> {
  const files = await openFiles(manifest.files, log);
  if (log.count('FAULT') > 0 && options.skipInvalid) return { status: 'refused', rows: {} };
  const check = new PersonalWalk(data, log, options, () => Promise.resolve());
  const rows = await check.over(files);
  if (log.count('FAULT') > 0) return { status: 'refused', rows: {} };
  if (options.dryRun) return { status: 'checked', rows };
  // What there was to say was said by the first walk.
  const silence = new IssueLog([]);
  const write = new PersonalWalk(data, silence, options, (kind, batch) => data.take(kind, batch));
  options.progress.step('write');
  return { status: 'recorded', rows: await write.over(await openFiles(manifest.files, silence)) };
}
