import { HitReason } from '../../src/features/directory/search/search-engine.types';
import { SearchIntent } from '../../src/features/directory/search/search-engine.types';
import { alternatives } from '../../src/features/directory/search/read/words';
import { ListingKind } from '../../src/features/directory/kinds/listing-kind.types';
import { ALL_KINDS, fixtureEngine, LISTINGS, searched } from './search-fixture';

const engine = fixtureEngine();
const first = (text: string): string | undefined => searched(engine, text).codes[0];

describe('a question around a name', () => {
  it.each([
    ['Bệnh viện Bạch Mai ở đâu', '01929', [SearchIntent.ADDRESS]],
    ['benh vien bach mai o dau?', '01929', [SearchIntent.ADDRESS]],
    ['cho hỏi số điện thoại của bệnh viện chợ rẫy ạ', '79048', [SearchIntent.PHONE]],
    ['sdt bv cho ray', '79048', [SearchIntent.PHONE]],
    ['bệnh viện Hữu Nghị mấy giờ mở cửa', '01001', [SearchIntent.HOURS]],
    ['trạm y tế xã Cẩm Sơn có khám bảo hiểm y tế không', '40301', [SearchIntent.CONTRACT]],
    ['chỉ đường đến trạm y tế Hoa Sơn', '40303', [SearchIntent.DIRECTIONS]],
    ['bệnh viện Bạch Mai gần nhất', '01929', [SearchIntent.NEAREST]],
    ['where is Cho Ray hospital', '79048', [SearchIntent.ADDRESS]],
    ['địa chỉ và số điện thoại bệnh viện Bạch Mai', '01929', [SearchIntent.ADDRESS, SearchIntent.PHONE]],
  ])('%s', (text, code, intents) => {
    const result = searched(engine, text);
    expect(result.codes[0]).toBe(code);
    expect(result.intents).toEqual(intents);
    expect(result.correctedText).toBeNull();
  });

  it('costs nothing: the name is answered as if it stood alone', () => {
    const [asked, plain] = ['cho hỏi bệnh viện Bạch Mai ở đâu', 'bệnh viện Bạch Mai'].map((text) =>
      searched(engine, text),
    );
    expect(asked?.hits[0]?.score).toBe(plain?.hits[0]?.score);
    expect(asked?.dropped).toEqual([]);
  });

  it('bears its marks or none: other words with the same letters ask nothing', () => {
    expect(searched(engine, 'bệnh viện Bạch Mai ô dầu').intents).toEqual([]);
  });

  it('is no question where names hold its words', () => {
    const named = fixtureEngine({ name: 'Phòng khám Gần Nhà', code: '99990' });
    expect(named.search({ text: 'phòng khám gần nhà', kinds: ALL_KINDS, limit: 1, offset: 0 }).hits[0]?.ordinal).toBe(
      LISTINGS[ListingKind.CLINIC].length,
    );
  });
});

describe('English words for the kind of place', () => {
  it.each([
    ['Cho Ray hospital', '79048'],
    ['hospital Bach Mai', '01929'],
    ['hospital of Bach Mai', '01929'],
    ['Hoe Nhai general hospital', '01004'],
    ['Cam Son commune health station', '40301'],
    ['Duc Tho regional medical center', '40302'],
    ['Ly Thuong Kiet polyclinic', '01C51'],
    ['Bach Mai post office', 'VNP100000'],
    ['Soc Son district social insurance', '00110'],
  ])('%s', (text, code) => {
    expect(first(text)).toBe(code);
    expect(searched(engine, text).correctedText).toBeNull();
  });
});

