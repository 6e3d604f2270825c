import { type Publication, type StagedRevision } from '../features/directory/publication/publication.types';
import { type PublishedKind } from '../features/directory/kinds/published-kinds';
import { agencyToday } from '../shared/calendar';
import { type OpenedFile, openFiles } from './files/open-files';
import { type ImportOutcome } from './import-outcome';
import { type ImportProgress } from './progress';
import { type Manifest } from './manifest/manifest';
import { readManifest } from './manifest/read-manifest';
import { isPersonal, isPublished, isStatutory } from './import-kind';
import { importStatutory, type StatutoryData } from './statutory/import-statutory';
import { importPersonal, mixedKindsFault } from './personal/import-personal';
import { type PersonalData } from './personal/personal-walk';
import { IssueLog, type IssueSink } from './report/issue-log';
import { Staging } from './staging';

export interface ImportOptions {
  readonly manifestPath: string;
  /** Check everything, change nothing. */
  readonly dryRun: boolean;
  /** Set faulty rows aside instead of refusing; faults of manifests and of whole files refuse all the same. */
  readonly skipInvalid: boolean;
  /** Let more than a fifth of a kind vanish. */
  readonly allowShrink: boolean;
  readonly progress: ImportProgress;
  readonly signal?: AbortSignal | undefined;
}

/** Keeps the warnings and the rows set aside of an import, so that operators can list them. */
export interface IssueKeeper extends IssueSink {
  /** Called before the first row of a revision in the making. */
  begin(revision: number): Promise<void>;
  /** Writes down what waits. */
  flush(): Promise<void>;
  /** Keeps the issues of these kinds in place of those of earlier imports. */
  conclude(published: boolean, kinds: readonly PublishedKind[]): Promise<void>;
  /** Forgets the issues: nothing came of the import. */
  abandon(): Promise<void>;
}

export interface ImportParts {
  readonly publication: Publication;
  /** Receive every issue as it is found, such as the report file. */
  readonly sinks?: readonly IssueSink[];
  readonly keeper?: IssueKeeper | undefined;
  /** Takes personal kinds; without it they are refused. */
  readonly personal?: PersonalData | undefined;
  /** Takes statutory values; without it they are refused. */
  readonly statutory?: StatutoryData | undefined;
  readonly now?: () => Date;
}

/**
 * Imports the files of a manifest as one revision of the directory, or refuses them with every fault it can find. A
 * manifest replaces the kinds that it names, whole. Throws only what is no fault of the input: an abort by the signal,
 * a database that fails, another import that runs; the directory is unchanged then, too.
 */
export async function runImport(options: ImportOptions, parts: ImportParts): Promise<ImportOutcome> {
  const keeper = options.dryRun ? undefined : parts.keeper;
  const log = new IssueLog([...(parts.sinks ?? []), ...(keeper ? [keeper] : [])]);
  const { manifest, faults } = readManifest(options.manifestPath);
  for (const fault of faults) log.add(fault);
  if (!manifest) return refused(log);
  const mixed = mixedKindsFault(manifest);
  if (mixed) log.add(mixed);
  if (mixed) return refused(log);
  if (manifest.files.every(({ kind }) => isPersonal(kind))) {
    if (!parts.personal) throw new Error('This import takes the public directory only.');
    const { status, ...counts } = await importPersonal(manifest, parts.personal, log, options);
    return status === 'refused' ? refused(log) : { status, ...counts, ...findings(log) };
  }
  if (manifest.files.every(({ kind }) => isStatutory(kind))) {
    if (!parts.statutory) throw new Error('This import takes no statutory values.');
    const { status, ...counts } = await importStatutory(manifest, parts.statutory, log, options);
    return status === 'refused' ? refused(log) : { status, ...counts, ...findings(log) };
  }
  const files = await openFiles(manifest.files, log);
  // Faults of whole files cannot be skipped; without `--skip-invalid` the rows of the other files are still checked.
  if (log.count('FAULT') > 0 && options.skipInvalid) return refused(log);
  const staged = await parts.publication.begin({
    origin: `${manifest.sourceName} (${manifest.fileName})`,
    dryRun: options.dryRun,
  });
  try {
    await keeper?.begin(staged.number);
    return await stageAndPublish(manifest, files, staged, log, options, { ...parts, keeper });
  } catch (error) {
    await staged.abandon();
    await keeper?.abandon();
    throw error;
  }
}

async function stageAndPublish(
  manifest: Manifest,
  files: readonly OpenedFile[],
  staged: StagedRevision,
  log: IssueLog,
  options: ImportOptions,
  parts: ImportParts,
): Promise<ImportOutcome> {
  const today = agencyToday(parts.now?.());
  const opened = new Set(files.map(({ table }) => table.file));
  const unreadableKinds = new Set(
    manifest.files
      .filter((file) => !opened.has(file))
      .map(({ kind }) => kind)
      .filter(isPublished),
  );
  const kinds = new Set(manifest.files.map(({ kind }) => kind).filter(isPublished));
  const staging = new Staging(files, staged, log, { ...options, today, kinds, unreadableKinds, keeper: parts.keeper });
  const changes = await staging.run(parts.publication);
  if (log.count('FAULT') > 0) {
    await staged.abandon();
    await parts.keeper?.abandon();
    return refused(log);
  }
  await parts.keeper?.flush();
  options.signal?.throwIfAborted();
  if (options.dryRun) {
    await staged.abandon();
    return { status: 'rehearsed', changes, ...findings(log) };
  }
  options.progress.step('publish');
  const revision = await staged.publish();
  // The revision stands whatever becomes of the list of issues; the next import puts that right.
  await parts.keeper?.conclude(revision !== null, [...kinds]).catch(() => undefined);
  if (revision) return { status: 'published', revision: revision.number, changes, ...findings(log) };
  return { status: 'unchanged', changes, ...findings(log) };
}

function findings(log: IssueLog): Pick<ImportOutcome, 'warningCount' | 'quarantinedCount' | 'groups'> {
  return { warningCount: log.count('WARNING'), quarantinedCount: log.count('QUARANTINED'), groups: log.groups() };
}

function refused(log: IssueLog): ImportOutcome {
  return { status: 'refused', faults: log.faults(), faultCount: log.count('FAULT'), ...findings(log) };
}
