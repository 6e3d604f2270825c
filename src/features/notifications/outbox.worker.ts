import type { EntityManager } from 'typeorm';
import type { Carriers } from './carriers/carriers';
import { CarrierError } from './message';
import type { OutboxMessage } from './outbox-message.entity';
import { retryPauseMs } from './outbox.rules';
import type { OutboxStore } from './outbox.store';

const BATCH = 20;
const POLL_MS = 1_000;
const HOUR_MS = 3_600_000;
const KEPT_DAYS = 30;

/** What the worker tells of itself: never a recipient, never a word of a message. */
export interface OutboxWatch {
  /** A carrier did not take a message; it is tried again. */
  notTaken(channel: string, attempts: number, reason: string): void;
  /** The outbox itself could not be worked on; it is tried again. */
  failed(error: unknown): void;
}

/** Something that happens in the same transaction in which a delivery is noted. */
export type OnDelivered = (row: OutboxMessage, at: Date, manager: EntityManager) => Promise<void>;

/** Delivers what is in the outbox, again and again until a carrier takes it or it is of no use any more. */
export class OutboxWorker {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = true;
  private sweptAt = 0;

  constructor(
    private readonly store: OutboxStore,
    private readonly carriers: Carriers,
    private readonly watch: OutboxWatch,
    private readonly onDelivered: OnDelivered,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Works from now on. */
  start(): void {
    this.isStopped = false;
    this.schedule(0);
  }

  /** Looks at once, because something was put into the outbox. */
  wake(): void {
    if (!this.isStopped) this.schedule(0);
  }

  /** Stops when the messages in hand are dealt with. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
    for (const carrier of new Set(Object.values(this.carriers))) carrier.close();
  }

  /** Tries everything that is due once. Returns how many messages were tried. */
  async runOnce(): Promise<number> {
    let tried = 0;
    for (;;) {
      const claimed = await this.store.claim(BATCH, this.now());
      await Promise.all(claimed.map((row) => this.deliver(row)));
      tried += claimed.length;
      if (claimed.length < BATCH) return tried;
    }
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.turn());
    }, delayMs);
  }

  private async turn(): Promise<void> {
    if (this.isStopped) return;
    try {
      await this.runOnce();
      await this.sweep();
    } catch (error) {
      this.watch.failed(error);
    }
    if (!this.isStopped) this.schedule(POLL_MS);
  }

  private async deliver(row: OutboxMessage): Promise<void> {
    try {
      const message = this.store.open(row);
      await this.carriers[message.channel].send(message);
    } catch (error) {
      this.watch.notTaken(row.channel, row.attempts, error instanceof CarrierError ? error.reason : 'unknown');
      const pause = retryPauseMs(row.attempts, Math.random());
      await this.store.failed(row, new Date(this.now().getTime() + pause));
      return;
    }
    const at = this.now();
    await this.store.delivered(row, at, (manager) => this.onDelivered(row, at, manager));
  }

  private async sweep(): Promise<void> {
    const at = this.now().getTime();
    if (at - this.sweptAt < HOUR_MS) return;
    this.sweptAt = at;
    await this.store.forgetBefore(new Date(at - KEPT_DAYS * 24 * HOUR_MS));
  }
}
