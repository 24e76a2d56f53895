// The sounds of a station, kept in this browser and fetched piece by piece, so that a line that drops loses one piece and not all of them.
const PIECE = 262144;
// Slower lines than this are none: milliseconds for a piece.
const PATIENCE = 60000;
// In bytes. Sounds leave it to what matters more: the log, and the page itself.
const SPARE = 4 << 20;
// What is written to find out whether there is room.
const TRIED = '/phat-thu-cho';

const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');
const piece = (file, from) => `${file}?tu=${from}`;

export async function open(code) {
  const cache = await caches.open('loa-phat-am-' + code);

  /** Addresses of the sounds that are kept whole. */
  const kept = async () => new Set((await cache.keys()).map(request => new URL(request.url)).filter(url => !url.search).map(url => url.pathname));

  const put = (address, bytes, type) => cache.put(address, new Response(bytes, { headers: { 'Content-Type': type || 'audio/mpeg' } }));

  /** Forgets a sound and its pieces. */
  const forget = file => cache.delete(file, { ignoreSearch: true });

  /** Forgets all that nobody needs any more. @param files addresses of those that somebody does @return addresses of what is gone */
  const forgetOthers = async files => {
    const gone = [];
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (files.has(pathname)) continue;
      await cache.delete(request);
      gone.push(pathname);
    }
    return gone;
  };

  /** How many bytes there are of each sound that is not whole yet, by its address. */
  const begun = async () => {
    const bytes = new Map();
    for (const { url } of await cache.keys()) {
      const { pathname, search } = new URL(url);
      if (search) bytes.set(pathname, (bytes.get(pathname) || 0) + PIECE);
    }
    return bytes;
  };

  /** How many bytes the browser says that sounds may still take, less than none when they have too many; without end where it says nothing. Some say more than there is, so that nobody is known by it. */
  const room = async () => {
    const { quota = Infinity, usage = 0 } = navigator.storage && navigator.storage.estimate ? await navigator.storage.estimate() : {};
    return quota - usage - SPARE;
  };

  /** How many bytes there is really room for, up to so many, found out without anything that is fetched; less than none when too little is left for all else. */
  const tryRoom = async bytes => {
    let found = 0;
    try {
      for (; found < bytes + SPARE; found += PIECE) await cache.put(piece(TRIED, found), new Response(new Uint8Array(PIECE)));
    } catch (failure) {
      if (failure.name !== 'QuotaExceededError') throw failure;
    } finally {
      for (let from = 0; from <= found; from += PIECE) await cache.delete(piece(TRIED, from));
    }
    return found - SPARE;
  };

  async function fetchPiece(item, from) {
    const answer = await fetch(item.file, {
      headers: { Range: `bytes=${from}-${Math.min(from + PIECE, item.bytes) - 1}` },
      signal: AbortSignal.timeout(PATIENCE)
    });
    if (!answer.ok) throw new Error('answered ' + answer.status);
    // Something on the way may know no ranges, and answers with all of it.
    return { bytes: await answer.arrayBuffer(), whole: answer.status !== 206, type: answer.headers.get('Content-Type') };
  }

  /**
   * Keeps a sound; refuses one that is not what the programme says.
   * @param goesOn asked before each piece; the pieces that are there stay when it says no
   * @return whether it is kept now
   */
  const fetchSound = async (item, goesOn) => {
    let type = '', parts = [];
    for (let from = 0; from < item.bytes; from += PIECE) {
      const address = piece(item.file, from), there = await cache.match(address);
      if (there) {
        parts.push(await there.arrayBuffer());
        continue;
      }
      if (!goesOn()) return false;
      const came = await fetchPiece(item, from);
      type = came.type;
      if (came.whole) {
        parts = [came.bytes];
        break;
      }
      await put(address, came.bytes, type);
      parts.push(came.bytes);
    }
    const bytes = await new Blob(parts).arrayBuffer();
    if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== item.sha256) {
      await forget(item.file);
      throw new Error('not what it should be');
    }
    // There is no room for it twice where there is hardly room for it once: pieces are what can be fetched again.
    await forget(item.file);
    await put(item.file, bytes, type);
    return true;
  };

  /** A sound as an address for players; '' when it is not kept. Give it back by URL.revokeObjectURL. */
  const url = async file => {
    const found = await cache.match(file);
    return found ? URL.createObjectURL(await found.blob()) : '';
  };

  return { kept, begun, room, tryRoom, forget, forgetOthers, fetchSound, url };
}
