import { LessThan } from 'typeorm';
import type { Database } from '../../database/database';
import { Attempt } from '../protection/attempts/attempt.entity';
import { Otp } from './otp/otp.entity';
import { TrustedDevice } from './session/trusted-device.entity';

const HOUR_MS = 3_600_000;
/** A device that nobody signed in on for a year is a stranger again. */
const TRUSTED_MS = 365 * 24 * HOUR_MS;

/** Deletes, hour by hour, codes, counted tries and devices that mean nothing any more. */
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
    const endsAt = LessThan(this.now().toISOString());
    await this.database.write((manager) => manager.delete(Otp, { endsAt }));
    await this.database.write((manager) => manager.delete(Attempt, { endsAt }));
    const lastSignInAt = LessThan(new Date(this.now().getTime() - TRUSTED_MS).toISOString());
    await this.database.write((manager) => manager.delete(TrustedDevice, { lastSignInAt }));
  }
}
