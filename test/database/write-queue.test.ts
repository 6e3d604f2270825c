import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { DatabaseLockedError } from '../../src/database/database-errors';
import { WriteQueue } from '../../src/database/write-queue';
import { Source } from '../../src/features/directory/listing/source.entity';
import { duringOperation } from '../../src/shared/operation-signal';
import { eachDialect, type TestDatabase, testDatabase, testDialects } from '../setup/test-database';
import { startTestProcess, type TestProcess } from '../setup/test-process';

const source = (sourceId: number): Source =>
  Object.assign(new Source(), { sourceId, name: `source ${sourceId}`, url: '' });

eachDialect('a write', (dialect) => {
  it('is taken back whole when its work throws, and the next one goes on', async () => {
    const { database } = await testDatabase(dialect);
    const failing = database.write(async (manager) => {
      await manager.insert(Source, source(1));
      throw new Error('no');
    });
    const next = database.write((manager) => manager.insert(Source, source(2)));
    await expect(failing).rejects.toThrow('no');
    await next;
    expect((await database.read(Source).find()).map((row) => row.sourceId)).toEqual([2]);
  });

  it('gives back what its work returns', async () => {
    const { database } = await testDatabase(dialect);
    expect(await database.write(() => Promise.resolve(42))).toBe(42);
  });
});

const ofSqlite = testDialects().includes('sqlite') ? describe : describe.skip;

ofSqlite('writes on SQLite', () => {
  it('go one after the other in the order in which they were asked for', async () => {
    const { database } = await testDatabase('sqlite');
    const steps: string[] = [];
    const write = (name: string, pauseMs: number): Promise<void> =>
      database.write(async () => {
        steps.push(`${name} begins`);
        await sleep(pauseMs);
        steps.push(`${name} ends`);
      });
    await Promise.all([write('first', 20), write('second', 5), write('third', 1)]);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
  });

  it('leave the queue when they have waited too long from the moment they were asked for', async () => {
    const { database } = await testDatabase('sqlite');
    const queue = new WriteQueue(database.schemaSource, 'sqlite', { waitMs: 200 });
    const holding = held(queue);
    const began = performance.now();
    const late = Array.from({ length: 20 }, (_, index) =>
      queue.run((manager) => manager.insert(Source, source(index))),
    );
    const answers = await Promise.allSettled(late);
    // All of them at the same deadline, not the nth after n times as long.
    expect(performance.now() - began).toBeLessThan(1_500);
    for (const answer of answers) expect(answer).toMatchObject({ reason: { extensions: { code: 'BUSY' } } });
    expect(queue.waiting).toBe(0);
    holding.release();
    await holding.ended;
    await queue.run((manager) => manager.insert(Source, source(99)));
    expect((await database.read(Source).find()).map((row) => row.sourceId)).toEqual([99]);
  });

  it('are refused at once, with when to come back, where too many wait', async () => {
    const { database } = await testDatabase('sqlite');
    const queue = new WriteQueue(database.schemaSource, 'sqlite', { mostWaiting: 3 });
    const holding = held(queue);
    const waiting = [1, 2, 3].map((id) => queue.run((manager) => manager.insert(Source, source(id))));
    const refused = queue.run((manager) => manager.insert(Source, source(4)));
    await expect(refused).rejects.toMatchObject({ extensions: { code: 'BUSY', retryAfterSeconds: 2 } });
    holding.release();
    await Promise.all(waiting);
    expect((await database.read(Source).find()).map((row) => row.sourceId)).toEqual([1, 2, 3]);
  });

  it('leave the queue when their operation ends, and those behind them move up', async () => {
    const { database } = await testDatabase('sqlite');
    const queue = new WriteQueue(database.schemaSource, 'sqlite');
    const holding = held(queue);
    const operation = new AbortController();
    const given = duringOperation(operation.signal, () => queue.run((manager) => manager.insert(Source, source(1))));
    const next = queue.run((manager) => manager.insert(Source, source(2)));
    operation.abort(new Error('over'));
    await expect(given).rejects.toThrow('over');
    expect(queue.waiting).toBe(1);
    holding.release();
    await next;
    expect((await database.read(Source).find()).map((row) => row.sourceId)).toEqual([2]);
  });

  describe('while another process holds the lock', () => {
    const locked = async (holdMs: number): Promise<{ opened: TestDatabase; holder: TestProcess }> => {
      const opened = await testDatabase('sqlite');
      const file = opened.location.dialect === 'sqlite' ? opened.location.file : '';
      const holder = startTestProcess(join(__dirname, 'lock-holder.process.ts'), [file, String(holdMs)]);
      await holder.line((line) => line === 'locked');
      return { opened, holder };
    };

    it('wait for it without stopping the process', async () => {
      const { opened, holder } = await locked(500);
      const stop = new AbortController();
      const longestStop = measureStops(stop.signal);
      const began = Date.now();
      await opened.database.write((manager) => manager.insert(Source, source(1)));
      const waitedMs = Date.now() - began;
      stop.abort();
      expect(waitedMs).toBeGreaterThan(200);
      expect(waitedMs).toBeLessThan(2_000);
      // A wait inside the driver would stop the process for the whole half second.
      expect(await longestStop).toBeLessThan(300);
      expect(await opened.database.read(Source).count()).toBe(1);
      await holder.ended;
    });

    it('give up with a plain fault when it is held for too long, and work again afterwards', async () => {
      const { opened, holder } = await locked(700);
      const impatient = new WriteQueue(opened.database.schemaSource, 'sqlite', { waitMs: 100 });
      await expect(impatient.run((manager) => manager.insert(Source, source(1)))).rejects.toThrow(DatabaseLockedError);
      await holder.ended;
      await impatient.run((manager) => manager.insert(Source, source(2)));
      expect((await opened.database.read(Source).find()).map((row) => row.sourceId)).toEqual([2]);
    });

    it('do not hold up a reader', async () => {
      const { opened, holder } = await locked(1_000);
      const began = Date.now();
      expect(await opened.database.read(Source).count()).toBe(0);
      expect(Date.now() - began).toBeLessThan(600);
      await holder.ended;
    });
  });
});

