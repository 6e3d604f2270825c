import { type EntityManager, In } from 'typeorm';
import { Notice } from '../notifications/notice.entity';
import { OutboxMessage } from '../notifications/outbox-message.entity';
import { Account } from './account.entity';
import { lockAccounts } from './account-lock.store';
import { Otp } from './otp/otp.entity';
import { Session } from './session/session.entity';
import { TrustedDevice } from './session/trusted-device.entity';

/** Creates the access of persons. */
export class AccountService {
  constructor(private readonly now: () => Date = () => new Date()) {}

  /**
   * Gives a person access with a password that must be changed at the first sign-in. False when the person has access
   * already. Runs in the transaction of `manager`, so that access comes together with what it follows from.
   */
  async create(personId: number, passwordHash: string, manager: EntityManager): Promise<boolean> {
    const at = this.now().toISOString();
    const account = { personId, passwordHash, passwordSetAt: at, mustChangePassword: true, createdAt: at };
    await manager.createQueryBuilder().insert().into(Account).values(account).orIgnore().execute();
    // Of two at once the database takes one, and only that one may tell the person a password: hashes are salted.
    return (await manager.findOneByOrFail(Account, { personId })).passwordHash === passwordHash;
  }

  /** Takes all access away from persons who are withdrawn from the record, with what they were told. */
  async remove(personIds: readonly number[], manager: EntityManager): Promise<void> {
    await lockAccounts(personIds, manager);
    const personId = In([...personIds]);
    for (const entity of [OutboxMessage, Otp, Session, TrustedDevice, Notice, Account])
      await manager.delete(entity, { personId });
  }
}
