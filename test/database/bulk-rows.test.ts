import { insertRows } from '../../src/database/bulk-rows';
import { OPEN_REVISION } from '../../src/database/versioned-row.entity';
import { Clinic } from '../../src/features/directory/clinic/clinic.entity';
import { ClinicType } from '../../src/features/directory/clinic/clinic.types';
import { Revision } from '../../src/features/directory/publication/revision.entity';
import { eachDialect, testDatabase } from '../setup/test-database';

const clinic = (rowId: number, more: Partial<Clinic> = {}): Partial<Clinic> => ({
  rowId,
  revisionFrom: 1,
  contentHash: `hash ${rowId}`,
  code: String(rowId).padStart(5, '0'),
  name: `Trạm y tế ${rowId}`,
  type: ClinicType.HOSPITAL,
  sourceId: 1,
  ...more,
});

eachDialect('rows inserted in bulk', (dialect) => {
  it('read back as they were, whatever their column types', async () => {
    const { database } = await testDatabase(dialect);
    const full = clinic(1, {
      name: `Bệnh viện "Hữu Nghị" – 'Việt Đức' \\ % _ ? $1`,
      latitude: 21.015412345678,
      longitude: 105.861834567891,
      phoneNumbers: [
        { label: null, number: '024 3971 4270' },
        { label: 'Cấp cứu', number: '115' },
      ],
      initialRegistration: false,
      demonstration: true,
      validFrom: '2025-07-01',
      revisionUntil: 7,
    });
    await database.write((manager) => insertRows(manager, Clinic, [full]));
    expect(await database.read(Clinic).findOneByOrFail({ rowId: 1 })).toMatchObject(full);
  });

  it('are as empty as they came, and take the defaults of their columns', async () => {
    const { database } = await testDatabase(dialect);
    await database.write((manager) => insertRows(manager, Clinic, [clinic(1)]));
    const row = await database.read(Clinic).findOneByOrFail({ rowId: 1 });
    expect(row).toMatchObject({
      latitude: null,
      phoneNumbers: null,
      initialRegistration: null,
      validUntil: null,
      address: null,
    });
    expect(row).toMatchObject({ revisionUntil: OPEN_REVISION, demonstration: false });
  });

  it('keep nested values of JSON columns', async () => {
    const { database } = await testDatabase(dialect);
    const revision = {
      number: 1,
      publishedAt: '2026-01-01T00:00:00.000Z',
      origin: 'x',
      counts: { units: 3 },
      kindRevisions: {},
      changes: {},
    };
    await database.write((manager) => insertRows(manager, Revision, [revision]));
    expect(await database.read(Revision).findOneByOrFail({ number: 1 })).toMatchObject(revision);
  });

  it('may be more than one statement can take', async () => {
    const { database } = await testDatabase(dialect);
    const rows = Array.from({ length: 5_003 }, (_, index) => clinic(index + 1));
    await database.write((manager) => insertRows(manager, Clinic, rows));
    expect(await database.read(Clinic).count()).toBe(rows.length);
    expect((await database.read(Clinic).findOneByOrFail({ rowId: 5_003 })).code).toBe('05003');
  });

  it('may be none', async () => {
    const { database } = await testDatabase(dialect);
    await database.write((manager) => insertRows(manager, Clinic, []));
    expect(await database.read(Clinic).count()).toBe(0);
  });
});
