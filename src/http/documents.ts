import { type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type ReadDocument, readDocument } from './document-limits';
import { type GraphqlRequest } from './graphql-request';
import { type CacheOptions, type QueryLimits } from './options';
import { Refusal } from './refusal';

/** A character takes two bytes at most in memory; the rest is for the hash and bookkeeping. */
const BYTES_PER_CHARACTER = 2;
const BYTES_PER_TEXT = 300;
/** What a parsed document keeps in memory for each of its tokens, measured: 377 bytes, some eighty times its text. */
const BYTES_PER_TOKEN = 400;
/** Hashes of documents seen once. */
const REMEMBERED_HASHES = 5_000;

/**
 * The documents of this process. Each is parsed and validated once a request, and kept parsed from its second request on:
 * texts that differ each time, with values written into them, would otherwise fill the memory. Texts of the
 * persisted-document protocols are kept by their hash; those not used for longest go first.
 */
export class Documents {
  private readonly parsed: LRUCache<string, ReadDocument>;
  private readonly seenOnce = new LRUCache<string, true>({ max: REMEMBERED_HASHES });
  private readonly texts: LRUCache<string, string>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: QueryLimits,
    { documentsMaxBytes, persistedQueriesMaxBytes }: CacheOptions,
  ) {
    this.parsed = new LRUCache({
      maxSize: documentsMaxBytes,
      sizeCalculation: ({ tokens }) => tokens * BYTES_PER_TOKEN + BYTES_PER_TEXT,
    });
    this.texts = new LRUCache({
      maxSize: persistedQueriesMaxBytes,
      sizeCalculation: (text) => text.length * BYTES_PER_CHARACTER + BYTES_PER_TEXT,
    });
  }

  /** The document of a request, within the limits and valid. Throws `Refusal` or `Refusals`. */
  read({ query, documentHash, isPersisted }: GraphqlRequest): DocumentNode {
    const text = query ?? this.texts.get(documentHash);
    const read = this.parsed.get(documentHash) ?? this.parse(text, documentHash);
    if (isPersisted && query !== undefined) this.texts.set(documentHash, query);
    return read.document;
  }

  private parse(text: string | undefined, documentHash: string): ReadDocument {
    if (text === undefined) throw new Refusal('PERSISTED_QUERY_NOT_FOUND');
    const read = readDocument(text, this.schema, this.limits);
    if (this.seenOnce.delete(documentHash)) this.parsed.set(documentHash, read);
    else this.seenOnce.set(documentHash, true);
    return read;
  }

  /** Memory that parsed documents and persisted texts take, as reckoned here. */
  get bytes(): number {
    return this.parsed.calculatedSize + this.texts.calculatedSize;
  }
}
