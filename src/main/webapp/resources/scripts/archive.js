/* Sends an archive piece by piece (tus 1.0.0), goes on where the portal has it after a lost line or a closed browser, and then lets it be looked at. */
(() => {
  'use strict';
  const form = document.getElementById('goi');
  if (!form) return;
  form.hidden = false;
  const PIECE = 8 * 1024 * 1024, REST = [1, 2, 4, 8, 16, 32];
  const tus = { 'Tus-Resumable': '1.0.0' };
  const bar = form.querySelector('progress'), said = form.querySelector('.said'), button = form.querySelector('button'), choice = form.querySelector('input[type=file]');
  const say = message => { said.textContent = message; };
  const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000));
  // Where nothing can be kept, it begins anew.
  const memory = loa.kept('loa:goi:' + loa.me);
  const recall = () => (memory.read() || {}).places || {};
  const remember = (name, place) => { if (place) memory.write({ places: { [name]: place } }); else memory.drop(); };
  const named = file => file.name.normalize('NFC') + '|' + file.size + '|' + file.lastModified;
  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  let token = form.dataset.token;
  class Refused extends Error {}
  async function freshToken() {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    const page = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), 'text/html');
    // The archive of one is not sent in the name of another who has signed in here since.
    const fresh = page && loa.isOurs(page) && page.getElementById('goi');
    if (!fresh) throw new Refused(form.dataset.signedOut);
    token = fresh.dataset.token;
    form.elements.the.value = fresh.elements.the.value;
  }
  async function ask(method, path, headers, body, again) {
    const answer = await fetch(form.dataset.desk + path, { method, headers: { ...tus, ...headers, 'X-Form-Token': token }, body });
    if (answer.status === 401) throw new Refused(form.dataset.signedOut);
    if (answer.status === 403 && answer.headers.get('X-Form-Token') === 'stale' && !again) { await freshToken(); return ask(method, path, headers, body, true); }
    return answer;
  }
  async function words(answer) {
    try {
      const problem = await answer.json(), told = problem.explanation || {};
      return told[document.documentElement.lang.slice(0, 2)] || told.vi || problem.detail || form.dataset.refused;
    } catch { return form.dataset.refused; }
  }
  async function place(file) {
    const known = recall()[named(file)];
    if (known) {
      const answer = await ask('HEAD', '/uploads/' + known, {});
      if (answer.ok) return { id: known, offset: Number(answer.headers.get('Upload-Offset')) };
    }
    const answer = await ask('POST', '/uploads', { 'Upload-Length': String(file.size), 'Upload-Metadata': 'filename ' + base64(file.name.normalize('NFC')) });
    if (answer.status !== 201) throw new Refused(await words(answer));
    const id = answer.headers.get('Location').split('/').pop();
    remember(named(file), id);
    return { id, offset: 0 };
  }
  async function send(file) {
    for (let tries = 0; ;) {
      try {
        const upload = await place(file);
        for (let at = upload.offset; at < file.size;) {
          bar.value = at * 100 / file.size;
          say(form.dataset.sending.replace('[phan-tram]', Math.floor(at * 100 / file.size)));
          const answer = await ask('PATCH', '/uploads/' + upload.id, { 'Upload-Offset': String(at), 'Content-Type': 'application/offset+octet-stream' }, file.slice(at, at + PIECE));
          if (answer.status === 409 || answer.status === 423 || answer.status >= 500 && answer.status !== 507) throw new Error(String(answer.status));
          if (!answer.ok) throw new Refused(await words(answer));
          at = Number(answer.headers.get('Upload-Offset'));
          tries = 0;
        }
        return upload.id;
      } catch (failure) {
        if (failure instanceof Refused) throw failure;
        say(form.dataset.again);
        await wait(REST[Math.min(tries++, REST.length - 1)]);
      }
    }
  }
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const file = choice.files[0];
    if (!file || button.disabled) { choice.focus(); return; }
    button.disabled = choice.disabled = true;
    bar.hidden = false;
    try {
      form.elements.tep.value = await send(file);
      remember(named(file), null);
      form.submit();
    } catch (failure) {
      say(failure.message);
      button.disabled = choice.disabled = false;
      bar.hidden = true;
    }
  });
})();
