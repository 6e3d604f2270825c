import type { EntityManager } from 'typeorm';
import type { Carriers } from './carriers/carriers';
import type { Job, SharedWork } from '../jobs/job-runner.service';
import type { Lease } from '../jobs/lease';
import { CarrierError } from './message';
import type { OutboxMessage } from './outbox-message.entity';
import { LEASE_MS, retryPauseMs } from './outbox.rules';
import type { Lane, OutboxStore } from './outbox.store';

/** Messages of a lane on their way at one time: a carrier that is slow holds up so many, and none of another lane. */
const AT_ONCE = 4;
/** Well below the lease of a message, so that nobody takes over what is still with the carrier. */
const LONGEST_SEND_MS = LEASE_MS / 2;
const HOUR_MS = 3_600_000;
const KEPT_DAYS = 30;

/** What the worker tells of itself: never a recipient, never a word of a message. */
export interface OutboxWatch {
  /** A carrier did not take a message; it is tried again. */
  notTaken(channel: string, attempts: number, reason: string): void;
  /** What became of a message could not be noted; it is tried again. */
  failed(error: unknown): void;
}

/** Something that happens in the same transaction in which a delivery is noted. */
export type OnDelivered = (row: OutboxMessage, at: Date, manager: EntityManager) => Promise<void>;

/**
 * Delivers what is in the outbox, again and again until a carrier takes it or it is of no use any more. Every channel has
 * a lane for one-time codes and one for all else, each with slots of its own: a mail server that hangs holds up neither a
 * code by SMS nor a code by e-mail.
 */
export class OutboxWorker implements SharedWork {
  private readonly inFlight = new Map<string, Set<Promise<void>>>();
  private begun = 0;
  private isStopped = false;

  constructor(
    private readonly store: OutboxStore,
    private readonly carriers: Carriers,
    private readonly watch: OutboxWatch,
    private readonly onDelivered: OnDelivered,
    private readonly now: () => Date = () => new Date(),
    private readonly longestSendMs = LONGEST_SEND_MS,
  ) {}

  /** Begins to send what is due, codes first, as far as the lanes have room. */
  async look(): Promise<void> {
    if (this.isStopped) return;
    const lanes = await this.store.dueLanes(this.now());
    await Promise.all(lanes.map((lane) => this.fill(lane)));
  }

  /** Takes nothing new and waits for the messages in hand. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.settled();
    for (const carrier of new Set(Object.values(this.carriers))) carrier.close();
  }

  /** Tries everything that is due once. Returns how many messages were tried. */
  async runOnce(): Promise<number> {
    const before = this.begun;
    for (let last = -1; last !== this.begun;) {
      last = this.begun;
      await this.look();
      await this.settled();
    }
    return this.begun - before;
  }

  private async fill(lane: Lane): Promise<void> {
    const key = `${lane.channel} ${lane.isCode}`;
    const flights = this.inFlight.get(key) ?? new Set();
    this.inFlight.set(key, flights);
    const room = AT_ONCE - flights.size;
    if (room <= 0 || this.isStopped) return;
    const claimed = await this.store.claim(lane, room, this.now());
    this.begun += claimed.length;
    for (const row of claimed) {
      const flight = this.deliver(row)
        .catch((error: unknown) => this.watch.failed(error))
        .finally(() => flights.delete(flight))
        // Where all slots were taken more may wait; else whoever puts a message in has the lane looked at.
        .then(() => (claimed.length === room ? this.fill(lane) : undefined))
        .catch((error: unknown) => this.watch.failed(error));
      flights.add(flight);
    }
  }

  private async settled(): Promise<void> {
    for (let left = this.flights(); left.length > 0; left = this.flights()) await Promise.all(left);
  }

  private flights(): Promise<void>[] {
    return [...this.inFlight.values()].flatMap((flights) => [...flights]);
  }

  private async deliver(row: OutboxMessage): Promise<void> {
    try {
      const message = this.store.open(row);
      await within(this.longestSendMs, this.carriers[message.channel].send(message));
    } catch (error) {
      this.watch.notTaken(row.channel, row.attempts, error instanceof CarrierError ? error.reason : 'unknown');
      const pause = retryPauseMs(row.attempts, Math.random());
      await this.store.failed(row, new Date(this.now().getTime() + pause));
      return;
    }
    const at = this.now();
    await this.store.delivered(row, at, (manager) => this.onDelivered(row, at, manager));
  }
}

/** Forgets, once a day, the messages that were delivered or given up a month ago. */
export class OutboxRetention implements Job {
  readonly name = 'outbox.retention';
  readonly schedule = '41 3 * * *';

  constructor(
    private readonly store: Pick<OutboxStore, 'forgetBefore'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async run(lease: Pick<Lease, 'write'>): Promise<void> {
    const before = new Date(this.now().getTime() - KEPT_DAYS * 24 * HOUR_MS);
    await lease.write((manager) => this.store.forgetBefore(before, manager));
  }
}

/** Waits for a carrier no longer than that: one that neither takes nor refuses a message has not taken it. */
async function within(limitMs: number, sending: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new CarrierError('NO_ANSWER')), limitMs);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}
