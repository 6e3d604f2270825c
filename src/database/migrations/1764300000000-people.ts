import { type MigrationInterface, type QueryRunner, Table, TableIndex, type TableColumnOptions } from 'typeorm';
import { longText, optional, primary, real, text, whole } from '../migration-columns';

/** A number that may need more than 32 bits. */
const large = (name: string): TableColumnOptions => ({ name, type: 'bigint' });

const TABLES: readonly (readonly [string, readonly TableColumnOptions[]])[] = [
  [
    'person',
    [
      primary(whole('personId')),
      text('fullName', 200),
      text('dateOfBirth', 10),
      text('sex', 8),
      text('bhxhCodeSealed', 120),
      optional(text('personalIdNumberSealed', 120)),
      optional(text('phoneSealed', 120)),
      optional(text('emailSealed', 500)),
      optional(text('address', 400)),
      optional(text('provinceCode', 2)),
      optional(text('registeredClinicCode', 5)),
      optional(whole('guardianId')),
    ],
  ],
  ['person_identifier', [primary(text('blindIndex', 40)), primary(whole('personId'))]],
  [
    'access_entry',
    [
      primary(whole('personId')),
      primary(text('at', 24)),
      primary(text('entryId', 16)),
      text('who', 200),
      text('purpose', 32),
      text('fields', 400),
    ],
  ],
  ['spent_token', [primary(text('tokenHash', 43)), text('spendingId', 16), text('expiresAt', 24)]],
  [
    'contribution',
    [
      primary(whole('personId')),
      primary(text('fromMonth', 7)),
      primary(text('employerCode', 40)),
      primary(whole('kindBits')),
      text('toMonth', 7),
      optional(text('employerName', 300)),
      optional(text('position', 200)),
      optional(text('workplace', 400)),
      optional(whole('salaryVnd')),
      optional(real('coefficient')),
      text('currency', 3),
    ],
  ],
  [
    'benefit',
    [
      primary(whole('personId')),
      primary(text('kind', 20)),
      primary(text('fromDay', 10)),
      primary(text('regime', 120)),
      optional(text('toDay', 10)),
      large('amountVnd'),
      optional(text('filedBy', 300)),
    ],
  ],
  [
    'visit',
    [
      primary(whole('personId')),
      primary(text('admittedOn', 10)),
      primary(text('clinicCode', 5)),
      optional(text('dischargedOn', 10)),
      optional(text('clinicName', 300)),
      optional(text('diagnosis', 400)),
      large('coveredVnd'),
      large('ownVnd'),
    ],
  ],
  [
    'health_card',
    [
      primary(whole('personId')),
      primary(text('validFrom', 10)),
      optional(text('validUntil', 10)),
      text('objectCode', 2),
      whole('benefitLevel'),
      text('provinceCode', 2),
      optional(text('registeredClinicCode', 5)),
      optional(text('fiveYearsFrom', 10)),
    ],
  ],
  [
    'card_signing_key',
    [primary(text('keyId', 16)), longText('privateKeySealed'), longText('publicKey'), text('createdAt', 24)],
  ],
];

const INDEXES: readonly (readonly [string, string, readonly string[]])[] = [
  ['person', 'person_guardian', ['guardianId', 'personId']],
  ['person_identifier', 'person_identifier_person', ['personId']],
  ['spent_token', 'spent_token_expires', ['expiresAt']],
];

/** Persons, their insurance records, the ledger of accesses, and the keys of health cards. */
export class People1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of TABLES) {
      // SQLite then keeps the rows of one person side by side.
      const withoutRowid = columns.filter(({ isPrimary }) => isPrimary).length > 1;
      await runner.createTable(new Table({ name, withoutRowid, columns: columns.map((column) => ({ ...column })) }));
    }
    for (const [table, name, columnNames] of INDEXES) {
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames] }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of [...TABLES].reverse()) await runner.dropTable(name);
  }
}
