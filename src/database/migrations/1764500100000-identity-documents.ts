import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { optional, primary, text, whole } from '../migration-columns';

const TABLE = 'identity_document';

/** A person has identity papers beside the personal identity number: the former card of 9 digits, a passport. */
export class IdentityDocuments1764500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: TABLE,
        withoutRowid: true,
        columns: [
          primary(whole('personId')),
          primary(text('kind', 12)),
          text('numberSealed', 120),
          text('numberIndex', 40),
          optional(text('issuedOn', 10)),
          optional(text('issuedBy', 200)),
        ],
      }),
    );
    const number = new TableIndex({ name: `${TABLE}_number`, columnNames: ['numberIndex'], isUnique: true });
    await runner.createIndex(TABLE, number);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(TABLE);
  }
}
