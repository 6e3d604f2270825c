import { LRUCache } from 'lru-cache';

/** What Apollo Server wants of a store. */
interface TextStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** A character takes two bytes at most in memory; the rest is for the hash and bookkeeping. */
const BYTES_PER_CHARACTER = 2;
const BYTES_PER_QUERY = 300;

/** Documents of the persisted-query protocol; those not used for longest go first. */
export function createPersistedQueryStore(maxBytes: number): TextStore {
  const queries = new LRUCache<string, string>({
    maxSize: maxBytes,
    sizeCalculation: (query) => query.length * BYTES_PER_CHARACTER + BYTES_PER_QUERY,
  });
  return {
    get: (key) => Promise.resolve(queries.get(key)),
    set: (key, value) => {
      queries.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(queries.delete(key)),
  };
}
