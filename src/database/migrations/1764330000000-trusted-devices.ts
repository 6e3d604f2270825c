import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { primary, text, whole } from '../migration-columns';

/** Devices on which persons have signed in, so that strangers who lock an account do not lock these. */
export class TrustedDevices1764330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'trusted_device',
        columns: [primary(whole('personId')), primary(text('deviceHash', 43)), text('lastSignInAt', 24)],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('trusted_device');
  }
}
