import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type EncodedBody } from './encodings';

/** A finished public answer. */
export interface CachedAnswer {
  readonly body: EncodedBody;
  /** Numbers of the revisions of the directory that it was read from; the published one when it read none. */
  readonly revisions: readonly number[];
  /** Weak, because one tag stands for all encodings of the same answer. */
  readonly etag: string;
  /** Milliseconds since 1970 from which the answer may be wrong, or Infinity: then only a new revision or day ends it. */
  readonly expiresAt: number;
  readonly operationName: string | undefined;
  readonly cost: number;
  /** What it was read from, and the revision in which each of that had last changed. */
  readonly reads: ReadonlyMap<string, number>;
}

/** What names an answer: everything that it depends on but the state of what it was read from. */
export interface AnswerKey {
  /** The agency's day, since "today" is a default argument. */
  readonly day: string;
  /** SHA-256 of the document. */
  readonly documentHash: string;
  readonly operationName: string | undefined;
  /** Variables in canonical JSON. */
  readonly variables: string;
}

/** Besides the plain bytes: compressed variants, at most half of them each in practice, key and bookkeeping. */
const SIZE_FACTOR = 2;
const SIZE_OVERHEAD = 1_024;
/** A single answer may take this part of the room at most, so that a few large ones don't drive out all small ones. */
const LARGEST_SHARE = 1 / 16;

/**
 * Keeps finished answers, bounded by bytes. One is given as long as nothing that it was read from has changed: a revision
 * with new agents leaves the answers about clinics as they are.
 */
export class ResponseCache {
  private readonly answers: LRUCache<string, CachedAnswer>;

  constructor(
    maxBytes: number,
    private readonly now: () => number,
  ) {
    this.answers = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.max(1, Math.floor(maxBytes * LARGEST_SHARE)),
      sizeCalculation: (answer) => answer.body.plain.length * SIZE_FACTOR + SIZE_OVERHEAD,
    });
  }

  /** The answer of this name, when it still holds: `changedIn` gives the revision in which something last changed. */
  get(id: string, changedIn: (name: string) => number | undefined): CachedAnswer | undefined {
    const answer = this.answers.get(id);
    if (!answer) return undefined;
    const isCurrent = [...answer.reads].every(([name, revision]) => changedIn(name) === revision);
    if (isCurrent && answer.expiresAt > this.now()) return answer;
    this.answers.delete(id);
    return undefined;
  }

  set(id: string, answer: CachedAnswer): void {
    this.answers.set(id, answer);
  }

  /** Bytes taken, by the cache's own reckoning. */
  get bytes(): number {
    return this.answers.calculatedSize;
  }

  get count(): number {
    return this.answers.size;
  }
}

/** The short name that an answer is kept under, so that long variables don't stay in memory. */
export function answerId(key: AnswerKey): string {
  const parts = [key.day, key.documentHash, key.operationName ?? null, key.variables];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** The entity tag of an answer: what a new revision left as it was stays fresh. */
export function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}
