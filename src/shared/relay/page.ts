import { createHash } from 'node:crypto';
import { DomainError, badInput } from '../errors';
import type { Connection, Edge } from './connection.types';

/** Most entries a page may have. */
const MAX_PAGE = 100;
/** Entries of a page of which nobody says how many are wanted; the default of the schema. */
export const USUAL_PAGE = 20;

/** What a caller asks of a list. */
export interface PageRequest {
  readonly first?: number | null | undefined;
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

/** Marks cursors as made by this service; all processes that share its keys know the mark. */
export interface CursorSigner {
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

const CURSOR = /^([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([\w-]{8})\.([\w.-]{1,60})$/;
const SHOWN_DIGEST = 8;

/** How many entries are wanted: the usual number without one. Refuses numbers outside 1 to `most`. */
export function checkedFirst(wanted: number | null | undefined, most = MAX_PAGE, usual = USUAL_PAGE): number {
  const first = wanted ?? usual;
  if (first >= 1 && first <= most) return first;
  throw badInput('first', {
    en: `\`first\` must be between 1 and ${most}, not ${first}.`,
    vi: `\`first\` phải từ 1 đến ${most}, không phải ${first}.`,
  });
}

/** The cursors of one list: each is of use for that list only, and nobody else can make one. */
export class ListCursors {
  /** Of the arguments of the list. The signature covers all of it; the part in the cursor tells lists apart in errors. */
  private readonly digest: string;

  constructor(
    private readonly signer: CursorSigner,
    ...list: readonly unknown[]
  ) {
    this.digest = createHash('sha256').update(JSON.stringify(list)).digest('base64url');
  }

  /** The opaque cursor of the entry at `index` (from 0). */
  at({ revision, day }: ListState, index: number): string {
    const numbers = [revision, day, index].map((number) => number.toString(36)).join('.');
    const signature = this.signer.sign(`${numbers}.${this.digest}`);
    return Buffer.from(`${numbers}.${this.digest.slice(0, SHOWN_DIGEST)}.${signature}`).toString('base64url');
  }

  /**
   * Where the page begins: after the cursor, in the state in which the walk began, so that neither a new revision nor
   * midnight changes a list under way; or at the start of the list in the `current` state. Throws BAD_CURSOR.
   */
  place(after: string | null | undefined, current: ListState): PagePlace {
    if (after === null || after === undefined) return { ...current, offset: 0 };
    const [, revision = '', day = '', index = '', digest, signature = ''] =
      CURSOR.exec(Buffer.from(after, 'base64url').toString('latin1')) ?? [];
    if (digest === undefined) throw notACursor();
    if (digest !== this.digest.slice(0, SHOWN_DIGEST)) {
      throw new DomainError('BAD_CURSOR', {
        en: '`after` belongs to a list with other arguments; keep the arguments while you page.',
        vi: '`after` thuộc về danh sách có tham số khác; hãy giữ nguyên tham số khi sang trang.',
      });
    }
    if (!this.signer.isSigned(`${revision}.${day}.${index}.${this.digest}`, signature)) throw notACursor();
    return { revision: parseInt(revision, 36), day: parseInt(day, 36), offset: parseInt(index, 36) + 1 };
  }
}

function notACursor(): DomainError {
  return new DomainError('BAD_CURSOR', {
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
    nodes: edges.map(({ node }) => node),
    totalCount,
    pageInfo: {
      hasNextPage: place.offset + edges.length < totalCount,
      hasPreviousPage: false,
      // Signing costs more than all else of an edge, and few ask for both.
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}
