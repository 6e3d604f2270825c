import { ABBREVIATIONS } from '../../src/features/directory/search/read/abbreviations';
import {
  leadingAbbreviation,
  readAbbreviation,
  similarAbbreviations,
} from '../../src/features/directory/search/read/abbreviations';
import { understand } from '../../src/features/directory/search/read/query-text';
import { codesIn } from '../../src/features/directory/search/index/codes';
import { marksAgreement } from '../../src/features/directory/search/index/similar-words';
import { adjusted, madeUpFor, wordScore } from '../../src/features/directory/search/rank/ranking.rules';
import { EditDistance, symbolsOf } from '../../src/features/directory/search/index/similar-words';
import { wordSimilarity } from '../../src/features/directory/search/index/similar-words';
import { limitedWeight, wordWeight } from '../../src/features/directory/search/index/name-tables';
import { wordsOf } from '../../src/features/directory/search/read/words';
import { foldMarks } from '../../src/shared/vietnamese/marks';

const evidence = { asked: 2, answered: 2, nameWeight: 2, usedWeight: 2, pairs: 1, kept: 1 };

describe('the score of words', () => {
  test('is 1 when the text is the name', () => expect(wordScore(evidence)).toBe(1));

  test.each([
    ['a word of the text is not answered', { answered: 1 }],
    ['the name says more', { nameWeight: 4 }],
    ['the order is lost', { kept: 0 }],
  ])('falls when %s', (_fact, less) => expect(wordScore({ ...evidence, ...less })).toBeLessThan(1));

  test('counts an unanswered word more than an unused one', () => {
    expect(wordScore({ ...evidence, answered: 1 })).toBeLessThan(wordScore({ ...evidence, usedWeight: 1 }));
  });

  test('rises when the whole name is alike', () => {
    const words = wordScore({ ...evidence, answered: 1 });
    expect(madeUpFor(words, 0.95)).toBeGreaterThan(words);
    expect(madeUpFor(words, 0.5)).toBe(words);
  });

  test('of an empty text is 0', () => expect(wordScore({ ...evidence, asked: 0 })).toBe(0));

  test('is less for what has ended, for what is far, and least where the distance is not known', () => {
    expect(adjusted(1, true, undefined)).toBeLessThan(1);
    expect(adjusted(1, false, 50_000)).toBeLessThan(adjusted(1, false, 500));
    expect(adjusted(1, false, null)).toBeLessThan(adjusted(1, false, 50_000));
  });
});

describe('words', () => {
  test('that are rare tell more, those foretold less, short ones and numbers little', () => {
    expect(wordWeight(1000, 2, 0, 0)).toBeGreaterThan(wordWeight(1000, 500, 0, 0));
    expect(wordWeight(1000, 100, 100, 100)).toBeLessThan(wordWeight(1000, 100, 0, 0));
    expect(limitedWeight('b', 1)).toBeLessThan(limitedWeight('bach', 1));
    expect(limitedWeight('115', 1)).toBeLessThan(1);
  });

  test.each([
    ['T.P. Hồ Chí Minh', ['TP', 'Hồ', 'Chí', 'Minh']],
    ['Q.5, P. 12', ['Q', '5', 'P', '12']],
    ['Xăng & Dầu', ['Xăng', 'và', 'Dầu']],
    ['30/4 (số 2)', ['30', '4', 'số', '2']],
    ['', []],
  ])('of "%s"', (text, words) => expect(wordsOf(text).map((word) => word.text)).toEqual(words));

  test.each([
    ['bach', 'bahc', 0.8],
    ['vien', 'vein', 0.8],
    ['sa', 'xa', 0.5],
    ['truong', 'chuong', 0.6],
    ['binh', 'mai', 0],
    ['bach', 'bach', 1],
  ])('"%s" and "%s" are alike by at least %f of what it takes', (left, right, least) => {
    expect(wordSimilarity(left, right)).toBeGreaterThanOrEqual(least - 0.06);
    if (least === 0) expect(wordSimilarity(left, right)).toBe(0);
  });

  test('agree in their marks in this order: same, unmarked, one tone off, other letters', () => {
    const [same, unmarked, tone, shape] = ['hóa', 'hoa', 'hòa', 'hoâ'].map((typed) => marksAgreement(typed, 'hóa'));
    expect([same, unmarked, tone, shape].map(Number)).toEqual(
      [same, unmarked, tone, shape].map(Number).sort((left, right) => right - left),
    );
    expect(same).toBe(1);
  });
});

