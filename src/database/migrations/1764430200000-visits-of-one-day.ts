import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableColumnOptions } from 'typeorm';
import { optional, primary, text, whole } from '../migration-columns';

const TABLE = 'visit';
const BEFORE = 'visit_before';
const CODE = 'visitCode';
const KEY = [primary(whole('personId')), primary(text('admittedOn', 10)), primary(text('clinicCode', 5))];
const FACTS: readonly TableColumnOptions[] = [
  optional(text('dischargedOn', 10)),
  optional(text('clinicName', 300)),
  optional(text('diagnosis', 400)),
  { name: 'coveredVnd', type: 'bigint' },
  { name: 'ownVnd', type: 'bigint' },
];

/** Two visits to one clinic on one day are two: a code of the visit joins their key. Cards name the office they are of. */
export class VisitsOfOneDay1764430200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await remade(runner, [...KEY, primary(text(CODE, 40)), ...FACTS], async (names) => {
      await runner.query(`INSERT INTO "${TABLE}" (${names}, "${CODE}") SELECT ${names}, '' FROM "${BEFORE}"`);
    });
    await runner.addColumn('health_card', new TableColumn(optional(text('issuingOfficeCode', 40))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('health_card', 'issuingOfficeCode');
    await remade(runner, [...KEY, ...FACTS], async (names) => {
      // One visit of a day has room: the one whose code comes first.
      const same = KEY.map(({ name }) => `"one"."${name}" = "${BEFORE}"."${name}"`).join(' AND ');
      await runner.query(
        `INSERT INTO "${TABLE}" (${names}) SELECT ${names} FROM "${BEFORE}" WHERE NOT EXISTS
           (SELECT 1 FROM "${BEFORE}" AS "one" WHERE ${same} AND "one"."${CODE}" < "${BEFORE}"."${CODE}")`,
      );
    });
  }
}

/** Makes the table anew, for SQLite cannot change a primary key; `fill` gets the names of the columns of both. */
async function remade(
  runner: QueryRunner,
  columns: readonly TableColumnOptions[],
  fill: (names: string) => Promise<void>,
): Promise<void> {
  await runner.renameTable(TABLE, BEFORE);
  await runner.createTable(
    new Table({ name: TABLE, withoutRowid: true, columns: columns.map((column) => ({ ...column })) }),
  );
  await fill([...KEY, ...FACTS].map(({ name }) => `"${name}"`).join(', '));
  await runner.dropTable(BEFORE);
}
