import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const INDEXES = [
  ['account_session', new TableIndex({ name: 'account_session_expires', columnNames: ['expiresAt'] })],
  ['account_session', new TableIndex({ name: 'account_session_used', columnNames: ['lastUsedAt'] })],
  ['trusted_device', new TableIndex({ name: 'trusted_device_used', columnNames: ['lastSignInAt'] })],
] as const;

/** What the sweep looks for, so that it does not read every session and device of everyone. */
export class EndsOfAccess1764420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, index] of INDEXES) await runner.createIndex(table, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, index] of INDEXES) await runner.dropIndex(table, index);
  }
}
