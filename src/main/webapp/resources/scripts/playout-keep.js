// Which sound is fetched next, what gives way to it, and what is left alone for a while.

// A disk that had no room may have some again after so long; in milliseconds.
const FULL = 3600000;

/**
 * Keeps the sounds that are played, those that are played first before all others.
 * @param sounds where they are kept
 * @param rules of playing
 * @param wanted what is needed, in order: asked anew before each piece, since an emergency may have come meanwhile
 * @param changed told of each change
 */
export async function keeping(sounds, rules, { wanted, changed }) {
  const have = await sounds.kept(), trouble = new Map();
  // Addresses of what there is no room for, how many bytes of sounds the disk was found to take at most, and when.
  let running = false, unfit = new Set(), most = Infinity, since = 0;
  // Address of the sound that room was found for last, as long as nothing has taken it.
  let found = '';

  const open = item => !have.has(item.file) && !unfit.has(item.file) && !((trouble.get(item.file) || {}).until > performance.now());

  /** @return {there, free, held, unfit}: bytes that are here and that are free, a function that counts those of a sound, and addresses */
  async function room(list) {
    const begun = await sounds.begun(), held = item => have.has(item.file) ? item.bytes : Math.min(item.bytes, begun.get(item.file) || 0);
    const there = list.reduce((sum, item) => sum + held(item), 0);
    if (performance.now() - since > FULL) most = Infinity;
    const all = Math.min(most, await sounds.room() + there), fits = rules.fitting(list, all);
    return { there, free: all - there, held, unfit: new Set(list.map(item => item.file).filter(file => !fits.has(file))) };
  }

  async function forget(item) {
    have.delete(item.file);
    await sounds.forget(item.file);
  }

  /** What has no room gives way to what has, the latest first. @param bytes that are wanted, less than none when there are enough */
  async function makeRoom(bytes, list, { free, held }) {
    let wanting = bytes - free;
    for (const other of [...list].reverse()) {
      if (wanting <= 0) return;
      if (!unfit.has(other.file) || !held(other)) continue;
      wanting -= held(other);
      await forget(other);
    }
  }

  /** Whether the disk has room for so many bytes more: nothing is fetched that it would not take. */
  async function isRoom(item, bytes, { there }) {
    if (found === item.file) return true;
    const free = await sounds.tryRoom(bytes);
    if (free < bytes) full(there + free);
    else found = item.file;
    return free >= bytes;
  }

  function full(bytes) {
    found = '';
    most = bytes;
    since = performance.now();
  }

  async function one(item, tried) {
    try {
      const kept = await sounds.fetchSound(item, () => {
        const first = wanted().find(each => open(each) && !tried.has(each.file));
        return Boolean(first) && (first.file === item.file || !first.urgent);
      });
      if (!kept) return;
      have.add(item.file);
      found = '';
      trouble.delete(item.file);
    } catch (failure) {
      if (failure.name === 'QuotaExceededError') {
        const list = wanted();
        full((await room(list)).there);
        // Less than all of it is of no use, and the log needs room too.
        if (!rules.fitting(list, most).has(item.file)) await sounds.forget(item.file);
        return;
      }
      tried.add(item.file);
      const times = ((trouble.get(item.file) || {}).times || 0) + 1;
      trouble.set(item.file, { times, until: performance.now() + rules.pause(item, times) });
    }
  }

  /** Fetches what is missing, one after the other; one that cannot be fetched keeps no other away. @param mayForget whether what nobody needs any more is forgotten first */
  async function round(mayForget) {
    if (running) return;
    running = true;
    try {
      const gone = mayForget ? await sounds.forgetOthers(new Set(wanted().map(item => item.file))) : [];
      gone.forEach(file => have.delete(file));
      if (gone.length) most = Infinity;
      const tried = new Set();
      for (;;) {
        const list = wanted(), now = await room(list);
        ({ unfit } = now);
        const next = list.find(item => open(item) && !tried.has(item.file));
        const bytes = next ? next.bytes - now.held(next) : 0;
        await makeRoom(bytes, list, now);
        if (!next) return;
        if (await isRoom(next, bytes, await room(list))) await one(next, tried);
        changed();
      }
    } catch {
      // What keeps sounds is itself in trouble: the next round tries again.
    } finally {
      running = false;
      changed();
    }
  }

  /** A sound as an address for players; '' when it is not, or no longer, kept: a browser may have made room. */
  async function url(item) {
    const found = await sounds.url(item.file).catch(() => '');
    if (!found) have.delete(item.file);
    return found;
  }

  const has = item => have.has(item.file);

  /** Whether it is not here for want of room. */
  const lacksRoom = item => unfit.has(item.file) && !has(item);

  return { has, lacksRoom, round, url };
}
