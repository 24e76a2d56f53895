// What this browser keeps for a station: programme, log and the right to send it. Nothing of it is in a cookie.
const KEPT_DAYS = 35;
// At once: so much that a slow line takes it within a minute.
const PIECE = 100;
// Of what the portal did not take, so much is shown.
const SHOWN = 5;
// A line that hangs is none; in milliseconds.
const PATIENCE = 20000;
// For which the portal wants to be left alone, at most; in seconds.
const LONGEST_REST = 3600;

const done = request => new Promise((good, bad) => {
  request.onsuccess = () => good(request.result);
  request.onerror = () => bad(request.error);
});

const reach = (url, request) => fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE) });

const iso = moment => new Date(moment).toISOString();

/** When an entry was to begin, which its key begins with: by that it is known however late it did. */
const planned = key => {
  const seconds = Number(key.split(' ')[0]);
  return seconds > 0 && seconds < 1e10 ? { planned: iso(seconds * 1000) } : {};
};

/** Entries in a state, in order of time. @param to and from: moments as they are written in entries */
const within = (state, from = '', to = '\uffff') => IDBKeyRange.bound([state, from], [state, to]);

/** The last of a range; so many and no more. */
const last = (source, range, most) => new Promise((good, bad) => {
  const found = [], asked = source.openCursor(range, 'prev');
  asked.onerror = () => bad(asked.error);
  asked.onsuccess = () => {
    if (!asked.result || found.length === most) {
      good(found.reverse());
      return;
    }
    found.push(asked.result.value);
    asked.result.continue();
  };
});

export async function open(code) {
  const asked = indexedDB.open('loa-phat-' + code, 2);
  asked.onupgradeneeded = ({ oldVersion }) => {
    const log = oldVersion ? asked.transaction.objectStore('log') : asked.result.createObjectStore('log', { keyPath: 'key' });
    if (!oldVersion) asked.result.createObjectStore('state');
    log.createIndex('state', ['state', 'at']);
  };
  const base = await done(asked);
  const from = (name, mode) => base.transaction(name, mode).objectStore(name);
  const get = key => done(from('state', 'readonly').get(key));
  const put = (key, value) => done(from('state', 'readwrite').put(value, key));
  let resting = 0, piece = PIECE;

  /** Entries of what was planned for a moment or later: their keys begin with it. */
  const since = moment => done(from('log', 'readonly').getAll(IDBKeyRange.lowerBound(String(Math.max(0, Math.floor(moment / 1000))).padStart(10, '0'))));

  /** @return {waiting, sent, refused}: how many wait and were sent, and the last that the portal did not take */
  const tally = async () => {
    const states = from('log', 'readonly').index('state');
    const [waiting, sent, refused] = await Promise.all([done(states.count(within('waiting'))), done(states.count(within('sent'))), last(states, within('refused'), SHOWN)]);
    return { waiting, sent, refused };
  };

  /** Deletes what lies within ranges. */
  const erase = async ranges => {
    const log = from('log', 'readwrite');
    await Promise.all(ranges.map(async range => {
      const keys = await done(log.index('state').getAllKeys(range));
      await Promise.all(keys.map(key => done(log.delete(key))));
    }));
  };

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
  const recant = moment => erase([within('waiting', iso(moment))]);

  /** Forgets what was answered long ago. */
  const forget = now => erase(['sent', 'refused'].map(state => within(state, '', iso(now - KEPT_DAYS * 86400000))));

  /** Writes down what became of entries. */
  const mark = async taken => {
    const log = from('log', 'readwrite');
    await Promise.all(taken.map(async ({ key, result, violations }) => {
      const entry = await done(log.get(key));
      if (entry) await done(log.put({ ...entry, state: result === 'refused' ? 'refused' : 'sent', why: (violations || []).map(each => each.field).join(' ') }));
    }));
  };

  /** Whether the portal says that the right to send is gone; then it is forgotten. */
  const isRevoked = async answer => {
    // A network on which somebody has to sign in answers so as well, but does not ask for the right of a station.
    const revoked = answer.status === 401 && /^Station\b/.test(answer.headers.get('WWW-Authenticate') || '');
    if (revoked) await put('token', '');
    return revoked;
  };

  /** Whether there is a right to send, and nobody has revoked it; where nobody answers, there still is. */
  const isPaired = async () => {
    const token = await get('token');
    const answer = token && await reach('/api/v1/playout/pairing', { headers: { Authorization: 'Station ' + token } }).catch(() => null);
    return Boolean(token) && !(answer && await isRevoked(answer));
  };

  /** Sends what waits, but what lies ahead: the clock was wrong when it was written, and the portal would refuse it. @return 'sent', 'nothing', 'unpaired' or 'away' */
  const send = async moment => {
    if (performance.now() < resting) return 'away';
    const token = await get('token');
    const waiting = await done(from('log', 'readonly').index('state').getAll(within('waiting', '', iso(moment)), piece));
    if (!waiting.length) {
      piece = PIECE;
      return 'nothing';
    }
    if (!token) return 'unpaired';
    let answer;
    try {
      answer = await reach('/api/v1/playout/log', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: 'Station ' + token },
        body: JSON.stringify({ entries: waiting.map(({ key, at, product, language, seconds, outcome, note }) => ({ key, at, ...planned(key), product, language, seconds, outcome, note })) })
      });
    } catch {
      return 'away';
    }
    if (await isRevoked(answer)) return 'unpaired';
    if (answer.status === 429) {
      const seconds = Number(answer.headers.get('Retry-After')) || 60;
      resting = performance.now() + Math.min(seconds, LONGEST_REST) * 1000;
      return 'away';
    }
    if (answer.status === 400 && (answer.headers.get('Content-Type') || '').startsWith('application/problem+json')) {
      // One that the portal cannot even read would keep all others from it for ever: they are sent one by one until it is found.
      if (waiting.length === 1) await mark([{ key: waiting[0].key, result: 'refused' }]);
      piece = waiting.length === 1 ? PIECE : 1;
      return 'sent';
    }
    const came = answer.ok && await answer.json().catch(() => null);
    if (!came || !came.entries) return 'away';
    await mark(came.entries);
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

  /**
   * Asks what is played on some days.
   * @param name by which the answer is kept
   * @return {portal, here, before}: when the portal answered by its clock and ours; {lost: true} without an answer; and document when it has changed
   */
  const ask = async (name, first, last) => {
    const url = `/api/v1/programmes/${code}?from=${first}&to=${last}`;
    const kept = await get(name) || {}, before = Date.now();
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
    await put(name, { url, tag: answer.headers.get('ETag'), document }).catch(() => {});
    return { ...times, document };
  };

  return { get, put, write, recant, since, tally, forget, send, isPaired, pair, ask };
}
