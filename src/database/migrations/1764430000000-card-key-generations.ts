import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { text, whole, withDefault } from '../migration-columns';

const TABLE = 'card_signing_key';

/** Keys of health cards follow each other by number, so that the database holds one of each, and sign from a set time on. */
export class CardKeyGenerations1764430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [withDefault(whole('generation'), '0'), withDefault(text('signsFrom', 24), "''")];
    await runner.addColumns(
      TABLE,
      columns.map((column) => new TableColumn(column)),
    );
    await runner.query(
      `UPDATE "${TABLE}" SET "signsFrom" = "createdAt", "generation" = (
         SELECT COUNT(*) FROM "${TABLE}" AS "older" WHERE "older"."createdAt" < "${TABLE}"."createdAt"
           OR ("older"."createdAt" = "${TABLE}"."createdAt" AND "older"."keyId" <= "${TABLE}"."keyId"))`,
    );
    for (const column of [whole('generation'), text('signsFrom', 24)]) {
      const before = (await runner.getTable(TABLE))?.findColumnByName(column.name);
      if (before) await runner.changeColumn(TABLE, before, new TableColumn(column));
    }
    await runner.createIndex(
      TABLE,
      new TableIndex({ name: 'card_signing_key_generation', columnNames: ['generation'], isUnique: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'card_signing_key_generation');
    await runner.dropColumns(TABLE, ['generation', 'signsFrom']);
  }
}
