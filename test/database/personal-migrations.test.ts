import type { Database } from '../../src/database/database';
import { AccessEntry } from '../../src/features/people/access-entry.entity';
import { CardSigningKey } from '../../src/features/records/card-signing-key.entity';
import { Visit } from '../../src/features/records/visit.entity';
import { eachDialect, testDatabase } from '../setup/test-database';

/** Goes back to the tables as they were before the migration with this number. */
async function before(number: number, database: Database): Promise<void> {
  const source = database.schemaSource;
  const applied = async (): Promise<number> => {
    const rows = await source.query<{ timestamp: string | number }[]>('SELECT "timestamp" FROM "migrations"');
    return Math.max(...rows.map(({ timestamp }) => Number(timestamp)));
  };
  while ((await applied()) >= number) await source.undoLastMigration({ transaction: 'all' });
}

eachDialect('rows that were written before a migration', (dialect) => {
  let database: Database;
  const insert = (table: string, row: Record<string, string | number | null>): Promise<unknown> => {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const values = Object.values(row).map((value) =>
      value === null ? 'NULL' : typeof value === 'number' ? value : `'${value}'`,
    );
    return database.schemaSource.query(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${values.join(', ')})`);
  };

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
  });

  it('keep their card keys, in the order in which they were made', async () => {
    await before(1764430000000, database);
    const sealed = { privateKeySealed: 's', publicKey: '{}' };
    await insert('card_signing_key', { ...sealed, keyId: 'b', createdAt: '2026-02-01T00:00:00.000Z' });
    await insert('card_signing_key', { ...sealed, keyId: 'c', createdAt: '2026-02-01T00:00:00.000Z' });
    await insert('card_signing_key', { ...sealed, keyId: 'a', createdAt: '2026-01-01T00:00:00.000Z' });
    await database.migrate();
    const keys = await database.freshReader.find(CardSigningKey, { order: { generation: 'ASC' } });
    expect(keys.map(({ keyId, generation, signsFrom }) => [keyId, generation, signsFrom.slice(0, 7)])).toEqual([
      ['a', 1, '2026-01'],
      ['b', 2, '2026-02'],
      ['c', 3, '2026-02'],
    ]);
  });

  it('keep who looked, and go back to it', async () => {
    const looks = [
      ['Người tra cứu mã số BHXH (không đăng nhập)', 'FIND_CODE', 'SEEKER', ''],
      ['Người kiểm tra thẻ BHYT được xuất trình', 'CHECK_CARD', 'CARD_CHECKER', ''],
      ['Cha, mẹ hoặc người giám hộ đã được duyệt', 'GUARDIAN', 'GUARDIAN', ''],
      ['Phần mềm Thử', 'VERIFY_CODE', 'INTEGRATOR', 'Phần mềm Thử'],
      ['Chính bạn, khi tải về toàn bộ dữ liệu của mình (Máy (của) Lan)', 'EXPORT', 'SELF', 'Máy (của) Lan'],
    ] as const;
    await before(1764430100000, database);
    for (const [index, [who, purpose]] of looks.entries()) {
      await insert('access_entry', { personId: 1, at: `2026-0${index + 1}`, entryId: 'e', who, purpose, fields: '' });
    }
    await database.migrate();
    const entries = await database.freshReader.find(AccessEntry, { order: { at: 'ASC' } });
    expect(entries.map(({ actor, actorName }) => [actor, actorName])).toEqual(looks.map((look) => look.slice(2)));
    await before(1764430100000, database);
    const back = await database.schemaSource.query<{ who: string }[]>('SELECT "who" FROM "access_entry" ORDER BY "at"');
    expect(back.map(({ who }) => who)).toEqual(looks.map(([who]) => who));
    await database.migrate();
  });

  it('keep visits; of two on one day at one clinic the way back has room for one', async () => {
    const visit = { personId: 1, admittedOn: '2025-02-03', clinicCode: '01Z00', coveredVnd: 3_000_000_000, ownVnd: 1 };
    await before(1764430200000, database);
    await insert('visit', { ...visit, diagnosis: 'Trước' });
    await database.migrate();
    const [kept] = await database.freshReader.find(Visit);
    expect(kept).toEqual({ ...visit, visitCode: '', dischargedOn: null, clinicName: null, diagnosis: 'Trước' });
    await insert('visit', { ...visit, visitCode: 'B', diagnosis: 'Sau' });
    await before(1764430200000, database);
    const back = await database.schemaSource.query<{ diagnosis: string }[]>('SELECT "diagnosis" FROM "visit"');
    expect(back).toEqual([{ diagnosis: 'Trước' }]);
    await database.migrate();
  });
});
