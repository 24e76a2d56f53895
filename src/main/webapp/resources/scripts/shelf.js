// What a person has saved on this device: films and sounds with the page that plays them. See worker.js, which gives them back.
const SHELF = 'loa-da-luu';
export const PAGES = 'loa-trang';
const NOTE = 'X-Loa-Saved';

/**
 * Saves one file with its page, or nothing at all.
 * @param work {file, page, title, label, more}: addresses of the file, of its page and of what belongs to them; words for the list
 * @param tell called with percents
 * @throws QuotaExceededError when the device has no room
 */
export async function save(work, tell) {
  await navigator.serviceWorker.register('/sw.js');
  const answer = await fetch(work.file);
  if (!answer.ok || answer.status !== 200) throw new Error('answered ' + answer.status);
  const bytes = Number(answer.headers.get('Content-Length'));
  const room = navigator.storage && navigator.storage.estimate ? await navigator.storage.estimate() : {};
  if (room.quota && bytes > room.quota - room.usage) {
    await answer.body.cancel();
    throw new DOMException('no room', 'QuotaExceededError');
  }
  // Without this the browser may throw away what was saved; it may also refuse, which is no failure.
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
  let come = 0;
  const counted = answer.body.pipeThrough(new TransformStream({
    transform(part, out) {
      come += part.length;
      if (bytes) tell(Math.floor(come * 100 / bytes));
      out.enqueue(part);
    }
  }));
  const cache = await caches.open(SHELF);
  const note = { page: work.page, title: work.title, label: work.label, bytes, more: work.more, at: Date.now() };
  try {
    await cache.addAll(new Set([work.page, ...work.more]));
    await cache.put(work.file, new Response(counted, {
      headers: {
        'Content-Type': answer.headers.get('Content-Type'),
        'Content-Length': String(bytes),
        [NOTE]: encodeURIComponent(JSON.stringify(note))
      }
    }));
  } catch (failure) {
    await forget({ file: work.file, ...note });
    throw failure;
  }
}

/** What is saved, the newest first: {file, page, title, label, bytes, more, at}. */
export async function list() {
  const cache = await caches.open(SHELF), saved = [];
  for (const request of await cache.keys()) {
    const answer = await cache.match(request, { ignoreVary: true });
    const note = answer && answer.headers.get(NOTE);
    if (note) saved.push({ file: request.url, ...JSON.parse(decodeURIComponent(note)) });
  }
  return saved.sort((a, b) => b.at - a.at);
}

/** Deletes a file, and what belongs to it unless another needs it. */
export async function forget(work) {
  const cache = await caches.open(SHELF), everywhere = { ignoreVary: true };
  await cache.delete(work.file, everywhere);
  const needed = (await list()).flatMap(other => [other.page, ...other.more]);
  for (const address of [work.page, ...work.more]) {
    if (!needed.includes(address)) await cache.delete(address, everywhere);
  }
}

/** Deletes everything, the pages seen last too. */
export async function forgetAll() {
  await caches.delete(SHELF);
  await caches.delete(PAGES);
}
