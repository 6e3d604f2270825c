import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { OPEN_REVISION } from '../../../database/versioned-row.entity';
import type { KindChange } from './publication.types';
import type { PublishedRowsStore, StagedRow } from './published-rows.store';
import { RowSet } from './row-set';

const STAGE_ROWS = 1_000;

interface StagedKindTerms {
  readonly number: number;
  /** Live rows of the kind in the revision before. */
  readonly liveCount: number;
  readonly dryRun: boolean;
  /** Throws when this import may no longer write. */
  readonly guard: (manager: EntityManager) => Promise<void>;
}

/** One kind while a revision is made: compares what comes with what is live and stages only the difference. */
export class StagedKind {
  private readonly unchangedRows = new RowSet();
  private nextRowId: number;
  private added = 0;
  private changed = 0;
  private unchanged = 0;

  private constructor(
    private readonly database: Database,
    private readonly store: PublishedRowsStore,
    private readonly terms: StagedKindTerms,
    lastRowId: number,
  ) {
    this.nextRowId = lastRowId + 1;
  }

  static async open(database: Database, store: PublishedRowsStore, terms: StagedKindTerms): Promise<StagedKind> {
    return new StagedKind(database, store, terms, await store.lastRowId());
  }

  /** Stages rows whose keys have not come before. */
  async stage(rows: readonly object[]): Promise<void> {
    for (let start = 0; start < rows.length; start += STAGE_ROWS) await this.stageBatch(rows.slice(start, start + STAGE_ROWS));
  }

  /** Ends the live rows that did not come again. */
  async complete(): Promise<KindChange> {
    let removed = 0;
    if (this.terms.liveCount > this.unchanged + this.changed) {
      for await (const rows of this.store.liveRowsBefore(this.terms.number)) {
        const gone = rows.filter((row) => !this.unchangedRows.has(row.rowId)).map((row) => row.rowId);
        removed += gone.length;
        if (gone.length > 0 && !this.terms.dryRun) {
          await this.write((manager) => this.store.stage(manager, this.terms.number, [], gone));
        }
      }
      // A dry run ends nothing, so the rows that would be replaced are among those still live.
      if (this.terms.dryRun) removed -= this.changed;
    }
    return { added: this.added, changed: this.changed, removed, unchanged: this.unchanged };
  }

  private async stageBatch(rows: readonly object[]): Promise<void> {
    const hashes = rows.map(digestOf);
    const work = async (manager: EntityManager): Promise<void> => {
      const live =
        this.terms.liveCount === 0 ? undefined : await this.store.liveByKeys(manager, rows.map((row) => this.store.keyOf(row)));
      const added: StagedRow[] = [];
      const ended: number[] = [];
      rows.forEach((row, index) => {
        const before = live?.get(this.store.keyOf(row));
        const hash = hashes[index] ?? '';
        if (before?.contentHash === hash) {
          this.unchanged++;
          this.unchangedRows.add(before.rowId);
          return;
        }
        if (before) {
          this.changed++;
          ended.push(before.rowId);
        } else this.added++;
        added.push(this.stagedRow(row, hash));
      });
      if (!this.terms.dryRun && added.length > 0) await this.store.stage(manager, this.terms.number, added, ended);
    };
    if (this.terms.dryRun) await work(this.database.reader);
    else await this.write(work);
  }

  private write(work: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.database.write(async (manager) => {
      await this.terms.guard(manager);
      await work(manager);
    });
  }

  private stagedRow(row: object, hash: string): StagedRow {
    return { ...row, rowId: this.nextRowId++, revisionFrom: this.terms.number, revisionUntil: OPEN_REVISION, contentHash: hash };
  }
}

/** A digest that is equal for equal content, whatever the order of the fields; a restored row brings its own. */
function digestOf(row: object): string {
  if ('contentHash' in row && typeof row.contentHash === 'string') return row.contentHash;
  const fields = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  fields.sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('md5').update(JSON.stringify(fields)).digest('base64url');
}
