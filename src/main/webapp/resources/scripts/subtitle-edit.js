/* Writing subtitles beside what they are of. Nothing that was written is lost: it is saved by itself, kept in the browser until then, and what two people
   change at the same time is shown to both. */
(() => {
  'use strict';
  const { LEAST, LATEST, sorted, same, change, split, merge, shift, find, replace, beside, untranslated, framed, shownAt, differences, threeWay, isClash, settled, clock, millis } = LoaCues;
  const $ = id => document.getElementById(id);
  const root = $('soan');
  if (!root) return;
  const media = root.querySelector('video,audio'), list = $('cac-cau'), form = $('cau'), words = $('chu'), status = $('tinh-hinh');
  const sayings = JSON.parse(root.dataset.say), service = root.dataset.service;
  const fill = (name, ...values) => values.reduce((text, value) => text.replace('[]', value), sayings[name]);
  const say = text => { if (status.textContent !== text) status.textContent = text; };
  if (matchMedia('(max-width:40rem)').matches) $('canh-gio').open = false;
  /* What came of an act stands beside how far saving is. */
  const tell = text => { $('viec').textContent = text; };
  const act = name => root.querySelector('[data-do="' + name + '"]');
  const element = (tag, fields = {}, ...inside) => {
    const made = Object.assign(document.createElement(tag), fields);
    made.append(...inside);
    return made;
  };
  /* Each page that is open keeps what it has under a key of its own, below the name of the subtitles: none takes away what another has kept. */
  const mark = Date.now().toString(36) + Math.random().toString(36).slice(2);
  const below = name => root.dataset.kept.replace(/[^:]*$/, name) + ':';
  let own = null;
  /* Whether the browser did it: it may refuse, or be full. */
  const storage = value => {
    try {
      const key = value ? below(name) + mark : null;
      if (value) localStorage.setItem(key, JSON.stringify(value));
      if (own && own !== key) localStorage.removeItem(own);
      own = key;
      return true;
    } catch { return false; }
  };
  const forget = key => { try { localStorage.removeItem(key); } catch { /* refused: then there is nothing either */ } };
  /* What pages that are gone have left under one of these names, the newest first. */
  const left = names => {
    try {
      return Object.keys(localStorage).filter(key => names.some(one => key.startsWith(below(one)))).flatMap(key => {
        try {
          const value = JSON.parse(localStorage.getItem(key));
          return Array.isArray(value.cues) ? [{ key, ...value }] : [];
        } catch { return []; }
      }).sort((a, b) => b.at - a.at);
    } catch { return []; }
  };

  /* What is written, and what the portal has of it. */
  let cues = [], at = -1, past = [], future = [], typed = null;
  let name = root.dataset.name, token = '', revision = -1, handed = 0, base = [], safe = cues, deed = 'edit', isFolded = true, general = [], more = 0;
  let source = null, original = null, asked = null, isReturned = false, timer = 0, clash = null, unsure = null;
  const isDirty = () => cues !== safe;

  /* Warnings stay with the cues that they are about, whatever comes before those, until the portal has looked again. */
  const noted = new WeakMap();
  const carry = (before, now) => {
    const old = new Set(before), other = new Set(now), gone = before.filter(cue => !other.has(cue)), fresh = now.filter(cue => !old.has(cue));
    const from = (cue, i) => gone.length === fresh.length ? gone[i] : gone.find(one => one.start === cue.start);
    fresh.forEach((cue, i) => {
      const had = !noted.has(cue) && noted.get(from(cue, i));
      if (had) noted.set(cue, had);
    });
  };
  const set = (now, place, how) => {
    if (revision < 0) return;
    const isTyping = how && typed && typed.how === how && typed.at === place && Date.now() - typed.when < 2000;
    if (!isTyping) {
      past.push({ cues, at });
      if (past.length > 300) past.shift();
    }
    typed = how ? { how, at: place, when: Date.now() } : null;
    future = [];
    carry(cues, now);
    cues = now;
    at = Math.min(place, cues.length - 1);
    changed(how);
  };
  const travel = (from, to) => {
    const other = from.pop();
    if (!other) return;
    to.push({ cues, at });
    typed = null;
    cues = other.cues;
    at = Math.min(other.at, cues.length - 1);
    changed();
  };
  /* With what others have written: it is not theirs who sit here to take back, and they go on in the cue in which they were. */
  const join = now => {
    const mine = cues[at];
    let place = mine ? now.findIndex(cue => cue.start === mine.start && cue.end === mine.end) : 0;
    if (place < 0) place = now.reduce((best, cue, i) => Math.abs(cue.start - mine.start) < Math.abs(now[best].start - mine.start) ? i : best, 0);
    set(now, place);
    past = [];
    future = [];
    count();
  };
  const changed = how => {
    if (how === 'text') redrawRow(at);
    else drawList();
    draw();
    drawShown(true);
    count();
    clearTimeout(timer);
    timer = setTimeout(() => { keep(); save(); }, 1200);
    clearTimeout(keeping);
    keeping = setTimeout(keep, 300);
  };
  /* With what it was made from: while somebody has to choose, with what it was made from before the others came. */
  let keeping = 0;
  const keep = () => {
    const from = clash || { revision, base };
    return revision < 0 || storage(isDirty() ? { at: Date.now(), revision: from.revision, base: from.base, cues } : null);
  };

  /* The list. */
  /* Whether a cue is shown after the work has ended is known here, too: that is told before the portal has looked. */
  const length = Number(root.dataset.length) || Infinity;
  const isPast = cue => cue.end > length && cue.text.trim() !== '';
  const seen = new WeakSet();
  const warned = index => {
    const cue = cues[index], all = noted.get(cue) || [];
    if (!Number.isFinite(length) || seen.has(cue)) return all;
    return [...all.filter(warning => warning.code !== 'past-end'), ...(isPast(cue) ? [{ text: sayings['past-end'] }] : [])];
  };
  const warnings = () => cues.flatMap((cue, index) => warned(index).map(() => index));
  /* As it is read: who says it stands before it, other tags are not seen. */
  const bare = text => text.replace(/<v[^>]*?\s([^>]+)>/g, '$1: ').replace(/<\/?(?:b|i|u|c|v|lang|ruby|rt)\b[^>]*>|<[0-9:.]+>/g, '').replaceAll('&lt;', '<');
  /* What stands beside each cue, found once for each version of them. */
  let paired = { of: null };
  const others = index => {
    if (!source) return '';
    if (paired.of !== cues || paired.with !== source.cues) paired = { of: cues, with: source.cues, all: beside(source.cues, cues) };
    return paired.all[index].map(other => bare(other.text)).join('\n');
  };
  const fillRow = (row, index) => {
    const cue = cues[index], noticed = warned(index), button = row.firstChild;
    row.noticed = noticed.length;
    button.replaceChildren(
      element('span', { className: 'no', textContent: index + 1 }), element('span', { className: 'time', textContent: clock(cue.start) + ' – ' + clock(cue.end) }),
      ...(source ? [element('span', { className: 'src', lang: source.tag, textContent: others(index) })] : []),
      element('span', { className: 'own' + (cue.text.trim() ? '' : ' none'), lang: cue.text.trim() ? words.lang : '', textContent: cue.text.trim() ? bare(cue.text) : sayings['cue-empty'] }),
      ...(noticed.length ? [element('span', { className: 'flag', textContent: fill('warned', noticed.length) })] : []));
    if (index === at) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  };
  const drawList = () => {
    const isInside = form.contains(document.activeElement), field = document.activeElement;
    const only = $('chi-loi').checked ? new Set(warnings()) : null;
    $('kho').append(form);
    list.replaceChildren(...cues.map((cue, index) => {
      const row = element('li', { hidden: only !== null && !only.has(index) && index !== at }, element('button', { type: 'button' }));
      row.dataset.at = index;
      fillRow(row, index);
      return row;
    }));
    list.classList.toggle('two', source !== null);
    $('trong').hidden = cues.length > 0;
    place();
    if (isInside && !form.hidden) field.focus({ preventScroll: true });
  };
  const redrawRow = index => { if (list.children[index]) fillRow(list.children[index], index); };
  /* The fields stand below the cue that they are of. */
  const place = () => {
    form.hidden = at < 0;
    if (at < 0) return;
    list.children[at].append(form);
    const cue = cues[at];
    if (words.value !== cue.text) words.value = cue.text;
    $('goc').hidden = !source;
    $('goc').lang = source ? source.tag : '';
    $('goc').textContent = others(at);
    [['tu', cue.start], ['den', cue.end]].forEach(([id, time]) => {
      if (document.activeElement !== $(id)) $(id).value = clock(time);
      $(id).removeAttribute('aria-invalid');
    });
    notice();
  };
  const notice = () => {
    const noticed = warned(at);
    $('loi-cau').replaceChildren(...noticed.map(warning => element('li', { textContent: warning.text.replace(/^[^(]*\([^)]*\): /, '') })));
    $('loi-cau').hidden = !noticed.length;
  };
  const select = (index, isTyping) => {
    if (index < 0 || index >= cues.length) return;
    const wanted = cues[index], field = document.activeElement, isInside = form.contains(field);
    // Its fields move: what stands half written in one of them belongs to the cue that is left.
    if (isInside) field.blur();
    if (cues.includes(wanted)) index = cues.indexOf(wanted);
    const before = at;
    at = index;
    typed = null;
    redrawRow(before);
    if (list.children[index].hidden) drawList();
    redrawRow(index);
    place();
    draw();
    list.children[index].scrollIntoView({ block: 'nearest' });
    if (isTyping) words.focus({ preventScroll: true });
    else if (isInside) field.focus({ preventScroll: true });
  };
  const count = () => {
    const empty = cues.filter(cue => !cue.text.trim()).length;
    $('dem').textContent = fill('count', cues.length) + (empty ? ' ' + fill('empty-count', empty) : '');
    const all = warnings().length + more + general.length;
    $('dem-loi').textContent = all ? fill('warned', all) : sayings['no-warning'];
    $('chi-loi').closest('label').hidden = act('loi-sau').hidden = !warnings().length && !$('chi-loi').checked;
    const isHanded = !isDirty() && revision === handed;
    act('nop').disabled = !root.dataset.editor || isHanded && !isReturned;
    $('da-nop').textContent = !isHanded ? sayings.unsent : isReturned ? sayings['sent-back'] : revision ? sayings.handed : '';
    act('hoan').disabled = !past.length;
    act('lam-lai').disabled = !future.length;
  };

  /* What is played. */
  const moment = () => media ? Math.round(media.currentTime * 1000) : 0;
  const seek = time => { if (media) media.currentTime = Math.max(0, time) / 1000; };
  const toggle = () => { if (media) { if (media.paused) media.play().catch(() => {}); else media.pause(); } };
  let shown = -2;
  const drawShown = isChanged => {
    const time = moment(), last = shownAt(cues, time), now = last >= 0 && cues[last].end > time ? last : -1;
    $('gio').textContent = clock(time);
    if (now === shown && !isChanged) return;
    list.querySelector('.now')?.classList.remove('now');
    shown = now;
    $('dang-noi').textContent = now < 0 ? '' : bare(cues[now].text);
    if (now < 0) return;
    list.children[now].classList.add('now');
    if (!isChanged && media && !media.paused && $('theo').checked && !root.contains(document.activeElement?.closest('textarea,input[type=text]'))) select(now);
  };

  /* The sound and the cues on it. */
  const canvas = $('song');
  let wave = null, span = 20000, grip = null;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const view = () => {
    const time = moment();
    return Math.max(0, time - span * 0.4);
  };
  const draw = () => {
    const width = canvas.clientWidth, height = canvas.clientHeight, scale = devicePixelRatio || 1;
    if (!width) return;
    if (canvas.width !== Math.round(width * scale)) { canvas.width = Math.round(width * scale); canvas.height = Math.round(height * scale); }
    const pen = canvas.getContext('2d'), from = view(), x = time => (time - from) / span * width;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.fillStyle = colour('--wash');
    pen.fillRect(0, 0, width, height);
    cues.forEach((other, index) => {
      const cue = grip && index === at ? { ...other, ...grip.fields } : other;
      if (cue.end < from || cue.start > from + span) return;
      pen.globalAlpha = index === at ? 0.55 : 0.3;
      pen.fillStyle = colour('--nghe');
      pen.fillRect(x(cue.start), 0, Math.max(1, x(cue.end) - x(cue.start) - 1), height);
      pen.globalAlpha = 1;
      pen.fillRect(x(cue.start), 0, index === at ? 3 : 1, height);
      if (index === at) pen.fillRect(x(cue.end) - 3, 0, 3, height);
    });
    pen.fillStyle = colour('--cham');
    if (wave) {
      for (let column = 0; column < width; column++) {
        const first = Math.floor((from + column / width * span) / wave.step), last = Math.max(first + 1, Math.floor((from + (column + 1) / width * span) / wave.step));
        let low = 0, high = 0;
        for (let i = first; i < last && i * 2 + 1 < wave.data.length; i++) { low = Math.min(low, wave.data[i * 2]); high = Math.max(high, wave.data[i * 2 + 1]); }
        const middle = (height - 14) / 2;
        pen.fillRect(column, middle - high / 128 * middle, 1, Math.max(1, (high - low) / 128 * middle));
      }
    }
    pen.fillStyle = colour('--ink');
    pen.font = '11px system-ui';
    const step = [500, 1000, 2000, 5000, 10000].find(one => span / one <= 10) || 20000;
    for (let time = Math.ceil(from / step) * step; time < from + span; time += step) {
      pen.fillRect(x(time), height - 14, 1, 4);
      pen.fillText(clock(time).replace(/\.000$/, ''), x(time) + 3, height - 3);
    }
    pen.fillStyle = colour('--do');
    pen.fillRect(x(moment()) - 1, 0, 2, height);
  };
  const tick = () => {
    draw();
    drawShown();
    if (media && !media.paused) requestAnimationFrame(tick);
  };
  if (media) {
    ['play', 'seeked', 'pause', 'loadedmetadata'].forEach(event => media.addEventListener(event, tick));
    media.addEventListener('timeupdate', () => { if (media.paused) tick(); });
  }
  addEventListener('resize', draw);
  $('canh-gio').addEventListener('toggle', draw);
  const loadWave = async () => {
    if (!root.dataset.wave) return;
    try {
      const told = await (await fetch(root.dataset.wave)).json();
      wave = { step: told.samples_per_pixel / told.sample_rate * 1000, data: told.data };
      draw();
    } catch { $('chua-song').hidden = false; }
  };
  /* Where nobody has drawn it, the browser listens itself. */
  act('ve')?.addEventListener('click', async event => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      const bytes = await (await fetch(root.dataset.listen)).arrayBuffer();
      const heard = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(bytes);
      const samples = heard.getChannelData(0), stretch = Math.max(1, Math.ceil(samples.length / 20000)), data = [];
      let loudest = 0;
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
      for (let from = 0; from < samples.length; from += stretch) {
        let low = 0, high = 0;
        for (let i = from; i < Math.min(from + stretch, samples.length); i++) { low = Math.min(low, samples[i]); high = Math.max(high, samples[i]); }
        data.push(low / (loudest || 1) * 127, high / (loudest || 1) * 127);
      }
      wave = { step: stretch / heard.sampleRate * 1000, data };
      $('chua-song').hidden = true;
      draw();
    } catch {
      tell(sayings['no-wave']);
      button.disabled = false;
    }
  });
  const timeAt = event => Math.round(view() + event.offsetX / canvas.clientWidth * span);
  canvas.addEventListener('pointerdown', event => {
    const time = timeAt(event), near = span / canvas.clientWidth * 8, cue = cues[at];
    if (root.dataset.editor && cue && Math.abs(cue.start - time) < near) grip = { edge: 'start', fields: null };
    else if (root.dataset.editor && cue && Math.abs(cue.end - time) < near) grip = { edge: 'end', fields: null };
    else {
      const last = shownAt(cues, time);
      seek(time);
      if (last >= 0 && cues[last].end > time) select(last);
      return;
    }
    if (media) media.pause();
    canvas.setPointerCapture(event.pointerId);
  });
  /* What is dragged stands apart from the cues, which others may change meanwhile. */
  canvas.addEventListener('pointermove', event => {
    const cue = cues[at];
    if (!grip || !cue) return;
    const time = Math.max(0, timeAt(event));
    grip.fields = grip.edge === 'start' ? { start: Math.min(time, cue.end - LEAST) } : { end: Math.max(time, cue.start + LEAST) };
    $(grip.edge === 'start' ? 'tu' : 'den').value = clock(grip.fields[grip.edge]);
    draw();
  });
  ['pointerup', 'pointercancel'].forEach(event => canvas.addEventListener(event, () => {
    const fields = grip && grip.fields;
    grip = null;
    if (fields) retime(fields);
  }));

  /* Acts on cues. */
  const retime = fields => {
    if (at < 0) return;
    const cue = { ...cues[at], start: fields.start ?? cues[at].start, end: fields.end ?? cues[at].end };
    if (cue.end - cue.start < LEAST) { tell(sayings['bad-time']); return; }
    const now = sorted(cues.map((other, i) => i === at ? cue : other));
    set(now, now.indexOf(cue));
  };
  const create = () => {
    const start = moment(), next = cues.find(cue => cue.start > start), cue = { start, end: next && next.start - start >= 1000 ? Math.min(start + 2000, next.start) : start + 2000, text: '', settings: '' };
    const now = sorted([...cues, cue]);
    set(now, now.indexOf(cue));
    words.focus();
  };
  const acts = {
    phat: toggle,
    lui: () => seek(moment() - 1000),
    toi: () => seek(moment() + 1000),
    'dau-cau': () => { if (at >= 0) { seek(cues[at].start); media?.play().catch(() => {}); } },
    tu: () => { if (at >= 0) { const time = moment(); retime(time < cues[at].end - LEAST ? { start: time } : { start: time, end: time + cues[at].end - cues[at].start }); } },
    den: () => retime({ end: moment() }),
    'den-tiep': () => { const before = at; retime({ end: moment() }); if (at === before) select(at + 1, form.contains(document.activeElement)); },
    them: create,
    tach: () => {
      const isTyping = document.activeElement === words || form.contains(document.activeElement);
      const now = at < 0 ? null : split(cues, at, words.selectionStart, media && media.currentTime > 0 ? moment() : null);
      if (!now) { tell(sayings['bad-time']); return; }
      set(now, at + 1);
      if (isTyping) { words.focus(); words.setSelectionRange(0, 0); }
    },
    gop: () => { const now = at < 0 ? null : merge(cues, at); if (now) set(now, at); },
    xoa: () => { if (at >= 0) { set(cues.filter((cue, i) => i !== at), at); if (at < 0) act('them').focus(); } },
    truoc: () => select(at - 1, form.contains(document.activeElement)),
    sau: () => select(at + 1, form.contains(document.activeElement)),
    'loi-sau': () => {
      const all = warnings(), next = all.find(index => index > at) ?? all[0];
      if (next !== undefined) select(next);
      else tell(sayings['no-warning']);
    },
    hoan: () => travel(past, future),
    'lam-lai': () => travel(future, past),
    luu: () => { clearTimeout(timer); if (deed === 'edit') deed = 'save'; save(); },
    gan: () => { span = Math.max(5000, span / 2); draw(); },
    xa: () => { span = Math.min(120000, span * 2); draw(); },
    doi: () => {
      const beyond = all => all.filter(cue => cue.start >= length).length;
      const by = Math.round(Number($('doi-giay').value.replace(',', '.')) * 1000);
      if (!Number.isFinite(by) || !by) { tell(sayings['bad-shift']); return; }
      const now = shift(cues, $('doi-tu').checked ? Math.max(0, at) : 0, by);
      if (!now) tell(sayings['shift-too-far']);
      else if (beyond(now) > beyond(cues)) tell(fill('shift-past-end', clock(length)));
      else if (now.some(cue => cue.end > LATEST)) tell(sayings['shift-too-late']);
      else {
        set(now, at);
        // Its warnings are about other times: the portal looks at once.
        clearTimeout(timer);
        save();
      }
    },
    tim: () => look(),
    'thay-mot': () => {
      const isExact = $('dung-dau').checked, sought = $('tim').value;
      if (at < 0 || !find(cues[at].text, sought, isExact).length) { look(); return; }
      set(change(cues, at, { text: replace(cues[at].text, sought, $('thay').value, isExact) }), at);
      look();
    },
    'thay-het': () => {
      const isExact = $('dung-dau').checked, sought = $('tim').value;
      let number = 0;
      const now = cues.map(cue => {
        const places = find(cue.text, sought, isExact).length;
        number += places;
        return places ? { ...cue, text: replace(cue.text, sought, $('thay').value, isExact) } : cue;
      });
      if (number) set(now, at);
      tell(number ? fill('replaced', number) : sayings['nothing-found']);
    },
    khung: () => {
      if (!source) return;
      const now = framed(cues, source.cues), more = now.length - cues.length;
      if (more) set(now, Math.max(0, now.findIndex(cue => !cue.text.trim())));
      tell(fill('created', more));
    },
    nop: () => handIn(),
  };
  const look = () => {
    const isExact = $('dung-dau').checked, sought = $('tim').value, order = [...cues.keys()].map(i => (i + at + 1) % cues.length);
    const next = order.find(i => find(cues[i].text, sought, isExact).length);
    if (next === undefined) { tell(sayings['nothing-found']); return; }
    select(next);
    const [from, to] = find(cues[next].text, sought, isExact)[0];
    words.setSelectionRange(from, to);
    tell(fill('found', cues.filter(cue => find(cue.text, sought, isExact).length).length));
  };

  document.addEventListener('click', event => {
    const named = event.target.closest('[data-seek]');
    if (!named || !media) return;
    seek(Number(named.dataset.seek) * 1000);
    media.play().catch(() => {});
    const last = shownAt(cues, Number(named.dataset.seek) * 1000);
    if (last >= 0) select(last);
  });
  root.addEventListener('click', event => {
    if (revision < 0) return;
    const button = event.target.closest('[data-do]'), row = event.target.closest('#cac-cau button');
    if (button && acts[button.dataset.do] && !button.disabled) { tell(''); acts[button.dataset.do](); }
    else if (row) { const index = Number(row.parentNode.dataset.at); if (index !== at) select(index); seek(cues[index].start); if (root.dataset.editor) words.focus({ preventScroll: true }); }
  });
  words.addEventListener('input', () => set(change(cues, at, { text: words.value }), at, 'text'));
  [['tu', 'start'], ['den', 'end']].forEach(([id, edge]) => $(id).addEventListener('change', () => {
    const time = millis($(id).value), cue = at < 0 ? null : { ...cues[at], [edge]: time };
    if (time === null || !cue || cue.end - cue.start < LEAST) {
      $(id).setAttribute('aria-invalid', 'true');
      tell(sayings['bad-time']);
    } else retime({ [edge]: time });
  }));
  $('chi-loi').addEventListener('change', drawList);
  const KEYS = {
    KeyP: 'phat', KeyJ: 'lui', KeyL: 'toi', KeyR: 'dau-cau', BracketLeft: 'tu', BracketRight: 'den', Period: 'den-tiep', KeyN: 'them', KeyS: 'tach', KeyM: 'gop',
    Delete: 'xoa', ArrowUp: 'truoc', ArrowDown: 'sau', KeyW: 'loi-sau',
  };
  const WRITES = new Set(['tu', 'den', 'den-tiep', 'them', 'tach', 'gop', 'xoa', 'hoan', 'lam-lai', 'luu']);
  addEventListener('keydown', event => {
    if (revision < 0 || event.isComposing || document.querySelector('dialog[open]')) return;
    let wanted = null;
    if (event.altKey && !event.ctrlKey && !event.metaKey) wanted = KEYS[event.code];
    else if (event.ctrlKey || event.metaKey) {
      const isOther = event.target.matches?.('#tim,#thay,#doi-giay');
      if (event.code === 'KeyS') wanted = 'luu';
      else if (event.code === 'KeyZ' && !isOther) wanted = event.shiftKey ? 'lam-lai' : 'hoan';
      else if (event.code === 'KeyY' && !isOther) wanted = 'lam-lai';
    }
    if (!wanted) return;
    event.preventDefault();
    tell('');
    if (root.dataset.editor || !WRITES.has(wanted)) acts[wanted]();
  });

  /* The portal. */
  const isDoor = answer => new URL(answer.url).pathname.startsWith('/tai-khoan/');
  class Refused extends Error {
    constructor(kind, message) { super(message); this.kind = kind; }
  }
  const ask = async (path, options = {}, isAgain = false) => {
    let answer;
    try {
      answer = await fetch(service + path + (root.dataset.language ? '?hl=' + root.dataset.language : ''), {
        signal: AbortSignal.timeout(60000), ...options, headers: options.body === undefined ? {} : { 'X-Form-Token': token, 'If-Match': '"' + revision + '"' } });
    } catch (failure) { throw new Refused(failure.name === 'TimeoutError' ? 'failed' : 'offline', ''); }
    if (isDoor(answer)) throw new Refused('door', '');
    let told = {};
    try { told = await answer.json(); } catch { throw new Refused('failed', ''); }
    if (answer.ok) return told;
    if (answer.status === 403 && options.body !== undefined && !isAgain) {
      // What one has written is not saved in the name of another who has signed in here since.
      const here = await loa.who();
      if (here !== 'me') throw new Refused(here ? 'door' : 'failed', here);
      token = (await ask(name)).token;
      return ask(path, options, true);
    }
    throw new Refused(answer.status === 412 ? 'stale' : 'refused', told.message || '');
  };
  let again = 0;
  const later = () => { clearTimeout(again); again = setTimeout(save, 10000); };
  const trouble = failure => {
    const isKept = keep();
    if (failure.kind === 'door') {
      // Who has signed in elsewhere comes back to this page: then saving goes on.
      loa.expired(() => { if (revision < 0) begin(); else save(); }, failure.message === 'other');
      say(sayings[isKept ? 'kept' : 'not-kept']);
    } else if (failure.kind === 'stale') meet();
    else if (failure.kind === 'refused') say(failure.message || sayings.failed);
    else {
      say(isKept ? sayings[failure.kind] || sayings.failed : sayings['not-kept']);
      if (isDirty()) later();
    }
  };
  /* @param written the cues that it tells of */
  const told = (answer, written) => {
    revision = answer.revision;
    handed = answer.handed;
    isReturned = answer.returned;
    general = answer.warnings.filter(warning => !warning.cue && !warning.more);
    more = answer.warnings.reduce((sum, warning) => sum + (warning.more || 0), 0);
    const of = written.map(() => []);
    answer.warnings.forEach(warning => of[warning.cue - 1]?.push(warning));
    written.forEach((cue, index) => { noted.set(cue, of[index]); seen.add(cue); });
    if (answer.name && answer.name !== name) {
      name = answer.name;
      if (own) keep();
      root.querySelectorAll('a[data-export]').forEach(link => { link.href = service + name + link.pathname.replace(/.*(?=\/xuat\.)/, ''); });
      history.replaceState(history.state, '', location.pathname.replace(/[^/]+$/, name) + location.search);
    }
  };
  const marked = () => {
    [...list.children].forEach((row, index) => { if (row.noticed !== warned(index).length) fillRow(row, index); });
    // Not under the hands of somebody who writes.
    if ($('chi-loi').checked && !form.contains(document.activeElement)) drawList();
    if (at >= 0) notice();
    count();
  };
  // One after the other: each is made from what the one before has left.
  let running = null;
  async function save() {
    while (running) await running.catch(() => {});
    running = saveOnce();
    try { return await running; } finally { running = null; }
  }
  async function saveOnce() {
    clearTimeout(again);
    // What was only saved by itself so far becomes an edition of its own when somebody wants it saved.
    const isWanted = isDirty() || deed === 'save' && isFolded && revision > 0;
    if (!root.dataset.editor || !isWanted || clash || revision < 0) {
      if (!isDirty()) deed = 'edit';
      return !isDirty();
    }
    const sent = cues, how = deed;
    deed = 'edit';
    say(sayings.saving);
    try {
      const answer = await ask(name, { method: 'POST', body: JSON.stringify({ cues: sent, deed: how }) });
      told(answer, sent);
      base = answer.cues;
      safe = sent;
      isFolded = how === 'edit';
      unsure = null;
      keep();
      say(fill('saved', new Date().toLocaleTimeString(document.documentElement.lang, { timeZone: 'Asia/Ho_Chi_Minh' })));
      marked();
    } catch (failure) {
      if (deed === 'edit') deed = how;
      // It may have arrived although the answer did not.
      if (failure.kind === 'offline' || failure.kind === 'failed') unsure = sent;
      keep();
      trouble(failure);
      return null;
    }
    if (isDirty()) timer = setTimeout(save, 300);
    return !isDirty();
  }
  const handIn = async () => {
    clearTimeout(timer);
    if (!cues.some(cue => cue.text.trim())) { tell(sayings['nothing-said']); return; }
    // Told once; who presses again without having written anything wants it so.
    const left = original ? untranslated(cues, original).length : cues.filter(cue => !cue.text.trim()).length;
    if (left && asked !== cues) {
      asked = cues;
      tell(fill(original ? 'untranslated' : 'unwritten', left, original ? original.filter(cue => cue.text.trim()).length : cues.length));
      return;
    }
    $('chi-loi').closest('label').hidden = act('loi-sau').hidden = !warnings().length && !$('chi-loi').checked;
    act('nop').disabled = true;
    try {
      const isSaved = await save();
      if (isSaved === false && !clash) tell(sayings['written-meanwhile']);
      if (!isSaved || clash) return;
      // What is written meanwhile is saved afterwards: new subtitles have another name then.
      while (running) await running.catch(() => {});
      running = ask(name + '/nop', { method: 'POST', body: '' });
      try { told(await running, safe); } finally { running = null; }
      keep();
      say(sayings.sent);
      marked();
    } catch (failure) { trouble(failure); } finally { count(); }
  };
  addEventListener('online', save);
  addEventListener('beforeunload', event => {
    keep();
    if (isDirty()) event.preventDefault();
  });

  /* Two people at once. */
  /* As far as the portal can tell them apart. */
  const plain = all => sorted(all).map(cue => ({ ...cue, text: cue.text.normalize('NFC').replace(/\s+/g, ' ').trim(), settings: cue.settings || '' }));
  const meet = async () => {
    let now;
    try { now = await ask(name); } catch (failure) { trouble(failure); return; }
    if (unsure && same(plain(unsure), plain(now.cues))) {
      // Nobody else: it is what was sent from here, and its answer got lost.
      told(now, unsure);
      base = now.cues;
      if (cues === unsure) safe = cues;
      unsure = null;
      keep();
      if (!isDirty()) say(fill('saved', now.savedAt || ''));
      marked();
      save();
      return;
    }
    unsure = null;
    const stretches = threeWay(base, cues, now.cues), before = { revision, base };
    told(now, now.cues);
    base = now.cues;
    if (!stretches.some(isClash)) {
      safe = now.cues;
      join(settled(stretches, []));
      tell(fill('merged', now.savedBy || ''));
      save();
      return;
    }
    $('ai').textContent = now.savedBy || '';
    letChoose(before, stretches);
  };
  /* Shows what both wrote, to choose from. */
  const letChoose = (before, stretches) => {
    clash = { revision: before.revision, base: before.base, stretches, mine: cues };
    const box = $('xung-dot');
    const side = (value, index, side_, isMine) => element('label', {}, element('input', { type: 'radio', name: 'chon-' + index, value, required: true }), ' ', element('strong', { textContent: sayings[value] }),
      ...(side_.length ? side_ : [null]).map(cue => element('span', { className: 'version' }, cue
        ? clock(cue.start) + ' – ' + clock(cue.end) : '', element('span', { className: 'said', lang: cue ? words.lang : '', textContent: cue ? cue.text || sayings['cue-empty'] : sayings.removed }))));
    $('cac-xung-dot').replaceChildren(...stretches.filter(isClash).map((one, index) => element('li', {}, element('fieldset', {},
      element('legend', { textContent: fill('cue', clock((one.mine[0] || one.theirs[0]).start)) }), side('mine', index, one.mine), side('theirs', index, one.theirs)))));
    box.hidden = false;
    $('xung-dot-ten').focus();
    box.scrollIntoView({ block: 'start' });
    say($('xung-dot-ten').textContent);
    keep();
  };
  $('xung-dot').addEventListener('submit', event => {
    event.preventDefault();
    const choices = [...$('cac-xung-dot').children].map(line => line.querySelector(':checked').value);
    const chosen = settled(clash.stretches, choices);
    // What was written meanwhile is mine, too: where it is not what was chosen, that is asked once more.
    const left = clash.mine === cues ? [] : threeWay(clash.mine, cues, chosen);
    if (left.some(isClash)) { letChoose(clash, left); return; }
    const mine = clash.mine === cues ? chosen : settled(left, []);
    clash = null;
    $('xung-dot').hidden = true;
    safe = base;
    join(mine);
    save();
    list.querySelector('[aria-current]')?.focus();
  });
  root.querySelectorAll('[data-all]').forEach(button => button.addEventListener('click', () => {
    $('cac-xung-dot').querySelectorAll('[value=' + button.dataset.all + ']').forEach(box => { box.checked = true; });
  }));

  /* What differs, in words. */
  const changes = (before, after) => {
    const all = differences(before, after), some = all.slice(0, 60);
    const text = cue => [clock(cue.start) + ' – ' + clock(cue.end) + '\n', element('span', { lang: words.lang, textContent: cue.text || sayings['cue-empty'] })];
    const lines = some.map(({ before: old, after: now }) => element('li', {},
      element('strong', { textContent: sayings[!old ? 'added' : !now ? 'removed' : 'changed'] }), ' ',
      ...(old ? [element('del', {}, ...text(old))] : []), ' ', ...(now ? [element('ins', {}, ...text(now))] : [])));
    if (all.length > some.length) lines.push(element('li', { textContent: fill('more', all.length - some.length) }));
    if (!all.length) lines.push(element('li', { textContent: sayings.same }));
    return lines;
  };
  let coming = null;
  const offer = (title, other, notes, how) => {
    coming = { cues: other, how };
    $('so-ten').textContent = title;
    $('so-ghi').replaceChildren(...notes.map(note => element('li', { textContent: note })));
    $('so-ghi').hidden = !notes.length;
    $('so-khac').replaceChildren(...changes(cues, other));
    // Escape leaves what was answered last time.
    $('so-sanh').returnValue = '';
    $('so-sanh').showModal();
  };
  $('so-sanh').addEventListener('close', () => {
    if ($('so-sanh').returnValue === 'lay' && coming) {
      deed = coming.how;
      set(sorted(coming.cues), 0);
      tell(sayings[deed === 'import' ? 'imported' : 'restored']);
      clearTimeout(timer);
      save();
    }
    coming = null;
  });
  $('tep').addEventListener('change', async () => {
    const file = $('tep').files[0];
    if (!file || revision < 0) return;
    say('');
    try {
      const read = await ask(name + '/tep', { method: 'POST', body: file });
      offer(file.name + ' · ' + read.format + ' · ' + read.encoding + ' · ' + fill('count', read.cues.length), read.cues, read.warnings.map(warning => warning.text), 'import');
    } catch (failure) { trouble(failure); }
    $('tep').value = '';
  });
  $('phien-ban').addEventListener('toggle', async () => {
    if (!$('phien-ban').open) return;
    try {
      const { saved } = await ask(name + '/ban');
      $('cac-ban-luu').replaceChildren(...(saved.length ? saved.map(one => element('li', {}, Object.assign(element('button', { type: 'button', className: 'at', textContent: one.at }), { one }),
        ' ', element('span', { className: 'meta', textContent: [one.who, one.deed, ...(one.handed ? [sayings.handed] : [])].join(' · ') }))) : [element('li', { textContent: sayings.same })]));
    } catch (failure) { trouble(failure); }
  });
  $('cac-ban-luu').addEventListener('click', async event => {
    const { one } = event.target;
    if (!one) return;
    try {
      const then = await ask(name + '/ban/' + one.revision);
      offer(one.at + ' · ' + one.who, then.cues, [], 'restore');
    } catch (failure) { trouble(failure); }
  });
  root.querySelectorAll('a[data-export]').forEach(link => link.addEventListener('click', async event => {
    if (!isDirty()) return;
    event.preventDefault();
    if (await save()) location.assign(link.href);
  }));
  const choose = async () => {
    const chosen = $('canh').selectedOptions[0];
    act('khung').hidden = true;
    source = null;
    if (chosen && chosen.value) {
      try { source = { cues: (await ask(chosen.value)).cues, tag: chosen.dataset.tag }; } catch (failure) { trouble(failure); }
      if (source && chosen.value === root.dataset.source) original = source.cues;
      act('khung').hidden = !source || !root.dataset.editor;
    }
    drawList();
  };
  $('canh').addEventListener('change', choose);

  /* Offers what was kept, one after the other. It stays in the browser until somebody has decided, or it is what the portal has. */
  const bring = all => {
    const bar = $('giu');
    const next = () => {
      while (all.length && same(all[0].cues, cues)) forget(all.shift().key);
      bar.hidden = !all.length;
      if (all.length) bar.querySelector('p').textContent = bar.dataset.text.replace('[]', new Date(all[0].at).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Ho_Chi_Minh' }));
    };
    bar.addEventListener('click', async event => {
      const wanted = event.target.dataset.do, before = all[0];
      if (!before || wanted !== 'lay' && wanted !== 'bo') return;
      if (wanted === 'lay') {
        // What was written meanwhile comes first: it is met, too.
        if (isDirty() && !await save() || all[0] !== before) return;
        // As if it were still open: what somebody else has saved since is met.
        if (before.revision >= 0 && before.revision !== revision) {
          base = before.base || [];
          revision = before.revision;
        }
        set(before.cues, Math.max(0, at));
        if (keep()) forget(before.key);
        save();
      } else forget(before.key);
      all.shift();
      next();
    });
    next();
  };

  async function begin() {
    let now;
    try { now = await ask(name); } catch (failure) {
      trouble(failure);
      if (failure.kind === 'offline' || failure.kind === 'failed') setTimeout(begin, 10000);
      return;
    }
    if (revision >= 0) return;
    told(now, now.cues);
    token = now.token;
    base = now.cues;
    cues = now.cues;
    safe = cues;
    at = cues.length ? 0 : -1;
    drawList();
    draw();
    drawShown(true);
    count();
    say(now.savedAt ? fill('saved', now.savedAt) : '');
    root.removeAttribute('aria-busy');
    if (root.dataset.editor) bring(left([...new Set([root.dataset.name, name])]));
    if ($('canh').value) choose();
  }
  if (!media) tell(sayings['no-sound']);
  loadWave();
  begin();
})();
