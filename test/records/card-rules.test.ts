import { baseSalaryVnd, salaryCapVnd } from '../../src/features/records/base-salary.rules';
import { cardNumberText, readCardNumber } from '../../src/features/people/card-number.rules';
import { coverageOf, levelOfObject } from '../../src/features/records/coverage.rules';

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

describe('the coverage of a card', () => {
  it.each([
    [1, 100],
    [2, 100],
    [3, 95],
    [4, 80],
    [5, 100],
  ])('of level %i is %i percent', (level, percent) => {
    expect(coverageOf(level, '2026-01-01')).toBe(percent);
  });

  it('is unknown for a level or a day that no table row names', () => {
    expect(coverageOf(6, '2026-01-01')).toBeNull();
    expect(coverageOf(4, '2001-01-01')).toBeNull();
  });

  it.each([
    ['TE', 1],
    ['HN', 2],
    ['HT', 3],
    ['DN', 4],
    ['QN', 5],
    ['ZZ', null],
  ])('follows from the object: %s has level %p', (object, level) => {
    expect(levelOfObject(object, '2026-01-01')).toBe(level);
  });
});

describe('the salary that contributions are based on', () => {
  it.each([
    ['2026-06', 2_340_000],
    ['2026-07', 2_530_000],
    ['2014-01', 1_150_000],
    ['1999-01', null],
  ])('has the base salary of %s', (month, salary) => {
    expect(baseSalaryVnd(month)).toBe(salary);
  });

  it('is capped at 20 times the base salary of the month', () => {
    expect(salaryCapVnd('2026-07')).toBe(50_600_000);
    expect(salaryCapVnd('2006-12')).toBeNull();
  });
});
