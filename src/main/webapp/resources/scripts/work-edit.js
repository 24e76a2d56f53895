/* Writing a product: nothing that was typed is lost, whatever becomes of the line, the sign-in or another editor. Without it, the form is plain. */
(() => {
  'use strict';
  let form, kept, timer, waiting = false;
  const $ = id => document.getElementById(id);
  const CONTROL = new Set(['the', 'lam', 'tim-dia-ban', 'tim-chi-tieu']);
  /* Who agreed to be shown, and where that is written, is for the portal alone: the browser keeps nothing of it. */
  const PRIVATE = new Set(['nguoi', 'pham-vi', 'ngay', 'giay']);

  const values = () => [...new FormData(form)].filter(([name]) => !CONTROL.has(name) && !PRIVATE.has(name));
  const people = () => JSON.stringify([...new FormData(form)].filter(([name, value]) => PRIVATE.has(name) && value));
  const text = list => JSON.stringify(list.filter(([name, value]) => name !== 'phien-ban' && value !== ''));
  const say = words => { $('tu-luu').textContent = words; };

  let clean = '', agreed = '', begun = [];
  /* Whether it is kept. */
  const keep = () => {
    const now = values(), isKept = text(now) !== clean && kept.write({ values: now });
    if (isKept) say(form.dataset.autosaved);
    else if (text(now) === clean) kept.drop();
    return isKept;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
    rest(REST);
  };

  /*
   * The portal saves a draft by itself once somebody rests. What it cannot save stays in the browser; where another has saved meanwhile, it waits
   * until somebody has seen both.
   */
  const REST = 3000, AGAIN = 20000;
  let resting, under = null, isPaused = false, refused = '', lost = null;
  const rest = after => {
    clearTimeout(resting);
    if (form.dataset.auto && !isPaused) resting = setTimeout(autosave, after);
  };
  /* What was sent without an answer may have arrived: the same is sent first, which the portal then knows. */
  const sendLost = () => saveQuietly(...lost);
  const autosave = () => {
    if (waiting || under || isPaused) return;
    if (lost) {
      under = sendLost().finally(() => { under = null; });
      return;
    }
    const now = text(values()), shown = people();
    if (now === clean && shown === agreed || now + shown === refused) return;
    const body = new URLSearchParams(new FormData(form));
    if (body.toString().length > form.dataset.most) say(form.dataset.large);
    else under = saveQuietly(body, now, shown).finally(() => { under = null; });
  };
  const saveQuietly = async (body, now, shown) => {
    say(form.dataset.saving);
    try {
      const headers = { Accept: 'application/json', 'X-Form-Token': form.elements.the.value };
      const answer = await fetch(form.dataset.auto, { method: 'POST', headers, body, signal: AbortSignal.timeout(60000) });
      lost = null;
      if (answer.status === 401) say(form.dataset.ended);
      else if (answer.headers.get('Content-Type')?.startsWith('application/json')) told(answer.status, await answer.json(), now, shown);
      else throw new Error(answer.status);
    } catch (failure) {
      lost = [body, now, shown];
      say(failure instanceof TypeError ? form.dataset.lost : form.dataset.away);
      rest(AGAIN);
    }
  };
  /* What only another has changed comes into the page, unless somebody has begun to write there since: then both are asked about next time. */
  const adopt = (taken, now) => {
    const isTaken = name => name in taken, part = list => JSON.stringify(list.filter(([name, value]) => value !== '' && isTaken(name)));
    if (part(values()) !== part(JSON.parse(now))) return false;
    const all = Object.entries(taken);
    if (all.length) fill(all.flatMap(([name, field]) => field.values.map(value => [name, value])), isTaken, taken);
    return true;
  };
  const told = (status, { version, complete, said, taken = {} }, now, shown) => {
    const isStill = text(values()) === now && people() === shown;
    say(said);
    if (!adopt(taken, now)) {
      rest(REST);
      return;
    }
    if (status === 200) form.elements['phien-ban'].value = version;
    if (complete) [clean, agreed] = [isStill ? text(values()) : now, shown];
    else refused = now + shown;
    isPaused = status === 409;
    if (isStill) {
      clearTimeout(timer);
      if (complete) kept.drop();
    } else if (!isPaused) rest(REST);
  };

  /* Formatted text: the field below holds what is sent. */
  const dress = field => {
    const page = document.createElement('div'), tools = $('thanh-soan').content.firstElementChild.cloneNode(true);
    page.className = 'prose page';
    page.contentEditable = 'true';
    page.setAttribute('role', 'textbox');
    page.setAttribute('aria-multiline', 'true');
    page.setAttribute('aria-label', document.querySelector('label[for="' + field.id + '"]').textContent.trim());
    page.lang = field.lang;
    page.innerHTML = clear(field.value);
    const take = () => {
      field.value = page.textContent.trim() ? written(page) : '';
      later();
    };
    // Browsers begin with bare words, and go on with what is no paragraph.
    page.addEventListener('focus', () => {
      document.execCommand('defaultParagraphSeparator', false, 'p');
      if (!page.textContent.trim() && !page.querySelector('p')) {
        page.innerHTML = '<p><br></p>';
        getSelection().collapse(page.firstChild, 0);
      }
    });
    page.addEventListener('input', take);
    page.addEventListener('paste', event => {
      const words = event.clipboardData.getData('text/plain');
      if (!words) return;
      event.preventDefault();
      document.execCommand('insertText', false, words);
    });
    tools.addEventListener('mousedown', event => event.preventDefault());
    tools.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      page.focus();
      if (button.dataset.cmd) document.execCommand(button.dataset.cmd);
      else if (button.dataset.block) document.execCommand('formatBlock', false, button.dataset.block);
      else {
        const address = prompt(button.dataset.link, 'https://');
        if (address && /^(https?:|mailto:|tel:)/i.test(address)) document.execCommand('createLink', false, address);
      }
      take();
    });
    field.hidden = true;
    field.dressed = page;
    field.before(tools, page);
  };
  /* What is kept in the browser is shown only after everything but plain formatting is gone from it, as the server does when it is saved. */
  const ALLOWED = new Set(['H2', 'H3', 'P', 'BR', 'UL', 'OL', 'LI', 'STRONG', 'B', 'EM', 'I', 'BLOCKQUOTE', 'A', 'DIV']);
  const clear = html => {
    const inside = new DOMParser().parseFromString(html, 'text/html').body;
    inside.querySelectorAll('script,style,template').forEach(one => one.remove());
    inside.querySelectorAll('*').forEach(one => {
      if (!ALLOWED.has(one.tagName)) one.replaceWith(...one.childNodes);
      else [...one.attributes].forEach(({ name, value }) => {
        if (!(name === 'lang' || name === 'href' && /^(https?:|mailto:|tel:)/i.test(value))) one.removeAttribute(name);
      });
    });
    return inside.innerHTML;
  };

  /* By the names that the portal keeps: browsers write others. */
  const BLOCKS = new Set(['H2', 'H3', 'P', 'UL', 'OL', 'BLOCKQUOTE']);
  const NAMES = { B: 'strong', I: 'em', DIV: 'p' };
  const written = page => {
    const copy = page.cloneNode(true);
    copy.querySelectorAll('b,i,div').forEach(one => {
      const other = document.createElement(NAMES[one.tagName]);
      other.append(...one.childNodes);
      one.replaceWith(other);
    });
    let paragraph = null;
    [...copy.childNodes].forEach(one => {
      if (BLOCKS.has(one.tagName)) paragraph = null;
      else if (paragraph || one.tagName || one.textContent.trim()) {
        if (!paragraph) one.before(paragraph = document.createElement('p'));
        paragraph.append(one);
      }
    });
    copy.querySelectorAll('p > ul,p > ol').forEach(list => list.parentNode.replaceWith(...list.parentNode.childNodes));
    return copy.innerHTML;
  };

  const fill = (list, isMeant = () => true, said = {}) => {
    const by = new Map();
    list.forEach(([name, value]) => by.set(name, [...by.get(name) || [], value]));
    [...form.querySelectorAll('[data-rows]')].forEach(rows => {
      const first = rows.querySelector('input').name, wanted = (by.get(first) || []).length;
      while (rows.children.length < wanted) more(rows);
    });
    const place = new Map();
    [...form.elements].forEach(field => {
      if (!field.name || CONTROL.has(field.name) || PRIVATE.has(field.name) || !isMeant(field.name)) return;
      const all = by.get(field.name) || [];
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = all.includes(field.value);
      else {
        const at = place.get(field.name) || 0;
        place.set(field.name, at + 1);
        field.value = all[at] ?? '';
        if (field.dressed) field.dressed.innerHTML = clear(field.value);
      }
    });
    ['dia-ban', 'chi-tieu'].filter(isMeant).forEach(name => choose(name, by.get(name) || [], said[name]?.words));
  };
  /* What was found by searching and chosen, or by somebody else, may not be in the list of this page. */
  const choose = (name, chosen, words = chosen) => chosen.forEach((value, at) => {
    if (value && ![...form.elements].some(field => field.name === name && field.value === value)) {
      const line = document.createElement('li'), box = document.createElement('input'), label = document.createElement('label');
      box.type = name === 'dia-ban' ? 'checkbox' : 'radio';
      Object.assign(box, { name, value, id: name + '-' + value, checked: true });
      label.htmlFor = box.id;
      label.textContent = words[at];
      line.append(box, ' ', label);
      $('ds-' + name).append(line);
    }
  });

  /* Fields of one row belong together. */
  const group = name => form.querySelector('[data-rows] [name="' + name + '"]')?.closest('[data-rows]').querySelector('input').name || name;
  const part = (list, wanted) => JSON.stringify(list.filter(([name, value]) => value !== '' && group(name) === wanted));
  /* What was written before comes back; what has been written into this page meanwhile stays, or is offered in its turn where both are of the same field. */
  const takeBack = before => {
    const now = values(), chosen = new Map();
    let isBoth = false;
    [...now, ...before].forEach(([name]) => {
      const one = group(name), first = part(begun, one), own = part(now, one), old = part(before, one);
      isBoth ||= own !== first && old !== first && own !== old;
      chosen.set(one, own !== first && old === first ? now : before);
    });
    if (isBoth && !kept.writeAside({ values: now })) return false;
    fill([now, before].flatMap(list => list.filter(([name]) => chosen.get(group(name)) === list)));
    form.querySelector('textarea').focus();
    rest(REST);
    return text(values()) === clean || keep();
  };

  let number = 0;
  const more = rows => {
    const row = rows.lastElementChild.cloneNode(true);
    number++;
    row.querySelectorAll('.wrong').forEach(one => one.remove());
    row.querySelectorAll('input').forEach(field => {
      const label = row.querySelector('label[for="' + field.id + '"]');
      field.id = field.name + '-moi-' + number;
      field.value = '';
      field.removeAttribute('aria-describedby');
      label.htmlFor = field.id;
    });
    rows.append(row);
    return row;
  };

  const filled = deed => {
    const body = new URLSearchParams(new FormData(form));
    body.set('lam', deed);
    return body;
  };
  const send = body => fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(120000) });
  /* Nothing is written while it is being saved: it would be in what is kept nowhere. What is said beside the button is still heard. */
  const hold = isHeld => [...form.children].forEach(part => { part.inert = isHeld && !part.contains($('tu-luu')); });

  const save = async () => {
    if (waiting) return;
    clearTimeout(timer);
    clearTimeout(resting);
    keep();
    if (filled('luu').toString().length > form.dataset.most) {
      say(form.dataset.large);
      return;
    }
    const writing = document.activeElement, place = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    let isLeft = false;
    waiting = true;
    hold(true);
    say(form.dataset.saving);
    try {
      await under;
      if (lost) await sendLost();
      clearTimeout(resting);
      say(form.dataset.saving);
      isLeft = await take(await send(filled('luu')));
    } catch (failure) {
      if (failure.name === 'TimeoutError') say(form.dataset.failed);
      else {
        say(form.dataset.offline);
        addEventListener('online', save, { once: true });
      }
    } finally {
      if (!isLeft) {
        waiting = false;
        hold(false);
        if (form.contains(writing)) {
          writing.focus({ preventScroll: true });
          if (writing.isContentEditable && place) {
            getSelection().removeAllRanges();
            getSelection().addRange(place);
          }
        }
      }
    }
  };

  /* What came of it; whether this page is left for another. */
  const take = async answer => {
    if (loa.isDoor(answer.url)) {
      say('');
      loa.expired(save);
    } else if (answer.redirected && answer.ok) {
      kept.drop();
      loa.isLeaving = true;
      location.assign(answer.url);
      return true;
    } else if ([403, 409, 422].includes(answer.status)) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!loa.isOurs(page)) {
        // Somebody else has signed in here: their page shows nothing of this.
        say('');
        loa.expired(save, true);
        return false;
      }
      if (!page.getElementById('viet')) {
        // They may not write here any more: what they wrote stays in sight.
        say((page.querySelector('#sai p, main .alert')?.textContent || form.dataset.failed).trim());
        return false;
      }
      document.querySelector('main').replaceWith(document.importNode(page.querySelector('main'), true));
      begin(true);
      ($('sai') || document.querySelector('main')).focus();
      scrollTo(0, 0);
    } else say(answer.status === 413 ? form.dataset.large : form.dataset.failed);
    return false;
  };

  const find = async field => {
    const list = $(field.dataset.find);
    try {
      const answer = await send(filled('tim'));
      if (!answer.ok || loa.isDoor(answer.url)) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html'), fresh = page.getElementById(field.dataset.find);
      if (!fresh || !loa.isOurs(page)) return;
      const chosen = new Set([...list.querySelectorAll(':checked')].map(box => box.value));
      list.replaceChildren(...document.importNode(fresh, true).children);
      list.querySelectorAll('input').forEach(box => { box.checked = chosen.has(box.value); });
    } catch { /* The button beside it says more. */ }
  };

  const begin = isAnswer => {
    form = $('viet');
    if (!form) return;
    kept = loa.keptApart(form.dataset.kept);
    form.querySelectorAll('[data-rich]').forEach(dress);
    form.querySelectorAll('[data-do=them],[data-take],[data-keep]').forEach(button => { button.hidden = false; });
    form.addEventListener('input', event => {
      later();
      const field = event.target;
      if (field.dataset.find) {
        clearTimeout(field.soon);
        field.soon = setTimeout(() => find(field), 300);
      }
    });
    form.addEventListener('change', later);
    form.addEventListener('submit', event => {
      event.preventDefault();
      if (event.submitter && event.submitter.value === 'tim') {
        find(event.submitter.closest('fieldset').querySelector('[data-find]'));
      } else save();
    });
    form.addEventListener('keydown', event => {
      if (event.target.dataset.find && event.key === 'Enter') {
        event.preventDefault();
        find(event.target);
      }
    });
    form.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      if (button.dataset.do === 'them') more(button.closest('fieldset').querySelector('[data-rows]')).querySelector('input').focus();
      if (button.dataset.take) {
        const name = button.dataset.take, value = button.dataset.value;
        [...form.elements].filter(field => field.name === name).forEach(field => {
          if (field.type === 'checkbox' || field.type === 'radio') field.checked = value.split('\n').includes(field.value);
          else {
            field.value = value;
            if (field.dressed) field.dressed.innerHTML = clear(value);
          }
        });
        if (name === 'dia-ban' || name === 'chi-tieu') choose(name, value.split('\n'));
      }
      // Once all that both have written is decided, it is saved by itself again.
      if (button.dataset.take || button.dataset.keep) {
        button.closest('.clash').remove();
        isPaused = !!form.querySelector('.clash');
        later();
      }
    });
    isPaused = !!form.querySelector('.clash');
    refused = '';
    lost = null;
    if (isAnswer) {
      clean = agreed = null;
      keep();
    } else {
      begun = values();
      clean = text(begun);
      agreed = people();
      kept.forget(before => text(before.values) === clean);
    }
    kept.offer(before => text(before.values) !== text(values()), before => takeBack(before.values));
  };
  addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's' && form) {
      event.preventDefault();
      save();
    }
  });
  addEventListener('online', () => { if (form) rest(0); });
  addEventListener('beforeunload', event => { if (form && !loa.isLeaving && people() !== agreed) event.preventDefault(); });
  addEventListener('pagehide', () => { if (form && !loa.isLeaving) keep(); });
  // A page that comes back as it was left would wait for an answer it has had.
  addEventListener('pageshow', event => {
    if (event.persisted && waiting) location.reload();
  });
  begin(false);
})();
