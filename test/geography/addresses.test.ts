import { addressParts, unitsOfAddress } from '../../src/features/geography/unit/address.rules';
import { Unit, UnitLevel } from '../../src/features/geography/unit/unit.entity';
import { UnitNames } from '../../src/features/geography/unit/unit-names';
import { UnitRegistry } from '../../src/features/geography/unit/unit-registry';
import { unitKeyOf } from '../../src/features/geography/unit/unit.rules';
import { WorkSlices } from '../../src/shared/work-slices';

const { PROVINCE, DISTRICT, COMMUNE } = UnitLevel;
const units: Unit[] = [];
const ties: { predecessorKey: string; successorKey: string }[] = [];

function unit(level: UnitLevel, code: string, name: string, parent: Unit | null, validUntil: string | null): Unit {
  const validFrom = validUntil === null ? '2025-07-01' : null;
  const unitKey = unitKeyOf(level, code, validFrom);
  const made = { unitKey, code, level, name, parentKey: parent?.unitKey ?? null, validFrom, validUntil };
  const added = Object.assign(new Unit(), made);
  units.push(added);
  return added;
}
const old = (level: UnitLevel, code: string, name: string, parent: Unit | null = null): Unit =>
  unit(level, code, name, parent, '2025-06-30');
const today = (level: UnitLevel, code: string, name: string, parent: Unit | null = null): Unit =>
  unit(level, code, name, parent, null);
const follow = (before: Unit, ...after: Unit[]): void => {
  for (const each of after) ties.push({ predecessorKey: before.unitKey, successorKey: each.unitKey });
};

const oldHanoi = old(PROVINCE, '01', 'Thành phố Hà Nội');
const hanoi = today(PROVINCE, '01', 'Thành phố Hà Nội');
const oldBacGiang = old(PROVINCE, '24', 'Tỉnh Bắc Giang');
const bacNinh = today(PROVINCE, '24', 'Tỉnh Bắc Ninh');
const baDinhDistrict = old(DISTRICT, '001', 'Quận Ba Đình', oldHanoi);
const phucThoDistrict = old(DISTRICT, '272', 'Huyện Phúc Thọ', oldHanoi);
const tanYen = old(DISTRICT, '217', 'Huyện Tân Yên', oldBacGiang);
const trucBach = old(COMMUNE, '00004', 'Phường Trúc Bạch', baDinhDistrict);
const kimMa = old(COMMUNE, '00034', 'Phường Kim Mã', baDinhDistrict);
const phucHoaHanoi = old(COMMUNE, '09784', 'Xã Phúc Hòa', phucThoDistrict);
const phucHoaOld = old(COMMUNE, '07330', 'Xã Phúc Hoà', tanYen);
const oldLang = old(COMMUNE, '00199', 'Phường Láng Hạ', baDinhDistrict);
const baDinh = today(COMMUNE, '00004', 'Phường Ba Đình', hanoi);
const giangVo = today(COMMUNE, '00025', 'Phường Giảng Võ', hanoi);
const lang = today(COMMUNE, '00199', 'Phường Láng', hanoi);
const phucTho = today(COMMUNE, '09784', 'Xã Phúc Thọ', hanoi);
const phucHoa = today(COMMUNE, '07330', 'Xã Phúc Hòa', bacNinh);
const phucHoaOther = today(COMMUNE, '01792', 'Xã Phục Hòa', bacNinh);
old(DISTRICT, '760', 'Quận 1');
old(DISTRICT, '771', 'Quận 10');
follow(oldHanoi, hanoi);
follow(oldBacGiang, bacNinh);
follow(trucBach, baDinh);
follow(kimMa, baDinh, giangVo);
follow(oldLang, lang);
follow(phucHoaHanoi, phucTho);
follow(phucHoaOld, phucHoa);
const registry = new UnitRegistry(units, ties, 20260101);

async function named(text: string, unfinished = false): Promise<string[]> {
  const names = await UnitNames.of(registry, new WorkSlices(new AbortController().signal));
  for (const part of addressParts(text)) {
    const found = unitsOfAddress([part], { names, registry, unfinished });
    if (found.length > 0) return found.map(({ unitKey }) => unitKey);
  }
  return [];
}

test.each<[string, Unit[]]>([
  ['phường Trúc Bạch, Ba Đình, Hà Nội', [trucBach]],
  ['phuong truc bach ba dinh ha noi', [trucBach]],
  ['Trúc Bạch', [trucBach]],
  ['xã Phúc Hòa, Phúc Thọ', [phucHoaHanoi]],
  ['xã Phúc Hòa, Tân Yên, Bắc Giang', [phucHoa]],
  ['xã Phúc Hòa, Bắc Ninh', [phucHoa, phucHoaOther]],
  ['12 phố Trúc Bạch, phường Trúc Bạch, Hà Nội', [trucBach]],
  ['12 Cửa Bắc phường Trúc Bạch quận Ba Đình', [trucBach]],
  ['số 5, ngõ 3, thôn Đoài, xã Phúc Hòa, huyện Phúc Thọ, Hà Nội', [phucHoaHanoi]],
  ['khám bệnh gần Ba Đình', [baDinh, baDinhDistrict]],
  ['xã Trúc Bạch', [trucBach]],
  ['Láng', [lang]],
  ['Hà Nội', [hanoi]],
])('%s names its unit, and names around it choose among units of one name', async (text, expected) => {
  expect(await named(text)).toEqual(expected.map(({ unitKey }) => unitKey));
});

test('marks as typed come first, then units of today, then former ones', async () => {
  const keys = (list: Unit[]): string[] => list.map(({ unitKey }) => unitKey);
  expect(await named('Phục Hòa')).toEqual(keys([phucHoaOther, phucHoa, phucHoaHanoi]));
  expect(await named('Phúc Hòa')).toEqual(keys([phucHoa, phucHoaHanoi, phucHoaOther]));
});

test.each(['bệnh viện Ba Đình', 'trạm y tế phường Trúc Bạch', 'công ty Hà Nội', '0100109106', 'phường', '', ' , ,, '])(
  '%s names no place',
  async (text) => {
    expect(await named(text)).toEqual([]);
  },
);

test('an unfinished name is completed while it is typed, and only then; a number is a whole one', async () => {
  expect(await named('phường trúc b', true)).toEqual([trucBach.unitKey]);
  expect(await named('truc bac', true)).toEqual([trucBach.unitKey]);
  expect(await named('truc bac')).toEqual([]);
  expect(await named('quận 1', true)).toEqual([unitKeyOf(DISTRICT, '760', null)]);
  expect(await named('phường', true)).toEqual([]);
});

test('long and repeated texts are read within milliseconds', async () => {
  await named('Hà Nội');
  const started = performance.now();
  for (const text of ['ba dinh '.repeat(30), 'phường '.repeat(40), 'phuc hoa, '.repeat(20), '1 '.repeat(100)])
    await named(text, true);
  expect(performance.now() - started).toBeLessThan(200);
});
