import type { EntityManager } from 'typeorm';
import type { Database } from '../../../database/database';
import { Account } from '../account.entity';
import { Session } from './session.entity';
import { TrustedDevice } from './trusted-device.entity';
import type { SessionToken } from './session-token';

/** A person's phone, tablet and computers; a device that gives itself no name is another one at each sign-in. */
const KEPT_DEVICES = 10;

/** Keeps the sessions of persons. What decides about access is read from the primary: a replica may be seconds behind. */
export class SessionStore {
  constructor(private readonly database: Database) {}

  /** The session of a token with its account, as they are now, or null. */
  async withToken({ personId, tokenHash }: SessionToken): Promise<{ session: Session; account: Account } | null> {
    const { freshReader } = this.database;
    const session = await freshReader.findOneBy(Session, { personId, tokenHash });
    const account = session && (await freshReader.findOneBy(Account, { personId }));
    return session && account ? { session, account } : null;
  }

  /** The person's sessions, the one used last first. */
  ofPerson(personId: number, manager: EntityManager = this.database.freshReader): Promise<Session[]> {
    return manager.find(Session, { where: { personId }, order: { lastUsedAt: 'DESC' } });
  }

  /** Notes that the session is in use; nothing happens when it ended meanwhile. */
  async touch({ personId, id }: Session, lastUsedAt: string): Promise<void> {
    await this.database.write((manager) => manager.update(Session, { personId, id }, { lastUsedAt }));
  }

  /** Ends one session. False when the person has none of this name. */
  async end(personId: number, id: string): Promise<boolean> {
    const result = await this.database.write((manager) => manager.delete(Session, { personId, id }));
    return (result.affected ?? 0) > 0;
  }

  /** Ends every session of the person and begins `session`, so that at no moment there are two. */
  async startOnly(session: Session, manager: EntityManager): Promise<void> {
    await manager.delete(Session, { personId: session.personId });
    await manager.insert(Session, session);
    await this.trust(session, manager);
  }

  /** Whether the person has signed in on this device before. One statement, whoever asks. */
  trusts(personId: number, deviceHash: string): Promise<boolean> {
    return this.database.freshReader.existsBy(TrustedDevice, { personId, deviceHash });
  }

  private async trust({ personId, deviceHash, createdAt }: Session, manager: EntityManager): Promise<void> {
    await manager.delete(TrustedDevice, { personId, deviceHash });
    await manager.insert(TrustedDevice, { personId, deviceHash, lastSignInAt: createdAt });
    const devices = await manager.find(TrustedDevice, {
      where: { personId },
      order: { lastSignInAt: 'DESC', deviceHash: 'ASC' },
      skip: KEPT_DEVICES,
    });
    for (const device of devices) await manager.delete(TrustedDevice, { personId, deviceHash: device.deviceHash });
  }

  /** Ends the person's sessions, all but the one named. */
  async endOthers(personId: number, keptId: string | null, manager: EntityManager): Promise<void> {
    const others = (await this.ofPerson(personId, manager)).filter(({ id }) => id !== keptId);
    for (const { id } of others) await manager.delete(Session, { personId, id });
  }
}
