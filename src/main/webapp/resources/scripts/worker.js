// What the portal keeps on a device: the shell, the pages seen last, and what a person has saved. Nothing else.
const SHELL = 'loa-khung', PAGES = 'loa-trang', SHELF = 'loa-da-luu';
const LIST = '/da-luu';
const MOST_PAGES = 20;
// Pages with words of a visitor in their address, and those behind a sign-in, are never kept.
const KEPT = /^\/($|san-pham|ke-hoach|chu-de|dia-ban|lich-phat)/;
const anyHeaders = { ignoreVary: true }, anyQuery = { ignoreVary: true, ignoreSearch: true };

// A new worker waits until the last page of the old one is gone: what plays goes on.
addEventListener('install', event => event.waitUntil(shell()));

addEventListener('fetch', event => {
  const { request } = event, { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === LIST || KEPT.test(pathname) && !searchParams.has('q')) event.respondWith(page(event, pathname));
  } else if (/^\/resources\/(styles|scripts)\/[a-z-]+\./.test(pathname) && !pathname.includes('.min.')) {
    event.respondWith(resource(request));
  } else if (pathname.startsWith('/media/') && !pathname.includes('/hls/')) {
    event.respondWith(media(request));
  }
});

async function shell() {
  const cache = await caches.open(SHELL), answer = await fetch(LIST);
  const text = await answer.clone().text();
  await cache.put(LIST, answer);
  await Promise.all([...new Set(text.match(/\/resources\/(styles|scripts)\/[^"]+/g))].map(async url => {
    const found = await fetch(url);
    if (!found.ok) throw new TypeError(url);
    await keep(cache, url, found);
  }));
}

async function page(event, pathname) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.ok) event.waitUntil(remember(request, pathname, answer.clone()));
    // What has been withdrawn is not read any longer; what was saved of it leaves with a word, by the scripts of pages.
    else if (answer.status === 410) event.waitUntil(caches.open(PAGES).then(cache => cache.delete(pathname, anyQuery)));
    return answer;
  } catch {
    return passing(await caches.match(request, anyHeaders)
      || await caches.match(request, { ...anyQuery, cacheName: SHELF })
      || await caches.match(request, { ...anyQuery, cacheName: PAGES })
      || await caches.match(LIST, anyHeaders));
  }
}

// What a page says until some moment goes then, though nobody can be asked: as the server does where it has kept pages.
async function passing(kept) {
  let text = await kept.clone().text();
  if (!text.includes(' data-until="')) return kept;
  for (const tag of ['li', 'span', 'section']) {
    text = text.replace(new RegExp(`<${tag}(?: [^>]*)? data-until="([^"]+)"[^]*?</${tag}>`, 'g'),
      (all, until) => new Date(until) > new Date() ? all : '');
  }
  return new Response(text, kept);
}

async function remember(request, pathname, answer) {
  try {
    if (pathname === LIST) return await (await caches.open(SHELL)).put(LIST, answer);
    const cache = await caches.open(PAGES);
    await cache.delete(request, anyHeaders);
    await cache.put(request, answer);
    const seen = await cache.keys();
    for (const old of seen.slice(0, -MOST_PAGES)) await cache.delete(old, anyHeaders);
  } catch { /* a full device keeps no pages; what is saved on purpose stays */ }
}

// Addresses of resources change with their content: of each only the newest is kept. A server that has not heard of the newest look
// answers its address with what it has, and says that it does not last: that is not kept.
async function keep(cache, request, answer) {
  if (!/immutable/.test(answer.headers.get('Cache-Control'))) return;
  await cache.delete(new URL(request.url || request, location).pathname, anyQuery);
  await cache.put(request, answer.clone());
}

async function resource(request) {
  const cache = await caches.open(SHELL), kept = await cache.match(request, anyHeaders);
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await keep(cache, request, answer);
    return answer;
  } catch (lost) {
    return await cache.match(request, anyQuery) || Promise.reject(lost);
  }
}

// Players ask for parts; Safari plays nothing without an answer 206.
async function media(request) {
  const saved = await caches.match(request.url, { ...anyHeaders, cacheName: SHELF });
  if (!saved) return fetch(request);
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('Range') || '');
  if (!range || range[0] === 'bytes=-') return saved;
  const body = await saved.blob(), size = body.size;
  const from = range[1] ? Number(range[1]) : Math.max(0, size - range[2]);
  const to = range[1] && range[2] ? Math.min(range[2], size - 1) : size - 1;
  if (from > to) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } });
  return new Response(body.slice(from, to + 1), {
    status: 206,
    headers: {
      'Content-Type': saved.headers.get('Content-Type'),
      'Content-Length': to + 1 - from,
      'Content-Range': `bytes ${from}-${to}/${size}`,
      'Accept-Ranges': 'bytes'
    }
  });
}
