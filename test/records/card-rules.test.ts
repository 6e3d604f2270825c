import { cardNumberText, readCardNumber } from '../../src/features/people/card-number.rules';

describe('the number of a health card', () => {
  const full = { objectCode: 'DN', benefitLevel: 4, provinceCode: '79', bhxhCode: '0123456789' };

  it.each([
    ['DN4790123456789', { full }],
    ['dn 4 79 0123456789', { full }],
    ['0123456789', { code: '0123456789' }],
    ['001090123456', { code: '001090123456' }],
    ['DN6790123456789', null],
    ['012345678', null],
    ['DN479012345678X', null],
    ['', null],
  ])('is read from %p', (typed, expected) => {
    expect(readCardNumber(typed)).toEqual(expected);
  });

  it('is written as its 15 characters', () => {
    expect(cardNumberText(full)).toBe('DN4790123456789');
  });
});
