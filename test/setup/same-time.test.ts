import { type Times, toldApart } from './same-time';

const PAIR = [['known', 'unknown']] as const;

/** Times around 100 ms, those of `known` longer by so many. */
function timesWith(longerMs: number): Times<'known' | 'unknown'> {
  const around = (middle: number): number[] => Array.from({ length: 40 }, (_, index) => middle + (index % 7) * 0.1);
  return { known: around(100 + longerMs), unknown: around(100) };
}

test('times that differ in every sample are told apart', async () => {
  expect(await toldApart(PAIR, 0.001, () => Promise.resolve(timesWith(1)))).toEqual([
    'known / unknown, the first longer',
  ]);
});

test('a difference that another sample does not show is the machine’s', async () => {
  expect(await toldApart(PAIR, 0.001, (round) => Promise.resolve(timesWith(round === 0 ? 1 : 0)))).toEqual([]);
});

test('differences in one direction and then in the other are the machine’s', async () => {
  expect(await toldApart(PAIR, 0.001, (round) => Promise.resolve(timesWith(round % 2 === 0 ? 1 : -1)))).toEqual([]);
});
