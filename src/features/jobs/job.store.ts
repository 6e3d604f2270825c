import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import type { Database } from '../../database/database';
import { returnedRows } from '../../database/returned-rows';
import { JobRow } from './job.entity';
import { dueAfterFailure, nextDue } from './schedule.rules';

const REGISTER = `INSERT INTO "job" ("name", "schedule", "dueAt", "failures") VALUES (:name, :schedule, :dueAt, 0)
  ON CONFLICT ("name") DO UPDATE SET "schedule" = excluded."schedule", "dueAt" = excluded."dueAt"
  WHERE "job"."schedule" <> excluded."schedule"
  RETURNING "name"`;

/** Keeps when jobs are due. */
export class JobStore {
  constructor(private readonly database: Database) {}

  /** Makes a job known; one with a new schedule is due by that, any other stays due as it was. */
  async register(name: string, schedule: string, now: Date): Promise<void> {
    const dueAt = nextDue(schedule, now).toISOString();
    await this.database.write((manager) => returnedRows(manager, REGISTER, { name, schedule, dueAt }));
  }

  /** The names of those that are due. */
  async due(names: readonly string[], now: Date): Promise<string[]> {
    const where = { name: In([...names]), dueAt: LessThanOrEqual(now.toISOString()) };
    return (await this.database.read(JobRow).findBy(where)).map(({ name }) => name);
  }

  /** Whether the job is due, as a transaction sees it. */
  isDue(name: string, now: Date, manager: EntityManager): Promise<boolean> {
    return manager.existsBy(JobRow, { name, dueAt: LessThanOrEqual(now.toISOString()) });
  }

  /** Notes that the job ended: however many of its times passed meanwhile, it is due at the next one to come. */
  async ended(name: string, isWell: boolean, now: Date, manager: EntityManager): Promise<void> {
    const job = await manager.findOneByOrFail(JobRow, { name });
    const failures = isWell ? 0 : job.failures + 1;
    const dueAt = isWell ? nextDue(job.schedule, now) : dueAfterFailure(job.schedule, now, failures);
    await manager.update(JobRow, { name }, { failures, dueAt: dueAt.toISOString(), endedAt: now.toISOString() });
  }
}
