import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { addFilledColumns, text, whole } from '../migration-columns';

const TABLE = 'card_signing_key';
/** How many keys were made up to this one, itself included. */
const GENERATION = `(SELECT COUNT(*) FROM "${TABLE}" AS "older" WHERE "older"."createdAt" < "${TABLE}"."createdAt"
  OR ("older"."createdAt" = "${TABLE}"."createdAt" AND "older"."keyId" <= "${TABLE}"."keyId"))`;

/** Keys of health cards follow each other by number, so that the database holds one of each, and sign from a set time on. */
export class CardKeyGenerations1764430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addFilledColumns(runner, TABLE, [whole('generation'), text('signsFrom', 24)], async () => {
      await runner.query(`UPDATE "${TABLE}" SET "signsFrom" = "createdAt", "generation" = ${GENERATION}`);
    });
    const index = { name: 'card_signing_key_generation', columnNames: ['generation'], isUnique: true };
    await runner.createIndex(TABLE, new TableIndex(index));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(TABLE, 'card_signing_key_generation');
    await runner.dropColumns(TABLE, ['generation', 'signsFrom']);
  }
}
