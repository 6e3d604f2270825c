import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from 'typeorm';
import { longText, optional, primary, real, spelledFor, text, truth, whole, withDefault } from '../migration-columns';

const versioned = (): TableColumnOptions[] => [
  primary(whole('rowId')),
  whole('revisionFrom'),
  withDefault(whole('revisionUntil'), '2147483647'),
  text('contentHash', 32),
];

const listing = (): TableColumnOptions[] => [
  ...versioned(),
  text('code', 40),
  text('name', 500),
  optional(text('formerName', 500)),
  optional(text('address', 500)),
  optional(text('unitKey', 40)),
  optional(real('latitude')),
  optional(real('longitude')),
  optional(text('positionPrecision', 16)),
  optional(longText('phoneNumbers')),
  optional(text('email', 200)),
  optional(text('website', 300)),
  optional(text('openingHours', 500)),
  optional(text('validFrom', 10)),
  optional(text('validUntil', 10)),
  whole('sourceId'),
  optional(text('verifiedAt', 10)),
  withDefault(truth('demonstration'), 'false'),
];

const optionalTexts = (length: number, ...names: string[]): TableColumnOptions[] =>
  names.map((name) => optional(text(name, length)));

const TABLES: readonly {
  name: string;
  columns: TableColumnOptions[];
  unique?: string[];
  indexes?: Record<string, string[]>;
}[] = [
  {
    name: 'unit',
    columns: [
      ...versioned(),
      text('unitKey', 40),
      text('code', 16),
      text('level', 16),
      text('name', 200),
      optional(text('nameEn', 200)),
      optional(text('parentKey', 40)),
      ...optionalTexts(10, 'validFrom', 'validUntil'),
      optional(real('latitude')),
      optional(real('longitude')),
      optional(longText('otherCodes')),
    ],
    unique: ['unitKey', 'revisionFrom'],
    indexes: { unit_code: ['code'] },
  },
  {
    name: 'unit_succession',
    columns: [
      ...versioned(),
      text('successionKey', 81),
      text('predecessorKey', 40),
      text('successorKey', 40),
      text('effectiveOn', 10),
    ],
    unique: ['successionKey', 'revisionFrom'],
  },
  {
    name: 'unit_boundary',
    columns: [...versioned(), text('unitKey', 40), text('level', 16), longText('coordinates')],
    unique: ['unitKey', 'revisionFrom'],
  },
  {
    name: 'office',
    columns: [
      ...listing(),
      text('level', 16),
      withDefault(truth('codeIsOfficial'), 'true'),
      optional(text('parentCode', 40)),
      optional(longText('departmentList')),
      optional(text('temporarySeatAddress', 500)),
      optional(text('temporarySeatUntil', 10)),
      optional(longText('predecessorCodes')),
    ],
    unique: ['code', 'revisionFrom'],
  },
  {
    name: 'office_jurisdiction',
    columns: [...versioned(), text('unitKey', 40), text('officeCode', 40)],
    unique: ['unitKey', 'revisionFrom'],
    indexes: { office_jurisdiction_office: ['officeCode'] },
  },
  {
    name: 'clinic',
    columns: [
      ...listing(),
      text('type', 20),
      ...optionalTexts(16, 'level', 'formerLevel'),
      ...optionalTexts(10, 'contractFrom', 'contractUntil'),
      optional(truth('initialRegistration')),
      ...optionalTexts(10, 'sickLeaveFrom', 'sickLeaveUntil'),
      optional(text('managingOfficeCode', 40)),
    ],
    unique: ['code', 'revisionFrom'],
  },
  {
    name: 'agent',
    columns: [
      ...listing(),
      text('kind', 32),
      optional(longText('serviceList')),
      optional(text('managingOfficeCode', 40)),
    ],
    unique: ['code', 'revisionFrom'],
  },
  {
    name: 'employer',
    columns: [
      ...listing(),
      optional(text('taxCode', 16)),
      text('status', 16),
      withDefault(truth('soleTrader'), 'false'),
      optional(text('managingOfficeCode', 40)),
    ],
    unique: ['code', 'revisionFrom'],
    indexes: { employer_tax_code: ['taxCode'] },
  },
];

/** The published directory: versioned rows, their sources, the revisions and the one row that says which is current. */
export class Directory1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, columns, unique, indexes } of TABLES) {
      await runner.createTable(new Table({ name, columns: spelledFor(runner.dataSource.options.type, columns) }));
      const keyName = `${name}_${unique?.[0] === 'code' ? 'code' : 'key'}`;
      await runner.createIndex(name, new TableIndex({ name: keyName, columnNames: unique ?? [], isUnique: true }));
      await runner.createIndex(
        name,
        new TableIndex({
          name: `${name}_ended`,
          columnNames: ['revisionUntil'],
          where: '"revisionUntil" < 2147483647',
        }),
      );
      await runner.createIndex(name, new TableIndex({ name: `${name}_begun`, columnNames: ['revisionFrom'] }));
      for (const [index, columnNames] of Object.entries(indexes ?? {})) {
        await runner.createIndex(name, new TableIndex({ name: index, columnNames }));
      }
    }
    await runner.createTable(
      new Table({
        name: 'source',
        columns: [primary(whole('sourceId')), text('name', 300), withDefault(text('url', 500), "''")],
      }),
    );
    await runner.createIndex(
      'source',
      new TableIndex({ name: 'source_identity', columnNames: ['name', 'url'], isUnique: true }),
    );
    await runner.createTable(
      new Table({
        name: 'revision',
        columns: [
          primary(whole('number')),
          text('publishedAt', 24),
          text('origin', 300),
          longText('counts'),
          longText('kindRevisions'),
          longText('changes'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'directory_state',
        columns: [
          primary(whole('id')),
          whole('currentRevision'),
          optional(text('importOwner', 100)),
          optional(text('importHeartbeat', 24)),
        ],
      }),
    );
    await runner.query('INSERT INTO "directory_state" ("id", "currentRevision") VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['directory_state', 'revision', 'source']) await runner.dropTable(name);
    for (const { name } of [...TABLES].reverse()) await runner.dropTable(name);
  }
}
