import { foldMarks } from '../../src/shared/vietnamese/marks';
import { canonicalTone, isSyllable, wordKey } from '../../src/shared/vietnamese/syllable';
import { readTelex, readVni } from '../../src/shared/vietnamese/typing-keys';
import { figuresToRoman, numberWordToFigures, romanToFigures } from '../../src/shared/vietnamese/numerals';

test.each([
  ['Hòa Đức', 'hoa duc'],
  ['NGHIÊNG', 'nghieng'],
  ['Krông Pắk', 'krong pak'],
  ['e\u0302\u0323', 'e'],
  ['Straße 12', 'straße 12'],
])('marks of "%s" fold to "%s", and folding twice changes nothing', (text, folded) => {
  expect(foldMarks(text)).toBe(folded);
  expect(foldMarks(foldMarks(text))).toBe(folded);
});

test.each([
  ['hoà', 'hòa'],
  ['hòa', 'hòa'],
  ['thuỷ', 'thủy'],
  ['khoẻ', 'khỏe'],
  ['hòan', 'hoàn'],
  ['quý', 'quý'],
  ['giá', 'giá'],
  ['nghiã', 'nghĩa'],
  ['tuyển', 'tuyển'],
  ['qùy', 'quỳ'],
])('the tone of "%s" stands as in "%s"', (word, canonical) => {
  expect(canonicalTone(word)).toBe(canonical);
});

test.each([
  ['Lý', 'li'],
  ['lí', 'li'],
  ['quý', 'qui'],
  ['thúy', 'thuy'],
  ['thúi', 'thui'],
  ['y', 'y'],
  ['007', '7'],
  ['0', '0'],
])('"%s" is compared as "%s"', (word, key) => {
  expect(wordKey(word)).toBe(key);
});

test.each(['benh', 'nghieng', 'quoc', 'gi', 'giuong', 'khuya', 'y', 'oanh'])('"%s" is a syllable', (word) => {
  expect(isSyllable(word)).toBe(true);
});

test.each(['bv', 'plus', 'xx', '', 'bach2', 'nghh'])('"%s" is no syllable', (word) => {
  expect(isSyllable(word)).toBe(false);
});

test.each([
  ['beenhj', 'bệnh'],
  ['benhej', 'bệnh'],
  ['vieejn', 'viện'],
  ['dduwcs', 'đức'],
  ['dduwsc', 'đức'],
  ['truowngf', 'trường'],
  ['ddieenj', 'điện'],
  ['hoaf', 'hòa'],
  ['mai', null],
  ['tech', null],
])('the Telex keys "%s" give %s', (keys, word) => {
  expect(readTelex(keys)).toBe(word);
});

test.each([
  ['be65nh', 'bệnh'],
  ['benh65', 'bệnh'],
  ['d9u71c', 'đức'],
  ['truong72', 'trường'],
  ['a8n', 'ăn'],
  ['q1', null],
  ['115', null],
])('the VNI keys "%s" give %s', (keys, word) => {
  expect(readVni(keys)).toBe(word);
});

test('numbers are read in figures, Roman and in words', () => {
  expect(romanToFigures('iv')).toBe('4');
  expect(romanToFigures('mm')).toBeNull();
  expect(figuresToRoman('9')).toBe('ix');
  expect(figuresToRoman('1000')).toBeNull();
  expect(numberWordToFigures('nhat')).toBe('1');
  expect(numberWordToFigures('bach')).toBeNull();
});
