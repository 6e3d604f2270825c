import { type Publication, type StagedRevision } from '../features/directory/publication/publication.types';
import { PUBLISHED_KINDS, type PublishedKind } from '../features/directory/kinds/published-kinds';
import { emptyKindFault, shrinkFault } from './checks/bulk.rules';
import { lostReferences } from './checks/lost-references';
import { unreadable, UnreadableFile } from './files/file-fault';
import { type OpenedFile } from './files/open-files';
import { type KindChanges } from './import-outcome';
import { DirectoryKnowledge } from './intake/directory-knowledge';
import { type FileOrigin, type IntakeParts } from './intake/intake';
import { intakeOf, type KindIntake } from './intake/intakes';
import { type IssueLog } from './report/issue-log';
import { RowReporter } from './rows/row-reporter';
import { type ImportProgress } from './progress';

/** Issues are written down after so many rows: a transaction for every few would slow the import. */
const KEEP_EVERY_ROWS = 10_000;

interface StagingOptions {
  /** The kinds that the manifest names. */
  readonly kinds: ReadonlySet<PublishedKind>;
  /** Those of them of which a file could not be opened. */
  readonly unreadableKinds: ReadonlySet<PublishedKind>;
  readonly skipInvalid: boolean;
  readonly allowShrink: boolean;
  readonly progress: ImportProgress;
  readonly today: string;
  readonly signal?: AbortSignal | undefined;
  readonly keeper?: { flush(): Promise<void> } | undefined;
}

/** Brings the rows of all files into a revision in the making, kind after kind in the order of their dependence. */
export class Staging {
  constructor(
    private readonly files: readonly OpenedFile[],
    private readonly staged: StagedRevision,
    private readonly log: IssueLog,
    private readonly options: StagingOptions,
  ) {}

  /** Stages everything and tells how each kind changes; the faults are in the log. */
  async run(publication: Publication): Promise<KindChanges> {
    const { kinds, unreadableKinds } = this.options;
    const reporter = new RowReporter(this.log, this.options.skipInvalid);
    for (const kind of unreadableKinds) reporter.markUncertain(kind);
    const parts: IntakeParts = {
      staged: this.staged,
      reporter,
      knowledge: await DirectoryKnowledge.load(publication, kinds, this.options.today),
      files: this.files.map(({ table }) => table.file),
      today: this.options.today,
      isRefused: () => this.log.count('FAULT') > 0,
    };
    const changes: KindChanges = {};
    const named = PUBLISHED_KINDS.filter((kind) => kinds.has(kind));
    for (const kind of named) {
      const intake = intakeOf(kind, parts);
      const faultsBefore = this.log.count('FAULT');
      await this.takeKind(kind, intake);
      if (this.log.count('FAULT') > faultsBefore) reporter.markUncertain(kind);
      if (!parts.isRefused()) await this.completeKind(kind, intake, changes);
    }
    if (!parts.isRefused())
      for (const issue of await lostReferences(publication, kinds, parts.knowledge)) this.log.add(issue);
    return changes;
  }

  private async takeKind(kind: PublishedKind, intake: KindIntake): Promise<void> {
    for (const [index, file] of this.files.entries()) {
      if (file.table.file.kind === kind) await this.takeFile(file, index, intake);
    }
    intake.finish();
    await intake.flush(true);
    await this.options.keeper?.flush();
  }

  private async takeFile({ table, plan }: OpenedFile, index: number, intake: KindIntake): Promise<void> {
    const { progress, signal } = this.options;
    progress.start(table.file.path, table.file.kind, table.sizeBytes);
    const take = intake.open(plan, await this.originOf(table.file, index));
    let rows = 0;
    let nextKeep = KEEP_EVERY_ROWS;
    const batches = table.batches()[Symbol.asyncIterator]();
    for (;;) {
      const batch = await this.nextBatch(batches, table);
      if (!batch) break;
      for (const issue of batch.issues ?? []) this.log.add(issue);
      for (const record of batch.records) take({ plan, record });
      rows += batch.records.length;
      await intake.flush(false);
      if (rows >= nextKeep) {
        await this.options.keeper?.flush();
        nextKeep = rows + KEEP_EVERY_ROWS;
      }
      progress.advance(batch.bytesRead, rows);
      signal?.throwIfAborted();
    }
    progress.finish(rows);
  }

  /** The next rows; a file that cannot be read on is a fault of the file, and then there are no more. */
  private async nextBatch<T>(batches: AsyncIterator<T>, table: OpenedFile['table']): Promise<T | null> {
    try {
      const next = await batches.next();
      return next.done === true ? null : next.value;
    } catch (error) {
      this.log.add(error instanceof UnreadableFile ? error.fault : unreadable(table.file, error));
      return null;
    }
  }

  private async originOf(file: OpenedFile['table']['file'], index: number): Promise<FileOrigin> {
    const { name, url, verifiedAt } = file.source;
    const sourceId = await this.staged.sourceId({ name, url });
    return { index, path: file.path, sourceId, verifiedAt, unitsAsOf: file.unitsAsOf };
  }

  private async completeKind(kind: PublishedKind, intake: KindIntake, changes: KindChanges): Promise<void> {
    if (intake.stagedRows() === 0) return this.log.add(emptyKindFault(kind));
    this.options.progress.step(`compare ${kind}`);
    const liveRows = await this.staged.liveCount(kind);
    const change = await this.staged.complete(kind);
    changes[kind] = change;
    const fault = this.options.allowShrink ? null : shrinkFault(kind, liveRows, change);
    if (fault) this.log.add(fault);
  }
}
