import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { longText, optional, primary, text, whole } from '../migration-columns';

/** What persons are told: their list of notices, and the messages that carry them outside. */
export class Notifications1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const keys = [primary(whole('personId')), primary(text('id', 40))];
    await runner.createTable(
      new Table({
        name: 'notice',
        columns: [...keys, text('kind', 24), text('facts', 400), text('at', 24), optional(text('readAt', 24))],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'outbox_message',
        columns: [
          ...keys,
          text('channel', 8),
          text('sealedRecipient', 600),
          longText('sealedContent'),
          optional(text('otpId', 24)),
          text('status', 8),
          whole('attempts'),
          text('nextAttemptAt', 24),
          text('giveUpAt', 24),
          text('createdAt', 24),
          optional(text('sentAt', 24)),
        ],
        indices: [new TableIndex({ name: 'outbox_message_due', columnNames: ['status', 'nextAttemptAt'] })],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outbox_message', 'notice']) await runner.dropTable(table);
  }
}
