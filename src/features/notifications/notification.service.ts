import type { EntityManager } from 'typeorm';
import type { MessageContent, Channel } from './message';
import type { NoticeStore } from './notice.store';
import { type NoticeFacts, type NoticeKind, noticeWords } from './notice.texts';
import type { OutboxStore } from './outbox.store';

const NOTICE_LIFE_MS = 3 * 86_400_000;

/** Where a person can be reached. */
export interface Addressee {
  readonly personId: number;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A message with a one-time code. */
export interface CodeMessage {
  readonly personId: number;
  readonly channel: Channel;
  readonly to: string;
  readonly otpId: string;
  readonly content: MessageContent;
  readonly giveUpAt: Date;
}

/**
 * Tells persons what happened. Everything is written in the transaction of the change itself, so that nothing is told
 * that did not happen, and nothing that happened is kept back. Call `sent` after the transaction.
 */
export class NotificationService {
  constructor(
    private readonly notices: NoticeStore,
    private readonly outbox: OutboxStore,
    private readonly wake: () => void,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Adds a notice to the person's list and sends it by SMS and e-mail, as far as there is a number and an address. */
  async notify(to: Addressee, kind: NoticeKind, facts: NoticeFacts, manager: EntityManager): Promise<void> {
    const now = this.now();
    const notice = { kind, facts, at: now.toISOString() };
    await this.notices.add(to.personId, notice, manager);
    const { vi, en } = noticeWords(notice);
    const giveUpAt = new Date(now.getTime() + NOTICE_LIFE_MS);
    const common = {
      personId: to.personId,
      subject: 'BHXH: thông báo tài khoản / account notice',
      otpId: null,
      giveUpAt,
    };
    if (to.phone !== null) await this.outbox.add({ ...common, channel: 'SMS', to: to.phone, text: vi }, now, manager);
    if (to.email !== null) {
      await this.outbox.add({ ...common, channel: 'EMAIL', to: to.email, text: `${vi}\n\n${en}` }, now, manager);
    }
  }

  /** Sends a one-time code. It is no notice: it stands in no list. */
  async sendCode({ content, ...message }: CodeMessage, manager: EntityManager): Promise<void> {
    await this.outbox.add({ ...message, ...content }, this.now(), manager);
  }

  /** Lets the worker look at once, after the transaction that wrote messages has ended. */
  sent(): void {
    this.wake();
  }
}
