import { type EntityManager, LessThan, LessThanOrEqual } from 'typeorm';
import type { Job } from '../jobs/job-runner.service';
import type { Lease } from '../jobs/lease';
import { Attempt } from '../protection/attempts/attempt.entity';
import type { SpentTokens } from '../protection/spent-tokens/spent-token.store';
import { sessionIdleSince } from './account.rules';
import { Otp } from './otp/otp.entity';
import { Session } from './session/session.entity';
import { TrustedDevice } from './session/trusted-device.entity';

const HOUR_MS = 3_600_000;
/** A device that nobody signed in on for a year is a stranger again. */
const TRUSTED_MS = 365 * 24 * HOUR_MS;

/** Opens a transaction. */
type Write = (work: (manager: EntityManager) => Promise<unknown>) => Promise<unknown>;

/** Deletes, hour by hour, codes, counted tries, spent tokens, sessions and devices that mean nothing any more. */
export class AccountSweep implements Job {
  readonly name = 'accounts.sweep';
  readonly schedule = '11 * * * *';

  constructor(
    private readonly spent: Pick<SpentTokens, 'sweep'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  run(lease: Pick<Lease, 'write'>): Promise<void> {
    return this.sweep((work) => lease.write(work));
  }

  /** Sweeps now; `write` opens each transaction. */
  async sweep(write: Write): Promise<void> {
    const now = this.now();
    const endsAt = LessThan(now.toISOString());
    await write((manager) => manager.delete(Otp, { endsAt }));
    await write((manager) => manager.delete(Attempt, { endsAt }));
    await write((manager) => this.spent.sweep(manager));
    const ended = [
      { expiresAt: LessThanOrEqual(now.toISOString()) },
      { lastUsedAt: LessThanOrEqual(sessionIdleSince(now)) },
    ];
    for (const sessions of ended) await write((manager) => manager.delete(Session, sessions));
    const lastSignInAt = LessThan(new Date(now.getTime() - TRUSTED_MS).toISOString());
    await write((manager) => manager.delete(TrustedDevice, { lastSignInAt }));
  }
}
