import { ListingKind } from '../../src/features/directory/kinds/listing-kind.types';
import { HitReason } from '../../src/features/directory/search/search-engine.types';
import { MAX_TEXT_LENGTH } from '../../src/features/directory/search/search-engine.types';
import { ALL_KINDS, fixtureEngine, LISTINGS, searched } from './search-fixture';

const engine = fixtureEngine();
const { CLINIC } = ListingKind;

describe('the first hit', () => {
  test.each([
    ['exact name', 'Bệnh viện Bạch Mai', '01929'],
    ['no marks', 'benh vien bach mai', '01929'],
    ['capitals', 'BỆNH VIỆN BẠCH MAI', '01929'],
    ['decomposed letters', 'Bệnh viện Bạch Mai'.normalize('NFD'), '01929'],
    ['words in any order', 'mai bach vien benh', '01929'],
    ['one rare word', 'ray', '79048'],
    ['unfinished last word', 'benh vien cho r', '79048'],
    ['newer tone placement', 'trạm y tế xã hoà bình', '30102'],
    ['older tone placement', 'bệnh viện hòe nhai', '01004'],
    ['i for y', 'phong kham li thuong kiet', '01C51'],
    ['đ as d', 'trung tâm y tế khu vực dức thọ', '40302'],
    ['wrong marks', 'bẹnh viên bạch mái', '01929'],
    ['abbreviated query', 'bv cho ray', '79048'],
    ['dotted abbreviation', 'B.V. Chợ Rẫy', '79048'],
    ['abbreviation without blanks', 'bvdk hoe nhai', '01004'],
    ['abbreviated name', 'trung tam y te khu vuc duc tho', '40302'],
    ['abbreviated letter in a name', 'trạm y tế phường 5', '79060'],
    ['letter and number in one', 'tyt p5', '79060'],
    ['written out in the query, short in the name', 'bảo hiểm xã hội quận ba đình', '00101'],
    ['abbreviated company form', 'cty tnhh 1 thanh vien thuc pham minh phat', '0101234567DNC10'],
    ['short company form', 'ctcp xd hoang long', '0107654321DNF41'],
    ['written out school', 'trường trung học cơ sở lê lợi', '1234567HC'],
    ['Telex', 'beenhj vieenj baachj mai', '01929'],
    ['Telex with keys where the letters stand', 'beejnh vieejn chowj raaxy', '79048'],
    ['VNI', 'be65nh vie65n cho75 ra64y', '79048'],
    ['VNI with tones last', 'benh65 vien65 cho75 ray64', '79048'],
    ['a letter left out', 'benh vien bch mai', '01929'],
    ['a letter put in', 'benh vien baach mai', '01929'],
    ['a letter exchanged', 'benh vien bsch mai', '01929'],
    ['letters swapped', 'bnehv ien bahc mai', '01929'],
    ['two slips', 'bemh vien huu ngi', '01001'],
    ['all words run together', 'benhvienchoray', '79048'],
    ['two words run together', 'benh vien choray', '79048'],
    ['a word torn apart', 'benh vi en cho ray', '79048'],
    ['number', 'bệnh viện đa khoa số 4', '25002'],
    ['Roman numeral', 'bệnh viện đa khoa số IV', '25002'],
    ['number in words', 'bệnh viện đa khoa số hai', '25001'],
    ['number close to its word', 'tram y te hoa binh cs2', '30102'],
    ['old district in words', 'bhxh quan nam', '07901'],
    ['former name', 'trung tâm y tế huyện đức thọ', '40302'],
    ['address', '78 giải phóng', '01929'],
    ['exact marks before others', 'trạm y tế xã hóa sơn', '40304'],
    ['place of today', 'trạm y tế tân lập nghệ an', '40100'],
    ['place of yesterday', 'tram y te tan lap hai duong', '30101'],
    ['old district as a place', 'bv cho ray quan 5', '79048'],
    ['place before the name', 'nghe an tram y te tan lap', '40100'],
    ['code', '01929', '01929'],
    ['code with letters, small', '01c51', '01C51'],
    ['beginning of a code', '010123456', '0101234567DNC10'],
    ['middle of a code', '7654321DN', '0107654321DNF41'],
    ['a sentence', 'cho hỏi bệnh viện bạch mai ở đâu', '01929'],
  ])('%s: "%s"', (_fact, text, code) => {
    expect(searched(engine, text).codes[0]).toBe(code);
  });
});

