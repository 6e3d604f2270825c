import { In, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { insertRows } from '../../../database/bulk-rows';
import type { Database } from '../../../database/database';
import { DirectoryState } from './directory-state.entity';
import { ImportIssueRecord } from './import-issue.entity';

/** Which kept issues to list; what is left out does not narrow. */
export interface ImportIssueFilter {
  readonly severity?: string | undefined;
  readonly kind?: string | undefined;
  readonly code?: string | undefined;
  readonly skip: number;
  readonly take: number;
}

/** The warnings and set-aside rows of the latest import of each kind. */
export class ImportIssueStore {
  constructor(private readonly database: Database) {}

  /** Writes issues down; one small transaction a call, so that other writers never wait. */
  async add(rows: readonly ImportIssueRecord[]): Promise<void> {
    if (rows.length > 0) await this.database.write((manager) => insertRows(manager, ImportIssueRecord, rows));
  }

  /** Forgets the issues of revisions from `revisionNumber` on: an import that died may have left some. */
  async forgetFrom(revisionNumber: number): Promise<void> {
    await this.database.write((manager) =>
      manager.delete(ImportIssueRecord, { revisionNumber: MoreThanOrEqual(revisionNumber) }),
    );
  }

  /** Forgets what imports before `revisionNumber` said of these kinds. */
  async forgetBefore(revisionNumber: number, kinds: readonly string[]): Promise<void> {
    await this.database.write((manager) =>
      manager.delete(ImportIssueRecord, { revisionNumber: LessThan(revisionNumber), kind: In([...kinds]) }),
    );
  }

  /** Moves the issues of an import that changed nothing to the revision that stands, in place of what it said of these kinds. */
  async moveToStanding(revisionNumber: number, kinds: readonly string[]): Promise<void> {
    await this.database.write(async (manager) => {
      const standing = revisionNumber - 1;
      await manager.delete(ImportIssueRecord, { revisionNumber: LessThanOrEqual(standing), kind: In([...kinds]) });
      const last = (await manager.maximum(ImportIssueRecord, 'position', { revisionNumber: standing })) ?? 0;
      await manager
        .createQueryBuilder()
        .update(ImportIssueRecord)
        .set({ revisionNumber: standing, position: () => `"position" + ${last}` })
        .where({ revisionNumber })
        .execute();
    });
  }

  /** The issues of published imports in the order in which they were found, and how many there are in all. */
  async list({ severity, kind, code, skip, take }: ImportIssueFilter): Promise<[ImportIssueRecord[], number]> {
    const { currentRevision } = await this.database.read(DirectoryState).findOneByOrFail({ id: 1 });
    return this.database.read(ImportIssueRecord).findAndCount({
      where: {
        revisionNumber: LessThanOrEqual(currentRevision),
        ...(severity === undefined ? {} : { severity }),
        ...(kind === undefined ? {} : { kind }),
        ...(code === undefined ? {} : { code }),
      },
      order: { revisionNumber: 'ASC', position: 'ASC' },
      skip,
      take,
    });
  }
}
