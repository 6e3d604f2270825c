import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { longText, optional, primary, spelledFor, text, whole } from '../migration-columns';

/** The warnings and set-aside rows of imports, for operators to list. */
export class ImportIssues1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'import_issue',
        columns: spelledFor(runner.dataSource.options.type, [
          primary(whole('revisionNumber')),
          primary(whole('position')),
          text('severity', 16),
          text('code', 40),
          text('kind', 32),
          optional(text('fileName', 500)),
          optional(whole('lineNumber')),
          optional(text('columnName', 500)),
          optional(text('shownValue', 1000)),
          longText('messages'),
          optional(longText('cells')),
        ]),
      }),
    );
    await runner.createIndex('import_issue', new TableIndex({ name: 'import_issue_kind', columnNames: ['kind'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('import_issue');
  }
}
