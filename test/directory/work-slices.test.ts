import { WorkSlices } from '../../src/shared/work-slices';
import { longestHold, MOST_HELD_MS } from '../setup/loop-lag';

const PIECE_MS = 0.1;

function busy(milliseconds: number): void {
  for (const until = performance.now() + milliseconds; performance.now() < until;);
}

async function work(slices: WorkSlices, pieces: number, onPiece: () => void = () => undefined): Promise<void> {
  for (let piece = 0; piece < pieces; piece++) {
    await slices.pause();
    busy(PIECE_MS);
    onPiece();
  }
}

describe('long work in slices', () => {
  test('holds the loop no longer when many operations of many fields work at once', async () => {
    const hold = await longestHold(() =>
      Promise.all(
        Array.from({ length: 20 }, () => {
          const slices = new WorkSlices(new AbortController().signal);
          return Promise.all(Array.from({ length: 4 }, () => work(slices, 100)));
        }),
      ),
    );
    expect(hold).toBeLessThan(MOST_HELD_MS);
  });

  test('gives an operation of one field its share beside one of twenty', async () => {
    let ofMany = 0;
    const many = new WorkSlices(new AbortController().signal);
    const others = Array.from({ length: 20 }, () => work(many, 400, () => ofMany++));
    await work(new WorkSlices(new AbortController().signal), 400);
    const atItsEnd = ofMany;
    await Promise.all(others);
    // Turn by turn it does as much as the other before it is done; queued by field it would wait for twenty times that.
    expect(atItsEnd).toBeLessThan(2_000);
  });

  test('ends with its operation, also while it waits for its turn', async () => {
    const over = new Error('The operation is over.');
    const stop = new AbortController();
    const slices = new WorkSlices(stop.signal);
    let done = 0;
    const all = Array.from({ length: 5 }, () => work(slices, 1_000, () => done++));
    setImmediate(() => stop.abort(over));
    const ended = await Promise.allSettled(all);
    expect(ended).toEqual(all.map(() => ({ status: 'rejected', reason: over })));
    expect(done).toBeLessThan(400);
  });

  test('gives each long piece a turn of its own', async () => {
    const hold = await longestHold(() =>
      Promise.all(
        Array.from({ length: 20 }, async () => {
          await new WorkSlices(new AbortController().signal).turn();
          busy(8);
        }),
      ),
    );
    expect(hold).toBeLessThan(MOST_HELD_MS);
  });
});
