import { isSameName } from '../../src/features/people/lookup/person-name.rules';
import { comparedForm, writtenForm } from '../../src/shared/vietnamese/look-alikes';
import { fixtureEngine, searched } from '../search/search-fixture';
import { FakePublication } from './fake-publication';
import { importInto } from './import-run';
import { SmallInput } from './small-input';

const WRITTEN: readonly (readonly [string, string, string])[] = [
  ['eth for Đ', '\u00d0inh V\u0103n \u00f0\u1ea1t', 'Đinh Văn đạt'],
  ['the African D for Đ', '\u0189inh B\u1ed9 \u0256\u00f4', 'Đinh Bộ đô'],
  ['a D with a stroke laid over it', 'D\u0335inh d\u0336o', 'Đinh đo'],
  ['decomposed letters', 'B\u1ec7nh vi\u1ec7n'.normalize('NFD'), 'Bệnh viện'],
  ['a tone typed before the hat of its letter', 'ca\u0301\u0302p, bo\u0323\u0302, ho\u0300\u031b', 'cấp, bộ, hờ'],
  ['blanks that do not break', 'H\u1eefu\u00a0Ngh\u1ecb\u202f2\u3000B', 'Hữu Nghị 2 B'],
  ['characters that show nothing', '\ufeffH\u1eefu\u200b Ng\u00adh\u1ecb\u200d\u2066', 'Hữu Nghị'],
  ['hyphens of all kinds', 'B\u00e0\u2011R\u1ecba\u2010\u2212V\u0169ng', 'Bà-Rịa--Vũng'],
  ['letters as wide as Chinese ones', '\uff22\uff36 \uff10\uff11', 'BV 01'],
  ['dashes and quotation marks, which stay', 'C\u01b0 M\u2019gar \u2013 \u201cA\u201d', 'Cư M’gar – “A”'],
];

test.each(WRITTEN)('the written form of %s is what it looks like', (_, typed, written) => {
  expect(writtenForm(typed)).toBe(written);
  expect(writtenForm(written)).toBe(written);
});

const SAME: readonly (readonly [string, string])[] = [
  ['Cư M\u2019gar', "Cư M'gar"],
  ['H\u02bcHen Niê', "H'Hen Niê"],
  ['H`Hen Niê', "H'Hen Niê"],
  ['Bà Rịa \u2013 Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
  ['Bà Rịa \u2014 Vũng Tàu', 'Bà Rịa \u2015 Vũng Tàu'],
  ['Phòng khám \u201cAn Bình\u201d', 'Phòng khám \u00abAn Bình\u00bb'],
];

test.each(SAME)('%s and %s are compared as one text', (one, other) => {
  expect(comparedForm(one)).toBe(comparedForm(other));
  expect(isSameName(one, other)).toBe(true);
});

test('a person is the same whichever Đ the name was typed with, and another with D', () => {
  expect(isSameName('\u00d0\u1eb7ng Th\u1ecb \u0110\u00e0o', 'đặng thị \u0189\u00e0o')).toBe(true);
  expect(isSameName('Hữu\u00a0\u200bNghị', 'Hữu Nghị')).toBe(true);
  expect(isSameName('Đặng Thị Đào', 'Dặng Thị Dào')).toBe(false);
});

describe('an import', () => {
  let input: SmallInput;
  let publication: FakePublication;
  beforeEach(() => {
    input = new SmallInput();
    publication = new FakePublication();
  });
  afterEach(() => input.remove());

  test('keeps the letters that were meant, and the dashes and quotation marks that were typed', async () => {
    input.append('clinics.csv', '01008,Trạm y tế \u00d0\u1ed3ng\u00a0\u0189a \u2013 \u201cA\u201d,,,,,,,,');
    expect((await importInto(publication, input.write())).outcome.status).toBe('published');
    expect(publication.row('clinics', '01008')?.name).toBe('Trạm y tế Đồng Đa – “A”');
  });

  test('takes any dash in a code as the hyphen', async () => {
    input.append('agents.csv', 'A\u20111\u20132\u22123,Bưu điện Ba,,,,');
    await importInto(publication, input.write());
    expect(publication.row('agents', 'A-1-2-3')?.name).toBe('Bưu điện Ba');
  });

  test('matches headers and values of the manifest however they were typed', async () => {
    input.replace('clinics.csv', 'code,name,', 'Mã\u00a0\u2013 số,name,');
    input.entry('clinics').columns = { ...input.entry('clinics').columns, code: 'Ma\u0303 - số' };
    input.replace('clinics.csv', ',HOSPITAL,', ',B\u1ec7nh vi\u1ec7n \u0110K,');
    input.entry('clinics')['values'] = { type: { ['B\u1ec7nh vi\u1ec7n \u00d0K'.normalize('NFD')]: 'HOSPITAL' } };
    const { outcome, issues } = await importInto(publication, input.write());
    expect(issues.filter(({ severity }) => severity === 'FAULT')).toEqual([]);
    expect(outcome.status).toBe('published');
    expect(publication.row('clinics', '01001')?.type).toBe('HOSPITAL');
  });
});

test.each([
  ['eth for Đ', 'BHXH Qu\u1eadn Ba \u00d0\u00ecnh'],
  ['the African D for Đ', 'BHXH Qu\u1eadn Ba \u0189\u00ecnh'],
  ['characters that show nothing within words', 'BHXH Qu\u200b\u1eadn Ba \u0110\u00ad\u00ecnh'],
  ['blanks that do not break', 'BHXH\u00a0Qu\u1eadn\u202fBa\u3000\u0110\u00ecnh'],
  ['wide letters', '\uff22\uff28\uff38\uff28 Qu\u1eadn Ba \u0110\u00ecnh'],
])('a search with %s gives what the same words give', (_, text) => {
  const engine = fixtureEngine();
  const plain = searched(engine, 'BHXH Quận Ba Đình');
  expect(plain.codes[0]).toBe('00101');
  expect(searched(engine, text).hits).toEqual(plain.hits);
});
