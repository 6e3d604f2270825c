import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { KeyRing } from '../../../shared/sealing/key-ring';
import { isAlive, mustChangePassword, sessionEnd } from '../account.rules';
import type { Account } from '../account.entity';
import type { Session } from './session.entity';
import type { SessionStore } from './session.store';
import { hashOf, newSessionToken, readSessionToken } from './session-token';

/** A device as it is known to the service. */
export interface KnownDevice {
  readonly deviceHash: string;
  readonly deviceName: string;
}

/** A session that counts, with the account it belongs to. */
export interface ActiveSession {
  readonly session: Session;
  readonly account: Account;
  /** Whether the person has to choose a new password before anything else. */
  readonly mustChangePassword: boolean;
}

/** Use is noted once a minute at most, so that reading does not turn into writing. */
const TOUCH_MS = 60_000;

/** Begins, recognises and ends sessions. */
export class SessionService {
  constructor(
    private readonly store: SessionStore,
    private readonly keyRing: KeyRing,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The session that a token opens at this moment, or null. */
  async ofToken(token: string): Promise<ActiveSession | null> {
    const read = readSessionToken(token, this.keyRing);
    const found = read && (await this.store.withToken(read));
    const now = this.now();
    if (!found || !isAlive(found.session, now)) return null;
    if (now.getTime() - Date.parse(found.session.lastUsedAt) >= TOUCH_MS) {
      await this.store.touch(found.session, now.toISOString());
    }
    return { ...found, mustChangePassword: mustChangePassword(found.account, now) };
  }

  /** Begins a session in the transaction of `manager` and ends every other one of the person: one device at a time. */
  async start(
    personId: number,
    device: KnownDevice,
    manager: EntityManager,
  ): Promise<{ token: string; expiresAt: string }> {
    const now = this.now();
    const { token, tokenHash } = newSessionToken(personId, this.keyRing);
    const expiresAt = sessionEnd(now);
    const at = now.toISOString();
    const id = randomBytes(16).toString('base64url');
    await this.store.startOnly(
      { personId, id, tokenHash, ...device, createdAt: at, lastUsedAt: at, expiresAt },
      manager,
    );
    return { token, expiresAt };
  }

  /** The person's sessions that count. */
  async ofPerson(personId: number, manager?: EntityManager): Promise<Session[]> {
    const now = this.now();
    return (await this.store.ofPerson(personId, manager)).filter((session) => isAlive(session, now));
  }

  /** Whether the person has signed in on this device before; `personId` 0 is nobody, who takes as long to look for. */
  trusts(personId: number, { deviceHash }: KnownDevice): Promise<boolean> {
    return this.store.trusts(personId, deviceHash);
  }

  /** Ends one of the person's sessions. False when the person has none of this name. */
  end(personId: number, id: string): Promise<boolean> {
    return this.store.end(personId, id);
  }

  /** Ends the person's sessions, all but the one named. */
  endOthers(personId: number, keptId: string | null, manager: EntityManager): Promise<void> {
    return this.store.endOthers(personId, keptId, manager);
  }
}

/** A device as it is kept: what it calls itself by is hashed, since it lets the device sign in again without a code. */
export function knownDevice(device: { readonly id: string; readonly name: string }): KnownDevice {
  return { deviceHash: hashOf(device.id), deviceName: device.name.trim() };
}
