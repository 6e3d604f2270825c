import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small invented directory with which the page is tested: no real data, positions around Hà Nội. */
const ADDRESSES = { phone: '024 3999 0000', source: 'Danh bạ thử', url: 'https://example.org/danh-ba' };
const CLINIC_SORTS = ['Trạm y tế', 'Phòng khám đa khoa', 'Bệnh viện', 'Trung tâm y tế'];
const PLACES = ['Ba Đình', 'Hoàn Kiếm', 'Tây Hồ', 'Đống Đa', 'Cầu Giấy', 'Long Biên', 'Hà Đông', 'Sóc Sơn'];
const CLINICS = 60;
const AGENTS = 5;
/** So many clinics stand on one point; the others lie on a spiral around the middle of the city. */
const ON_ONE_POINT = 7;
const SINCE = '2021-01-01';

type Row = Readonly<Record<string, string | number | boolean>>;

const units: readonly Row[] = [
  { code: '01', level: 'PROVINCE', name: 'Thành phố Hà Nội', parentCode: '', validFrom: '', validUntil: '' },
  { code: '001', level: 'DISTRICT', name: 'Quận Ba Đình', parentCode: '01', validFrom: '', validUntil: '2025-06-30' },
  {
    code: '00001',
    level: 'COMMUNE',
    name: 'Phường Phúc Xá',
    parentCode: '001',
    validFrom: '',
    validUntil: '2025-06-30',
  },
  {
    code: '00004',
    level: 'COMMUNE',
    name: 'Phường Ba Đình',
    parentCode: '01',
    validFrom: '2025-07-01',
    validUntil: '',
  },
];

const offices: readonly Row[] = [
  office('001', 'BHXH Thành phố Hà Nội', 'PROVINCE', '', 21.0205, 105.8208),
  office('00101', 'BHXH cơ sở Ba Đình', 'LOCAL', '001', 21.0352, 105.8342),
];

function office(
  code: string,
  name: string,
  level: string,
  parentCode: string,
  latitude: number,
  longitude: number,
): Row {
  return {
    code,
    name,
    level,
    parentCode,
    unitCode: '00001',
    address: `Số ${code}, phố Thử`,
    phones: ADDRESSES.phone,
    departments: 'Văn phòng: 024 3999 0001',
    latitude,
    longitude,
    positionPrecision: 'BUILDING',
    validFrom: SINCE,
  };
}

function clinic(index: number): Row {
  const place = PLACES[index % PLACES.length] ?? '';
  const isOnPoint = index < ON_ONE_POINT;
  return {
    code: `01${String(index).padStart(3, '0')}`,
    name: `${CLINIC_SORTS[index % CLINIC_SORTS.length]} ${place} ${index}`,
    type: 'HOSPITAL',
    level: 'BASIC',
    unitCode: '00001',
    address: `Số ${index}, phường ${place}, Hà Nội`,
    phones: ADDRESSES.phone,
    latitude: isOnPoint ? 21.0278 : 21.03 + 0.0035 * index * Math.sin(index),
    longitude: isOnPoint ? 105.8342 : 105.83 + 0.0035 * index * Math.cos(index),
    positionPrecision: index % 3 === 0 ? 'COMMUNE' : 'BUILDING',
    demonstration: index % 10 === 9,
    contractFrom: SINCE,
    initialRegistration: true,
    sickLeaveFrom: index % 2 === 0 ? SINCE : '',
    managingOfficeCode: '00101',
    validFrom: SINCE,
  };
}

function agent(index: number): Row {
  const place = PLACES[index % PLACES.length] ?? '';
  return {
    code: `DT${index}`,
    name: `Bưu điện ${place}`,
    kind: 'POST_OFFICE',
    services: 'VOLUNTARY_SOCIAL_INSURANCE',
    unitCode: '00001',
    address: `Phố ${place}, Hà Nội`,
    phones: ADDRESSES.phone,
    latitude: 21.02 + 0.01 * index,
    longitude: 105.81,
    positionPrecision: 'STREET',
    managingOfficeCode: '00101',
  };
}

const employers: readonly Row[] = [
  {
    code: '0123456789DNA03',
    name: 'Công ty TNHH Thử Nghiệm',
    address: 'Hà Nội',
    unitCode: '00004',
    status: 'PARTICIPATING',
    taxCode: '0123456789',
    managingOfficeCode: '00101',
  },
];

/** A square around Hà Nội, as the area of the province and of its one commune. */
const area = (code: string): object => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [105.3, 20.6],
        [106, 20.6],
        [106, 21.4],
        [105.3, 21.4],
        [105.3, 20.6],
      ],
    ],
  },
});

/** Writes the directory as files of an import into `folder`, which is made; returns the path of the manifest. */
export function writeInventedDirectory(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const table = (kind: string, rows: readonly Row[]): object => {
    const columns = Object.keys(rows[0] ?? {});
    const lines = rows.map((row) => columns.map((column) => `"${String(row[column])}"`).join(','));
    writeFileSync(join(folder, `${kind}.csv`), [columns.join(','), ...lines, ''].join('\n'));
    return { kind, path: `${kind}.csv`, columns: Object.fromEntries(columns.map((column) => [column, column])) };
  };
  const areas = (level: string, codes: readonly string[]): object => {
    const path = `${level.toLowerCase()}.geojson`;
    writeFileSync(join(folder, path), JSON.stringify({ type: 'FeatureCollection', features: codes.map(area) }));
    return { kind: 'unitBoundaries', path, level, properties: { code: 'code' } };
  };
  const manifest = {
    source: { name: ADDRESSES.source, url: ADDRESSES.url, verifiedAt: '2026-10-01' },
    files: [
      table('units', units),
      table('unitSuccessions', [
        { predecessorCode: '00001', successorCode: '00004', level: 'COMMUNE', on: '2025-07-01' },
      ]),
      areas('PROVINCE', ['01']),
      areas('COMMUNE', ['00004']),
      table('offices', offices),
      table('officeJurisdictions', [{ unitCode: '00004', officeCode: '00101' }]),
      table(
        'clinics',
        Array.from({ length: CLINICS }, (_, index) => clinic(index)),
      ),
      table(
        'agents',
        Array.from({ length: AGENTS }, (_, index) => agent(index)),
      ),
      table('employers', employers),
    ],
  };
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify(manifest));
  return path;
}
