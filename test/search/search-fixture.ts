import { ListingKind } from '../../src/features/directory/kinds/listing-kind.types';
import { SearchEngine } from '../../src/features/directory/search/search-engine';
import { SearchIndex } from '../../src/features/directory/search/index/search-index';
import { SearchIndexBuilder } from '../../src/features/directory/search/index/search-index-builder';
import { type SearchDocument, type SearchResult } from '../../src/features/directory/search/search-engine.types';
import { UnitLevel, type Unit } from '../../src/features/geography/unit/unit.entity';
import { UnitRegistry } from '../../src/features/geography/unit/unit-registry';

const OLD_END = '2025-06-30';

function unit(unitKey: string, level: UnitLevel, name: string, parentKey: string | null, ended: boolean): Unit {
  return {
    unitKey,
    code: unitKey.slice(1),
    level,
    name,
    parentKey,
    validFrom: null,
    validUntil: ended ? OLD_END : null,
  } as Unit;
}

/** Old units begin with `o`, those of today with `n`. */
export const UNITS = new UnitRegistry(
  [
    unit('o79', UnitLevel.PROVINCE, 'Thành phố Hồ Chí Minh', null, true),
    unit('o774', UnitLevel.DISTRICT, 'Quận 5', 'o79', true),
    unit('o760', UnitLevel.DISTRICT, 'Quận 1', 'o79', true),
    unit('o27301', UnitLevel.COMMUNE, 'Phường 12', 'o774', true),
    unit('n79', UnitLevel.PROVINCE, 'Thành phố Hồ Chí Minh', null, false),
    unit('n27301', UnitLevel.COMMUNE, 'Phường Chợ Lớn', 'n79', false),
    unit('o01', UnitLevel.PROVINCE, 'Thành phố Hà Nội', null, true),
    unit('n01', UnitLevel.PROVINCE, 'Thành phố Hà Nội', null, false),
    unit('n00004', UnitLevel.COMMUNE, 'Phường Ba Đình', 'n01', false),
    unit('o40', UnitLevel.PROVINCE, 'Tỉnh Nghệ An', null, true),
    unit('n40', UnitLevel.PROVINCE, 'Tỉnh Nghệ An', null, false),
    unit('n17001', UnitLevel.COMMUNE, 'Xã Cẩm Sơn', 'n40', false),
    unit('o30', UnitLevel.PROVINCE, 'Tỉnh Hải Dương', null, true),
    unit('n31', UnitLevel.PROVINCE, 'Thành phố Hải Phòng', null, false),
    unit('n11001', UnitLevel.COMMUNE, 'Xã Tân Lập', 'n31', false),
  ],
  [
    { predecessorKey: 'o79', successorKey: 'n79' },
    { predecessorKey: 'o27301', successorKey: 'n27301' },
    { predecessorKey: 'o01', successorKey: 'n01' },
    { predecessorKey: 'o40', successorKey: 'n40' },
    { predecessorKey: 'o30', successorKey: 'n31' },
  ],
);

function listing(
  code: string,
  name: string,
  unitKey: string | null = null,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  return { code, name, formerName: null, address: null, unitKey, ...more };
}

/** Made-up entries beside a few well-known names; sorted by code within each kind. */
export const LISTINGS: Readonly<Record<ListingKind, readonly SearchDocument[]>> = {
  [ListingKind.OFFICE]: [
    listing('00101', 'BHXH Quận Ba Đình', 'n00004'),
    listing('00110', 'BHXH Huyện Sóc Sơn', 'n01'),
    listing('07901', 'Bảo hiểm xã hội cơ sở Chợ Lớn', 'n27301', { formerName: 'BHXH Quận 5' }),
  ],
  [ListingKind.CLINIC]: [
    listing('01001', 'Bệnh viện Hữu Nghị', 'n01', { address: '1 Trần Khánh Dư' }),
    listing('01004', 'Bệnh viện đa khoa Hòe Nhai', 'n01'),
    listing('01C51', 'Phòng khám đa khoa Lý Thường Kiệt', 'n00004'),
    listing('01929', 'Bệnh viện Bạch Mai', 'n01', { address: '78 Giải Phóng' }),
    listing('25001', 'Bệnh viện Đa khoa số 2 tỉnh', 'n40'),
    listing('25002', 'Bệnh viện Đa khoa số 4 tỉnh', 'n40'),
    listing('30101', 'Trạm y tế xã Tân Lập', 'n11001'),
    listing('30102', 'Trạm y tế xã Hòa Bình, cơ sở 2', 'n11001'),
    listing('40100', 'Trạm y tế xã Tân Lập', 'n17001'),
    listing('40301', 'Trạm y tế xã Cẩm Sơn', 'n17001'),
    listing('40302', 'TTYT khu vực Đức Thọ', 'n40', { formerName: 'Trung tâm y tế huyện Đức Thọ' }),
    listing('40303', 'Trạm y tế xã Hoa Sơn', 'n40'),
    listing('40304', 'Trạm y tế xã Hóa Sơn', 'n40'),
    listing('79048', 'Bệnh viện Chợ Rẫy', 'o27301'),
    listing('79050', 'Bệnh viện Nhân dân 115', 'n79'),
    listing('79060', 'TYT P.5', 'n79'),
  ].sort((left, right) => (left.code < right.code ? -1 : 1)),
  [ListingKind.EMPLOYER]: [
    listing('0101234567DNC10', 'Công ty TNHH MTV Thực phẩm Minh Phát', 'n01'),
    listing('0107654321DNF41', 'Công ty Cổ phần Xây dựng Hoàng Long', 'n01'),
    listing('1234567HC', 'Trường THCS Lê Lợi', 'n40'),
  ],
  [ListingKind.AGENT]: [
    listing('VNP100000', 'Bưu điện Bạch Mai', 'n01'),
    listing('VNP700000', 'Bưu điện văn hóa xã Cẩm Sơn', 'n17001'),
  ],
};

/** An engine over the fixture, and over further clinics whose codes come last. */
export function fixtureEngine(
  ...clinics: readonly (Pick<SearchDocument, 'code' | 'name'> & Partial<SearchDocument>)[]
): SearchEngine {
  const indexes = Object.entries(LISTINGS).map(([kind, documents]) => {
    const builder = new SearchIndexBuilder();
    for (const document of documents) builder.add(document);
    if (kind === 'CLINIC') for (const { code, name, ...more } of clinics) builder.add(listing(code, name, null, more));
    return [kind as ListingKind, new SearchIndex(builder.finish())] as const;
  });
  return new SearchEngine(new Map(indexes), UNITS);
}

export const ALL_KINDS = Object.values(ListingKind);

/** Searches all kinds and gives the answer with the codes of the hits. */
export function searched(
  engine: SearchEngine,
  text: string,
  kinds: readonly ListingKind[] = ALL_KINDS,
): SearchResult & { codes: string[] } {
  const result = engine.search({ text, kinds, limit: 10, offset: 0 });
  return {
    ...result,
    codes: result.hits.map(({ kind, ordinal }) => LISTINGS[kind as ListingKind][ordinal]?.code ?? ''),
  };
}
