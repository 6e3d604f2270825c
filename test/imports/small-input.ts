import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file entry of a manifest, loosely typed so that tests can break it. */
export type FileEntry = Record<string, unknown> & { columns?: Record<string, unknown> };

const SQUARE = [
  [105, 20],
  [106, 20],
  [106, 22],
  [105, 22],
  [105, 20],
];

/** A small, right input of every kind, which a test changes in one place; codes and names are made up or public facts. */
export class SmallInput {
  readonly folder = mkdtempSync(join(tmpdir(), 'bhxh-import-'));
  manifest: unknown;
  readonly entries: Record<string, FileEntry>;
  readonly files: Record<string, string | Buffer>;

  constructor() {
    this.entries = smallEntries();
    this.files = smallFiles();
    this.manifest = {
      source: { name: 'Made up for tests', verifiedAt: '2026-11-22' },
      files: Object.values(this.entries),
    };
  }

  /** Writes everything and gives the path of the manifest. */
  write(): string {
    for (const [name, content] of Object.entries(this.files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), content);
    }
    const isRaw = typeof this.manifest === 'string' || Buffer.isBuffer(this.manifest);
    const text = isRaw ? (this.manifest as string | Buffer) : JSON.stringify(this.manifest, null, 2);
    writeFileSync(join(this.folder, 'manifest.json'), text);
    return join(this.folder, 'manifest.json');
  }

  /** Replaces text that must stand in a file. */
  replace(file: string, from: string, to: string): void {
    const text = this.text(file);
    if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
    this.files[file] = text.replace(from, to);
  }

  /** Adds a line at the end of a file. */
  append(file: string, line: string): void {
    this.files[file] = `${this.text(file)}${line}\n`;
  }

  /** The entry of a kind, which must be there. */
  entry(kind: string): FileEntry {
    const entry = this.entries[kind];
    if (!entry) throw new Error(`no entry for ${kind}`);
    return entry;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  text(file: string): string {
    const content = this.files[file];
    if (typeof content !== 'string') throw new Error(`${file} is no text`);
    return content;
  }
}

function smallEntries(): Record<string, FileEntry> {
  const same = (...fields: string[]): Record<string, unknown> =>
    Object.fromEntries(fields.map((field) => [field, field]));
  const listing = same('code', 'name', 'unitCode', 'latitude', 'longitude', 'positionPrecision');
  return {
    units: {
      kind: 'units',
      path: 'units.csv',
      columns: same('code', 'level', 'name', 'parentCode', 'validFrom', 'validUntil'),
    },
    unitSuccessions: {
      kind: 'unitSuccessions',
      path: 'successions.csv',
      columns: same('predecessorCode', 'successorCode', 'level', 'on'),
    },
    unitBoundaries: { kind: 'unitBoundaries', path: 'areas.geojson', level: 'PROVINCE', properties: { code: 'code' } },
    offices: {
      kind: 'offices',
      path: 'offices.csv',
      columns: {
        ...same('code', 'name', 'level', 'parentCode', 'phones', 'email', 'website', 'codeIsOfficial'),
        unitCode: 'unitCode',
      },
    },
    officeJurisdictions: {
      kind: 'officeJurisdictions',
      path: 'jurisdictions.csv',
      columns: same('unitCode', 'officeCode'),
    },
    clinics: {
      kind: 'clinics',
      path: 'clinics.csv',
      columns: { ...listing, ...same('type', 'contractFrom', 'contractUntil', 'managingOfficeCode') },
    },
    agents: {
      kind: 'agents',
      path: 'agents.csv',
      columns: listing,
      constants: { kind: 'POST_OFFICE', services: 'VOLUNTARY_SOCIAL_INSURANCE' },
    },
    employers: {
      kind: 'employers',
      path: 'employers.csv',
      columns: same('code', 'name', 'taxCode', 'status', 'soleTrader'),
    },
  };
}

function smallFiles(): Record<string, string> {
  const square = (code: string): object => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [SQUARE] },
  });
  const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
  return {
    'units.csv': lines(
      'code,level,name,parentCode,validFrom,validUntil',
      '01,PROVINCE,Thành phố Hà Nội,,,2025-06-30',
      '01,PROVINCE,Thành phố Hà Nội,,2025-07-01,',
      '001,DISTRICT,Quận Ba Đình,01,,2025-06-30',
      '00004,COMMUNE,Phường Trúc Bạch,001,,2025-06-30',
      '00004,COMMUNE,Phường Ba Đình,01,2025-07-01,',
      '00006,COMMUNE,Phường Vĩnh Phúc,001,,2025-06-30',
    ),
    'successions.csv': lines(
      'predecessorCode,successorCode,level,on',
      '01,01,PROVINCE,2025-07-01',
      '00004,00004,COMMUNE,2025-07-01',
    ),
    'areas.geojson': JSON.stringify({ type: 'FeatureCollection', features: [square('01')] }),
    'offices.csv': lines(
      'code,name,level,parentCode,phones,email,website,codeIsOfficial,unitCode',
      'vn,BHXH Việt Nam,CENTRAL,,1900 9068,,https://baohiemxahoi.gov.vn,false,01',
      '001,BHXH thành phố Hà Nội,PROVINCE,vn,024 3123 4567|Văn phòng: 024 3123 4568,hn@example.vn,,true,01',
      '00101,BHXH cơ sở Ba Đình,LOCAL,001,,,,true,00004',
    ),
    'jurisdictions.csv': lines('unitCode,officeCode', '00004,00101'),
    'clinics.csv': lines(
      'code,name,unitCode,latitude,longitude,positionPrecision,type,contractFrom,contractUntil,managingOfficeCode',
      '01001,Bệnh viện Hữu Nghị,00004,21.0154,105.8617,BUILDING,HOSPITAL,2025-01-01,,001',
      '01C51,"Phòng khám ""An Bình"", cơ sở 2",01,,,,CLINIC,2025-01-01,2025-12-31,',
      '01003,Trạm y tế Trúc Bạch,00006,21.05,105.84,COMMUNE,HEALTH_STATION,,,00101',
    ),
    'agents.csv': lines(
      'code,name,unitCode,latitude,longitude,positionPrecision',
      'VNP100000,Bưu điện Hà Nội,01,21.02,105.85,STREET',
    ),
    'employers.csv': lines(
      'code,name,taxCode,status,soleTrader',
      'TA0001A,Công ty cổ phần Một,,PARTICIPATING,false',
      '0123456789DNA03,Công ty TNHH Hai,,STOPPED,0',
      'TA0003A,Hộ kinh doanh Ba,001085123456,PARTICIPATING,',
    ),
  };
}
