import { below, chance, oneOf, type RandomSource } from '../../src/seeding/random';

/** Texts that have broken software elsewhere; none is longer than a request may be. */
const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  'İ'.repeat(200),
  `${'İ'.repeat(60)} `.repeat(20),
  `${'nguyenthiminhkhaiphuongbennghe'.repeat(7)} `.repeat(20),
  'ộ'.repeat(300),
  'o\u0302\u0323'.repeat(300),
  'a\u0301'.repeat(2_000),
  '\ud800',
  'bệnh \udfff viện',
  '👩‍👩‍👧‍👦'.repeat(100),
  '\u200b\u200b\u200b',
  '\u202eviện bệnh',
  '\ufeff01',
  '%',
  '%00%0a',
  '_',
  "'; drop table clinic; --",
  '"\\"',
  '../../../etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '1e309',
  '-0',
  '9'.repeat(400),
  '00000000000000000000001',
  'bv '.repeat(1_000),
  'p q tp tx h x '.repeat(200),
  'x'.repeat(20_000),
  'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(60),
];

const HOSTILE_NUMBERS: readonly unknown[] = [
  0,
  -0,
  -1,
  1,
  1.5,
  100,
  101,
  2_147_483_647,
  -2_147_483_648,
  2_147_483_648,
  2 ** 60,
  1e308,
  -1e308,
  5e-324,
  90.000_000_1,
  -180,
  180,
  180.000_1,
  '5',
  'NaN',
  true,
  null,
];

const HOSTILE_DATES: readonly unknown[] = [
  '2025-02-30',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2025-7-1',
  '2025-07-01T00:00:00Z',
  '2025-06-31',
  '１２３４-01-01',
  '',
  20_250_701,
  null,
];

const WORDS = (
  'bệnh viện benh vien bv hữu nghị đa khoa dk ttyt trạm y tế tyt phường phuong p. quận q1 tp hcm hà nội ha noi ' +
  'việt đức bạch mai cty tnhh công ty cổ phần bhxh tỉnh huyện ba đình hoàn kiếm 00101 01001 đà nẵng huế cần thơ'
).split(' ');

/** A text as someone might type it. */
export function plausibleText(random: RandomSource): string {
  return Array.from({ length: 1 + below(random, 5) }, () => oneOf(random, WORDS)).join(' ');
}

export function hostileText(random: RandomSource): string {
  if (chance(random, 0.7)) return oneOf(random, HOSTILE_TEXTS);
  // Any code units, surrogates without their other half among them.
  return String.fromCharCode(...Array.from({ length: 1 + below(random, 200) }, () => below(random, 0x1_0000)));
}

export function hostileNumber(random: RandomSource): unknown {
  return oneOf(random, HOSTILE_NUMBERS);
}

export function hostileDate(random: RandomSource): unknown {
  return oneOf(random, HOSTILE_DATES);
}

/** Something of another type altogether. */
export function somethingElse(random: RandomSource): unknown {
  return oneOf(random, [null, true, 0, '', [], {}, [[]], { a: { b: [] } }, [null, null], hostileText(random)]);
}

/** A cursor or an identifier that was changed by hand, or made up in the form of one. */
export function forged(random: RandomSource, real: string): string {
  const at = below(random, Math.max(1, real.length));
  const other = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_='.charAt(below(random, 65));
  const numbers = Array.from({ length: 3 }, () => below(random, 2_000_000_000).toString(36)).join('.');
  return oneOf(random, [
    real.slice(0, at) + other + real.slice(at + 1),
    real.slice(0, at),
    real + real,
    Buffer.from(`${numbers}.abcdefgh`).toString('base64url'),
    Buffer.from(
      `${oneOf(random, ['Office', 'Unit', 'Clinic', 'Employer', 'Agent', 'Nothing'])}:${hostileText(random)}`,
    ).toString('base64url'),
    Buffer.from('1.0.zzzzzzzzzzz.abcdefgh').toString('base64url'),
  ]);
}
