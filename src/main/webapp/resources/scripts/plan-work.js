// Plans at work: documents are dropped or chosen, what is read of them is found beside the form, and what somebody writes outlives a lost line.
(() => {
  'use strict';
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
          headers: { 'Content-Type': 'application/octet-stream', 'X-Form-Token': drop.dataset.token, 'X-Form-Key': drop.dataset.key, 'X-File-Name': encodeURIComponent(files[0].name) },
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

  // Rows are folded to a line each: all of a list at once, and whichever a link leads into.
  const unfold = () => {
    const name = location.hash.slice(1);
    const target = document.getElementById(name) ?? document.getElementById(name.replaceAll('%5B', '[').replaceAll('%5D', ']'));
    if (!form.contains(target)) return;
    for (let row = target.closest('details'); row; row = row.parentElement.closest('details')) row.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', unfold);
  if (location.hash) unfold();
  for (const folds of form.querySelectorAll('.folds')) {
    const rows = folds.parentElement.querySelectorAll('details.row');
    folds.hidden = rows.length < 2;
    folds.addEventListener('click', event => {
      const button = event.target.closest('[data-fold]');
      if (button) rows.forEach(row => { row.open = !!button.dataset.fold; });
    });
  }
  // On a telephone the way around covers the form: it goes once somebody has chosen.
  const way = document.querySelector('.parts-fold');
  way?.addEventListener('click', event => { if (event.target.closest('a')) way.open = false; });

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
  const kept = loa.keptApart(form.dataset.kept);
  // Earlier versions kept texts without saying whose they are.
  try { Object.keys(localStorage).filter(name => name.startsWith('loa:ke-hoach:')).forEach(name => localStorage.removeItem(name)); } catch { /* refused: then there are none */ }
  const written = () => JSON.stringify([...new FormData(form)].filter(([name]) => !['the', 'phien', 'khoa', 'goc'].includes(name)));
  const begun = written(), isUnsaved = form.dataset.written === '1';
  let wait = 0;
  const keep = () => {
    if (isUnsaved || written() !== begun) kept.write({ version: form.dataset.version, base: form.elements.goc.value, fields: written() });
    else kept.drop();
  };
  const later = () => { clearTimeout(wait); wait = setTimeout(keep, 500); };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  addEventListener('beforeunload', event => { if (!loa.isLeaving && written() !== begun) { keep(); event.preventDefault(); } });

  // A form that is sent leaves its page. The next one of this tab learns under which name it was kept, and when it was taken, that goes: what other tabs keep stays.
  const SENT = 'loa-ke-hoach-gui';
  const leave = name => { try { sessionStorage.setItem(SENT, name); } catch { /* refused: then it is offered once more */ } };
  const arrived = () => {
    try {
      const name = sessionStorage.getItem(SENT);
      sessionStorage.removeItem(SENT);
      return name;
    } catch { return null; }
  };
  form.addEventListener('submit', () => {
    clearTimeout(wait);
    keep();
    leave(kept.name);
  });
  const sent = arrived();
  // What is shown as unsaved is what was sent. Other notices tell of steps that have saved nothing of the form.
  if (sent && (isUnsaved || ['da-luu', 'da-gop', 'da-gui', 'chua-gui'].includes(new URLSearchParams(location.search).get('luu-y')))) loa.kept(sent).drop();
  keep();
  kept.forget(before => !isUnsaved && before?.fields === begun);
  kept.offer(before => before.fields !== written(), (before, name) => {
    // What has been written into this page meanwhile is offered in its turn.
    clearTimeout(wait);
    keep();
    // As a form that was sent, so that rows which are not here come back, too; with its version, so that a conflict is told.
    const again = document.createElement('form');
    again.method = 'post';
    again.action = form.action;
    const add = (name, value) => { const field = document.createElement('textarea'); field.name = name; field.value = value; again.append(field); };
    add('the', form.elements.the.value);
    add('phien', before.version);
    add('goc', before.base || '');
    add('lam', 'xem');
    JSON.parse(before.fields).forEach(([name, value]) => add(name, value));
    again.hidden = true;
    document.body.append(again);
    loa.surely(() => {
      again.elements.the.value = form.elements.the.value;
      leave(name);
      loa.isLeaving = true;
      again.submit();
    });
    return false;
  });
  document.querySelector('#ket-qua[role=alert]')?.focus();
})();
