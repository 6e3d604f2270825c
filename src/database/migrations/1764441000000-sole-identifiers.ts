import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { optional, truth } from '../migration-columns';

const TABLE = 'person_identifier';
const SOLE = new TableIndex({
  name: 'person_identifier_sole',
  columnNames: ['blindIndex'],
  isUnique: true,
  where: '"isSole"',
});
/** Empty once all rows are settled. */
const UNSETTLED = new TableIndex({
  name: 'person_identifier_unsettled',
  columnNames: ['personId'],
  where: '"isSole" IS NULL',
});

/**
 * An identifier of one person alone has one holder, by the database. Which of the rows there are such identifiers only
 * the keys tell: they stay unsettled here, so that doubled ones stop no start, and a job settles and tells them.
 */
export class SoleIdentifiers1764441000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(TABLE, new TableColumn(optional(truth('isSole'))));
    for (const index of [SOLE, UNSETTLED]) await runner.createIndex(TABLE, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of [UNSETTLED, SOLE]) await runner.dropIndex(TABLE, index);
    await runner.dropColumn(TABLE, 'isSole');
  }
}
