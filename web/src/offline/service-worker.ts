/// <reference lib="webworker" />

/**
 * Keeps the page itself on the device, so that it opens without a network. Answers of the gateway are kept by the page
 * (see answer-store), which knows how old they are; this worker never touches them.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** The build writes the version and the files of the page here. */
const shell = JSON.parse('__SHELL_FILES__') as { version: string; files: string[] };

const shellCache = `page-${shell.version}`;
const mapCache = 'map-data-1';
/** Where the page stands: web/src/account/paths.ts and page-address.ts. Nothing else with the look of a file is the page. */
const pagePath = /^\/(?:find-code|account(?:\/[a-z-]+)?|(?:office|clinic|employer|agent|unit)\/[^/]+)?$/;
/** A page that the network does not deliver in this time (milliseconds) is taken from the device. */
const patienceMs = 3000;

async function keepShell(): Promise<void> {
  const cache = await caches.open(shellCache);
  await cache.addAll(shell.files);
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('page-') && name !== shellCache);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

function inTime(request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The network is too slow.')), patienceMs);
    fetch(request).then(resolve, reject);
  });
}

async function openPage(request: Request): Promise<Response> {
  try {
    const response = await inTime(request);
    // A place that is not or no longer there is an answer too.
    if (response.status < 500) return response;
  } catch {
    // The kept page follows.
  }
  return (await caches.match('/', { cacheName: shellCache })) ?? Response.error();
}

async function fromDevice(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: shellCache })) ?? fetch(request);
}

/** Boundaries and configuration: the newest, or the last known without a network. */
async function newestOrKept(request: Request): Promise<Response> {
  const cache = await caches.open(mapCache);
  try {
    const response = await fetch(request);
    if (response.ok) {
      for (const old of await cache.keys()) {
        if (new URL(old.url).pathname === new URL(request.url).pathname) await cache.delete(old);
      }
      await cache.put(request, response.clone());
    }
    return response;
  } catch {
    return (await cache.match(request, { ignoreSearch: true })) ?? Response.error();
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (pagePath.test(pathname)) event.respondWith(openPage(request));
  } else if (shell.files.includes(pathname)) {
    event.respondWith(fromDevice(request));
  } else if (pathname.startsWith('/geo/') || pathname === '/page-config.json') {
    event.respondWith(newestOrKept(request));
  }
});