describe('slips between whole names', () => {
  const plain = (left: string, right: string): number => {
    const rows = Array.from({ length: left.length + 1 }, (_, i) =>
      Array.from({ length: right.length + 1 }, (_each, j) => (i === 0 ? j : j === 0 ? i : 0)),
    );
    const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
    for (let i = 1; i <= left.length; i++) {
      for (let j = 1; j <= right.length; j++) {
        const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
        const least = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Infinity,
        );
        (rows[i] ?? [])[j] = least;
      }
    }
    return at(left.length, right.length);
  };

  test('are counted as a plain table counts them, for names longer than a machine word too', () => {
    const letters = 'abca';
    let state = 7;
    const next = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
    for (let round = 0; round < 400; round++) {
      const [left, right] = [0, 1].map(() => Array.from({ length: next(75) }, () => letters[next(4)]).join('')) as [
        string,
        string,
      ];
      const text = Uint8Array.from(symbolsOf([right]));
      expect(new EditDistance(symbolsOf([left])).count(text, 0, text.length)).toBe(plain(left, right));
    }
  });
});

describe('abbreviations', () => {
  test('are lower-case and bare, and stand for words', () => {
    for (const [short, readings] of ABBREVIATIONS) {
      expect(foldMarks(short)).toBe(short);
      expect(readings.every((words) => words.length > 0 && words.every((word) => word !== ''))).toBe(true);
    }
  });

  test.each([
    ['BVĐKKV', 'bệnh viện đa khoa khu vực'],
    ['CTTNHH', 'công ty trách nhiệm hữu hạn'],
    ['PKĐK', 'phòng khám đa khoa'],
    ['cs2', 'cơ sở 2'],
    ['q1', 'quận 1'],
  ])('%s reads as %s', (short, words) => expect(readAbbreviation(short, false)[0]?.join(' ')).toBe(words));

  test('that are ambiguous keep all readings', () => {
    expect(readAbbreviation('TT', false).map((words) => words.join(' '))).toEqual(['trung tâm', 'thị trấn']);
  });

  test.each([
    ['tyht', 'trạm y tế'],
    ['ytt', 'trạm y tế'],
    ['ttuyt', 'trung tâm y tế'],
    ['pkdj', 'phòng khám đa khoa'],
  ])('with a slip (%s) read as %s', (short, words) => {
    expect(similarAbbreviations(short).map((each) => each.join(' '))).toContain(words);
  });

  test('that a word begins with leave its rest', () => {
    expect(leadingAbbreviation('tytxuan')).toEqual({ words: ['trạm', 'y', 'tế'], rest: 'xuan' });
    expect(leadingAbbreviation('xuan')).toBeNull();
    expect(similarAbbreviations('xuan')).toEqual([]);
  });

  test('of one letter are read only before a number or with a dot', () => {
    expect(readAbbreviation('p', false)).toEqual([]);
    expect(readAbbreviation('p', true)[0]).toEqual(['phường']);
  });
});

test.each([
  ['01001', '01001'],
  [' 01c51 ', '01C51'],
  ['[00101]', '00101'],
  ['0101234567-001', '0101234567-001'],
  ['bạch mai', null],
  ['115 nhân dân', null],
  ['', null],
])('"%s" as a code is %s', (text, code) => expect(codesIn(understand(text)).codes[0] ?? null).toBe(code));
