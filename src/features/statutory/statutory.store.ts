import { replaceRows } from '../../database/bulk-rows';
import type { Database } from '../../database/database';
import { StatutoryTable } from './statutory-table';
import { StatutoryValue } from './statutory-value.entity';

/** Names a row. */
export type StatutoryKey = Pick<StatutoryValue, 'fact' | 'subject' | 'validFrom'>;

/** What was read is taken for true so long, milliseconds: what an operator imports holds on every gateway after it. */
const KEPT_MS = 15_000;

/** Keeps what laws and decrees set, in the database and, for the time of some requests, in memory. */
export class StatutoryStore {
  private kept: Promise<StatutoryTable> | null = null;
  private readAt = 0;

  constructor(
    private readonly database: Database,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** What holds by day, as it was on record at most 15 seconds ago. */
  table(): Promise<StatutoryTable> {
    const now = this.nowMs();
    if (this.kept && now - this.readAt < KEPT_MS) return this.kept;
    const reading = this.database
      .read(StatutoryValue)
      .find()
      .then((rows) => new StatutoryTable(rows));
    this.kept = reading;
    this.readAt = now;
    // A failed read is not kept: the next question reads again.
    reading.catch(() => (this.kept = null));
    return reading;
  }

  /** Whether nothing was ever taken. */
  async isEmpty(): Promise<boolean> {
    return !(await this.database.read(StatutoryValue).exists());
  }

  /** Takes rows back and puts others in place of those with the same key, in one transaction; keys must not repeat. */
  async write(rows: readonly StatutoryValue[], takenBack: readonly StatutoryKey[]): Promise<void> {
    await this.database.write(async (manager) => {
      for (const { fact, subject, validFrom } of takenBack)
        await manager.delete(StatutoryValue, { fact, subject, validFrom });
      await replaceRows(manager, StatutoryValue, rows);
    });
    this.kept = null;
  }
}
