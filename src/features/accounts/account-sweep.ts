import { LessThan, LessThanOrEqual } from 'typeorm';
import type { Database } from '../../database/database';
import { Attempt } from '../protection/attempts/attempt.entity';
import { sessionIdleSince } from './account.rules';
import { Otp } from './otp/otp.entity';
import { Session } from './session/session.entity';
import { TrustedDevice } from './session/trusted-device.entity';

const HOUR_MS = 3_600_000;
/** A device that nobody signed in on for a year is a stranger again. */
const TRUSTED_MS = 365 * 24 * HOUR_MS;

/** Deletes, hour by hour, codes, counted tries, sessions and devices that mean nothing any more. */
export class AccountSweep {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly failed: (error: unknown) => void,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Sweeps once an hour from now on. */
  start(): void {
    this.timer = setInterval(() => {
      this.running = this.sweep().catch(this.failed);
    }, HOUR_MS);
    this.timer.unref();
  }

  /** Stops when the sweep in hand has ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Sweeps now. */
  async sweep(): Promise<void> {
    const now = this.now();
    const endsAt = LessThan(now.toISOString());
    await this.database.write((manager) => manager.delete(Otp, { endsAt }));
    await this.database.write((manager) => manager.delete(Attempt, { endsAt }));
    const ended = [
      { expiresAt: LessThanOrEqual(now.toISOString()) },
      { lastUsedAt: LessThanOrEqual(sessionIdleSince(now)) },
    ];
    for (const sessions of ended) await this.database.write((manager) => manager.delete(Session, sessions));
    const lastSignInAt = LessThan(new Date(now.getTime() - TRUSTED_MS).toISOString());
    await this.database.write((manager) => manager.delete(TrustedDevice, { lastSignInAt }));
  }
}
