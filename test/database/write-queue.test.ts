import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseLockedError, WriteQueue } from '../../src/database/write-queue';
import { Source } from '../../src/features/directory/listing/source.entity';
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
      const impatient = new WriteQueue(opened.database.schemaSource, 'sqlite', 100);
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
