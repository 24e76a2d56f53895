/* What is done to the cues of subtitles, without a page. Every act answers other cues and changes none. Times are in milliseconds. */
(() => {
  'use strict';
  const LEAST = 100, LATEST = 100 * 3600000 - 1;
  const order = (a, b) => a.start - b.start || b.end - a.end;
  const sorted = cues => [...cues].sort(order);
  const key = cue => cue.start + '|' + cue.end + '|' + cue.settings + '|' + cue.text;
  const when = cue => cue.start + '|' + cue.end;
  const same = (a, b) => a.length === b.length && a.every((cue, i) => key(cue) === key(b[i]));
  const change = (cues, at, fields) => cues.map((cue, i) => i === at ? { ...cue, ...fields } : cue);

  /* Never within a tag; tags that are open at the cut are closed before it and opened again after it. */
  const cut = (text, place) => {
    const tag = text.lastIndexOf('<', place - 1), end = text.indexOf('>', tag);
    if (tag >= 0 && end >= place) place = end + 1;
    const head = text.slice(0, place), open = [];
    for (const [whole, closes, name] of head.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
      if (!closes) open.push([name, whole]);
      else if (open.length && open[open.length - 1][0] === name) open.pop();
    }
    return [
      head.trimEnd() + open.map(([name]) => '</' + name + '>').reverse().join(''),
      open.map(([, whole]) => whole).join('') + text.slice(place).trimStart(),
    ];
  };
  const gap = (text, near) => {
    for (let far = 0; far <= text.length; far++) {
      if (/\s/.test(text[near - far] || '')) return near - far;
      if (/\s/.test(text[near + far] || '')) return near + far;
    }
    return near;
  };
  /* In two: the words at the caret, or where a word ends near the middle; the time at the moment, or in the same proportion. Null when it is too short. */
  const split = (cues, at, caret, moment) => {
    const cue = cues[at], length = cue.end - cue.start;
    if (length < 2 * LEAST) return null;
    const isWithin = moment !== null && moment >= cue.start + LEAST && moment <= cue.end - LEAST;
    const share = isWithin ? (moment - cue.start) / length : 0.5;
    const place = caret > 0 && caret < cue.text.length ? caret : gap(cue.text, Math.round(cue.text.length * share));
    const [head, tail] = cut(cue.text, place);
    const part = cue.text ? Math.min(0.9, Math.max(0.1, place / cue.text.length)) : share;
    const middle = isWithin ? Math.round(moment) : Math.min(cue.end - LEAST, Math.max(cue.start + LEAST, Math.round(cue.start + length * part)));
    return [...cues.slice(0, at), { ...cue, end: middle, text: head }, { ...cue, start: middle, text: tail }, ...cues.slice(at + 1)];
  };
  /* With the next one: on one line while that is short. */
  const merge = (cues, at) => {
    const one = cues[at], next = cues[at + 1];
    if (!next) return null;
    const words = [one.text, next.text].filter(text => text.trim());
    const line = words.join(' ');
    return [...cues.slice(0, at), { ...one, end: Math.max(one.end, next.end), text: line.length <= 42 ? line : words.join('\n') }, ...cues.slice(at + 2)];
  };
  /* From this one on; null when one would begin before the beginning. */
  const shift = (cues, from, by) => {
    const moved = cues.map((cue, i) => i < from ? cue : { ...cue, start: cue.start + by, end: cue.end + by });
    return moved.some(cue => cue.start < 0) ? null : sorted(moved);
  };

  /* Letters as they are looked for, each with its place in the text. */
  const folded = (text, isExact) => {
    const letters = [], places = [];
    let place = 0;
    for (const letter of text) {
      const plain = isExact ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
      for (const part of plain) {
        letters.push(part);
        places.push([place, place + letter.length]);
      }
      if (!plain && places.length) places[places.length - 1][1] = place + letter.length;
      place += letter.length;
    }
    return { text: letters.join(''), places: letters.flatMap((letter, i) => Array(letter.length).fill(places[i])) };
  };
  /* Where these words stand, outside tags: with their marks and capitals, or whatever those are. */
  const find = (text, words, isExact) => {
    const tags = [...text.matchAll(/<\/?(?:b|i|u|c|v|lang|ruby|rt)\b[^>]*>|<[0-9:.]+>/g)].map(tag => [tag.index, tag.index + tag[0].length]);
    const sought = folded(isExact ? words.normalize('NFC') : words, isExact).text, ground = folded(text, isExact), found = [];
    for (let at = sought ? ground.text.indexOf(sought) : -1; at >= 0; at = ground.text.indexOf(sought, at + sought.length)) {
      const from = ground.places[at][0], to = ground.places[at + sought.length - 1][1];
      if (!tags.some(([begin, end]) => from < end && to > begin)) found.push([from, to]);
    }
    return found;
  };
  const replace = (text, words, other, isExact) => find(text, words, isExact).reverse().reduce((now, [from, to]) => now.slice(0, from) + other + now.slice(to), text);

  /* Which one is shown at this moment; the one before when none is; -1 before the first. */
  const shownAt = (cues, moment) => {
    let low = 0, high = cues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cues[middle].start <= moment) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /* For each of these cues, of other subtitles what it is a translation of: the one that has its times, else one that begins with it, else the one in its place where
     there are as many of both; when its times were changed, with what is said behind that while it is shown. Of what is left, what is said while it is shown: the one that is said with most of it, and others of which it is shown with more than half.
     The portal counts what is not translated by the same rules (Alignment). */
  const beside = (source, cues) => {
    const found = cues.map(() => []), taken = new Set();
    const take = (i, place) => { found[i] = [source[place]]; taken.add(place); };
    const shared = (cue, other) => Math.min(cue.end, other.end) - Math.max(cue.start, other.start);
    for (const mark of [when, cue => cue.start]) {
      const waiting = new Map();
      source.forEach((other, place) => {
        if (taken.has(place)) return;
        if (!waiting.has(mark(other))) waiting.set(mark(other), []);
        waiting.get(mark(other)).push(place);
      });
      cues.forEach((cue, i) => {
        const place = found[i].length ? undefined : waiting.get(mark(cue))?.shift();
        if (place !== undefined) take(i, place);
      });
    }
    if (source.length === cues.length) cues.forEach((cue, i) => { if (!found[i].length && !taken.has(i) && shared(cue, source[i]) > 0) take(i, i); });
    const free = source.filter((other, place) => !taken.has(place)), longest = free.reduce((most, other) => Math.max(most, other.end - other.start), 0);
    cues.forEach((cue, i) => {
      const [made] = found[i], near = made && when(made) === when(cue) ? [] : free.slice(Math.max(0, shownAt(free, cue.start - longest)), shownAt(free, cue.end) + 1).filter(other => shared(cue, other) > 0);
      // Joined with what is said behind it.
      if (made) { found[i].push(...near.filter(other => other.start >= made.end && shared(cue, other) * 2 > other.end - other.start)); return; }
      const most = Math.max(0, ...near.map(other => shared(cue, other)));
      found[i] = near.filter(other => shared(cue, other) === most && most * 2 >= Math.min(cue.end - cue.start, other.end - other.start) || shared(cue, other) * 2 > other.end - other.start);
    });
    return found;
  };
  const isSaid = cue => cue.text.trim() !== '';
  /* What others say and these do not. */
  const untranslated = (cues, source) => {
    const said = source.filter(isSaid), translated = new Set(beside(said, cues.filter(isSaid)).flat());
    return said.filter(other => !translated.has(other));
  };
  /* An empty one wherever others say something and these have nothing. */
  const framed = (cues, source) => {
    const own = sorted(cues), met = new Set(beside(source, own).flat());
    return sorted([...own, ...source.filter(other => !met.has(other)).map(other => ({ ...other, text: '' }))]);
  };
  /* What all of them have in common parts what they have not. */
  const parted = versions => {
    const keys = versions.map(cues => new Set(cues.map(key)));
    const once = versions.map(cues => {
      const counts = new Map();
      cues.forEach(cue => counts.set(when(cue), (counts.get(when(cue)) || 0) + 1));
      return counts;
    });
    const isCommon = cue => keys.every(set => set.has(key(cue))) && once.every(counts => counts.get(when(cue)) === 1);
    const parts = versions.map(cues => {
      const own = [[]];
      cues.forEach(cue => {
        if (isCommon(cue)) own.push(cue, []);
        else own[own.length - 1].push(cue);
      });
      return own;
    });
    return parts[0].map((part, i) => Array.isArray(part) ? parts.map(own => own[i]) : part);
  };
  /* What became of which: added, removed, changed. */
  const differences = (before, after) => parted([before, after]).flatMap(part => {
    if (!Array.isArray(part)) return [];
    const [old, now] = part;
    return Array.from({ length: Math.max(old.length, now.length) }, (none, i) => ({ before: old[i] || null, after: now[i] || null }));
  });

  const FIELDS = ['start', 'end', 'text', 'settings'];
  const joined = (base, mine, theirs) => {
    const cue = {};
    for (const field of FIELDS) {
      if (mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field]) return null;
      cue[field] = mine[field] === base[field] ? theirs[field] : mine[field];
    }
    return cue.end > cue.start ? cue : null;
  };
  /* What two made of the same: in stretches that are agreed on, as cues, and others that somebody has to choose from. */
  const threeWay = (base, mine, theirs) => parted([base, mine, theirs]).flatMap(part => {
    if (!Array.isArray(part)) return [{ cues: [part] }];
    const [old, own, other] = part;
    if (same(own, old)) return [{ cues: other }];
    if (same(other, old) || same(own, other)) return [{ cues: own }];
    if (old.length !== own.length || old.length !== other.length) return [{ mine: own, theirs: other }];
    return old.map((cue, i) => {
      const both = joined(cue, own[i], other[i]);
      return both ? { cues: [both] } : { mine: [own[i]], theirs: [other[i]] };
    });
  });
  const isClash = stretch => !stretch.cues;
  /* All of it, with what was chosen of each clash: mine, theirs. */
  const settled = (stretches, choices) => {
    let number = 0;
    return sorted(stretches.flatMap(stretch => isClash(stretch) ? stretch[choices[number++] || 'mine'] : stretch.cues));
  };

  const clock = millis => {
    const pad = (number, digits) => String(number).padStart(digits, '0');
    const hours = Math.floor(millis / 3600000), minutes = Math.floor(millis / 60000) % 60;
    return (hours ? hours + ':' + pad(minutes, 2) : minutes) + ':' + pad(Math.floor(millis / 1000) % 60, 2) + '.' + pad(Math.round(millis) % 1000, 3);
  };
  /* Of what people write as a time; null when it is none. */
  const millis = text => {
    const match = /^\s*(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,5})(?:[.,](\d{1,3}))?\s*$/.exec(text);
    if (!match) return null;
    return (Number(match[1] || 0) * 3600 + Number(match[2] || 0) * 60 + Number(match[3])) * 1000 + Number((match[4] || '').padEnd(3, '0'));
  };

  globalThis.LoaCues = Object.freeze({ LEAST, LATEST, sorted, same, change, split, merge, shift, find, replace, beside, untranslated, framed, shownAt, differences, threeWay, isClash, settled, clock, millis });
})();
