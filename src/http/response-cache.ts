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
}

/** What names an answer: everything that it depends on, and nothing else. */
export interface AnswerKey {
  readonly revision: number;
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

/** Keeps finished answers, bounded by bytes. A new revision empties it: nothing of the old one is asked for again. */
export class ResponseCache {
  private readonly answers: LRUCache<string, CachedAnswer>;
  private revision = -1;

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

  get(revision: number, id: string): CachedAnswer | undefined {
    if (revision !== this.revision) return undefined;
    const answer = this.answers.get(id);
    return answer && answer.expiresAt > this.now() ? answer : undefined;
  }

  set(revision: number, id: string, answer: CachedAnswer): void {
    if (revision !== this.revision) {
      this.answers.clear();
      this.revision = revision;
    }
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
  const parts = [key.revision, key.day, key.documentHash, key.operationName ?? null, key.variables];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** The entity tag of an answer: what a new revision left as it was stays fresh. */
export function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}
