import { join } from 'node:path';
import type { Database } from '../../src/database/database';
import { Source } from '../../src/features/directory/listing/source.entity';
import { JobRow } from '../../src/features/jobs/job.entity';
import { type Job, JobRunner } from '../../src/features/jobs/job-runner.service';
import { Lease } from '../../src/features/jobs/lease';
import { LEASE_MS, LeaseLostError, LeaseStore } from '../../src/features/jobs/lease.store';
import { dueAfterFailure, nextDue } from '../../src/features/jobs/schedule.rules';
import { eventually } from '../setup/eventually';
import { eachDialect, testDatabase } from '../setup/test-database';
import { startTestProcess } from '../setup/test-process';

const START = Date.parse('2026-03-02T02:00:00Z');
const HOURLY = '0 * * * *';
const WORKING_PROCESS = join(__dirname, 'working.process.ts');

const taken = async (store: LeaseStore, name = 'x'): Promise<Lease> => {
  const lease = await Lease.take(store, name);
  if ('heldBy' in lease) throw new Error(`held by ${lease.heldBy}`);
  return lease;
};

eachDialect('a lease', (dialect) => {
  let database: Database;
  let passedMs: number;
  const store = (): LeaseStore => new LeaseStore(database, () => new Date(START + passedMs));

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    passedMs = 0;
  });

  it('has one holder, and another one after it was given back', async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => Lease.take(store(), 'x')));
    const [holder, ...others] = asked.filter((one) => one instanceof Lease);
    expect(others).toEqual([]);
    await holder?.release();
    await (await taken(store())).release();
  });

  it('lets the holder write, and refuses its writes once another took it over', async () => {
    const first = await taken(store());
    await first.write((manager) => manager.insert(Source, { sourceId: 1, name: 'first', url: '' }));
    passedMs = LEASE_MS + 1;
    const second = await taken(store());
    const late = first.write((manager) => manager.insert(Source, { sourceId: 2, name: 'late', url: '' }));
    await expect(late).rejects.toThrow(LeaseLostError);
    await second.write((manager) => manager.insert(Source, { sourceId: 3, name: 'second', url: '' }));
    // What the first one gives back is no longer its own.
    await first.release();
    await second.write(() => Promise.resolve());
    await second.release();
    expect((await database.read(Source).find()).map(({ sourceId }) => sourceId).sort()).toEqual([1, 3]);
  });

  it('counts on while it is renewed', async () => {
    const holding = await store().acquire('x', 'elsewhere:1:a');
    if ('heldBy' in holding) throw new Error('held');
    passedMs = LEASE_MS - 1;
    expect(await store().renew(holding)).toBe(true);
    passedMs = LEASE_MS + 1;
    expect(await store().acquire('x', 'elsewhere:2:b')).toEqual({ heldBy: 'elsewhere:1:a' });
    passedMs = 3 * LEASE_MS;
    expect(await store().acquire('x', 'elsewhere:2:b')).toEqual({ name: 'x', token: 2 });
    expect(await store().renew(holding)).toBe(false);
  });

  it.each([1, 2, 3])('never has two holders, whatever comes in whichever order (%i)', async (seed) => {
    let state = seed;
    const random = (most: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % most;
    };
    const holdings: { name: string; token: number }[] = [];
    for (let step = 0; step < 60; step++) {
      passedMs += random(LEASE_MS / 2);
      const known = holdings[random(holdings.length || 1)];
      const kind = random(4);
      if (kind === 0 && known) await store().renew(known);
      else if (kind === 1 && known) await store().release(known);
      else {
        const held = await store().acquire('x', `elsewhere:${step}:a`);
        if (!('heldBy' in held)) holdings.push(held);
      }
      const answers = await Promise.allSettled(
        holdings.map((holding) => store().write(holding, () => Promise.resolve(holding.token))),
      );
      const writing = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      // Whoever may write is the newest of all, so there is one at most.
      expect(writing.every((token) => token === holdings.at(-1)?.token)).toBe(true);
      expect(writing.length).toBeLessThanOrEqual(1);
    }
    expect(holdings.length).toBeGreaterThan(5);
  });
});

