// Sends files to a product by tus 1.0.0, and shows what becomes of them. The token lives as long as the tab; no cookie is set.
(() => {
  'use strict';
  const root = document.querySelector('[data-send]');
  if (!root) return;
  const api = '/api/v1', part = 8 * 1024 * 1024, waits = [1, 2, 4, 8, 16], tus = { 'Tus-Resumable': '1.0.0' };
  const one = name => root.querySelector('[data-' + name + ']');
  const act = name => root.querySelector('[data-do=' + name + ']');
  const text = name => root.dataset[name] || '';
  const lang = document.documentElement.lang || 'vi';
  const storage = (place, key, value) => {
    try {
      if (value === undefined) return place.getItem(key);
      if (value === null) place.removeItem(key); else place.setItem(key, value);
    } catch { /* refused or full: then nothing is remembered */ }
    return null;
  };
  const TOKEN = 'loa:phien', SENDING = 'loa:dang-gui';
  let token = storage(sessionStorage, TOKEN), slug = '', sending = null, look = 0;

  const fail = message => { const box = one('error'); box.textContent = message || ''; box.hidden = !message; if (message) box.scrollIntoView({ block: 'nearest' }); };
  // What went wrong, for people: the portal's own words where it has some.
  class Refused extends Error {
    constructor(status, message) { super(message); this.status = status; }
  }
  const words = texts => texts ? texts[lang] || texts.vi || texts.en : '';
  const told = problem => words(problem.explanation) || problem.detail || problem.title;
  async function ask(method, path, headers, body) {
    let answer;
    try {
      answer = await fetch(path, { method, body, headers: { ...(token ? { Authorization: 'Bearer ' + token } : {}), ...headers } });
    } catch { throw new Refused(0, text('offline')); }
    if (answer.ok) return answer;
    if (answer.status === 401 && token) throw expired();
    let said = {};
    try { said = await answer.json(); } catch { /* not a problem document */ }
    const fields = (said.violations || []).map(v => v.field + ' ' + v.message);
    throw new Refused(answer.status, [told(said) || answer.status, ...fields].join(' – '));
  }
  // The session is at its end: what was sent is kept, and goes on after the next sign-in.
  function expired() {
    leave();
    fail(text('expired'));
    return new Refused(401, text('expired'));
  }
  const json = (method, path, value) => ask(method, path, { 'Content-Type': 'application/json' }, JSON.stringify(value));

  function show() {
    one('sign-in').hidden = !!token;
    one('work').hidden = !token;
  }
  function leave() {
    stop();
    clearTimeout(look);
    token = null;
    storage(sessionStorage, TOKEN, null);
    one('product').hidden = true;
    show();
  }
  const does = work => async event => {
    event.preventDefault();
    fail('');
    try { await work(event.currentTarget || event.target); } catch (e) { fail(e.message); }
  };

  one('sign-in').addEventListener('submit', does(async form => {
    try {
      const answer = await json('POST', api + '/sessions', { username: form.username.value, password: form.password.value });
      token = (await answer.json()).token;
    } catch (e) { throw e.status === 401 ? new Refused(401, text('wrong')) : e; }
    storage(sessionStorage, TOKEN, token);
    form.password.value = '';
    await begin();
  }));
  act('leave').addEventListener('click', does(async () => {
    const old = token;
    leave();
    await fetch(api + '/sessions/current', { method: 'DELETE', headers: { Authorization: 'Bearer ' + old } });
  }));

  // Products and their tracks.
  one('open').addEventListener('submit', does(form => open(form.slug.value.trim())));
  async function open(wanted) {
    let product;
    try { product = await (await ask('GET', api + '/products/' + encodeURIComponent(wanted))).json(); } catch (e) {
      throw e.status === 404 ? new Refused(404, text('unknown')) : e;
    }
    slug = wanted;
    history.replaceState(null, '', '?san-pham=' + encodeURIComponent(slug));
    one('title').textContent = product.title[lang] || product.title.vi || slug;
    one('noticed').replaceChildren(...(product.warnings ? [warned(product.warnings)] : []));
    one('product').hidden = false;
    await follow(product.tracks || []);
    remind();
  }
  const named = (select, value) => [...one('new')[select].options].find(o => o.value === value)?.textContent || value;
  const line = (tag, content) => { const e = document.createElement(tag); e.textContent = content; return e; };
  // How far each track is; asked again while something is under way.
  async function follow(tracks) {
    clearTimeout(look);
    const now = await Promise.all(tracks.map(async track => (await ask('GET', address(track.id))).json()));
    one('tracks').replaceChildren(...(now.length ? now.map(shown) : [line('li', text('none'))]));
    const busy = track => track.state === 'processing' || (track.missing || []).some(m => m.state === 'waiting' || m.state === 'running');
    if (now.some(busy)) look = setTimeout(() => follow(now).catch(e => fail(e.message)), 2000);
  }
  const address = id => api + '/products/' + encodeURIComponent(slug) + '/tracks/' + id;
  function shown(track) {
    const item = document.createElement('li');
    const percent = track.percent === undefined ? '' : ' ' + track.percent + ' %';
    item.append(line('b', [named('kind', track.kind), named('language', track.language), named('role', track.role)].join(' · ')), ' ', line('span', text('state' + track.state[0].toUpperCase() + track.state.slice(1)) + percent));
    if (track.reason) item.append(line('p', words(track.explanation) || track.reason));
    if (track.warnings) item.append(warned(track.warnings));
    if (track.fit && track.fit.explanation) item.append(line('p', words(track.fit.explanation)));
    (track.missing || []).forEach(missing => {
      const over = missing.state === 'refused' || missing.state === 'dead';
      item.append(line('p', text('missing') + ' ' + words(missing.files) + (over ? ' ' + words(missing.explanation) : '')));
    });
    if (track.retry) {
      const again = line('button', text('retry'));
      again.className = 'btn';
      again.addEventListener('click', does(async () => { await json('POST', address(track.id) + '/processing', {}); await open(slug); }));
      item.append(again);
    }
    return item;
  }

  // What somebody may want to put right: open when it is little.
  function warned(warnings) {
    const box = document.createElement('details'), list = document.createElement('ul');
    box.open = warnings.length <= 10;
    list.append(...warnings.map(warning => line('li', words(warning.explanation))));
    box.append(line('summary', text('warnings').replace('{0}', warnings.length)), list);
    return box;
  }

  // What can be sent as the chosen kind.
  const chosen = () => one('new').kind.selectedOptions[0];
  function offer() {
    one('new').file.accept = chosen().dataset.accept;
    one('formats').textContent = chosen().dataset.taken;
  }
  one('new').kind.addEventListener('change', offer);
  // A file whose name seems to say that it will be refused is sent only to who insists; what it is its bytes tell.
  let doubted = '';
  function requireEnding(file) {
    const ending = /\.[^.]+$/.exec(file.name.toLowerCase()), now = chosen().value + '/' + fingerprint(file);
    if (!ending || chosen().dataset.accept.split(',').includes(ending[0]) || doubted === now) return;
    doubted = now;
    throw new Refused(0, text('ending').replace('{0}', file.name) + ' ' + chosen().dataset.taken);
  }

  // Sending. What is under way is remembered, so that it goes on after the page was closed: the file has to be chosen again.
  const fingerprint = file => [file.name, file.size, file.lastModified].join('/');
  const remembered = () => { try { return JSON.parse(storage(localStorage, SENDING) || 'null'); } catch { return null; } };
  function remind() {
    const left = remembered(), box = one('resume');
    box.hidden = !left || !!sending;
    if (!left || sending) return;
    box.textContent = text('left').replace('{0}', left.name);
    if (left.slug === slug) ['kind', 'language', 'role'].forEach(name => { one('new')[name].value = left[name]; });
    offer();
  }
  one('new').addEventListener('submit', does(async form => {
    if (sending) return;
    const file = form.file.files[0], left = remembered();
    requireEnding(file);
    const same = left && left.slug === slug && left.file === fingerprint(file);
    sending = { slug, file, kind: form.kind.value, language: form.language.value, role: form.role.value, id: same ? left.id : null, failures: 0 };
    await go();
  }));
  act('pause').addEventListener('click', () => { stop(); said(text('paused')); });
  act('resume').addEventListener('click', does(() => go()));
  act('drop').addEventListener('click', does(async () => {
    const dropped = sending;
    stop();
    finish();
    if (dropped && dropped.id) await ask('DELETE', api + '/uploads/' + dropped.id, tus);
  }));
  const said = message => { one('said').textContent = message; };
  function stop() {
    if (!sending) return;
    sending.stopped = true;
    if (sending.request) sending.request.abort();
    act('pause').hidden = true;
    act('resume').hidden = false;
  }
  function finish() {
    storage(localStorage, SENDING, null);
    putAside();
    remind();
  }
  function putAside() {
    sending = null;
    one('progress').hidden = true;
  }
  async function go() {
    const job = sending;
    const turn = job.turn = {};
    job.stopped = false;
    one('resume').hidden = true;
    one('progress').hidden = false;
    act('pause').hidden = act('drop').hidden = false;
    act('resume').hidden = true;
    // Whoever pauses and goes on at once begins another turn while the last one still rests.
    const over = () => job !== sending || job.stopped || job.turn !== turn;
    try { await send(job, over); } catch (e) {
      if (over()) return;
      if (job.complete && e.status >= 400 && e.status < 500) {
        // The file is there; what was said about it is refused. Said otherwise, it need not be sent again, unless it is in use or its bytes are given up.
        if (e.status === 409 || e.status === 410) storage(localStorage, SENDING, null);
        putAside();
        throw new Refused(e.status, job.file.name + ': ' + e.message);
      } else {
        stop();
        said(text('paused'));
      }
      throw e;
    }
  }
  async function send(job, over) {
    let at = await offset(job);
    while (at < job.file.size && !over()) {
      reached(at, job.file.size);
      try {
        at = await patch(job, at);
        job.failures = 0;
      } catch (e) {
        if (over()) return;
        // A line that broke, or somebody else who holds the upload for a moment: ask where to go on, a few times.
        const passing = e.status === 0 || e.status === 409 || e.status === 423 || e.status >= 500;
        if (!passing || job.failures >= waits.length) throw e;
        said(text('again'));
        await new Promise(rest => setTimeout(rest, waits[job.failures++] * 1000));
        if (!over()) at = await offset(job).catch(() => at);
      }
    }
    if (over()) return;
    reached(at, job.file.size);
    const product = job.slug;
    job.complete = true;
    await json('POST', api + '/products/' + encodeURIComponent(product) + '/tracks', { upload: job.id, kind: job.kind, language: job.language, role: job.role });
    finish();
    one('new').file.value = '';
    fail('');
    await open(product);
    one('progress').hidden = false;
    [act('pause'), act('resume'), act('drop')].forEach(button => { button.hidden = true; });
    said(text('sent'));
  }
  // Where the portal wants to go on; a new upload when there is none, or it has expired.
  async function offset(job) {
    if (job.id) {
      try { return Number((await ask('HEAD', api + '/uploads/' + job.id, tus)).headers.get('Upload-Offset')); } catch (e) {
        if (e.status !== 404 && e.status !== 410) throw e;
      }
    }
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(job.file.name)));
    const made = await ask('POST', api + '/uploads', { ...tus, 'Upload-Length': String(job.file.size), 'Upload-Metadata': 'filename ' + name });
    job.id = made.headers.get('Location').split('/').pop();
    storage(localStorage, SENDING, JSON.stringify({ id: job.id, slug: job.slug, file: fingerprint(job.file), name: job.file.name, kind: job.kind, language: job.language, role: job.role }));
    return 0;
  }
  // Only this kind of request tells how far it is.
  const patch = (job, at) => new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    job.request = request;
    request.open('PATCH', api + '/uploads/' + job.id);
    Object.entries({ ...tus, Authorization: 'Bearer ' + token, 'Upload-Offset': at, 'Content-Type': 'application/offset+octet-stream' }).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = e => reached(at + e.loaded, job.file.size);
    request.onload = () => {
      if (request.status === 204) return done(Number(request.getResponseHeader('Upload-Offset')));
      if (request.status === 401) return failed(expired());
      let detail = '';
      try { const problem = JSON.parse(request.responseText); detail = told(problem); } catch { detail = String(request.status); }
      failed(new Refused(request.status, detail));
    };
    request.onerror = () => failed(new Refused(0, text('offline')));
    request.onabort = () => failed(new Refused(0, text('paused')));
    request.send(job.file.slice(at, at + part));
  });
  function reached(bytes, size) {
    const percent = size ? Math.min(100, Math.floor(bytes / size * 100)) : 100;
    one('progress').querySelector('progress').value = percent;
    said(text('sending') + ' ' + percent + ' %');
  }

  async function begin() {
    show();
    const languages = await (await ask('GET', api + '/languages')).json();
    one('new').language.replaceChildren(...languages.items.map(l => { const o = line('option', words(l.label) || l.code); o.value = l.code; return o; }));
    const wanted = new URLSearchParams(location.search).get('san-pham');
    if (wanted) { one('open').slug.value = wanted; await open(wanted); }
  }
  root.hidden = false;
  offer();
  show();
  if (token) begin().catch(e => fail(e.message));
})();
