import { type Page } from 'playwright-core';

/** Everything the page has put away on the device, but for the kept card. */
export interface DevicesMemory {
  /** Address and text of each cached answer. */
  readonly caches: string[];
  readonly storage: string;
  readonly address: string;
}

/** Reads it out. */
export function devicesMemory(page: Page): Promise<DevicesMemory> {
  return page.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        cached.push(`${request.url} ${(await (await cache.match(request))?.text()) ?? ''}`);
      }
    }
    const storage = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    return { caches: cached, storage, address: location.href };
  });
}

/** The cards that the page keeps on the device. */
export function keptCards(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('health-card');
        opening.onerror = () => reject(new Error('The device keeps nothing.'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('cards').objectStore('cards').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
}
