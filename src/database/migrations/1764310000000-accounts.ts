import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { optional, primary, text, truth, whole } from '../migration-columns';

/** Access of persons: accounts, signed-in devices, one-time codes and counted tries. */
export class Accounts1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const person = primary(whole('personId'));
    await runner.createTable(
      new Table({
        name: 'account',
        columns: [
          person,
          text('passwordHash', 200),
          text('passwordSetAt', 24),
          truth('mustChangePassword'),
          text('createdAt', 24),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'account_session',
        columns: [
          person,
          primary(text('id', 24)),
          text('tokenHash', 43),
          text('deviceHash', 43),
          text('deviceName', 80),
          text('createdAt', 24),
          text('lastUsedAt', 24),
          text('expiresAt', 24),
        ],
        indices: [
          new TableIndex({ name: 'account_session_token', columnNames: ['personId', 'tokenHash'], isUnique: true }),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'otp',
        columns: [
          person,
          primary(text('id', 24)),
          text('reason', 16),
          text('codeHash', 40),
          whole('attemptsLeft'),
          whole('resentCount'),
          text('sentTo', 80),
          text('effect', 600),
          text('createdAt', 24),
          text('lastSentAt', 24),
          optional(text('expiresAt', 24)),
          text('endsAt', 24),
        ],
        indices: [new TableIndex({ name: 'otp_end', columnNames: ['endsAt'] })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'attempt',
        columns: [primary(text('subject', 40)), whole('used'), text('endsAt', 24)],
        indices: [new TableIndex({ name: 'attempt_end', columnNames: ['endsAt'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attempt', 'otp', 'account_session', 'account']) await runner.dropTable(table);
  }
}
