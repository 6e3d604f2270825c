import { type EntityManager, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import type { Database } from '../../database/database';
import { Notice } from './notice.entity';
import { newMessageId } from './outbox.store';
import type { NoticeContent } from './notice.texts';

/** Keeps what persons were told. */
export class NoticeStore {
  constructor(private readonly database: Database) {}

  /** Adds a notice, in the transaction of the change that it tells of. */
  async add(personId: number, { kind, facts, at }: NoticeContent, manager: EntityManager): Promise<void> {
    const id = newMessageId(new Date(at));
    await manager.insert(Notice, { personId, id, kind, facts: JSON.stringify(facts), at, readAt: null });
  }

  /** The person's notices, newest first, that are older than the one named; one more than `first` if there are more. */
  page(personId: number, first: number, olderThan: string | null): Promise<Notice[]> {
    const where = olderThan === null ? { personId } : { personId, id: LessThan(olderThan) };
    return this.database.reader.find(Notice, { where, order: { id: 'DESC' }, take: first + 1 });
  }

  /** One of the person's notices, or null. */
  byId(personId: number, id: string): Promise<Notice | null> {
    return this.database.reader.findOneBy(Notice, { personId, id });
  }

  /** How many notices the person has. */
  count(personId: number): Promise<number> {
    return this.database.reader.countBy(Notice, { personId });
  }

  /** Marks the notice named and all older ones as read. Returns how many were not before. */
  async read(personId: number, upTo: string, readAt: string): Promise<number> {
    const unread = { personId, id: LessThanOrEqual(upTo), readAt: IsNull() };
    const result = await this.database.write((manager) => manager.update(Notice, unread, { readAt }));
    return result.affected ?? 0;
  }
}
