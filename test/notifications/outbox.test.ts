import type { Database } from '../../src/database/database';
import { OutboxMessage } from '../../src/features/notifications/outbox-message.entity';
import { OutboxStore } from '../../src/features/notifications/outbox.store';
import { retryPauseMs } from '../../src/features/notifications/outbox.rules';
import { OutboxWorker } from '../../src/features/notifications/outbox.job';
import { FakeCarrier, KEY_RING } from '../accounts/account-gateway';
import type { Carrier, Channel, OutgoingMessage } from '../../src/features/notifications/message';
import { outboxCommand } from '../../src/commands/outbox';
import { eventually } from '../setup/eventually';
import { eachDialect, testDatabase } from '../setup/test-database';

const NOTICES = { channel: 'SMS', isCode: false } as const;
const START = new Date('2026-03-02T02:00:00Z');

eachDialect('the outbox', (dialect) => {
  let database: Database;
  let store: OutboxStore;
  let carrier: FakeCarrier;
  let now: Date;
  let reasons: string[];

  const worker = (own = carrier): OutboxWorker =>
    new OutboxWorker(
      store,
      { SMS: own, EMAIL: own },
      { notTaken: (_channel, attempts, reason) => void reasons.push(`${attempts} ${reason}`), failed: () => undefined },
      () => Promise.resolve(),
      () => now,
    );
  const add = (text: string, lifeMinutes = 60, otpId: string | null = null): Promise<void> =>
    database.write((manager) => {
      const giveUpAt = new Date(now.getTime() + lifeMinutes * 60_000);
      const message = {
        personId: 7,
        channel: 'SMS',
        to: '0912345678',
        subject: 's',
        text,
        otpId,
        giveUpAt,
      } as const;
      return store.add(message, now, manager);
    });
  const pass = (minutes: number): void => void (now = new Date(now.getTime() + minutes * 60_000));
  const rows = (): Promise<OutboxMessage[]> => database.freshReader.find(OutboxMessage);

  beforeEach(async () => {
    ({ database } = await testDatabase(dialect));
    store = new OutboxStore(database, KEY_RING);
    carrier = new FakeCarrier();
    now = START;
    reasons = [];
  });

  it('sends a message once and keeps neither its words nor its recipient', async () => {
    await add('hello');
    const [first, second] = [worker(), worker()];
    await Promise.all([first.runOnce(), second.runOnce()]);
    await first.runOnce();
    expect(carrier.taken.map(({ to, text }) => [to, text])).toEqual([['0912345678', 'hello']]);
    expect(await rows()).toMatchObject([{ status: 'SENT', sealedRecipient: '', sealedContent: '' }]);
  });

  it('sends nothing of a change that did not come about', async () => {
    const failed = database.write(async (manager) => {
      const message = {
        personId: 7,
        channel: 'SMS',
        to: '1',
        subject: 's',
        text: 't',
        otpId: null,
        giveUpAt: now,
      } as const;
      await store.add(message, now, manager);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await worker().runOnce()).toBe(0);
  });

  it('tries again, later each time, until the carrier takes it', async () => {
    await add('hello');
    carrier.isDown = true;
    await worker().runOnce();
    expect(await worker().runOnce()).toBe(0);
    pass(0.1);
    await worker().runOnce();
    expect(reasons).toEqual(['1 DOWN', '2 DOWN']);
    carrier.isDown = false;
    pass(0.1);
    await worker().runOnce();
    expect(carrier.taken).toHaveLength(1);
  });

  it('gives up what would be of no use any more', async () => {
    await add('a code', 10, 'an id');
    carrier.isDown = true;
    for (let turn = 0; turn < 40; turn++) {
      await worker().runOnce();
      pass(1);
    }
    expect(await rows()).toMatchObject([{ status: 'GIVEN_UP', sealedRecipient: '', sealedContent: '' }]);
  });

  it('keeps a notice that was given up for an operator to list and send again, once', async () => {
    await add('a notice', 10);
    await add('a code', 10, 'an id');
    carrier.isDown = true;
    for (let turn = 0; turn < 40; turn++) {
      await worker().runOnce();
      pass(1);
    }
    const printed: string[] = [];
    const command = (...words: string[]): Promise<unknown> => {
      const outbox = outboxCommand(
        (work) => work(store),
        (line) => void printed.push(line),
      );
      const silent = { writeErr: () => undefined };
      for (const one of [outbox, ...outbox.commands]) one.exitOverride().configureOutput(silent);
      return outbox.parseAsync(words, { from: 'user' });
    };
    await command('list');
    expect(printed).toHaveLength(1);
    expect(printed.join()).not.toMatch(/notice|0912345678/);
    const [id = ''] = printed.splice(0).join().split(' ');
    await expect(command('retry', 'unknown')).rejects.toThrow('not among those');
    await command('retry', id);
    await expect(command('retry', id)).rejects.toThrow('not among those');
    carrier.isDown = false;
    now = new Date();
    await worker().runOnce();
    await worker().runOnce();
    expect(carrier.taken.map(({ id: sent, text }) => [sent, text])).toEqual([[id, 'a notice']]);
    printed.length = 0;
    await command('retry', '--all');
    await command('list');
    expect(printed).toEqual([expect.stringMatching(/^0 /), expect.stringMatching(/^No message/)]);
  });

  it('takes a message over from a worker that died with it, after a minute', async () => {
    await add('hello');
    expect(await store.claim(NOTICES, 20, now)).toHaveLength(1);
    expect(await worker().runOnce()).toBe(0);
    pass(1);
    await worker().runOnce();
    expect(carrier.taken).toHaveLength(1);
  });

  it('shares many messages between workers without sending one twice', async () => {
    for (let turn = 0; turn < 50; turn++) await add(`message ${turn}`);
    const own = [new FakeCarrier(), new FakeCarrier(), new FakeCarrier()];
    await Promise.all(own.map((one) => worker(one).runOnce()));
    const texts = own.flatMap(({ taken }) => taken.map(({ text }) => text));
    expect(texts).toHaveLength(50);
    expect(new Set(texts).size).toBe(50);
  });

  it('lets no carrier that hangs hold up a code, on its own channel or another, nor more than its share of notices', async () => {
    const hanging = new HangingCarrier();
    const put = (channel: Channel, otpId: string | null, text: string): Promise<void> =>
      database.write((manager) => {
        const giveUpAt = new Date(now.getTime() + 3_600_000);
        return store.add({ personId: 7, channel, to: 'x', subject: 's', text, otpId, giveUpAt }, now, manager);
      });
    for (let turn = 0; turn < 10; turn++) await put('EMAIL', null, `notice ${turn}`);
    const own = new OutboxWorker(
      store,
      { SMS: carrier, EMAIL: hanging },
      { notTaken: () => undefined, failed: () => undefined },
      () => Promise.resolve(),
      () => now,
    );
    await own.look();
    await eventually(() => expect(hanging.begun).toHaveLength(4));
    await put('SMS', null, 'notice by SMS');
    await put('SMS', 'a', 'code by SMS');
    await put('EMAIL', 'b', 'code by e-mail');
    await own.look();
    await eventually(() =>
      expect(carrier.taken.map(({ text }) => text).sort()).toEqual(['code by SMS', 'notice by SMS']),
    );
    await eventually(() => expect(hanging.begun.at(-1)).toBe('code by e-mail'));
    expect(hanging.begun).toHaveLength(5);
    hanging.answer();
    await own.stop();
    expect((await rows()).filter(({ status }) => status === 'WAITING')).toHaveLength(6);
  });

  it('takes a carrier that does not answer for one that did not take the message', async () => {
    await add('hello');
    const hanging = new HangingCarrier();
    const carriers = { SMS: hanging, EMAIL: hanging };
    const watch = {
      notTaken: (_: string, __: number, reason: string) => void reasons.push(reason),
      failed: () => undefined,
    };
    const impatient = new OutboxWorker(
      store,
      carriers,
      watch,
      () => Promise.resolve(),
      () => now,
      50,
    );
    expect(await impatient.runOnce()).toBe(1);
    expect(reasons).toEqual(['NO_ANSWER']);
    expect(await rows()).toMatchObject([{ status: 'WAITING', attempts: 1 }]);
  });

  it('gives a carrier the same name of a message at every try', async () => {
    await add('hello');
    const [row] = await store.claim(NOTICES, 20, now);
    if (!row) throw new Error('nothing claimed');
    const first = store.open(row).id;
    pass(2);
    await worker().runOnce();
    expect(carrier.taken[0]?.id).toBe(first);
  });
});

/** A carrier that takes messages only when it is told to. */
class HangingCarrier implements Carrier {
  readonly begun: string[] = [];
  private readonly waiting: (() => void)[] = [];

  send({ text }: OutgoingMessage): Promise<void> {
    this.begun.push(text);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  answer(): void {
    for (const resolve of this.waiting) resolve();
  }

  close(): void {}
}

describe('the pause before the next try', () => {
  it('doubles from a second to a quarter of an hour, spread by a quarter', () => {
    expect([1, 2, 3, 11, 50].map((attempts) => retryPauseMs(attempts, 0.5))).toEqual([
      1_000, 2_000, 4_000, 900_000, 900_000,
    ]);
    expect(retryPauseMs(1, 0)).toBe(750);
    expect(retryPauseMs(1, 1)).toBe(1_250);
  });
});
