import { LRUCache } from 'lru-cache';

/** What Apollo Server wants of a store. */
interface TextStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Documents of the persisted-query protocol, bounded by number; each is bounded by the limit on bodies. */
export function createPersistedQueryStore(maxQueries: number): TextStore {
  const queries = new LRUCache<string, string>({ max: maxQueries });
  return {
    get: (key) => Promise.resolve(queries.get(key)),
    set: (key, value) => {
      queries.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(queries.delete(key)),
  };
}
