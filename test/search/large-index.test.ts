import { ListingKind } from '../../src/features/directory/kinds/listing-kind.types';
import { buildCodeBlocks, blocksWith } from '../../src/features/directory/search/index/codes';
import { bitCount } from '../../src/features/directory/search/index/name-tables';
import { packStrings } from '../../src/features/directory/search/index/packing';
import { SearchEngine } from '../../src/features/directory/search/search-engine';
import { SearchIndex } from '../../src/features/directory/search/index/search-index';
import { SearchIndexBuilder } from '../../src/features/directory/search/index/search-index-builder';
import { UNITS } from './search-fixture';

const LISTINGS = 120_000;
const TRADES = ['Thương mại', 'Xây dựng', 'Vận tải', 'Dịch vụ', 'Thực phẩm', 'Cơ khí', 'Nội thất'];
const FIRST = ['Hoàng', 'Minh', 'Thành', 'Phú', 'Bình', 'An', 'Đại', 'Việt', 'Trường', 'Ngọc', 'Kim'];
const SECOND = ['Long', 'Phát', 'Đạt', 'Hưng', 'Thịnh', 'Sơn', 'Hải', 'Lâm', 'Quang', 'Tiến', 'Khang', 'Vinh', 'Tường'];

function nameOf(at: number): string {
  const pick = (words: readonly string[], step: number): string => words[Math.floor(at / step) % words.length] ?? '';
  return `Công ty TNHH ${pick(TRADES, 1)} ${pick(FIRST, 7)} ${pick(SECOND, 77)} ${at % 97}`;
}

const codeOf = (at: number): string => `99${String(at).padStart(8, '0')}DNA01`;

/** An index that is large enough for bitsets of common words, and without signatures. */
function largeEngine(): SearchEngine {
  const builder = new SearchIndexBuilder();
  for (let at = 0; at < LISTINGS; at++)
    builder.add({ code: codeOf(at), name: nameOf(at), formerName: null, address: `Số ${at} Lê Lợi`, unitKey: 'n01' });
  return new SearchEngine(new Map([[ListingKind.EMPLOYER, new SearchIndex(builder.finish())]]), UNITS);
}

const engine = largeEngine();
const kinds = [ListingKind.EMPLOYER];

function firstName(text: string): string {
  const [hit] = engine.search({ text, kinds, limit: 1, offset: 0 }).hits;
  return hit ? nameOf(hit.ordinal) : '';
}

describe('among many names of few words', () => {
  test.each([
    ['exact', 'Công ty TNHH Cơ khí Trường Khang 5', 'Công ty TNHH Cơ khí Trường Khang 5'],
    ['in any order', 'khang truong co khi 5 cong ty tnhh', 'Công ty TNHH Cơ khí Trường Khang 5'],
    ['with a slip', 'cong ty tnhh co khi truogn khang 5', 'Công ty TNHH Cơ khí Trường Khang 5'],
  ])('a name is found %s', (_fact, text, name) => expect(firstName(text)).toBe(name));

  test('slips at blanks leave the name to be found', () => {
    expect(firstName('cong tyt nhh co khi truong khang 5')).toMatch(/^Công ty TNHH Cơ khí Trường Khang 5/);
  });

  test('common words alone find names with all of them, the shortest first', () => {
    const { hits } = engine.search({ text: 'công ty tnhh vận tải', kinds, limit: 10, offset: 0 });
    expect(hits).toHaveLength(10);
    for (const hit of hits) expect(nameOf(hit.ordinal)).toMatch(/^Công ty TNHH Vận tải/);
  });

  test('a part of a code is found', () => {
    const [hit] = engine.search({ text: '0077123DN', kinds, limit: 1, offset: 0 }).hits;
    expect(hit && codeOf(hit.ordinal)).toBe('9900077123DNA01');
  });

  test('a list filtered by the beginning of words holds every listing', () => {
    const expected = Array.from({ length: LISTINGS }, (_, at) => at).filter((at) =>
      /(^| )[tT]/.test(nameOf(at).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('TNHH', 'Trach nhiem')),
    );
    expect(engine.matches(ListingKind.EMPLOYER, 't').length).toBe(expected.length);
  });
});

test('blocks of codes leave out what cannot hold a part', () => {
  const codes = Array.from({ length: 1000 }, (_, at) => `99${String(at * 7919).padStart(8, '0')}DN`);
  const blocks = buildCodeBlocks(packStrings(codes));
  const found = blocksWith(codes[500]?.slice(3, 9) ?? '', blocks, codes.length);
  expect(found.some(([first, end]) => first <= 500 && 500 < end)).toBe(true);
  expect(found.length).toBeLessThan(8);
});

test.each([
  [0, 0],
  [1, 1],
  [0xff, 8],
  [0xffffffff, 32],
  [0x80000001, 2],
])('of %d, %d bits are set', (number, bits) => expect(bitCount(number)).toBe(bits));
