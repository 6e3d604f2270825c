import { setTimeout } from 'node:timers/promises';
import { hostileTexts } from '../../src/benchmarks/search/hostile-texts';
import { below, oneOf, randomSource } from '../../src/seeding/random';
import { WorkSlices } from '../../src/shared/work-slices';
import { deletionDepth, forEachDeletion } from '../../src/features/directory/search/index/similar-words';
import { MOST_STEPS } from '../../src/features/directory/search/propose/scratch';
import type { SearchEngine } from '../../src/features/directory/search/search-engine';
import { understand } from '../../src/features/directory/search/read/query-text';
import { ALL_KINDS, fixtureEngine, LISTINGS } from './search-fixture';

const NAMES = Object.values(LISTINGS).flatMap((listings) => listings.map(({ name }) => name));
const WORDS = [...NAMES.flatMap((name) => name.split(' ')), ...'bv q p tt th dn bh kt cn 1 2 10 x h y te'.split(' ')];
const CLINICS = 40_000;
const TEXTS = 600;
/** What the last piece of work may cost beyond what a search may spend: the listings found by one reading and its words. */
const ONE_PIECE = 300_000;

/** An engine over the fixture and many clinics with names of the same words: what hostile texts are made of is common. */
function largeEngine(): SearchEngine {
  const random = randomSource(2, 'names');
  return fixtureEngine(
    ...Array.from({ length: CLINICS }, (_, at) => ({
      code: `9${String(at).padStart(6, '0')}`,
      name: Array.from({ length: 4 + below(random, 5) }, () => oneOf(random, WORDS)).join(' '),
    })),
  );
}

describe('hostile texts', () => {
  const engine = largeEngine();
  const steps = [...hostileTexts(TEXTS, WORDS, 1)].map((text) => {
    engine.search({ text, kinds: ALL_KINDS, limit: 10, offset: 0 });
    return engine.steps;
  });

  it('cost no more than a search may spend', () => {
    expect(Math.max(...steps)).toBeLessThan(MOST_STEPS + ONE_PIECE);
  });

  it('would cost more, some of them, if they were let', () => {
    expect(steps.filter((each) => each >= MOST_STEPS).length).toBeGreaterThan(0);
  });

  it('cost the same each time they are asked', () => {
    const [dearest = 0] = steps.toSorted((left, right) => right - left);
    const text = [...hostileTexts(TEXTS, WORDS, 1)][steps.indexOf(dearest)] ?? '';
    engine.search({ text, kinds: ALL_KINDS, limit: 10, offset: 0 });
    expect(engine.steps).toBe(dearest);
  });

  it('are answered by suggestions and lists too', () => {
    for (const text of hostileTexts(24, WORDS, 2)) {
      engine.suggest({ text, kinds: ALL_KINDS, limit: 8 });
      expect(engine.steps).toBeLessThan(MOST_STEPS + ONE_PIECE);
      expect(engine.matches(ALL_KINDS[1]!, text).length).toBeLessThanOrEqual(CLINICS + NAMES.length);
    }
  });
});

it('spends little on what people ask', () => {
  const engine = fixtureEngine();
  for (const name of NAMES) {
    engine.search({ text: name, kinds: ALL_KINDS, limit: 10, offset: 0 });
    expect(engine.steps).toBeLessThan(MOST_STEPS / 20);
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