describe('what a hit says', () => {
  test.each<[string, string, HitReason[]]>([
    ['a name', 'bệnh viện bạch mai', [HitReason.NAME]],
    ['a code', '01929', [HitReason.CODE]],
    ['an abbreviation', 'bv bạch mai', [HitReason.NAME, HitReason.ABBREVIATION]],
    ['a slip', 'bệnh viện bsch mai', [HitReason.NAME, HitReason.SPELLING]],
    ['an unfinished word', 'bệnh viện chợ r', [HitReason.NAME, HitReason.PREFIX]],
    ['a place', 'bệnh viện chợ rẫy quận 5', [HitReason.NAME, HitReason.UNIT]],
    ['a former name', 'trung tâm y tế huyện đức thọ', [HitReason.FORMER_NAME]],
    ['an address', 'bạch mai 78 giải phóng', [HitReason.NAME, HitReason.ADDRESS]],
  ])('gives %s as the reason', (_fact, text, reasons) => {
    expect(searched(engine, text, [CLINIC]).hits[0]?.reasons).toEqual(reasons);
  });

  test('scores lie between 0 and 1 and fall', () => {
    const scores = searched(engine, 'trạm y tế').hits.map((hit) => hit.score);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  test('an exact name scores almost 1', () => {
    expect(searched(engine, 'Bệnh viện Bạch Mai').hits[0]?.score).toBeGreaterThan(0.99);
  });

  test('a mended slip is shown, an unmended text is not', () => {
    expect(searched(engine, 'bệnh viện bsch mai').correctedText).toBe('bệnh viện bạch mai');
    expect(searched(engine, 'benhvien cho ray').correctedText).toMatch(/^bệnh viện/);
    expect(searched(engine, 'benh vien bach mai').correctedText).toBeNull();
    expect(searched(engine, 'bv bach mai').correctedText).toBeNull();
  });

  test('words that nothing answers are named', () => {
    const { codes, dropped } = searched(engine, 'bệnh viện bạch mai zzyzx');
    expect(codes[0]).toBe('01929');
    expect(dropped).toEqual(['zzyzx']);
  });
});

describe('near a position', () => {
  const metres = new Map([
    ['30101', 500],
    ['40100', 900_000],
  ]);
  const near = {
    distanceMeters: (kind: ListingKind, ordinal: number) => metres.get(LISTINGS[kind][ordinal]?.code ?? '') ?? null,
    nearest: (kind: ListingKind) => LISTINGS[kind].flatMap((each, ordinal) => (metres.has(each.code) ? [ordinal] : [])),
  };

  test('the nearer of two of the same name comes first', () => {
    const { hits } = engine.search({
      text: 'trạm y tế xã tân lập gần đây',
      kinds: [CLINIC],
      near,
      limit: 2,
      offset: 0,
    });
    expect(hits.map((hit) => LISTINGS[CLINIC][hit.ordinal]?.code)).toEqual(['30101', '40100']);
    expect(hits[0]?.reasons).toContain(HitReason.NEAR);
  });

  test('a text that only asks for what is near gives the nearest', () => {
    const { hits } = engine.search({ text: 'gần tôi', kinds: [CLINIC], near, limit: 5, offset: 0 });
    expect(LISTINGS[CLINIC][hits[0]?.ordinal ?? -1]?.code).toBe('30101');
  });
});

describe('filters and pages', () => {
  test('what is not accepted is left out', () => {
    const { hits } = engine.search({
      text: 'tân lập',
      kinds: [CLINIC],
      accepts: (_kind, ordinal) => LISTINGS[CLINIC][ordinal]?.code !== '30101',
      limit: 10,
      offset: 0,
    });
    expect(hits.map((hit) => LISTINGS[CLINIC][hit.ordinal]?.code)).not.toContain('30101');
  });

  test('an ended listing comes behind an equal one', () => {
    const { hits } = engine.search({
      text: 'trạm y tế xã tân lập',
      kinds: [CLINIC],
      hasEnded: (_kind, ordinal) => LISTINGS[CLINIC][ordinal]?.code === '30101',
      limit: 2,
      offset: 0,
    });
    expect(LISTINGS[CLINIC][hits[0]?.ordinal ?? -1]?.code).toBe('40100');
  });

  test('pages put together are the whole, and the total is the same on each', () => {
    const whole = engine.search({ text: 'tram y te', kinds: ALL_KINDS, limit: 100, offset: 0 });
    const pages = Array.from({ length: whole.total }, (_, offset) =>
      engine.search({ text: 'tram y te', kinds: ALL_KINDS, limit: 1, offset }),
    );
    expect(pages.flatMap((page) => page.hits)).toEqual(whole.hits);
    expect(new Set(pages.map((page) => page.total))).toEqual(new Set([whole.total]));
  });

  test('a list filtered by a text holds every listing with all its words', () => {
    const codes = Array.from(engine.matches(CLINIC, 'trạm y tế xã'), (ordinal) => LISTINGS[CLINIC][ordinal]?.code);
    expect(codes.sort()).toEqual(['30101', '30102', '40100', '40301', '40303', '40304']);
  });

  test('suggestions name each name once', () => {
    const texts = engine.suggest({ text: 'trạm y tế xã t', kinds: [CLINIC], limit: 8 }).map((each) => each.text);
    expect(texts[0]).toBe('Trạm y tế xã Tân Lập');
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('any text', () => {
  test.each([
    ['nothing', ''],
    ['blanks', '  \t\n '],
    ['punctuation', '!!! ??? ...'],
    ['an emoji', '🏥'],
    ['emoji around words', '🏥 bạch mai 🚑'],
    ['right-to-left text', 'مستشفى باخ ماي'],
    ['a right-to-left mark', '\u202ebạch mai\u202c'],
    ['SQL', "'; DROP TABLE clinic; --"],
    ['FTS syntax', 'NEAR("bach" "mai", 2) AND name:* OR -x'],
    ['a regular expression', '(a+)+$ [\\'],
    ['zeros', '\0\0\0'],
    ['lone surrogates', '\ud800 bach \udfff'],
    ['one long word', 'a'.repeat(10_000)],
    ['many words', 'bệnh viện '.repeat(1000)],
    ['many marks', 'a\u0301\u0302\u0303'.repeat(2000)],
    ['dots', '.'.repeat(5000)],
    ['letters with dots', 'a.'.repeat(3000)],
    ['digits', '1'.repeat(300)],
    ['prototype words', '__proto__ constructor toString'],
  ])('%s is answered', (_fact, text) => {
    const result = searched(engine, text);
    expect(result.hits.length).toBeLessThanOrEqual(10);
    expect(result.truncated).toBe(text.trimStart().length > MAX_TEXT_LENGTH);
    expect(engine.matches(CLINIC, text)).toBeInstanceOf(Uint32Array);
    expect(engine.suggest({ text, kinds: ALL_KINDS, limit: 8 }).length).toBeLessThanOrEqual(8);
  });

  test('words are found among what is no word', () => {
    expect(searched(engine, '🏥 bệnh viện bạch mai 🚑').codes[0]).toBe('01929');
  });
});

test('every listing is found by its own name, first or behind its namesakes', () => {
  for (const kind of ALL_KINDS) {
    for (const { code, name } of LISTINGS[kind]) {
      const { hits } = searched(engine, name, [kind]);
      const namesakes = hits
        .filter((hit) => LISTINGS[kind][hit.ordinal]?.name === name)
        .map((hit) => LISTINGS[kind][hit.ordinal]?.code);
      expect(namesakes).toContain(code);
      expect(LISTINGS[kind][hits[0]?.ordinal ?? -1]?.name).toBe(name);
    }
  }
});

test('the same search gives the same answer, from an index built again too', () => {
  const again = fixtureEngine();
  for (const text of ['bv bach mai', 'tram y te', 'tan lap nghe an', 'benhvien', 'cong ty', '0101', 'bemh vein']) {
    expect(searched(again, text)).toEqual(searched(engine, text));
    expect(searched(engine, text)).toEqual(searched(engine, text));
  }
});
