import { KEYS_IN_A_SLICE, SearchIndex } from '../../src/features/directory/search/index/search-index';
import { SearchIndexBuilder } from '../../src/features/directory/search/index/search-index-builder';
import { WorkSlices } from '../../src/shared/work-slices';

const NAMES = 9_500;

/** Counts how often work lets others have a turn. */
class CountedSlices extends WorkSlices {
  pauses = 0;

  override pause(): Promise<void> {
    this.pauses++;
    return super.pause();
  }
}

describe('an index of many different words', () => {
  const builder = new SearchIndexBuilder();
  for (let at = 0; at < NAMES; at++)
    builder.add({ code: String(1e6 + at), name: `Số ${at} Bạch Mai`, formerName: null, address: null, unitKey: 'n01' });
  const packed = builder.finish();

  test('is opened in slices of so many words, with a pause before each', async () => {
    const work = new CountedSlices(new AbortController().signal);
    const index = await SearchIndex.open(packed, work);
    expect(work.pauses).toBe(Math.ceil(index.keyTexts.length / KEYS_IN_A_SLICE));
    expect(work.pauses).toBeGreaterThan(4);
  });

  test('is the same however it is opened', async () => {
    const [sliced, whole] = [
      await SearchIndex.open(packed, new WorkSlices(new AbortController().signal)),
      new SearchIndex(packed),
    ];
    expect(sliced.keyTexts).toEqual(whole.keyTexts);
    expect(whole.keyTexts.every((key, at) => sliced.keyOf(key) === at && whole.keyOf(key) === at)).toBe(true);
  });

  test('stops being opened when nobody waits for it any more', async () => {
    const over = new AbortController();
    over.abort(new Error('over'));
    await expect(SearchIndex.open(packed, new WorkSlices(over.signal))).rejects.toThrow('over');
  });
});
