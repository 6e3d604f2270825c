import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { optional, primary, text, whole } from '../migration-columns';

const TABLE = 'statutory_value';

/** What laws and decrees set stands in dated rows, which operators add without a new release. */
export class StatutoryValues1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: TABLE,
        withoutRowid: true,
        columns: [
          primary(text('fact', 32)),
          primary(text('subject', 40)),
          primary(text('validFrom', 10)),
          optional(whole('value')),
          text('source', 200),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