eachDialect('a job', (dialect) => {
  let database: Database;
  let passedMs: number;
  let runs: string[];
  const now = (): Date => new Date(START + passedMs);
  const failures: string[] = [];
  const runner = (own: Partial<Job> = {}, name = 'a'): JobRunner => {
    const run = (): Promise<void> => Promise.resolve(void runs.push(name));
    const job = { name: 'test.job', schedule: HOURLY, run, ...own };
    return new JobRunner(database, [job], [], { failed: (failed) => void failures.push(failed) }, now);
  };
  const pass = (minutes: number): void => void (passedMs += minutes * 60_000);

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    passedMs = 0;
    runs = [];
  });

  it('runs when it is due, once over all gateways', async () => {
    const gateways = ['a', 'b', 'c'].map((name) => runner({}, name));
    for (const gateway of gateways) await gateway.runDue();
    expect(runs).toEqual([]);
    for (let hour = 1; hour <= 3; hour++) {
      pass(60);
      await Promise.all(gateways.map((gateway) => gateway.runDue()));
      expect(runs).toHaveLength(hour);
    }
  });

  it('runs once for all the times that passed while no gateway ran, also after a start', async () => {
    await runner().runDue();
    pass(60 * 24);
    const later = runner();
    await later.runDue();
    await later.runDue();
    expect(runs).toEqual(['a']);
    expect(await database.read(JobRow).find()).toMatchObject([{ dueAt: '2026-03-03T03:00:00.000Z', failures: 0 }]);
  });

  it('that fails is told and tried again, later each time', async () => {
    let isBroken = true;
    const gateway = runner({
      run: () => (isBroken ? Promise.reject(new Error('no')) : Promise.resolve(void runs.push('well'))),
    });
    await gateway.runDue();
    pass(60);
    await gateway.runDue();
    await gateway.runDue();
    expect(failures).toEqual(['test.job']);
    pass(1);
    await gateway.runDue();
    pass(1);
    await gateway.runDue();
    expect(failures).toHaveLength(2);
    isBroken = false;
    pass(1);
    await gateway.runDue();
    expect(runs).toEqual(['well']);
    expect(await database.read(JobRow).find()).toMatchObject([{ failures: 0 }]);
  });

  it('that a gateway stops with is gone on with by the next', async () => {
    let isBegun = false;
    const first = runner({
      run: (_lease, signal) => {
        isBegun = true;
        return new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true }),
        );
      },
    });
    await first.runDue();
    pass(60);
    const running = first.runDue();
    await eventually(() => expect(isBegun).toBe(true));
    await first.stop();
    await running;
    await runner().runDue();
    expect(runs).toEqual(['a']);
  });

  it('of a process that is killed is taken over by another, and two never have it at once', async () => {
    const { location } = await testDatabase(dialect);
    const steps: string[] = [];
    const begin = (): ReturnType<typeof startTestProcess> => {
      const started = startTestProcess(WORKING_PROCESS, [JSON.stringify(location), '300']);
      started.child.stdout?.on('data', (chunk: Buffer) => steps.push(...chunk.toString().trim().split('\n')));
      return started;
    };
    const processes = [begin(), begin()];
    await Promise.all(processes.map((one) => one.line((line) => line.startsWith('started'))));
    for (let kill = 0; kill < 3; kill++) {
      const before = steps.length;
      const pid = await eventually(() => {
        const last = steps.slice(before).findLast((step) => step.startsWith('begins'));
        if (last === undefined) throw new Error('nobody began');
        return Number(last.split(' ')[1]);
      });
      const at = processes.findIndex(({ child }) => child.pid === pid);
      const victim = processes[at];
      victim?.child.kill('SIGKILL');
      await victim?.ended;
      steps.push(`killed ${pid}`);
      processes[at] = begin();
      await eventually(() => {
        const later = steps.slice(steps.indexOf(`killed ${pid}`)).map((step) => step.split(' '));
        expect(later.filter(([step, by]) => step === 'begins' && by !== String(pid))).not.toEqual([]);
      }, 40_000);
    }
    for (const { child, ended } of processes) {
      child.kill('SIGKILL');
      await ended;
    }
    let holder: string | null = null;
    for (const [step = '', pid = ''] of steps.map((one) => one.split(' '))) {
      if (step === 'begins') {
        expect(holder).toBeNull();
        holder = pid;
      }
      if ((step === 'ends' || step === 'killed') && holder === pid) holder = null;
    }
  }, 180_000);
});

describe('a schedule', () => {
  it('is in the agency’s time', () => {
    expect(nextDue('41 3 * * *', new Date('2026-03-02T02:00:00Z')).toISOString()).toBe('2026-03-02T20:41:00.000Z');
  });

  it('lets what failed be tried again after a minute, two, four, but not later than it is due anyway', () => {
    const from = new Date('2026-03-02T02:55:00Z');
    const waits = [1, 2, 3, 9].map((count) => dueAfterFailure(HOURLY, from, count).getTime() - from.getTime());
    expect(waits).toEqual([60_000, 120_000, 240_000, 300_000]);
  });
});
