import { randomBytes } from 'node:crypto';
import { type EntityManager, In, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import type { Database } from '../../database/database';
import { unlockedRows } from '../../database/row-locks';
import type { KeyRing } from '../../shared/sealing/key-ring';
import type { Channel, MessageContent, OutgoingMessage } from './message';
import { LEASE_MS } from './outbox.rules';
import { OutboxMessage } from './outbox-message.entity';

const RECIPIENT = 'outbox.recipient';
const CONTENT = 'outbox.content';
const RANDOM_BYTES = 10;
/** How long a message that is sent again is tried. */
const SECOND_LIFE_MS = 3 * 86_400_000;

/** Messages that wait for nobody but each other: those of a channel that carry codes, or all the others of it. */
export interface Lane {
  readonly channel: Channel;
  readonly isCode: boolean;
}

/** What is to be sent. */
export interface NewMessage extends MessageContent {
  readonly personId: number;
  readonly channel: Channel;
  readonly to: string;
  /** The one-time code that the message carries. */
  readonly otpId: string | null;
  /** When it would be of no use any more. */
  readonly giveUpAt: Date;
}

/** A message that no carrier took in time. */
export type DeadLetter = Pick<OutboxMessage, 'id' | 'channel' | 'attempts' | 'createdAt'>;

/** Keeps messages on their way; recipients and words are sealed, and erased once they were delivered. */
export class OutboxStore {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /** Puts a message into the outbox, in the transaction of the change that it tells of. */
  async add(message: NewMessage, now: Date, manager: EntityManager): Promise<void> {
    const at = now.toISOString();
    const { personId, channel, to, subject, text, otpId, giveUpAt } = message;
    await manager.insert(OutboxMessage, {
      personId,
      id: newMessageId(now),
      channel,
      sealedRecipient: this.keyRing.seal(to, RECIPIENT),
      sealedContent: this.keyRing.seal(JSON.stringify({ subject, text }), CONTENT),
      otpId,
      status: 'WAITING',
      attempts: 0,
      nextAttemptAt: at,
      giveUpAt: giveUpAt.toISOString(),
      createdAt: at,
      sentAt: null,
    });
  }

  /** The lanes in which messages are due, those of codes first. */
  async dueLanes(now: Date): Promise<Lane[]> {
    const rows = await this.database
      .read(OutboxMessage)
      .createQueryBuilder('m')
      .select('m.channel', 'channel')
      .addSelect('CASE WHEN m.otpId IS NULL THEN 0 ELSE 1 END', 'codes')
      .where({ status: 'WAITING', nextAttemptAt: LessThanOrEqual(now.toISOString()) })
      .groupBy('m.channel')
      .addGroupBy('CASE WHEN m.otpId IS NULL THEN 0 ELSE 1 END')
      .getRawMany<{ channel: Channel; codes: number }>();
    const lanes = rows.map(({ channel, codes }) => ({ channel, isCode: Number(codes) === 1 }));
    return lanes.sort((one, other) => Number(other.isCode) - Number(one.isCode));
  }

  /** Takes messages of a lane that are due, so that no other worker tries them until the lease ends. */
  async claim({ channel, isCode }: Lane, limit: number, now: Date): Promise<OutboxMessage[]> {
    if (limit <= 0) return [];
    const due = {
      status: 'WAITING',
      nextAttemptAt: LessThanOrEqual(now.toISOString()),
      channel,
      otpId: isCode ? Not(IsNull()) : IsNull(),
    };
    const nextAttemptAt = new Date(now.getTime() + LEASE_MS).toISOString();
    return this.database.write(async (manager) => {
      const order = { nextAttemptAt: 'ASC' } as const;
      const found = await manager.find(OutboxMessage, { where: due, order, take: limit, ...unlockedRows(manager) });
      for (const row of found) {
        const attempts = row.attempts + 1;
        await manager.update(OutboxMessage, keyOf(row), { attempts, nextAttemptAt });
        Object.assign(row, { attempts, nextAttemptAt });
      }
      return found;
    });
  }

  /** Notes that the carrier took the message, and does `also` in the same transaction. */
  async delivered(row: OutboxMessage, now: Date, also: (manager: EntityManager) => Promise<void>): Promise<void> {
    const ended = { status: 'SENT', sentAt: now.toISOString(), sealedRecipient: '', sealedContent: '' };
    await this.database.write(async (manager) => {
      await manager.update(OutboxMessage, keyOf(row), ended);
      await also(manager);
    });
  }

  /**
   * Lets the message wait until `nextAttemptAt`, or gives it up when it would be of no use by then. What was given up is
   * kept, sealed, for an operator to send again; not so a code, which nothing makes right any more.
   */
  async failed(row: OutboxMessage, nextAttemptAt: Date): Promise<void> {
    const next = nextAttemptAt.toISOString();
    const change =
      next < row.giveUpAt
        ? { nextAttemptAt: next }
        : { status: 'GIVEN_UP', ...(row.otpId === null ? {} : { sealedRecipient: '', sealedContent: '' }) };
    // A worker that took it over meanwhile has its own word on it.
    const claimed = { ...keyOf(row), status: 'WAITING', attempts: row.attempts };
    await this.database.write((manager) => manager.update(OutboxMessage, claimed, change));
  }

  /** What no carrier took and can be sent again, oldest first; never words or recipients. */
  async givenUp(limit: number): Promise<DeadLetter[]> {
    const rows = await this.database.read(OutboxMessage).find({
      where: { status: 'GIVEN_UP', sealedContent: Not('') },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    return rows.map(({ id, channel, attempts, createdAt }) => ({ id, channel, attempts, createdAt }));
  }

  /** Lets messages that were given up be sent again, those named or all; returns how many. One that is on its way stays so. */
  async sendAgain(ids: readonly string[] | 'all', now: Date): Promise<number> {
    const again = {
      status: 'WAITING',
      attempts: 0,
      nextAttemptAt: now.toISOString(),
      giveUpAt: new Date(now.getTime() + SECOND_LIFE_MS).toISOString(),
    };
    const which = ids === 'all' ? {} : { id: In([...ids]) };
    const letters = { status: 'GIVEN_UP', sealedContent: Not(''), ...which };
    return (await this.database.write((manager) => manager.update(OutboxMessage, letters, again))).affected ?? 0;
  }

  /** That messages went to a person, newest first; their words are erased with the delivery. */
  async ofPerson(personId: number): Promise<Pick<OutboxMessage, 'channel' | 'status' | 'createdAt' | 'sentAt'>[]> {
    const rows = await this.database.reader.find(OutboxMessage, { where: { personId }, order: { id: 'DESC' } });
    return rows.map(({ channel, status, createdAt, sentAt }) => ({ channel, status, createdAt, sentAt }));
  }

  /** Deletes what was sent or given up before `instant`. */
  async forgetBefore(instant: Date, manager: EntityManager): Promise<void> {
    const createdAt = LessThan(instant.toISOString());
    for (const status of ['SENT', 'GIVEN_UP']) await manager.delete(OutboxMessage, { status, createdAt });
  }

  /** The message as it leaves the service. Throws UnsealableError. */
  open({ id, channel, sealedRecipient, sealedContent }: OutboxMessage): OutgoingMessage {
    const content = JSON.parse(this.keyRing.open(sealedContent, CONTENT)) as MessageContent;
    return { id, channel: channel as Channel, to: this.keyRing.open(sealedRecipient, RECIPIENT), ...content };
  }
}

/** An identifier that begins with the instant, so that a person's rows are in order of time. */
export function newMessageId(now: Date): string {
  return `${now.toISOString().replaceAll(/[:.]/g, '-')}_${randomBytes(RANDOM_BYTES).toString('base64url')}`;
}

function keyOf({ personId, id }: OutboxMessage): { personId: number; id: string } {
  return { personId, id };
}
