// What this browser keeps for a station: programme, log and the right to send it. Nothing of it is in a cookie.
const KEPT_DAYS = 35;
// At once: so much that a slow line takes it within a minute.
const PIECE = 100;

const done = request => new Promise((good, bad) => {
  request.onsuccess = () => good(request.result);
  request.onerror = () => bad(request.error);
});

// A line that hangs is none; in milliseconds.
const PATIENCE = 20000;

const reach = (url, request) => fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE) });

export async function open(code) {
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

  /** Writes an entry down, unless one with its key is there; on the disk when it has returned. @param ends whether what is noted as playing ends with it, all at once or not at all */
  const write = (entry, ends) => new Promise((good, bad) => {
    const both = base.transaction(['state', 'log'], 'readwrite', { durability: 'strict' }), log = both.objectStore('log');
    both.oncomplete = () => good();
    both.onabort = () => bad(both.error || new Error('not written'));
    if (ends) both.objectStore('state').put(null, 'playing');
    log.get(entry.key).onsuccess = found => {
      if (!found.target.result) log.put({ ...entry, state: 'waiting' });
    };
  });

  /** Forgets what was not sent and lies ahead: the clock was wrong when it was written. */
  const recant = async moment => {
    for (const entry of await entries()) {
      if (entry.state === 'waiting' && Date.parse(entry.at) > moment) await done(from('log', 'readwrite').delete(entry.key));
    }
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
      answer = await reach('/api/v1/playout/log', {
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
      await mark(taken.key, taken.result === 'refused' ? 'refused' : 'sent', (taken.violations || []).map(each => each.field).join(' '));
    }
    return 'sent';
  };

  /** @return '' when it is paired, else why not */
  const pair = async (typed, name) => {
    let answer;
    try {
      answer = await reach('/api/v1/playout/pairings', {
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
      answer = await reach(url, { cache: 'no-store', headers: kept.url === url && kept.tag ? { 'If-None-Match': kept.tag } : {} });
    } catch {
      return { lost: true };
    }
    const times = { portal: Date.parse(answer.headers.get('Date')), here: Date.now(), before };
    if (answer.status === 304) return times;
    // Pages on which somebody has to sign in to a network answer everything, but not with a programme.
    const document = answer.ok && await answer.json().catch(() => null);
    if (!document || !document.slots) return { lost: true };
    // Where the disk is full it is known until the page is closed.
    await put('programme', { url, tag: answer.headers.get('ETag'), document }).catch(() => {});
    return { ...times, document };
  };

  return { get, put, write, recant, entries, forget, send, pair, ask };
}
