const cacheName = 'answers-1';
/** Enough for some weeks of looking things up; the oldest go first. */
const mostAnswers = 200;

/** An answer kept on this device, with the time (milliseconds since 1970) at which it came. */
export interface StoredAnswer<Data> {
  data: Data;
  storedAt: number;
}

const addressOf = (operation: string, variables: unknown): string =>
  `/stored-answers/${operation}?${encodeURIComponent(JSON.stringify(variables))}`;

/** The device's cache; absent where the page is not served securely or storage is switched off. */
async function openCache(): Promise<Cache | null> {
  try {
    return 'caches' in globalThis ? await caches.open(cacheName) : null;
  } catch {
    return null;
  }
}

/** Keeps an answer for times without a network. Never fails: a full device only means nothing is kept. */
export async function keepAnswer(operation: string, variables: unknown, data: unknown): Promise<void> {
  const cache = await openCache();
  if (!cache) return;
  try {
    const address = addressOf(operation, variables);
    await cache.delete(address);
    await cache.put(address, Response.json({ data, storedAt: Date.now() }));
    const addresses = await cache.keys();
    await Promise.all(addresses.slice(0, Math.max(0, addresses.length - mostAnswers)).map((old) => cache.delete(old)));
  } catch {
    return;
  }
}

/** The answer kept for exactly this question, or null. */
export async function findAnswer<Data>(operation: string, variables: unknown): Promise<StoredAnswer<Data> | null> {
  const cache = await openCache();
  const response = await cache?.match(addressOf(operation, variables));
  return response ? ((await response.json()) as StoredAnswer<Data>) : null;
}
