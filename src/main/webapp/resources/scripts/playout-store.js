// What this browser keeps for a station: programme, sounds, log and the right to send it. Nothing of it is in a cookie.
const KEPT_DAYS = 35;
// At once: so much that a slow line takes it within a minute.
const PIECE = 100;

const done = request => new Promise((good, bad) => {
  request.onsuccess = () => good(request.result);
  request.onerror = () => bad(request.error);
});

let sounds = '';

export async function open(code) {
  sounds = 'loa-phat-am-' + code;
  const asked = indexedDB.open('loa-phat-' + code, 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('state');
    asked.result.createObjectStore('log', { keyPath: 'key' });
  };
  const base = await done(asked);
  const from = (name, mode) => base.transaction(name, mode).objectStore(name);
  const get = key => done(from('state', 'readonly').get(key));
  const put = (key, value) => done(from('state', 'readwrite').put(value, key));
  const entries = () => done(from('log', 'readonly').getAll());

  /** Writes an entry down, unless one with its key is there. */
  const write = async entry => {
    const log = from('log', 'readwrite');
    if (!await done(log.get(entry.key))) await done(log.put({ ...entry, state: 'waiting' }));
  };

  const mark = async (key, state, why) => {
    const log = from('log', 'readwrite'), entry = await done(log.get(key));
    if (entry) await done(log.put({ ...entry, state, why }));
  };

  const forget = async now => {
    for (const entry of await entries()) {
      if (entry.state !== 'waiting' && now - Date.parse(entry.at) > KEPT_DAYS * 86400000) await done(from('log', 'readwrite').delete(entry.key));
    }
  };

  /** Sends what waits, but what lies ahead: the clock was wrong when it was written, and the portal would refuse it. @return 'sent', 'nothing', 'unpaired' or 'away' */
  const send = async moment => {
    const token = await get('token');
    const waiting = (await entries()).filter(entry => entry.state === 'waiting' && Date.parse(entry.at) <= moment).slice(0, PIECE);
    if (!waiting.length) return 'nothing';
    if (!token) return 'unpaired';
    let answer;
    try {
      answer = await fetch('/api/v1/playout/log', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: 'Station ' + token },
        body: JSON.stringify({ entries: waiting.map(({ key, at, product, language, seconds, outcome, note }) => ({ key, at, product, language, seconds, outcome, note })) })
      });
    } catch {
      return 'away';
    }
    if (answer.status === 401) {
      await put('token', '');
      return 'unpaired';
    }
    const came = answer.ok && await answer.json().catch(() => null);
    if (!came || !came.entries) return 'away';
    for (const taken of came.entries) {
      await mark(taken.key, taken.result === 'refused' ? 'refused' : 'sent', (taken.violations || []).map(each => each.field + ' ' + each.message).join('; '));
    }
    return 'sent';
  };

  /** @return '' when it is paired, else why not */
  const pair = async (typed, name) => {
    let answer;
    try {
      answer = await fetch('/api/v1/playout/pairings', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: typed, name, locality: code })
      });
    } catch {
      return 'no-line';
    }
    if (answer.status === 429) return 'many-codes';
    if (!answer.ok) return answer.status < 500 ? 'bad-code' : 'no-line';
    const paired = await answer.json().catch(() => null);
    if (!paired || !paired.token) return 'no-line';
    await put('token', paired.token);
    await put('name', name);
    return '';
  };

  /** Asks what is new. @return {portal, here, before}: when the portal answered by its clock and ours; {lost: true} without an answer; and document when it has changed */
  const ask = async (first, last) => {
    const url = `/api/v1/programmes/${code}?from=${first}&to=${last}`;
    const kept = await get('programme') || {}, before = Date.now();
    let answer;
    try {
      answer = await fetch(url, { cache: 'no-store', headers: kept.url === url && kept.tag ? { 'If-None-Match': kept.tag } : {} });
    } catch {
      return { lost: true };
    }
    const times = { portal: Date.parse(answer.headers.get('Date')), here: Date.now(), before };
    if (answer.status === 304) return times;
    // Pages on which somebody has to sign in to a network answer everything, but not with a programme.
    const document = answer.ok && await answer.json().catch(() => null);
    if (!document || !document.slots) return { lost: true };
    await put('programme', { url, tag: answer.headers.get('ETag'), document });
    return { ...times, document };
  };

  return { get, put, write, entries, forget, send, pair, ask };
}

const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** Whether a sound is kept. */
export const has = async item => Boolean(await (await caches.open(sounds)).match(item.file));

/** Keeps a sound; refuses one that is not what the programme says. */
export async function fetchSound(item) {
  const answer = await fetch(item.file);
  if (!answer.ok) throw new Error('answered ' + answer.status);
  const bytes = await answer.arrayBuffer();
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== item.sha256) throw new Error('not what it should be');
  await (await caches.open(sounds)).put(item.file, new Response(bytes, { headers: { 'Content-Type': answer.headers.get('Content-Type') } }));
}

/** The sound as an address for players; '' when it is not kept. Give it back by URL.revokeObjectURL. */
export async function soundUrl(item) {
  const found = await (await caches.open(sounds)).match(item.file);
  return found ? URL.createObjectURL(await found.blob()) : '';
}

/** Forgets the sounds that nobody needs any more. */
export async function forgetSounds(files) {
  const cache = await caches.open(sounds);
  for (const request of await cache.keys()) {
    if (!files.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}
