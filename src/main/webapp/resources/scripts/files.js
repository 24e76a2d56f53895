/* The files of a product: many are dropped at once, sent piece by piece with checksums (tus 1.0.0), held and continued, and followed until something is made of them. */
(() => {
  'use strict';
  const desk = document.querySelector('[data-desk]');
  const MIB = 1024 * 1024, LEAST = MIB / 4, MOST = 8 * MIB, AT_ONCE = 2, SILENCE = 60, REST = [1, 2, 4, 8, 16, 32, 60];
  const tus = { 'Tus-Resumable': '1.0.0' };
  const language = document.documentElement.lang.slice(0, 2) || 'vi';
  const words = texts => texts ? texts[language] || texts.vi || texts.en || '' : '';
  const number = new Intl.NumberFormat(desk ? desk.dataset.locale : 'vi', { maximumFractionDigits: 1 });
  const sized = bytes => bytes < 999500 ? (bytes && Math.max(1, Math.round(bytes / 1000))) + ' KB' : bytes < 999.5e6 ? number.format(bytes / 1e6) + ' MB' : number.format(bytes / 1e9) + ' GB';
  const text = (name, values) => Object.entries(values || {}).reduce((all, [key, value]) => all.replace('[' + key + ']', value), desk.dataset[name] || '');

  // What becomes of files, while something does: percent in place, all else by the part of the page that says it.
  const part = () => document.getElementById('cac-tep');
  let known = '', pause = 0, timer = 0, tracks = [];
  const isBusy = track => track.state === 'processing' || (track.missing || []).some(lack => lack.state === 'waiting' || lack.state === 'running');
  const isWritten = field => field.type === 'radio' ? field.checked !== field.defaultChecked : field.matches('textarea') && field.value !== field.defaultValue;
  // Words that were refused stand in the page as if it had come with them.
  const isInUse = place => place.hasAttribute('data-kept') || place.contains(document.activeElement) || [...place.querySelectorAll('textarea,input')].some(isWritten) || [...place.querySelectorAll('details[open]')].length > 0 || [...place.querySelectorAll('audio,video')].some(media => !media.paused);
  // What only works with this script.
  const dress = () => document.querySelectorAll('[data-script],.chapters [data-do]').forEach(each => { each.hidden = false; });
  dress();
  const renewed = {};
  const isRenewed = (place, shape) => renewed[place.id] === shape;
  const places = () => [...document.querySelectorAll('#cac-tep,#anh-bia')];
  // Only what is old and not in use is asked for; answers whether anything became new.
  async function renew(shape) {
    if (!places().some(place => !isRenewed(place, shape) && !isInUse(place))) return false;
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    let any = false;
    for (const place of places()) {
      if (isRenewed(place, shape) || isInUse(place)) continue;
      renewed[place.id] = shape;
      const fresh = page.getElementById(place.id);
      if (!fresh) continue;
      place.replaceWith(document.importNode(fresh, true));
      dress();
      any = true;
    }
    return any;
  }
  async function look() {
    clearTimeout(timer);
    if (document.hidden || !desk) return;
    let busy = true, late = false, moved = false;
    try {
      const answer = await fetch(desk.dataset.desk + '/products/' + desk.dataset.slug + '/tracks', { cache: 'no-store' });
      if (answer.status === 401) return signedOut();
      if (!answer.ok) throw new Error(String(answer.status));
      const { items } = await answer.json();
      tracks = items;
      jobs.forEach(offer);
      busy = items.some(isBusy);
      const shape = JSON.stringify(items.map(t => [t.id, t.state, t.reason, t.durationSeconds, (t.missing || []).map(m => [m.step, m.state, m.reason])]));
      for (const track of items) {
        const row = document.querySelector('[data-track="' + track.id + '"]'), bar = row && row.querySelector('progress');
        if (!bar || track.percent === undefined || bar.value === track.percent) continue;
        moved = true;
        bar.value = track.percent;
        const said = row.querySelector('[data-percent]');
        said.textContent = said.textContent.replace(/\d+/, track.percent);
      }
      if (shape !== known) {
        // What the page was made with is not known, so the first look compares nothing when nothing goes on.
        if (!known && !busy) known = shape;
        else {
          if (await renew(shape)) moved = true;
          if (places().every(place => isRenewed(place, shape))) known = shape;
        }
      }
      late = shape !== known;
      pause = moved ? 2 : Math.min(20, pause * 1.5);
    } catch { pause = Math.min(20, Math.max(4, pause * 2)); }
    if (busy || late) timer = setTimeout(look, pause * 1000);
  }
  const follow = () => { pause = 2; return look(); };
  document.addEventListener('visibilitychange', () => { if (!document.hidden) follow(); });
  // Everything that is sent from this page, and which track a file could take the place of.
  const jobs = [];
  function offer(job) {
    if (!job.row || job.state === 'done' || job.state === 'making') return;
    const { kind, language, role } = chosen(job), place = field(job, 'replaces'), before = job.replaces;
    const fits = tracks.filter(t => t.kind === kind && t.language === language && t.role === role && ['rejected', 'approved', 'ready'].includes(t.state));
    const option = (value, said) => { const made = document.createElement('option'); made.value = value; made.textContent = said; return made; };
    place.replaceChildren(option('', text('replaceNone')), ...fits.map(t => option(t.id, text({ approved: 'replaceApproved', ready: 'replaceReady', rejected: 'replaceReturned' }[t.state], { tep: fileOf(t) }))));
    place.value = fits.some(t => String(t.id) === before) ? before : '';
    place.parentElement.hidden = !fits.length;
  }
  const fileOf = track => document.querySelector('[data-track="' + track.id + '"] [data-file]')?.textContent || track.id;
  const field = (job, name) => job.row.querySelector('select[name=' + name + ']');
  const chosen = job => ({ kind: field(job, 'kind').value, language: field(job, 'language').value, role: field(job, 'role').value });
  const first = follow();

  // Chapters: their times come from what is played, and there are as many rows as are needed.
  const chapters = document.querySelector('[data-chapters]'), heard = document.querySelector('[data-heard]');
  if (chapters) {
    const time = s => (s >= 3600 ? Math.floor(s / 3600) + ':' + String(Math.floor(s / 60) % 60).padStart(2, '0') : Math.floor(s / 60)) + ':' + String(Math.floor(s) % 60).padStart(2, '0');
    const begins = row => row.querySelector('input[name^="luc."]');
    const more = () => {
      const all = chapters.children;
      if (all.length >= chapters.dataset.most) return null;
      const row = all[all.length - 1].cloneNode(true), number = all.length + 1;
      row.querySelectorAll('input').forEach(field => { field.name = field.name.replace(/\d+/, number); field.value = ''; ['value', 'id', 'aria-invalid', 'aria-describedby', 'autofocus'].forEach(name => field.removeAttribute(name)); });
      row.querySelectorAll('.wrong,.clash').forEach(said => said.remove());
      chapters.append(row);
      return row;
    };
    chapters.closest('form').addEventListener('click', event => {
      const button = event.target.closest('[data-do]'), row = event.target.closest('li');
      if (!button) return;
      if (button.dataset.do === 'more') { const added = more(); if (added) begins(added).focus(); }
      if (button.dataset.do === 'clear') { row.querySelectorAll('input').forEach(field => { field.value = ''; }); begins(row).focus(); }
      if (button.dataset.do === 'now') { begins(row).value = time(heard.currentTime); row.querySelector('input[name^="ten."]').focus(); }
    });
    const form = chapters.closest('form'), before = JSON.stringify([...new FormData(form)]);
    let sent = false;
    form.addEventListener('submit', () => { sent = true; });
    addEventListener('beforeunload', event => { if (!sent && JSON.stringify([...new FormData(form)]) !== before) event.preventDefault(); });
  }
  // Words that were written into another form are not sent with it.
  let leaving = null;
  document.addEventListener('submit', event => { leaving = event.target; });
  addEventListener('beforeunload', event => { if ([...document.querySelectorAll('textarea')].some(field => field.form !== leaving && isWritten(field))) event.preventDefault(); });
  if (!desk) return;

  // What was chosen for files that are under way is remembered here; how far they are, the portal alone knows.
  // Where nothing can be kept, the files are asked for by name alone.
  const memory = loa.kept('loa:tep:' + loa.me);
  const recall = () => (memory.read() || {}).files || {};
  const remember = change => {
    const files = recall();
    change(files);
    if (Object.keys(files).length) memory.write({ files });
    else memory.drop();
  };
  const one = (place, name) => place.querySelector('[data-' + name + ']');
  const say = message => { one(desk, 'said').textContent = message; };
  const named = file => file.name.normalize('NFC');

  // The portal's words where it has some.
  class Refused extends Error {
    constructor(status, message, reason) { super(message); this.status = status; this.reason = reason || ''; }
  }
  // What is wrong with the file itself stays so, whatever it is taken for; a file of another kind, or in letters of another language, only needs to be called what it is.
  const isFile = status => status === 415 || status === 422, isUseless = job => !!job.reason && !['other-kind', 'unknown-encoding'].includes(job.reason);
  let token = desk.dataset.token;
  async function freshToken() {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html'), other = page.querySelector('[data-desk]');
    // Files of one are not sent in the name of another who has signed in here since.
    if (!loa.isOurs(page)) return false;
    const changed = !!other && other.dataset.token !== token;
    if (changed) token = other.dataset.token;
    return changed;
  }
  async function ask(method, path, headers, body, again) {
    let answer;
    try { answer = await fetch(desk.dataset.desk + path, { method, body, cache: 'no-store', headers: { 'X-Form-Token': token, ...headers } }); } catch { throw new Refused(0, ''); }
    if (answer.ok) return answer;
    if (answer.status === 401) { signedOut(); throw new Refused(401, ''); }
    if (answer.status === 403 && answer.headers.get('X-Form-Token') === 'stale' && !again && await freshToken()) return ask(method, path, headers, body, true);
    if (method === 'GET' && answer.status >= 500 && !again) {
      await new Promise(rest => setTimeout(rest, 1000));
      return ask(method, path, headers, body, true);
    }
    let said = {};
    try { said = await answer.json(); } catch { /* not a problem document */ }
    throw new Refused(answer.status, words(said.explanation) || said.detail || text('broken'), said.reason);
  }
  // Nothing is lost: what was sent stays, and goes on after the next sign-in.
  function signedOut() {
    one(desk, 'out').hidden = false;
    jobs.forEach(job => { if (job.state === 'sending' || job.state === 'making' || job.state === 'queued') { job.signedOut = true; hold(job); } });
    return null;
  }
  desk.querySelector('[data-do=on]').addEventListener('click', () => {
    one(desk, 'out').hidden = true;
    jobs.filter(job => job.signedOut).forEach(job => { job.signedOut = false; queue(job); });
    list().catch(() => {});
    follow();
  });

  // One row for each file.
  const row = job => {
    const item = one(desk, 'row').content.firstElementChild.cloneNode(true);
    job.row = item;
    one(item, 'name').textContent = job.name;
    one(item, 'size').textContent = sized(job.size);
    item.querySelector('progress').setAttribute('aria-label', job.name);
    for (const select of item.querySelectorAll('select')) {
      select.setAttribute('aria-label', select.parentElement.firstChild.textContent.trim() + ', ' + job.name);
      select.addEventListener('change', () => { (job.touched ||= new Set()).add(select.name); if (select.name === 'replaces') job.replaces = select.value; else { if (select.name === 'kind') roles(job); offer(job); } keep(job); if (job.state === 'refused' || job.state === 'unsure') show(job); });
    }
    const on = (name, act) => item.querySelector('[data-do=' + name + ']').addEventListener('click', act);
    on('pause', () => { job.byHand = true; hold(job); });
    on('resume', () => { job.byHand = false; queue(job); });
    on('start', () => start(job));
    on('fix', () => { job.isOpen = true; show(job); field(job, 'kind').focus(); });
    on('drop', () => drop(job));
    item.querySelector('input[type=file]').addEventListener('change', event => { take([...event.target.files]); event.target.value = ''; });
    one(desk, 'going').append(item);
    roles(job);
    show(job);
  };
  function roles(job) {
    const kind = field(job, 'kind').value, role = field(job, 'role');
    for (const option of role.options) option.disabled = option.hidden = !!kind && !option.dataset.of.split(' ').includes(kind);
    if (role.selectedOptions[0] && role.selectedOptions[0].disabled) role.value = [...role.options].find(option => !option.disabled).value;
  }
  // What waits for somebody to press is known to this browser alone, and the file itself to nobody once the page is gone: then it is asked for by its name.
  const waiting = job => 'cho:' + desk.dataset.slug + ':' + job.size + ':' + job.name;
  const LONGEST = 14 * 24 * 3600 * 1000;
  const forget = job => remember(all => { delete all[job.id]; delete all[waiting(job)]; });
  function keep(job) {
    if (!job.size || job.state === 'dropped') return;
    remember(all => {
      if (job.id) delete all[waiting(job)];
      all[job.id || waiting(job)] = { slug: desk.dataset.slug, name: job.name, size: job.size, modified: job.modified, replaces: job.replaces, refused: job.error || '', reason: job.reason || '', waits: job.id ? 0 : Date.now(), ...chosen(job) };
    });
  }
  function askAgain() {
    for (const kept of Object.values(recall())) {
      if (!kept.waits || kept.slug !== desk.dataset.slug || jobs.some(job => job.name === kept.name && job.size === kept.size)) continue;
      const job = { name: kept.name, size: kept.size, modified: kept.modified, at: 0, failures: 0, state: 'left', recognised: true };
      jobs.push(job);
      row(job);
      fill(job, kept);
    }
  }
  function fill(job, values) {
    // What somebody has chosen meanwhile stays.
    for (const name of ['kind', 'language', 'role']) if (values[name] && !(job.touched && job.touched.has(name))) field(job, name).value = values[name];
    if (values.replaces !== undefined) job.replaces = String(values.replaces || '');
    roles(job);
    offer(job);
  }
  const clock = seconds => seconds >= 3600 ? text('leftHours', { gio: Math.floor(seconds / 3600), phut: Math.round(seconds % 3600 / 60) }) : seconds >= 60 ? text('leftMinutes', { phut: Math.round(seconds / 60) }) : text('leftSeconds', { giay: Math.max(1, Math.round(seconds)) });
  function show(job, message) {
    const item = job.row, said = one(item, 'state'), state = job.state;
    const button = (name, isThere) => { item.querySelector('[data-do=' + name + ']').hidden = !isThere; };
    button('again', state === 'left' && !job.file);
    button('pause', state === 'sending' || state === 'queued');
    button('resume', state === 'held');
    // What was refused takes a line, until somebody wants to put it right.
    const isFolded = state === 'refused' && !job.isOpen;
    item.classList.toggle('folded', isFolded);
    button('fix', isFolded && job.size > 0 && !isUseless(job));
    button('start', !isFolded && job.size > 0 && (state === 'refused' || state === 'unsure'));
    button('drop', state !== 'making' && state !== 'done' && (!isFolded || !job.size || isUseless(job)));
    item.querySelector('.is').hidden = state === 'done' || isFolded || !job.size;
    one(item, 'hint').hidden = isFolded || !one(item, 'hint').textContent;
    item.querySelector('progress').hidden = ['done', 'unsure', 'refused'].includes(state);
    item.querySelector('progress').value = job.size ? Math.min(100, job.at / job.size * 100) : 0;
    said.classList.toggle('alert', state === 'refused');
    const percent = job.size ? Math.floor(job.at / job.size * 100) : 0;
    said.textContent = message || (state === 'queued' ? text('queued') : state === 'held' ? text('paused', { so: percent }) : state === 'left' ? text(job.id ? 'half' : 'unsent', { so: percent }) : state === 'whole' ? text('whole')
      : state === 'making' ? text('making') : state === 'done' ? text('done') : state === 'unsure' ? text(!field(job, 'kind').value ? 'chooseKind' : job.at === job.size ? 'whole' : 'lookAgain') : state === 'refused' ? job.error : said.textContent);
    one(desk, 'many').hidden = jobs.filter(isUnsure).length < 2;
    if (state !== job.told) { job.told = state; if (state !== 'queued' && state !== 'sending') say(job.name + ': ' + said.textContent); }
  }
  const isUnsure = job => job.state === 'unsure' && job.row && field(job, 'kind').value;
  const start = job => { job.isOpen = false; job.error = job.reason = ''; job.isSure = true; keep(job); queue(job); };
  one(desk, 'many').addEventListener('click', () => jobs.filter(isUnsure).forEach(start));
  const become = (job, state, message) => { job.state = state; show(job, message); };

  // Taking files: those of which a part is here go on, the others are recognised by their names.
  function take(files, wanted) {
    for (const file of files) {
      const name = named(file);
      if (jobs.some(job => job.file && job.name === name && job.size === file.size && job.modified === file.lastModified && job.state !== 'done')) { say(text('twice', { ten: name })); continue; }
      const left = jobs.find(job => (job.state === 'left' || job.state === 'whole') && !job.file && job.name === name && job.size === file.size);
      if (left && (!left.modified || left.modified === file.lastModified)) {
        left.file = file;
        left.isSure = true;
        left.modified = file.lastModified;
        queue(left);
        continue;
      }
      begin({ file, name, size: file.size, modified: file.lastModified, at: 0, failures: 0 }, left ? text('changed') : '', wanted);
    }
  }
  const spoken = (job, language) => [...field(job, 'language').options].find(option => option.value === language)?.textContent || language;
  async function begin(job, hint, wanted) {
    jobs.push(job);
    job.state = 'asking';
    row(job);
    if (!job.size) { job.error = text('empty'); become(job, 'refused'); return; }
    job.hint = hint;
    job.wanted = wanted;
    await recognise(job);
  }
  async function recognise(job) {
    become(job, 'asking', text('asking'));
    try {
      const found = await (await ask('GET', '/products/' + desk.dataset.slug + '/recognition?name=' + encodeURIComponent(job.name.slice(-250)))).json();
      if (job.state === 'dropped') return;
      job.recognised = true;
      fill(job, { ...found, ...job.wanted });
      if (!job.hint && found.kind && !found.named && !(job.wanted && job.wanted.language) && ['audio', 'video', 'subtitle'].includes(found.kind)) { job.hint = text('guessed'); job.isGuessed = true; }
      // Chosen for a track in one language, and named after another: somebody has to say which of the two is right.
      if (found.named && job.wanted && job.wanted.language && job.wanted.language !== found.language) { job.hint = text('otherLanguage', { ten: spoken(job, found.language), can: spoken(job, job.wanted.language) }); job.isGuessed = true; }
    } catch (e) {
      if (job.state === 'dropped') return;
      if (e.status === 401) { job.signedOut = true; become(job, 'held'); return; }
      job.recognised = true;
      if (job.wanted) fill(job, job.wanted);
    }
    one(job.row, 'hint').textContent = job.hint;
    one(job.row, 'hint').hidden = !job.hint;
    keep(job);
    queue(job);
  }

  // So many at once and no more; the others wait for their turn.
  function queue(job) {
    if (!field(job, 'kind').value || job.hint && job.isGuessed && !job.isSure) {
      if (job.recognised || job.id) become(job, 'unsure'); else recognise(job);
      return;
    }
    become(job, 'queued');
    next();
  }
  function next() {
    const going = jobs.filter(job => job.state === 'sending' || job.state === 'making').length;
    jobs.filter(job => job.state === 'queued').slice(0, Math.max(0, AT_ONCE - going)).forEach(job => {
      become(job, 'sending', text('asking'));
      send(job).catch(error => {
        if (job.state !== 'sending' && job.state !== 'making') return;
        job.error = error.message || text('broken');
        job.reason = isFile(error.status) ? error.reason : '';
        become(job, 'refused');
        // What was refused for good is not tried again before somebody wants it, also on another day.
        keep(job);
      }).finally(next);
    });
  }
  function hold(job) {
    if (job.state !== 'sending' && job.state !== 'making' && job.state !== 'queued') return;
    job.turn = {};
    become(job, 'held');
    if (job.request) job.request.abort();
    if (job.wake) job.wake();
    next();
  }
  async function drop(job) {
    job.turn = {};
    job.state = 'dropped';
    if (job.request) job.request.abort();
    if (job.wake) job.wake();
    jobs.splice(jobs.indexOf(job), 1);
    job.row.remove();
    one(desk, 'many').hidden = jobs.filter(isUnsure).length < 2;
    forget(job);
    if (job.id) {
      await ask('DELETE', '/uploads/' + job.id, tus).catch(() => {});
    }
    next();
    desk.querySelector('[data-pick]').focus();
  }
  async function send(job) {
    const turn = job.turn = {}, over = () => job.turn !== turn;
    let piece = MIB;
    while (!over()) {
      try {
        if (job.state === 'making') become(job, 'sending', text('asking'));
        job.at = await offset(job);
        if (over()) return;
        while (job.at < job.size) {
          const begun = performance.now(), before = job.at;
          job.at = await patch(job, job.at, piece);
          if (over()) return;
          job.failures = 0;
          const took = (performance.now() - begun) / 1000;
          if (took < 4 && job.at - before >= piece) piece = Math.min(MOST, piece * 2); else if (took > 15) piece = Math.max(LEAST, piece / 2);
        }
        become(job, 'making');
        await ask('POST', '/products/' + desk.dataset.slug + '/tracks', { 'Content-Type': 'application/json' }, JSON.stringify({ upload: job.id, ...chosen(job), ...(field(job, 'replaces').value ? { replaces: Number(field(job, 'replaces').value) } : {}) }));
        if (over()) return;
        forget(job);
        become(job, 'done');
        setTimeout(() => { if (!job.row.contains(document.activeElement)) { job.row.remove(); } }, 8000);
        follow();
        return;
      } catch (error) {
        if (over() || error.status === 401) return;
        // A line that broke, somebody who holds the upload for a moment, bytes that came to harm: the portal says where to go on.
        const passes = error.status === 0 || error.status === 408 || error.status === 423 || error.status === 460 || error.status === 429 || error.status >= 500 && error.status !== 507 || error.status === 409 && job.at < job.size;
        if (!passes) throw error;
        piece = Math.max(LEAST, piece / 2);
        const rest = REST[Math.min(job.failures++, REST.length - 1)];
        show(job, text(error.status === 0 ? 'offline' : 'again', { giay: rest }));
        await new Promise(woken => {
          const wake = () => { clearTimeout(sleep); removeEventListener('online', wake); job.wake = null; woken(); };
          const sleep = setTimeout(wake, rest * 1000);
          addEventListener('online', wake);
          job.wake = wake;
        });
      }
    }
  }
  // Where the portal wants to go on; a new upload when there is none, or its time is over.
  async function offset(job) {
    if (job.id) {
      try { return Number((await ask('HEAD', '/uploads/' + job.id, tus)).headers.get('Upload-Offset')); } catch (error) {
        if (error.status !== 404 && error.status !== 410) throw error;
        remember(all => { delete all[job.id]; });
        if (!job.file) throw new Refused(410, text('gone'));
      }
    }
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(job.name)));
    const made = await ask('POST', '/uploads', { ...tus, 'Upload-Length': String(job.size), 'Upload-Metadata': 'filename ' + name + ',product ' + btoa(desk.dataset.slug) });
    job.id = made.headers.get('Location').split('/').pop();
    if (job.state === 'dropped') { ask('DELETE', '/uploads/' + job.id, tus).catch(() => {}); return 0; }
    keep(job);
    return 0;
  }
  const checksum = async bytes => {
    // Only where the page is reached by TLS or on this machine.
    if (!window.isSecureContext || !crypto.subtle) return {};
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { 'Upload-Checksum': 'sha256 ' + btoa(String.fromCharCode(...digest)) };
  };
  // Only this kind of request tells how far it is.
  async function patch(job, at, piece) {
    let bytes;
    try { bytes = await job.file.slice(at, at + piece).arrayBuffer(); } catch { throw new Refused(400, text('gone')); }
    const sum = await checksum(bytes), turn = job.turn;
    return new Promise((done, failed) => {
      if (job.turn !== turn || job.state !== 'sending') { failed(new Refused(0, '')); return; }
      const request = new XMLHttpRequest();
      job.request = request;
      let last = performance.now(), moment = last, loaded = 0;
      const watch = setInterval(() => { if (performance.now() - last > SILENCE * 1000) request.abort(); }, 5000);
      request.open('PATCH', desk.dataset.desk + '/uploads/' + job.id);
      Object.entries({ ...tus, ...sum, 'X-Form-Token': token, 'Upload-Offset': at, 'Content-Type': 'application/offset+octet-stream' }).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.onprogress = event => {
        const now = performance.now(), passed = (now - moment) / 1000;
        last = now;
        if (passed > 0.5) {
          const speed = (event.loaded - loaded) / passed;
          job.speed = job.speed ? job.speed * 0.8 + speed * 0.2 : speed;
          moment = now;
          loaded = event.loaded;
        }
        if (job.state === 'sending') tell(job, at, event.loaded);
      };
      request.onload = () => {
        if (request.status === 204) { done(Number(request.getResponseHeader('Upload-Offset'))); return; }
        if (request.status === 401) { signedOut(); failed(new Refused(401, '')); return; }
        if (request.status === 403 && request.getResponseHeader('X-Form-Token') === 'stale') { freshToken().then(() => failed(new Refused(0, '')), failed); return; }
        let said = {};
        try { said = JSON.parse(request.responseText); } catch { /* not a problem document */ }
        failed(new Refused(request.status, words(said.explanation) || said.detail || text('broken')));
      };
      request.onerror = request.onabort = () => failed(new Refused(0, ''));
      request.onloadend = () => { clearInterval(watch); job.request = null; };
      request.send(bytes);
    });
  }
  // Only what the portal has acknowledged counts: the rest of a piece is sent again when it breaks off. Until then the speed shows that it moves.
  function tell(job, at, under) {
    job.row.querySelector('progress').value = at / job.size * 100;
    const percent = text('at', { so: Math.floor(at / job.size * 100), bao: sized(at), tong: sized(job.size) });
    one(job.row, 'state').textContent = job.speed ? percent + ' · ' + text('speed', { toc: sized(job.speed) }) + ' · ' + clock((job.size - at - under) / job.speed) : percent;
  }

  // What was left behind: of this product alone.
  async function list() {
    const { items } = await (await ask('GET', '/uploads?product=' + desk.dataset.slug)).json();
    const before = recall(), there = new Set(items.map(upload => upload.url.split('/').pop()));
    remember(all => { Object.keys(all).forEach(id => {
      const { slug, waits } = all[id];
      if (waits ? waits < Date.now() - LONGEST : slug === desk.dataset.slug && !there.has(id) && !jobs.some(job => job.id === id)) delete all[id];
    }); });
    for (const upload of items) {
      const id = upload.url.split('/').pop(), kept = before[id];
      if (upload.used || jobs.some(job => job.id === id)) continue;
      const job = { id, name: upload.name, size: upload.length, modified: kept ? kept.modified : 0, at: upload.received, failures: 0, state: upload.received === upload.length ? 'whole' : 'left' };
      jobs.push(job);
      row(job);
      try { fill(job, kept || await (await ask('GET', '/products/' + desk.dataset.slug + '/recognition?name=' + encodeURIComponent(job.name.slice(-250)))).json()); } catch { /* then its kind is chosen by hand */ }
      // All of it was here when the page was closed, and what it shall be had been said: it becomes that now.
      if (job.state === 'whole') {
        // The portal remembers what it has said of a file, on whatever machine that was read.
        if (upload.explanation || kept && kept.refused) {
          job.error = words(upload.explanation) || kept.refused;
          job.reason = upload.reason || kept && kept.reason || '';
          fill(job, { replaces: '' });
          become(job, 'refused');
        }
        else if (kept && kept.kind) { job.isSure = true; queue(job); }
        else become(job, 'unsure');
      }
    }
    askAgain();
  }

  const zone = one(desk, 'drop'), pick = one(desk, 'pick');
  // Who comes from where something is missing sends that.
  const asked = new URLSearchParams(location.search), awaited = asked.get('loai') && asked.get('tieng') ? { kind: asked.get('loai'), language: asked.get('tieng') } : undefined;
  pick.addEventListener('change', () => { take([...pick.files], awaited); pick.value = ''; });
  document.addEventListener('change', event => {
    const { replace, kind, language, role } = event.target.dataset;
    if (event.target.matches('[data-pick-poster]')) take([...event.target.files], { kind: 'image', role: 'poster' });
    else if (event.target.matches('[data-replace]')) take([...event.target.files], { kind, language, role, replaces: replace, named: true });
    else return;
    event.target.value = '';
    // Where somebody is, the page is not renewed.
    event.target.blur();
    desk.scrollIntoView({ block: 'start' });
  });
  const bears = event => [...event.dataTransfer.types].includes('Files');
  // Wherever on the page they fall.
  for (const kind of ['dragenter', 'dragover']) document.addEventListener(kind, event => { if (bears(event)) { event.preventDefault(); zone.classList.add('over'); } });
  document.addEventListener('dragleave', event => { if (!event.relatedTarget) zone.classList.remove('over'); });
  document.addEventListener('drop', event => { if (bears(event)) { event.preventDefault(); zone.classList.remove('over'); take([...event.dataTransfer.files], awaited); } });
  addEventListener('beforeunload', event => { if (jobs.some(job => job.state === 'sending' || job.state === 'queued')) event.preventDefault(); });
  desk.hidden = false;
  first.then(list).catch(() => {});
})();
