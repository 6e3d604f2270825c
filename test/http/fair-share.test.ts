import { setTimeout as sleep } from 'node:timers/promises';
import { callerNetwork } from '../../src/http/caller-network';
import { FairQueue, type QueueLimits } from '../../src/http/fair-queue';
import { defaultHttpOptions } from '../../src/http/options';
import { answerOf, type RunningServer, startServer, until } from './running-server';

const LIMITS: QueueLimits = { running: 4, runningPerCaller: 2, waiting: 10, waitingPerCaller: 4, waitMs: 5_000 };

describe('the queue of operations', () => {
  /** Work that ends when the test says so. */
  function held(): { work: () => Promise<void>; end: () => void } {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    return { work: () => ended, end };
  }

  test('lets a caller run so many at once and keeps the others in order', async () => {
    const queue = new FairQueue(LIMITS);
    const began: number[] = [];
    const gates = [0, 1, 2, 3].map(() => held());
    const all = gates.map(({ work }, index) =>
      queue.run('a', () => {
        began.push(index);
        return work();
      }),
    );
    await sleep(0);
    expect(began).toEqual([0, 1]);
    gates[1]?.end();
    await until(() => began.length === 3);
    expect(began).toEqual([0, 1, 2]);
    for (const { end } of gates) end();
    await Promise.all(all);
    expect(began).toEqual([0, 1, 2, 3]);
  });

  test('serves callers in rotation, whoever has more waiting', async () => {
    const queue = new FairQueue({ ...LIMITS, running: 1 });
    const order: string[] = [];
    const first = held();
    const one = (caller: string): Promise<void> =>
      queue.run(caller, () => {
        order.push(caller);
        return Promise.resolve();
      });
    const busy = queue.run('a', first.work);
    const all = ['a', 'a', 'a', 'b', 'c', 'c'].map(one);
    first.end();
    await Promise.all([busy, ...all]);
    expect(order.slice(0, 3).sort()).toEqual(['a', 'b', 'c']);
    expect(order).toHaveLength(6);
  });

  test('turns away the caller whose queue is full, and nobody else, saying the limit and when to come again', async () => {
    const queue = new FairQueue(LIMITS);
    const gate = held();
    const all = Array.from({ length: 6 }, () => queue.run('a', gate.work));
    await expect(queue.run('a', gate.work)).rejects.toMatchObject({
      extensions: { code: 'TOO_MANY_REQUESTS', limit: 4, retryAfterSeconds: 2 },
    });
    await expect(queue.run('b', () => Promise.resolve('served'))).resolves.toBe('served');
    gate.end();
    await Promise.all(all);
    await expect(queue.run('a', () => Promise.resolve('served'))).resolves.toBe('served');
  });

  test('turns everyone away who would have to wait when the whole queue is full', async () => {
    const queue = new FairQueue({ ...LIMITS, running: 2 });
    const gate = held();
    const all = ['a', 'b', 'c', 'd', 'e'].flatMap((caller) =>
      Array.from({ length: 3 }, () => queue.run(caller, gate.work).catch((fault: unknown) => fault)),
    );
    gate.end();
    const refused = (await Promise.all(all)).filter((outcome) => outcome !== undefined);
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ extensions: { code: 'OVERLOADED', limit: 10 } });
  });

  test('gives up on who has waited too long', async () => {
    const queue = new FairQueue({ ...LIMITS, running: 1, waitMs: 20 });
    const gate = held();
    const busy = queue.run('a', gate.work);
    await expect(queue.run('b', gate.work)).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } });
    gate.end();
    await busy;
    await expect(queue.run('b', () => Promise.resolve('served'))).resolves.toBe('served');
  });
});

describe('a bystander', () => {
  let server: RunningServer;
  beforeAll(async () => (server = await startServer({ trustProxy: true })));
  afterAll(() => server.close());

  const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
  let asked = 0;
  /** An expensive query that nobody asked before. */
  const uncached = (): { query: string } => ({ query: `{ a${(asked += 1)}: busy(ms: 5) b: busy(ms: 5) }` });

  test('is answered always, and soon, while fifty sockets of one network ask what is not kept', async () => {
    const kept = { query: '{ hello(name: "bystander") }' };
    await server.get(kept, from('203.0.113.7'));
    let isOver = false;
    const attackers = Array.from({ length: 50 }, async () => {
      while (!isOver) await (await server.post(uncached(), from('198.51.100.66'))).text();
    });
    const statuses: number[] = [];
    const waits: number[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      for (const [parameters, isKept] of [
        [kept, true],
        [uncached(), false],
      ] as const) {
        const began = performance.now();
        const response = await server.get(parameters, from('203.0.113.7'));
        await response.text();
        statuses.push(response.status);
        if (isKept) waits.push(performance.now() - began);
      }
    }
    isOver = true;
    await Promise.all(attackers);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(waits.sort((a, b) => a - b)[12]).toBeLessThan(1_000);
  });

  test('is not turned away with those who fill their own queue; kept answers are never refused', async () => {
    const strict = await startServer({
      trustProxy: true,
      queue: { ...defaultHttpOptions.queue, runningPerCaller: 1, waitingPerCaller: 2 },
    });
    try {
      const kept = { query: '{ hello(name: "kept") }' };
      await strict.get(kept, from('198.51.100.66'));
      const flood = Array.from({ length: 10 }, (_, index) =>
        strict.post({ query: `{ a${index}: slow(ms: 300) }` }, from('198.51.100.66')),
      );
      const responses = await Promise.all([
        ...flood,
        strict.get(kept, from('198.51.100.66')),
        strict.get({ query: '{ hello(name: "other") }' }, from('203.0.113.7')),
      ]);
      const refused = responses.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(7);
      expect(responses.slice(-2).map(({ status }) => status)).toEqual([200, 200]);
      const [first] = refused;
      expect(first?.headers.get('retry-after')).toBe('2');
      expect((await answerOf(first as Response)).errors?.[0]).toMatchObject({
        message: expect.stringContaining('The limit is 2') as string,
        extensions: {
          code: 'TOO_MANY_REQUESTS',
          limit: 2,
          messageVi: expect.stringContaining('Giới hạn là 2') as string,
        },
      });
    } finally {
      await strict.close();
    }
  });
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::'],
  ['fe80::1%eth0', 'fe80::'],
  ['::1', '::'],
  ['nonsense', 'nonsense'],
])('%s counts as %s', (address, network) => {
  expect(callerNetwork(address)).toBe(network);
});
