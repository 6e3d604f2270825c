import { createHash } from 'node:crypto';
import { OPEN_REVISION } from '../../../database/versioned-row.entity';
import type { KindChange } from './publication.types';
import type { BatchWrite, PublishedRowsStore, StagedRow } from './published-rows.store';
import { RowBitset } from './row-bitset';

const STAGE_ROWS = 1_000;

interface StagedKindTerms {
  /** The revision that readers see, 0 before the first. */
  readonly current: number;
  /** The revision in the making. */
  readonly number: number;
  /** Rows of the kind in the revision that readers see. */
  readonly liveCount: number;
  /** Opens the transaction of a batch; null in a dry run, which writes nothing. */
  readonly write: BatchWrite | null;
}

/** One kind while a revision is made: compares what comes with what is live and stages only the difference. */
export class StagedKind {
  /** The live rows that came again, changed or not. */
  private readonly seenRows = new RowBitset();
  private nextRowId: number;
  private added = 0;
  private changed = 0;
  private unchanged = 0;

  private constructor(
    private readonly store: PublishedRowsStore,
    private readonly terms: StagedKindTerms,
    lastRowId: number,
  ) {
    this.nextRowId = lastRowId + 1;
  }

  static async open(store: PublishedRowsStore, terms: StagedKindTerms): Promise<StagedKind> {
    return new StagedKind(store, terms, await store.lastRowId());
  }

  /** Stages rows whose keys have not come before. */
  async stage(rows: readonly object[]): Promise<void> {
    for (let start = 0; start < rows.length; start += STAGE_ROWS)
      await this.stageBatch(rows.slice(start, start + STAGE_ROWS));
  }

  /** Ends the live rows that did not come again. */
  async complete(): Promise<KindChange> {
    const { current, liveCount, number, write } = this.terms;
    let removed = 0;
    if (liveCount > this.unchanged + this.changed) {
      for await (const rowIds of this.store.rowIdsVisibleAt(current)) {
        const gone = rowIds.filter((rowId) => !this.seenRows.has(rowId));
        removed += gone.length;
        if (gone.length > 0) await write?.((manager) => this.store.stage(manager, number, [], gone));
      }
    }
    return { added: this.added, changed: this.changed, removed, unchanged: this.unchanged };
  }

  private async stageBatch(rows: readonly object[]): Promise<void> {
    const hashes = rows.map(digestOf);
    const { current, liveCount, number, write } = this.terms;
    const keys = rows.map((row) => this.store.keyOf(row));
    const live = liveCount === 0 ? undefined : await this.store.visibleByKeys(current, keys);
    const added: StagedRow[] = [];
    const ended: number[] = [];
    rows.forEach((row, index) => {
      const before = live?.get(this.store.keyOf(row));
      const hash = hashes[index] ?? '';
      if (before) this.seenRows.add(before.rowId);
      if (before?.contentHash === hash) {
        this.unchanged++;
        return;
      }
      if (before) {
        this.changed++;
        ended.push(before.rowId);
      } else this.added++;
      added.push(this.stagedRow(row, hash));
    });
    if (added.length > 0) await write?.((manager) => this.store.stage(manager, number, added, ended));
  }

  private stagedRow(row: object, hash: string): StagedRow {
    const { number: revisionFrom } = this.terms;
    // The own fields stand before the spread: behind it they make V8 build every row several times slower.
    return { rowId: this.nextRowId++, revisionFrom, revisionUntil: OPEN_REVISION, contentHash: hash, ...row };
  }
}

/** A digest that is equal for equal content, whatever the order of the fields; a restored row brings its own. */
function digestOf(row: object): string {
  if ('contentHash' in row && typeof row.contentHash === 'string') return row.contentHash;
  const fields = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  fields.sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('md5').update(JSON.stringify(fields)).digest('base64url');
}
