import { hostname } from 'node:os';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../database/database';
import { returnedRows } from '../../database/returned-rows';
import { LeaseRow } from './lease.entity';

/** How long a lease counts without being renewed: a process that died is taken over from within this time. */
export const LEASE_MS = 30_000;

/** The work stood still for so long that another process took it over: nothing more of it is written. */
export class LeaseLostError extends Error {
  constructor(name: string) {
    super(
      `This work (${name}) stood still too long and another process took it over; nothing more was written. Run it again. / Công việc này dừng quá lâu và tiến trình khác đã tiếp quản; hãy chạy lại.`,
    );
    this.name = 'LeaseLostError';
  }
}

/** A lease by its name and the token of this holding of it. */
export interface Holding {
  readonly name: string;
  readonly token: number;
}

const ACQUIRE = `INSERT INTO "lease" ("name", "holder", "token", "until") VALUES (:name, :holder, 1, :until)
  ON CONFLICT ("name") DO UPDATE SET
    "holder" = excluded."holder", "token" = "lease"."token" + 1, "until" = excluded."until"
  WHERE "lease"."holder" IS NULL OR "lease"."until" <= :now OR "lease"."holder" = :gone
  RETURNING "token"`;

/** Hands leases out: the database decides who holds one, and whether a write still may. */
export class LeaseStore {
  constructor(
    private readonly database: Database,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Takes a lease that nobody holds, or whose holder died. Gives the name of the living holder otherwise. */
  async acquire(name: string, holder: string): Promise<Holding | { readonly heldBy: string }> {
    const before = await this.database.read(LeaseRow).findOneBy({ name });
    const gone = before?.holder && hasEnded(before.holder) ? before.holder : '';
    return this.database.write(async (manager) => {
      const parameters = { name, holder, gone, until: this.end(), now: this.now().toISOString() };
      const [taken] = await returnedRows<{ token: number }>(manager, ACQUIRE, parameters);
      if (taken) return { name, token: taken.token };
      const { holder: heldBy } = await manager.findOneByOrFail(LeaseRow, { name });
      return { heldBy: heldBy ?? '' };
    });
  }

  /** Lets the lease count on; false when it was lost. */
  async renew({ name, token }: Holding): Promise<boolean> {
    const { affected } = await this.database.write((manager) =>
      manager.update(LeaseRow, { name, token }, { until: this.end() }),
    );
    return affected === 1;
  }

  /** Runs `work` in a transaction in which nobody else can take the lease. Throws LeaseLostError. */
  write<T>(holding: Holding, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.write(async (manager) => {
      await this.assertHeld(holding, manager);
      return work(manager);
    });
  }

  /** Gives the lease back, in the transaction of `manager` if there is one. */
  async release({ name, token }: Holding, manager?: EntityManager): Promise<void> {
    const free = { holder: null, until: null };
    if (manager) await manager.update(LeaseRow, { name, token }, free);
    else await this.database.write((own) => own.update(LeaseRow, { name, token }, free));
  }

  /** SQLite has one writer, so its transactions need no lock of the row. */
  private async assertHeld({ name, token }: Holding, manager: EntityManager): Promise<void> {
    const lock = this.database.dialect === 'postgres' ? { lock: { mode: 'pessimistic_read' as const } } : {};
    const row = await manager.findOne(LeaseRow, { where: { name }, ...lock });
    if (row?.token !== token || row.holder === null) throw new LeaseLostError(name);
  }

  private end(): string {
    return new Date(this.now().getTime() + LEASE_MS).toISOString();
  }
}

/** Whether the holder was a process of this machine that is gone: nobody needs to wait until its lease ends. */
function hasEnded(holder: string): boolean {
  const [host, pid] = holder.split(':');
  if (host !== hostname() || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === 'ESRCH';
  }
}
