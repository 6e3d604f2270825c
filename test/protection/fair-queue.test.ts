import { hashingRefused } from '../../src/features/accounts/password/password-hash';
import { FairQueue } from '../../src/shared/fair-queue';

/** A queue of the kind that passwords wait in. */
function queueOf(running: number, waiting: number, waitingPerCaller: number): FairQueue {
  const limits = { running, runningPerCaller: running, waiting, waitingPerCaller, waitMs: 30_000 };
  return new FairQueue(limits, hashingRefused);
}

/** Work that ends when the test says so, and who began in which order. */
class Works {
  readonly begun: string[] = [];
  private readonly ends: (() => void)[] = [];

  work(name: string): () => Promise<string> {
    return () => {
      this.begun.push(name);
      return new Promise((end) => this.ends.push(() => end(name)));
    };
  }

  /** Ends the piece that began first. */
  async endOne(): Promise<void> {
    await new Promise(setImmediate);
    this.ends.shift()?.();
    await new Promise(setImmediate);
  }
}

describe('a fair queue', () => {
  it('runs so many pieces at once and no more', async () => {
    const queue = queueOf(2, 10, 10);
    const works = new Works();
    const all = ['a', 'b', 'c', 'd'].map((name) => queue.run('one', works.work(name)));
    await new Promise(setImmediate);
    expect(works.begun).toEqual(['a', 'b']);
    await works.endOne();
    expect(works.begun).toEqual(['a', 'b', 'c']);
    for (let turn = 0; turn < 3; turn++) await works.endOne();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets callers take turns, however much one of them has waiting', async () => {
    const queue = queueOf(1, 100, 50);
    const works = new Works();
    const flood = Array.from({ length: 21 }, (_, index) => queue.run('flood', works.work(`flood ${index}`)));
    const others = ['x', 'y'].map((name) => queue.run(name, works.work(name)));
    for (let turn = 0; turn < 4; turn++) await works.endOne();
    expect(works.begun).toEqual(['flood 0', 'flood 1', 'x', 'y', 'flood 2']);
    for (let turn = 0; turn < 30; turn++) await works.endOne();
    await Promise.all([...flood, ...others]);
  });

  it('refuses at once what is too much, of one caller and of all, and says when to come again', async () => {
    const queue = queueOf(1, 3, 2);
    const works = new Works();
    const taken = ['a', 'a', 'a', 'b'].map((caller) => queue.run(caller, works.work(caller)));
    for (const caller of ['a', 'c']) {
      await expect(queue.run(caller, works.work(caller))).rejects.toMatchObject({
        extensions: { code: 'BUSY', retryAfterSeconds: 5 },
      });
    }
    for (let turn = 0; turn < 5; turn++) await works.endOne();
    expect(await Promise.all(taken)).toEqual(['a', 'a', 'a', 'b']);
    const next = queue.run('c', works.work('c'));
    await works.endOne();
    expect(await next).toBe('c');
  });

  it('goes on after work that fails', async () => {
    const queue = queueOf(1, 1, 1);
    const failing = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('b', () => Promise.resolve('b'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('b');
  });
});
