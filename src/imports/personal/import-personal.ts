import type { PersonalKind } from '../../features/records/personal-kinds';
import { withdrawalFault } from '../checks/bulk.rules';
import { openFiles } from '../files/open-files';
import { realmOf } from '../import-kind';
import { type Manifest } from '../manifest/manifest';
import { type ImportIssue, NOWHERE } from '../report/issue';
import { IssueLog } from '../report/issue-log';
import { changedFiles, fileDigests } from './file-digests';
import { FilesChangedError, type PersonalData, PersonalWalk, type RowCounts, type WalkOptions } from './personal-walk';

/** How an import of personal data ended, and how many good rows each kind had. */
export interface PersonalOutcome {
  readonly status: 'recorded' | 'checked' | 'refused';
  readonly rows: RowCounts;
  /** Rows taken off the record. */
  readonly withdrawn: RowCounts;
}

const REFUSED: PersonalOutcome = { status: 'refused', rows: {}, withdrawn: {} };
const NOTHING_WRITTEN = { take: () => Promise.resolve(), withdraw: () => Promise.resolve() };

/** The fault of a manifest that names kinds of the directory, of persons and of laws together, or null. */
export function mixedKindsFault(manifest: Manifest): ImportIssue | null {
  const realms = new Set(manifest.files.map(({ kind }) => realmOf(kind)));
  if (realms.size <= 1) return null;
  return {
    ...NOWHERE,
    file: manifest.fileName,
    severity: 'FAULT',
    code: 'KINDS_MIXED',
    message: {
      en: 'the manifest names kinds of the public directory, personal kinds or statutory values together',
      vi: 'tệp kê khai có lẫn danh mục công khai, dữ liệu cá nhân hoặc số liệu quy định',
    },
    mend: { en: 'Import each by a manifest of its own.', vi: 'Tách mỗi loại thành một tệp kê khai.' },
    record: null,
  };
}

/**
 * Imports personal data. The first walk over the files checks every row and writes nothing; only when there is no
 * fault the second one writes, in batches that each take effect whole. A row takes the place of the one with the same
 * key, so an import that was cut off is mended by running it again. Files that withdraw come first; more than a fifth of
 * what is on record of a kind goes only when that is said.
 */
export async function importPersonal(
  manifest: Manifest,
  data: PersonalData,
  log: IssueLog,
  options: WalkOptions & { readonly dryRun: boolean; readonly allowShrink: boolean },
): Promise<PersonalOutcome> {
  if (options.dryRun) return checked(manifest, data, log, options).then((check) => outcomeOf('checked', check));
  const writing = await data.begin();
  try {
    const before = await fileDigests(manifest.files);
    const check = await checked(manifest, data, log, options);
    if (!check) return REFUSED;
    options.progress.step('write');
    const changed = changedFiles(manifest.files, before, await fileDigests(manifest.files));
    for (const fault of changed) log.add(fault);
    if (changed.length > 0) return REFUSED;
    // What there was to say was said by the first walk; a fault of the second means that a file is no longer what it was.
    const silence = new IssueLog([]);
    const write = new PersonalWalk(data, silence, options, writing, check);
    const files = await openFiles(manifest.files, silence);
    if (silence.count('FAULT') > 0) throw new FilesChangedError(silence.faults()[0]?.file ?? null);
    await write.over(files);
    const [fault] = silence.faults();
    if (fault) throw new FilesChangedError(fault.file);
    write.assertSame(check);
    return outcomeOf('recorded', write);
  } finally {
    await writing.end();
  }
}

/** The first walk, which writes nothing; null when it found a fault. */
async function checked(
  manifest: Manifest,
  data: PersonalData,
  log: IssueLog,
  options: WalkOptions & { readonly allowShrink: boolean },
): Promise<PersonalWalk | null> {
  const files = await openFiles(manifest.files, log);
  if (log.count('FAULT') > 0 && options.skipInvalid) return null;
  const check = new PersonalWalk(data, log, options, NOTHING_WRITTEN);
  await check.over(files);
  if (!options.allowShrink) await refuseBulkRemoval(check, data, log);
  return log.count('FAULT') > 0 ? null : check;
}

function outcomeOf(status: 'recorded' | 'checked', walk: PersonalWalk | null): PersonalOutcome {
  return walk ? { status, rows: walk.taken, withdrawn: walk.withdrawn } : REFUSED;
}

async function refuseBulkRemoval({ withdrawn }: PersonalWalk, data: PersonalData, log: IssueLog): Promise<void> {
  for (const [kind, count] of Object.entries(withdrawn) as [PersonalKind, number][]) {
    const fault = withdrawalFault(kind, await data.count(kind), count);
    if (fault) log.add(fault);
  }
}