describe('a code', () => {
  it.each([
    ['mã 01929 ở đâu', '01929'],
    ['bệnh viện nào có mã số 79048', '79048'],
    ['ma so thue 0107654321', '0107654321DNF41'],
    ['01C51 là cơ sở nào', '01C51'],
  ])('is found in a sentence: %s', (text, code) => {
    const result = searched(engine, text);
    expect(result.codes[0]).toBe(code);
    expect(result.hits[0]?.reasons).toContain(HitReason.CODE);
  });

  it('that nobody has gives those that differ in one digit, and says so', () => {
    const result = searched(engine, '0107654327');
    expect(result.codes).toEqual(['0107654321DNF41']);
    expect(result.hits[0]?.reasons).toEqual([HitReason.SIMILAR_CODE]);
    expect(result.dropped).toEqual(['0107654327']);
    expect(result.correctedText).toBeNull();
  });

  it('is never taken for a word of a name or an address', () => {
    expect(searched(engine, '99999999').hits).toEqual([]);
  });
});

it('reads what stands in brackets as alternatives', () => {
  expect(alternatives('(giờ|lịch) khám').sort()).toEqual(['giờ khám', 'lịch khám']);
  expect(alternatives('khám (ở|tại) đâu').sort()).toEqual(['khám tại đâu', 'khám ở đâu']);
});

describe('words that the directory knows', () => {
  const named = (...names: readonly string[]): ((text: string) => { name: string; correctedText: string | null }) => {
    const clinics = names.map((name, at) => ({ name, code: `9999${at}` }));
    const own = fixtureEngine(...clinics);
    return (text) => {
      const { hits, correctedText } = own.search({ text, kinds: [ListingKind.CLINIC], limit: 1, offset: 0 });
      return {
        name: clinics[(hits[0]?.ordinal ?? 0) - LISTINGS[ListingKind.CLINIC].length]?.name ?? '',
        correctedText,
      };
    };
  };

  it.each([
    ['bệnh viện ung bướu hà nội', 'Bệnh viện Ung Bướu Hà Nội'],
    ['bệnh viện nhi đồng một', 'Bệnh viện Nhi Đồng 1'],
  ])('are never shown as corrected: %s', (text, name) => {
    const search = named('Bệnh viện Công An', 'Bệnh viện Nhi Đồng 1', 'Bệnh viện Ung Bướu Hà Nội');
    expect(search(text)).toEqual({ name, correctedText: null });
  });

  it('are mended where they are not known', () => {
    expect(named('Bệnh viện Ung Bướu')('bệnh viện ung buowwu').correctedText).not.toBeNull();
  });

  it.each([
    ['bệnh viện Đức Hòa', 'Bệnh viện Đa khoa khu vực Đức Hòa'],
    ['bệnh viện Hoài Đức', 'Bệnh viện Hoài Đức'],
  ])('in their order beat other orders and beginnings: %s', (text, name) => {
    expect(named('Bệnh viện Đa khoa khu vực Đức Hòa', 'Bệnh viện Hoài Đức')(text).name).toBe(name);
  });

  it.each(['q1', 'quận 1', 'Q.1', 'trung tâm y tế quan 1'])('keep their number whole and beside them: %s', (text) => {
    const search = named(
      'Trung tâm y tế Quận 1',
      'Trung tâm y tế Quận 10',
      'Trạm y tế Xuân Quang 1',
      'Trung tâm y tế Quận 12',
    );
    expect(search(text).name).toBe('Trung tâm y tế Quận 1');
  });

  it.each([
    ['daklak', 'Bệnh viện Đắk Lắk'],
    ['Ban Mê Thuột', 'Bệnh viện Buôn Ma Thuột'],
    ['ban me thuot', 'Bệnh viện Buôn Ma Thuột'],
    ['tth', 'Bệnh viện Thừa Thiên Huế'],
    ['Spratly', 'Trạm y tế Trường Sa'],
  ])('are other names of places too: %s', (text, name) => {
    const search = named(
      'Bệnh viện Buôn Ma Thuột',
      'Bệnh viện Thừa Thiên Huế',
      'Bệnh viện Đắk Lắk',
      'Trạm y tế Trường Sa',
    );
    expect(search(text)).toEqual({ name, correctedText: null });
  });
});
