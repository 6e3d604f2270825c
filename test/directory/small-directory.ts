import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLISHED_TABLES } from '../../src/features/directory/kinds/published-kinds';
import { PublicationService } from '../../src/features/directory/publication/publication.service';
import { SILENT_PROGRESS } from '../../src/imports/progress';
import { runImport } from '../../src/imports/run-import';
import { type Database } from '../../src/database/database';

/** Rows of one file by header; a missing cell is empty. */
export type Rows = readonly Readonly<Record<string, string | number>>[];

/** The kinds of the small directory; a test replaces some of them. */
export interface SmallDirectory {
  readonly units: Rows;
  readonly unitSuccessions: Rows;
  readonly offices: Rows;
  readonly officeJurisdictions: Rows;
  readonly clinics: Rows;
  readonly agents: Rows;
  readonly employers: Rows;
}

const OLD = { validUntil: '2025-06-30' };
const NEW = { validFrom: '2025-07-01' };

/** Hà Nội before and after 2025-07-01, three of its offices, and thirty invented clinics along one street. */
export const SMALL_DIRECTORY: SmallDirectory = {
  units: [
    { code: '01', level: 'PROVINCE', name: 'Thành phố Hà Nội', ...OLD },
    { code: '01', level: 'PROVINCE', name: 'Thành phố Hà Nội', ...NEW },
    { code: '001', level: 'DISTRICT', name: 'Quận Ba Đình', parentCode: '01', ...OLD },
    { code: '00004', level: 'COMMUNE', name: 'Phường Trúc Bạch', parentCode: '001', ...OLD },
    { code: '00004', level: 'COMMUNE', name: 'Phường Ba Đình', parentCode: '01', ...NEW },
    { code: '00070', level: 'COMMUNE', name: 'Phường Hoàn Kiếm', parentCode: '01', ...NEW },
  ],
  unitSuccessions: [
    { predecessorCode: '01', successorCode: '01', level: 'PROVINCE', on: '2025-07-01' },
    { predecessorCode: '00004', successorCode: '00004', level: 'COMMUNE', on: '2025-07-01' },
  ],
  offices: [
    { code: '001', name: 'BHXH thành phố Hà Nội', level: 'PROVINCE', unitCode: '01' },
    {
      code: 'cs-1',
      name: 'BHXH cơ sở Ba Đình',
      level: 'LOCAL',
      parentCode: '001',
      unitCode: '00004',
      ...NEW,
      predecessorCodes: '00101',
    },
    { code: '00101', name: 'BHXH Quận Ba Đình', level: 'DISTRICT', parentCode: '001', unitCode: '001', ...OLD },
  ],
  officeJurisdictions: [{ unitCode: '00004', officeCode: 'cs-1' }],
  clinics: Array.from({ length: 30 }, (_, at) => ({
    code: `01A${String(at).padStart(2, '0')}`,
    name: `Phòng khám Minh họa số ${at}`,
    type: 'CLINIC',
    unitCode: at % 2 === 0 ? '00004' : '00070',
    latitude: 21 + at / 1000,
    longitude: 105.85,
    positionPrecision: 'BUILDING',
    contractFrom: '2024-01-01',
    contractUntil: at < 20 ? '' : '2025-12-31',
    initialRegistration: at % 3 === 0 ? 'true' : 'false',
    sickLeaveFrom: at < 5 ? '2025-01-01' : '',
    managingOfficeCode: at % 2 === 0 ? 'cs-1' : '001',
  })),
  agents: [
    {
      code: 'DL1',
      name: 'Bưu điện Minh họa',
      kind: 'POST_OFFICE',
      unitCode: '001',
      services: 'VOLUNTARY_SOCIAL_INSURANCE',
    },
    {
      code: 'DL2',
      name: 'Đại lý Minh họa',
      kind: 'COLLECTION_AGENT',
      unitCode: '00070',
      services: 'VOLUNTARY_SOCIAL_INSURANCE|HOUSEHOLD_HEALTH_INSURANCE',
    },
  ],
  employers: [
    {
      code: '0100000001DNA01',
      name: 'Công ty TNHH Minh họa Một',
      taxCode: '0100000001',
      status: 'PARTICIPATING',
      unitCode: '00004',
    },
    {
      code: '0100000001DNA02',
      name: 'Chi nhánh Minh họa Một',
      taxCode: '0100000001',
      status: 'STOPPED',
      unitCode: '00070',
    },
    {
      code: 'HK0001Z',
      name: 'Hộ kinh doanh Minh họa',
      taxCode: '001099000001',
      soleTrader: 'true',
      status: 'PARTICIPATING',
      unitCode: '00070',
      address: 'Số 1 phố Minh họa',
      phones: '0200000001',
      latitude: 21.01,
      longitude: 105.8,
      positionPrecision: 'BUILDING',
    },
  ],
};

const COLUMNS: Readonly<Record<keyof SmallDirectory, readonly string[]>> = {
  units: ['code', 'level', 'name', 'parentCode', 'validFrom', 'validUntil'],
  unitSuccessions: ['predecessorCode', 'successorCode', 'level', 'on'],
  offices: ['code', 'name', 'level', 'parentCode', 'unitCode', 'validFrom', 'validUntil', 'predecessorCodes'],
  officeJurisdictions: ['unitCode', 'officeCode'],
  clinics: [
    'code',
    'name',
    'type',
    'unitCode',
    'latitude',
    'longitude',
    'positionPrecision',
    'contractFrom',
    'contractUntil',
    'initialRegistration',
    'sickLeaveFrom',
    'managingOfficeCode',
  ],
  agents: ['code', 'name', 'kind', 'unitCode', 'services'],
  employers: [
    'code',
    'name',
    'taxCode',
    'soleTrader',
    'status',
    'unitCode',
    'address',
    'phones',
    'latitude',
    'longitude',
    'positionPrecision',
  ],
};

/** Imports the kinds given as one revision; whatever is refused fails the test with the faults. */
export async function publish(database: Database, kinds: Partial<SmallDirectory>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bhxh-small-'));
  try {
    const files = (Object.keys(kinds) as (keyof SmallDirectory)[]).map((kind) => {
      const columns = COLUMNS[kind];
      const lines = (kinds[kind] ?? []).map((row) => columns.map((column) => row[column] ?? '').join(','));
      writeFileSync(join(folder, `${kind}.csv`), [columns.join(','), ...lines, ''].join('\n'));
      return { kind, path: `${kind}.csv`, columns: Object.fromEntries(columns.map((column) => [column, column])) };
    });
    const manifestPath = join(folder, 'manifest.json');
    writeFileSync(
      manifestPath,
      JSON.stringify({ source: { name: 'Invented for tests', verifiedAt: '2026-01-01' }, files }),
    );
    const options = { manifestPath, dryRun: false, skipInvalid: false, allowShrink: true, progress: SILENT_PROGRESS };
    const outcome = await runImport(options, { publication: new PublicationService(database, PUBLISHED_TABLES) });
    if (outcome.status === 'refused') throw new Error(JSON.stringify(outcome.faults, null, 1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
