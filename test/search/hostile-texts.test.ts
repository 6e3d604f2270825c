import { setTimeout } from 'node:timers/promises';
import { below, oneOf, randomSource } from '../../src/seeding/random';
import { WorkSlices } from '../../src/shared/work-slices';
import { deletionDepth, forEachDeletion } from '../../src/features/directory/search/index/deletions';
import { understand } from '../../src/features/directory/search/read/query-text';
import { ALL_KINDS, fixtureEngine, LISTINGS } from './search-fixture';

const engine = fixtureEngine();
const NAMES = Object.values(LISTINGS).flatMap((listings) => listings.map(({ name }) => name));
const WORDS = [...NAMES.flatMap((name) => name.split(' ')), ...'bv q p tt th dn bh kt cn 1 2 10 x h y te'.split(' ')];
const LONGEST = 500;

type Random = ReturnType<typeof randomSource>;

function filled(random: Random, piece: () => string): string {
  const length = 1 + below(random, LONGEST);
  let text = '';
  while (text.length < length) text += piece();
  return text.slice(0, length);
}

/** What people, machines and attackers put into a box. */
const MAKERS: readonly ((random: Random) => string)[] = [
  (random) => filled(random, () => oneOf(random, [...'abcdefghiklmnopqrstuvxy    '])),
  (random) => filled(random, () => String.fromCodePoint(below(random, 0x20000))),
  (random) => filled(random, () => 'İ'),
  (random) => filled(random, () => oneOf(random, WORDS)),
  (random) => filled(random, () => `${oneOf(random, WORDS)} `),
  (random) => filled(random, () => `${oneOf(random, WORDS).slice(1)} `),
  (random) => filled(random, () => `${below(random, 1e6)}${oneOf(random, [' ', '', '-', '/', '.'])}`),
  (random) => filled(random, () => oneOf(random, [...'\u0301\u200bđ.,%\\"\u0000'])),
];

it('answers hostile texts, none of them in long', () => {
  const random = randomSource(1, 'hostile texts');
  for (let at = 0; at < 240; at++) {
    const text = MAKERS[at % MAKERS.length]?.(random) ?? '';
    const before = process.cpuUsage();
    engine.search({ text, kinds: ALL_KINDS, limit: 10, offset: 0 });
    engine.suggest({ text, kinds: ALL_KINDS, limit: 8 });
    engine.matches(ALL_KINDS[1]!, text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e3).toBeLessThan(400);
  }
});

it.each(['a', 'İ', 'ǰ', 'é', 'e\u0301', '𐡛'])('considers at most 200 letters of %j', (letter) => {
  const { considered, words, truncated } = understand(letter.repeat(2_000));
  expect(considered.length).toBeLessThanOrEqual(200);
  expect(words.every(({ text }) => text.length <= 200)).toBe(true);
  expect(truncated).toBe(true);
});

it('considers at most 32 words', () => {
  expect(understand('y '.repeat(90)).words).toHaveLength(32);
});

it('looks up slips of words only that an indexed word can be mistyped for', () => {
  const lookups = [1, 8, 16, 18, 19, 200, 400].map((length) => {
    let count = 0;
    forEachDeletion('a'.repeat(length), deletionDepth(length), () => count++);
    return count;
  });
  expect(lookups).toEqual([2, 37, 137, 172, 0, 0, 0]);
});

describe('fields of one operation that take turns', () => {
  const burn = (milliseconds: number): void => {
    for (const until = performance.now() + milliseconds; performance.now() < until;);
  };

  it('let others have the processor after each slice', async () => {
    const work = new WorkSlices(new AbortController().signal);
    const turns: number[] = [];
    let others = 0;
    const other = (): void => void setImmediate(() => others++ < 1_000 && other());
    other();
    const field = async (): Promise<void> => {
      await work.pause();
      burn(10);
      turns.push(others);
    };
    await Promise.all(Array.from({ length: 6 }, field));
    others = 1_000;
    expect(new Set(turns).size).toBe(6);
  });

  it('end with their operation', async () => {
    const ended = new AbortController();
    const work = new WorkSlices(ended.signal);
    let done = 0;
    const field = async (): Promise<void> => {
      await work.pause();
      burn(10);
      done++;
    };
    const fields = Promise.allSettled(Array.from({ length: 20 }, field));
    await setTimeout(1);
    ended.abort(new Error('over'));
    const outcomes = await fields;
    expect(done).toBeLessThan(20);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20 - done);
  });
});
