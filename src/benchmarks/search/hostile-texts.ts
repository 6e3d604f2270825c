import { below, oneOf, randomSource } from '../../seeding/random';

/** Characters of the longest texts that are made: more than a search considers. */
const LONGEST = 500;

type Random = ReturnType<typeof randomSource>;

function filled(random: Random, piece: () => string): string {
  const length = 1 + below(random, LONGEST);
  let text = '';
  while (text.length < length) text += piece();
  return text.slice(0, length);
}

/** What people, machines and attackers put into a box; `words` are those of the names that are searched. */
function makersOf(words: readonly string[]): readonly ((random: Random) => string)[] {
  const word = (random: Random): string => oneOf(random, words);
  return [
    (random) => filled(random, () => oneOf(random, [...'abcdefghiklmnopqrstuvxy    '])),
    (random) => filled(random, () => String.fromCodePoint(below(random, 0x20000))),
    (random) => filled(random, () => 'İ'),
    (random) => filled(random, () => word(random)),
    (random) => filled(random, () => `${word(random)} `),
    (random) => filled(random, () => `${word(random).slice(1)} `),
    (random) => filled(random, () => `${word(random).slice(0, 2)} `),
    (random) => filled(random, () => `${below(random, 1e6)}${oneOf(random, [' ', '', '-', '/', '.'])}`),
    (random) => filled(random, () => oneOf(random, [...'\u0301\u200bđ.,%\\"\u0000'])),
    (random) => filled(random, () => `${word(random)}${word(random)} `),
    (random) => filled(random, () => oneOf(random, ['bv ', 'tt ', 'dn ', 'q ', 'p ', 'cn ', 'y ', 'th ', '1 ', 'hk '])),
    (random) => {
      const repeated = `${word(random)} `;
      return filled(random, () => repeated);
    },
  ];
}

/** Random and hostile texts of at most 500 characters, the same for the same seed. */
export function* hostileTexts(count: number, words: readonly string[], seed: number): Generator<string> {
  const random = randomSource(seed, 'hostile texts');
  const makers = makersOf(words);
  for (let at = 0; at < count; at++) yield makers[at % makers.length]?.(random) ?? '';
}
