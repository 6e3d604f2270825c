import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { optional, primary, real, text } from '../migration-columns';

/** Reports of wrong entries, which anyone can send and follow. */
export class ListingReport1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      primary(text('trackingCode', 24)),
      text('listingKind', 16),
      optional(text('listingCode', 40)),
      text('reason', 24),
      text('message', 2000),
      optional(real('latitude')),
      optional(real('longitude')),
      text('status', 16),
      optional(text('answer', 2000)),
      text('createdAt', 24),
      text('updatedAt', 24),
    ];
    await runner.createTable(new Table({ name: 'listing_report', columns }));
    const open = new TableIndex({ name: 'listing_report_open', columnNames: ['status', 'createdAt'] });
    await runner.createIndex('listing_report', open);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('listing_report');
  }
}
