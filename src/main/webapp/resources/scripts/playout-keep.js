// Which sound is fetched next, what gives way to it, and what is left alone for a while.

/**
 * Keeps the sounds that are played soon.
 * @param sounds where they are kept
 * @param rules of playing
 * @param wanted what is needed now, in order: asked anew before each piece, since an emergency may have come meanwhile
 * @param all addresses of what is needed at any time; others are forgotten
 * @param changed told of each change
 */
export async function keeping(sounds, rules, { wanted, all, changed }) {
  const have = await sounds.kept(), trouble = new Map();
  let running = false;

  const open = item => !have.has(item.file) && !((trouble.get(item.file) || {}).until > performance.now());

  async function one(item, tried) {
    try {
      const kept = await sounds.fetchSound(item, () => {
        const first = wanted().find(each => open(each) && !tried.has(each.file));
        return Boolean(first) && (first.file === item.file || !first.urgent);
      });
      if (!kept) return;
      have.add(item.file);
      trouble.delete(item.file);
    } catch (failure) {
      const full = failure.name === 'QuotaExceededError', later = full && wanted().filter(each => have.has(each.file) && (item.urgent ? !each.urgent : each.at > item.at)).pop();
      if (later) {
        have.delete(later.file);
        await sounds.forget(later.file);
        return;
      }
      if (full) await sounds.forget(item.file);
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
      if (mayForget) await sounds.forgetOthers(all());
      const tried = new Set();
      for (;;) {
        const next = wanted().find(item => open(item) && !tried.has(item.file));
        if (!next) return;
        await one(next, tried);
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

  return { has: item => have.has(item.file), round, url };
}
