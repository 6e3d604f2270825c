import { DomainError } from '../../shared/errors';
import { fromGlobalId, toGlobalId } from '../../shared/global-id';
import type { NotFound } from '../../shared/input-faults.types';
import { checkedFirst, type PageRequest } from '../../shared/relay/page';
import type { Notice } from './notice.entity';
import type { NoticeStore } from './notice.store';
import { type NoticeFacts, type NoticeKind, noticeWords } from './notice.texts';
import type { NamedNode, PersonalNodes } from '../protection/personal-nodes';
import type { SignedInPerson } from '../protection/principal';
import { type NoticeConnection, NoticeInfo, type NoticesRead } from './notice.types';

const NOTICE_ID = /^[\w-]{30,40}$/;

/** Shows persons what they were told. */
export class NoticeService implements PersonalNodes {
  readonly types: readonly string[] = ['Notice'];

  constructor(
    private readonly store: NoticeStore,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** A page of the person's notices, newest first. Throws BAD_CURSOR. */
  async page(personId: number, { first, after }: PageRequest): Promise<NoticeConnection> {
    const size = checkedFirst(first);
    const olderThan = after === null || after === undefined ? null : cursorId(after);
    const [found, totalCount] = await Promise.all([
      this.store.page(personId, size, olderThan),
      this.store.count(personId),
    ]);
    const edges = found.slice(0, size).map((notice) => ({ cursor: cursorOf(notice.id), node: shown(notice) }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      totalCount,
      pageInfo: {
        hasNextPage: found.length > size,
        hasPreviousPage: false,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  async find({ key }: NamedNode, { personId }: SignedInPerson): Promise<NoticeInfo | null> {
    const notice = NOTICE_ID.test(key) ? await this.store.byId(personId, key) : null;
    return notice && shown(notice);
  }

  /** Marks a notice of the person and all older ones as read, and says how many were not before. */
  async read(personId: number, upTo: string): Promise<NoticesRead | NotFound> {
    const named = fromGlobalId(upTo);
    if (named?.type !== 'Notice' || !NOTICE_ID.test(named.key)) return NO_SUCH_NOTICE;
    return { count: await this.store.read(personId, named.key, this.now().toISOString()) };
  }
}

const NO_SUCH_NOTICE: NotFound = {
  message: 'Không có thông báo này: lấy `id` từ `viewer { notices }`.',
  messageEn: 'There is no such notice: take its `id` from `viewer { notices }`.',
};

function shown({ id, at, kind, facts, readAt }: Notice): NoticeInfo {
  const { vi, en } = noticeWords({ kind: kind as NoticeKind, facts: JSON.parse(facts) as NoticeFacts, at });
  const named = { id: toGlobalId('Notice', id), at, kind: kind as NoticeKind };
  return Object.assign(new NoticeInfo(), { ...named, text: vi, textEn: en, read: readAt !== null });
}

function cursorOf(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function cursorId(after: string): string {
  const id = Buffer.from(after, 'base64url').toString('latin1');
  if (NOTICE_ID.test(id)) return id;
  throw new DomainError('BAD_CURSOR', {
    en: '`after` is not a cursor of this list; take it from `pageInfo.endCursor`.',
    vi: '`after` không phải con trỏ của danh sách này; hãy lấy từ `pageInfo.endCursor`.',
  });
}
