import { createHash } from 'node:crypto';
import { DomainError, badInput } from '../errors';
import type { Connection, Edge } from './connection.types';

/** Most entries a page may have. */
const MAX_PAGE = 100;

/** What a caller asks of a list. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** The state of the world in which a list is read. */
export interface ListState {
  readonly revision: number;
  /** The agency's day as a number like 20250701, for lists that depend on it; 0 for the others. */
  readonly day: number;
}

/** A place in a list of one revision, read as of one day. */
export interface PagePlace extends ListState {
  /** Number of entries before the page. */
  readonly offset: number;
}

const CURSOR = /^([0-9a-z]+)\.([0-9a-z]+)\.([0-9a-z]+)\.([\w-]{8})$/;

/** A short digest of the arguments of a list, so that a cursor is of use for its own list only. */
export function listDigest(...args: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(args)).digest('base64url').slice(0, 8);
}

/** Refuses page sizes outside 1 to `most`. */
export function checkedFirst(first: number, most = MAX_PAGE): number {
  if (first >= 1 && first <= most) return first;
  throw badInput('first', {
    en: `\`first\` must be between 1 and ${most}, not ${first}.`,
    vi: `\`first\` phải từ 1 đến ${most}, không phải ${first}.`,
  });
}

/** The opaque cursor of the entry at `index` (from 0). */
export function cursorAt({ revision, day }: ListState, index: number, digest: string): string {
  const numbers = [revision, day, index].map((number) => number.toString(36));
  return Buffer.from([...numbers, digest].join('.')).toString('base64url');
}

/** The revision that a cursor names, or null without a cursor. Throws BAD_CURSOR. */
export function revisionOf(after: string | null | undefined): number | null {
  return after === null || after === undefined ? null : parsedCursor(after).revision;
}

/**
 * Where the page begins: after the cursor, in the state in which the walk began, so that neither a new revision nor
 * midnight changes a list under way; or at the start of the list in the `current` state. Throws BAD_CURSOR.
 */
export function pagePlace(after: string | null | undefined, digest: string, current: ListState): PagePlace {
  if (after === null || after === undefined) return { ...current, offset: 0 };
  const cursor = parsedCursor(after);
  if (cursor.digest !== digest) {
    throw new DomainError('BAD_CURSOR', {
      en: '`after` belongs to a list with other arguments; keep the arguments while you page.',
      vi: '`after` thuộc về danh sách có tham số khác; hãy giữ nguyên tham số khi sang trang.',
    });
  }
  return { revision: cursor.revision, day: cursor.day, offset: cursor.index + 1 };
}

function parsedCursor(after: string): ListState & { index: number; digest: string } {
  const match = CURSOR.exec(Buffer.from(after, 'base64url').toString('latin1'));
  const [revision = NaN, day = NaN, index = NaN] = (match?.slice(1, 4) ?? []).map((digits) => parseInt(digits, 36));
  if (match && [revision, day, index].every(Number.isSafeInteger))
    return { revision, day, index, digest: match[4] ?? '' };
  throw new DomainError('BAD_CURSOR', {
    en: '`after` is not a cursor of this service; take it from `pageInfo.endCursor`.',
    vi: '`after` không phải con trỏ của dịch vụ này; hãy lấy từ `pageInfo.endCursor`.',
  });
}

/** Makes a connection of the entries of one page. */
export function connection<E extends Edge<unknown>>(
  edges: E[],
  place: Pick<PagePlace, 'offset'>,
  totalCount: number,
): Connection<E> {
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: place.offset + edges.length < totalCount,
      hasPreviousPage: place.offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
