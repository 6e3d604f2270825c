import { unitsMatching } from '../../src/features/geography/unit/unit-search';
import { UnitLevel, type Unit } from '../../src/features/geography/unit/unit.entity';
import { UnitRegistry } from '../../src/features/geography/unit/unit-registry';
import { SearchEngine } from '../../src/features/directory/search/search-engine';
import { WorkSlices } from '../../src/shared/work-slices';

function unit(code: string, level: UnitLevel, name: string): Unit {
  return { unitKey: `u${code}`, code, level, name, parentKey: null, validFrom: null, validUntil: null } as Unit;
}

const registry = new UnitRegistry(
  [
    unit('79', UnitLevel.PROVINCE, 'Thành phố Hồ Chí Minh'),
    unit('48', UnitLevel.PROVINCE, 'Thành phố Đà Nẵng'),
    unit('66', UnitLevel.PROVINCE, 'Tỉnh Đắk Lắk'),
    unit('46', UnitLevel.PROVINCE, 'Thành phố Huế'),
    unit('760', UnitLevel.DISTRICT, 'Quận 1'),
    unit('770', UnitLevel.DISTRICT, 'Quận 10'),
    unit('769', UnitLevel.DISTRICT, 'Thành phố Thủ Đức'),
    unit('269', UnitLevel.DISTRICT, 'Thị xã Sơn Tây'),
    unit('643', UnitLevel.DISTRICT, 'Thành phố Buôn Ma Thuột'),
    unit('26737', UnitLevel.COMMUNE, 'Phường 1'),
    unit('26740', UnitLevel.COMMUNE, 'Phường 10'),
    unit('00565', UnitLevel.COMMUNE, 'Thị trấn Trâu Quỳ'),
    unit('20333', UnitLevel.COMMUNE, 'Đặc khu Hoàng Sa'),
    unit('22736', UnitLevel.COMMUNE, 'Đặc khu Trường Sa'),
    unit('12001', UnitLevel.COMMUNE, 'Xã Tiên Hoa'),
    unit('20001', UnitLevel.COMMUNE, 'Xã Hoà Tiến'),
    unit('20002', UnitLevel.COMMUNE, 'Xã Hoa Tiên'),
  ],
  [],
);
const search = new SearchEngine(new Map(), registry);

const found = async (text: string): Promise<string[]> => {
  const filter = { text, readings: search.placeReadings(text), asOf: null };
  const units = await unitsMatching(registry, filter, new WorkSlices(new AbortController().signal));
  return units.map(({ name }) => name);
};

it.each([
  ['Q1', 'Quận 1'],
  ['q.1', 'Quận 1'],
  ['quan 1', 'Quận 1'],
  ['P1', 'Phường 1'],
  ['Phường 01', 'Phường 1'],
  ['TP Thủ Đức', 'Thành phố Thủ Đức'],
  ['TX Sơn Tây', 'Thị xã Sơn Tây'],
  ['TT Trâu Quỳ', 'Thị trấn Trâu Quỳ'],
  ['TP.HCM', 'Thành phố Hồ Chí Minh'],
  ['tphcm', 'Thành phố Hồ Chí Minh'],
  ['Sài Gòn', 'Thành phố Hồ Chí Minh'],
  ['Daklak', 'Tỉnh Đắk Lắk'],
  ['Danang', 'Thành phố Đà Nẵng'],
  ['Thừa Thiên Huế', 'Thành phố Huế'],
  ['Ban Mê Thuột', 'Thành phố Buôn Ma Thuột'],
  ['Paracel', 'Đặc khu Hoàng Sa'],
  ['Spratly Islands', 'Đặc khu Trường Sa'],
  ['79', 'Thành phố Hồ Chí Minh'],
])('%s names %s first', async (text, name) => {
  expect((await found(text))[0]).toBe(name);
});

it('a number is that number, not the beginning of another', async () => {
  expect(await found('q1')).not.toContain('Quận 10');
  expect(await found('phường 1')).not.toContain('Phường 10');
});

it.each([
  ['Hòa Tiến', ['Xã Hoà Tiến', 'Xã Hoa Tiên', 'Xã Tiên Hoa']],
  ['Hoa Tiên', ['Xã Hoa Tiên', 'Xã Hoà Tiến', 'Xã Tiên Hoa']],
  ['Tiên Hoa', ['Xã Tiên Hoa', 'Xã Hoà Tiến', 'Xã Hoa Tiên']],
  ['hoa tien', ['Xã Hoà Tiến', 'Xã Hoa Tiên', 'Xã Tiên Hoa']],
])('%s finds names in the order and with the marks that were typed first', async (text, names) => {
  expect(await found(text)).toEqual(names);
});
