// Keeps the page that plays the programme of one station, and what it is made of, so that it opens without a line. Its sounds, its programme and its log the page keeps itself.
const SHELL = 'loa-phat-khung';
const PARTS = /\/resources\/(styles|scripts)\/[^"]+/g;
const SOON = 5000;
// Another address has no status here.
const GONE = [0, 404, 410];

addEventListener('install', event => event.waitUntil(shell().then(() => skipWaiting())));
addEventListener('activate', event => event.waitUntil(clients.claim()));

addEventListener('fetch', event => {
  const { request } = event, { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (/^\/resources\/(styles|scripts)\//.test(pathname)) event.respondWith(part(request));
});

const path = () => new URL(registration.scope).pathname;

async function shell() {
  const answer = await fetch(path());
  if (!answer.ok) throw new TypeError(path());
  await keep(answer);
}

// The page and all its parts, or nothing: a page without its script plays nothing.
async function keep(answer) {
  const cache = await caches.open(SHELL), text = await answer.clone().text();
  const wanted = [...new Set(text.match(PARTS) || [])];
  for (const url of wanted) {
    if (await cache.match(url)) continue;
    const found = await fetch(url);
    if (!found.ok) throw new TypeError(url);
    await cache.put(url, found);
  }
  await cache.put(path(), answer);
  const others = await cache.keys();
  const used = new Set();
  for (const each of others) {
    if (!new URL(each.url).pathname.startsWith('/lich-phat/')) continue;
    for (const url of (await (await cache.match(each)).text()).match(PARTS) || []) used.add(url);
  }
  for (const each of others) {
    const { pathname, search } = new URL(each.url);
    if (pathname.startsWith('/resources/') && !used.has(pathname + search)) await cache.delete(each);
  }
}

async function page(event) {
  const kept = await caches.match(path(), { cacheName: SHELL, ignoreVary: true });
  const asked = fetch(event.request);
  // Also what comes too late to be shown is kept, or a slow line would never bring anything new.
  event.waitUntil(asked.then(answer => answer.ok && keep(answer.clone())).catch(() => {}));
  if (!kept) return asked;
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('late')), SOON));
  // A line that hangs, and a portal that is away or wants to be left alone, leave the page that was there; one that is gone or has moved is.
  return Promise.race([asked, late]).then(answer => answer.ok || GONE.includes(answer.status) ? answer : kept, () => kept);
}

async function part(request) {
  return await caches.match(request, { cacheName: SHELL, ignoreVary: true }) || fetch(request);
}
