import { forEachWithSeveral, MOST_BITSETS } from '../../src/features/directory/search/index/bitset';
import { randomSource } from '../../src/seeding/random';

describe('listings in several bitsets', () => {
  const LENGTH = 50;
  const random = randomSource(7, 'bitsets');
  const bitsets = Array.from({ length: MOST_BITSETS }, () =>
    Uint32Array.from({ length: LENGTH }, () => Math.floor(random() * 2 ** 32)),
  );

  test.each([
    [2, false],
    [3, true],
  ])('visits the listings that have at least %d of the words', (least, three) => {
    const visited = new Uint32Array(LENGTH);
    forEachWithSeveral(bitsets, three, LENGTH, (bits, word) => {
      visited[word] = bits;
      return true;
    });
    for (let listing = 0; listing < LENGTH * 32; listing++) {
      const has = (bits: Uint32Array): boolean => (bits[listing >>> 5]! & (1 << (listing & 31))) !== 0;
      expect(has(visited)).toBe(bitsets.filter(has).length >= least);
    }
  });

  test('stops when it is told to', () => {
    let visits = 0;
    forEachWithSeveral(bitsets, false, LENGTH, () => ++visits < 3);
    expect(visits).toBe(3);
  });
});
