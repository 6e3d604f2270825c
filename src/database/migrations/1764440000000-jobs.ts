import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { optional, primary, text, whole } from '../migration-columns';

/** Leases, by which one process at a time does something, and the jobs that are done again and again under one. */
export class Jobs1764440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'lease',
        columns: [
          primary(text('name', 64)),
          optional(text('holder', 100)),
          whole('token'),
          optional(text('until', 24)),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'job',
        columns: [
          primary(text('name', 56)),
          text('schedule', 60),
          text('dueAt', 24),
          optional(text('endedAt', 24)),
          whole('failures'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['job', 'lease']) await runner.dropTable(table);
  }
}
