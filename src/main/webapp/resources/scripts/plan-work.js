// Plans at work: documents are dropped or chosen, what is read of them is found beside the form, and what somebody writes outlives a lost line.
(() => {
  'use strict';
  const storage = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value === null) localStorage.removeItem(key); else localStorage.setItem(key, value);
    } catch { /* refused or full: then nothing is remembered */ }
    return null;
  };

  const drop = document.querySelector('[data-drop]');
  if (drop) {
    const said = drop.querySelector('.said'), bar = drop.querySelector('progress'), input = drop.querySelector('input[type=file]');
    const say = text => { said.textContent = text; };
    let busy = false;
    drop.querySelector('.pickfile').hidden = false;
    const send = async files => {
      if (busy || !files.length) return;
      if (files.length > 1) { say(drop.dataset.one); return; }
      if (files[0].size > 50 * 1024 * 1024) { say(drop.dataset.large); return; }
      busy = true;
      bar.hidden = false;
      say(drop.dataset.reading);
      try {
        const answer = await fetch(drop.dataset.url, {
          method: 'POST', body: files[0],
          headers: { 'Content-Type': 'application/octet-stream', 'X-Form-Token': drop.dataset.token, 'X-File-Name': encodeURIComponent(files[0].name) },
        });
        if (answer.redirected) { location.href = answer.url; return; }
        const told = await answer.json();
        if (told.url) { location.href = told.url; return; }
        say(told.message);
      } catch { say(drop.dataset.offline); }
      busy = false;
      bar.hidden = true;
      input.value = '';
    };
    input.addEventListener('change', () => send(input.files));
    for (const kind of ['dragenter', 'dragover']) drop.addEventListener(kind, event => { event.preventDefault(); drop.classList.add('over'); });
    for (const kind of ['dragleave', 'drop']) drop.addEventListener(kind, event => { event.preventDefault(); drop.classList.remove('over'); });
    drop.addEventListener('drop', event => send(event.dataTransfer.files));
  }

  const form = document.querySelector('form.plan');
  if (!form) return;

  // Of a field, the place of what was read for it.
  const text = document.querySelector('.source .text');
  if (text) {
    const marks = [...text.querySelectorAll('mark')];
    const show = (origin, move) => {
      marks.forEach(mark => mark.classList.toggle('lit', !!origin && mark.dataset.for.split(' ').includes(origin)));
      const first = marks.find(mark => mark.classList.contains('lit'));
      if (first && move) text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    };
    form.addEventListener('focusin', event => show(event.target.dataset && event.target.dataset.origin, true));
    // Where both are beside each other, the page itself stays where it is.
    form.addEventListener('click', event => {
      const link = event.target.closest('.seen a');
      if (!link || !matchMedia('(min-width: 66rem)').matches) return;
      event.preventDefault();
      const place = link.closest('.row') || link.closest('.f');
      const field = place.querySelector('[data-origin]:not([data-origin=""])');
      if (field) show(field.dataset.origin, true);
    });
  }

  // What is being written is kept on this machine until it has been saved.
  if (!form.querySelector('.bar')) return;
  const key = 'loa:ke-hoach:' + form.dataset.plan, box = document.querySelector('[data-restore]');
  const written = () => JSON.stringify([...new FormData(form)].filter(([name]) => name !== 'the' && name !== 'phien'));
  const begun = written();
  let sent = false, wait = 0;
  const differs = () => form.dataset.written === '1' || written() !== begun;
  const keep = () => { if (differs()) storage(key, JSON.stringify({ version: form.dataset.version, fields: written() })); };
  form.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(keep, 500); });
  form.addEventListener('submit', () => { keep(); sent = true; });
  addEventListener('beforeunload', event => { if (!sent && written() !== begun) { keep(); event.preventDefault(); } });
  // Other good news, such as of the document of the plan, save no form.
  if (['da-luu', 'da-gui', 'chua-gui'].includes(new URLSearchParams(location.search).get('luu-y')) && document.querySelector('.told')) storage(key, null);
  let kept = null;
  try { kept = JSON.parse(storage(key) || 'null'); } catch { /* not ours */ }
  if (kept && kept.fields !== begun && form.dataset.written !== '1') {
    box.hidden = false;
    box.querySelector('[data-do=forget]').addEventListener('click', () => { storage(key, null); box.hidden = true; });
    box.querySelector('[data-do=restore]').addEventListener('click', () => {
      // As a form that was sent, so that rows which are not here come back, too; with its version, so that a conflict is told.
      const again = document.createElement('form');
      again.method = 'post';
      again.action = form.action;
      const add = (name, value) => { const field = document.createElement('textarea'); field.name = name; field.value = value; again.append(field); };
      add('the', form.elements.the.value);
      add('phien', kept.version);
      add('lam', 'xem');
      JSON.parse(kept.fields).forEach(([name, value]) => add(name, value));
      again.hidden = true;
      document.body.append(again);
      sent = true;
      again.submit();
    });
  }
  document.querySelector('#ket-qua[role=alert]')?.focus();
})();
