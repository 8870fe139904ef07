// Keeps the screens and what they are made of: the network first, and what was kept when there is none. An answer that was kept says so.
const KEPT = 'plenipo-screens';
const PATIENCE = 6000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const isAsset = (url) => url.pathname.startsWith('/static/') || url.pathname.endsWith('/categories.css');

async function kept(request) {
  const found = await caches.match(request, { cacheName: KEPT, ignoreVary: true });
  if (!found) return Response.error();
  const headers = new Headers(found.headers);
  headers.set('x-kept', '1');
  return new Response(found.body, { status: found.status, headers });
}

async function fresh(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    // A fault of the server is no reason to show nothing.
    if (!answer.ok) return answer.status >= 500 ? kept(request) : answer;
    const cache = await caches.open(KEPT);
    await cache.put(request, answer.clone());
    return answer;
  } catch {
    return kept(request);
  }
}

async function asset(request) {
  return await caches.match(request, { cacheName: KEPT, ignoreVary: true }) ?? fresh(request);
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.endsWith('/news')) return;
  event.respondWith(isAsset(url) ? asset(event.request) : fresh(event.request));
});

// A page names all that it is made of: that is kept, and assets of former versions are let go.
self.addEventListener('message', (event) => event.waitUntil((async () => {
  const wanted = new Set(event.data.keep);
  const cache = await caches.open(KEPT);
  for (const old of await cache.keys()) if (isAsset(new URL(old.url)) && !wanted.has(old.url)) await cache.delete(old);
  for (const url of wanted) if (!await cache.match(url, { ignoreVary: true })) await cache.add(url).catch(() => {});
})()));