const ofPostgres = testDialects().includes('postgres') ? describe : describe.skip;

ofPostgres('writes on PostgreSQL', () => {
  it('that wait for each other both come about: one of them is run again', async () => {
    const { database } = await testDatabase('postgres');
    await database.write((manager) => manager.insert(Source, [source(1), source(2)]));
    const met = meeting(2);
    let runs = 0;
    const orders: readonly (readonly [number, number])[] = [
      [1, 2],
      [2, 1],
    ];
    const both = orders.map(([first, second]) =>
      database.write(async (manager) => {
        runs++;
        await manager.increment(Source, { sourceId: first }, 'sourceId', 0);
        await met();
        await manager.increment(Source, { sourceId: second }, 'sourceId', 0);
      }),
    );
    await Promise.all(both);
    expect(runs).toBe(3);
  });

  it('that read what another changed meanwhile are run again where they asked for order', async () => {
    const { database } = await testDatabase('postgres');
    await database.write((manager) => manager.insert(Source, { sourceId: 1, name: '0', url: '' }));
    const met = meeting(2);
    const count = (): Promise<void> =>
      database.write(async (manager) => {
        await manager.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
        const row = await manager.findOneByOrFail(Source, { sourceId: 1 });
        await met();
        await manager.update(Source, { sourceId: 1 }, { name: String(Number(row.name) + 1) });
      });
    await Promise.all([count(), count()]);
    expect(await database.read(Source).findOneBy({ sourceId: 1 })).toMatchObject({ name: '2' });
  });

  it('give up as busy when they wait too long for a lock, and have changed nothing', async () => {
    const { database } = await testDatabase('postgres');
    await database.write((manager) => manager.insert(Source, source(1)));
    const queue = new WriteQueue(database.schemaSource, 'postgres');
    const holding = held(queue, (manager) => manager.update(Source, { sourceId: 1 }, { name: 'held' }));
    await holding.begun;
    const waiting = queue.run(async (manager) => {
      await manager.query("SET LOCAL lock_timeout = '100ms'");
      await manager.update(Source, { sourceId: 1 }, { name: 'late' });
    });
    await expect(waiting).rejects.toMatchObject({ extensions: { code: 'BUSY' } });
    holding.release();
    await holding.ended;
    expect(await database.read(Source).findOneBy({ sourceId: 1 })).toMatchObject({ name: 'held' });
  });

  it('have limits of time for locks, statements and idle transactions, which reads and migrations do not share', async () => {
    const { database } = await testDatabase('postgres');
    const limits = 'SELECT name, setting FROM pg_settings WHERE name LIKE $1 OR name LIKE $2 ORDER BY name';
    const ofWrites = await database.schemaSource.query<{ name: string; setting: string }[]>(limits, [
      'lock_timeout',
      'idle_in_transaction_session_timeout',
    ]);
    expect(ofWrites.map(({ setting }) => setting)).toEqual(['30000', '5000']);
    const statement = 'SHOW statement_timeout';
    expect(await database.schemaSource.query(statement)).toEqual([{ statement_timeout: '30s' }]);
    expect(await database.reader.query(statement)).toEqual([{ statement_timeout: '15s' }]);
  });
});

/** A write that holds its turn until it is released. */
function held(
  queue: WriteQueue,
  work: (manager: EntityManager) => Promise<unknown> = () => Promise.resolve(),
): { release: () => void; begun: Promise<void>; ended: Promise<void> } {
  let release = (): void => undefined;
  let begin = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = queue.run(async (manager) => {
    await work(manager);
    begin();
    await released;
  });
  return { release, begun, ended };
}

/** What so many come to before any of them goes on; whoever comes again goes through. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (++come >= size) open();
    return opened;
  };
}

/** The longest time in milliseconds for which this process answered nobody. */
async function measureStops(signal: AbortSignal): Promise<number> {
  let longest = 0;
  for (let last = performance.now(); !signal.aborted;) {
    await sleep(5);
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }
  return longest;
}
