// Keeps what every page wears and one honest page for the time without a connection; never a page
// of the portal itself: devices are shared. `steward` (version, kept, page) comes from /sw.js.
const { version, kept, page } = self.steward;
const NAME = `steward-${version}`;
// Names with a hash in them never change what they stand for.
const LASTING = /\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageOrOffline(event));
  else if (isKept(request.url)) event.respondWith(worn(request));
});

// Asked without cookies, so that nothing personal can come back.
async function fill() {
  const cache = await caches.open(NAME);
  const asked = [...kept, page].map((path) => new Request(path, { credentials: "omit", cache: "no-cache" }));
  await cache.addAll(asked);
}

async function takeOver() {
  await self.clients.claim();
  const old = (await caches.keys()).filter((name) => name.startsWith("steward-") && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  // Pages are asked for while this script is still waking up.
  await self.registration.navigationPreload?.enable();
}

async function pageOrOffline(event) {
  try {
    return (await event.preloadResponse) || (await fetch(event.request));
  } catch {
    return (await caches.match(page, { ignoreVary: true })) || Response.error();
  }
}

function isKept(address) {
  return kept.includes(new URL(address).pathname);
}

// By a lasting name from the cache, by any other from the network while there is one.
async function worn(request) {
  const cached = await caches.match(request, { ignoreVary: true });
  if (cached && LASTING.test(new URL(request.url).pathname)) return cached;
  try {
    return await fetch(request);
  } catch (error) {
    if (cached) return cached;
    throw error;
  }
}
