/*
 * What the pages of the back office share: nothing that was typed is lost, whatever becomes of the line or the sign-in. It is kept on this machine under names that
 * hold whose it is, and forms are sent once the portal is there and knows who sends them. Without it, forms are plain.
 */
globalThis.loa = (() => {
  'use strict';
  const $ = id => document.getElementById(id);

  /* Where units and agencies are picked by name, names are offered from the first visit to such a field on. */
  const { picking, suggesting, style: dress } = document.currentScript.dataset;
  document.addEventListener('focusin', ({ target }) => {
    if (!target.dataset?.names) return;
    if (!document.querySelector('link[href="' + dress + '"]')) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: dress });
      document.head.append(link);
    }
    Promise.all([import(picking), import(suggesting)]).then(([{ pick }, { combobox }]) => pick(target, combobox)).catch(() => {});
  });
  /* Browsers may refuse to keep anything, or have no room; forms work all the same. */
  const quietly = act => { try { return act(); } catch { return null; } };

  /* Asks whether somebody wants back what they wrote before. */
  const ask = (before, decided) => {
    const bar = $('giu');
    bar.querySelector('p').textContent = bar.dataset.text.replace('[]', new Date(before.at).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Ho_Chi_Minh' }));
    bar.hidden = false;
    const answer = event => {
      const deed = event.target.dataset.do;
      if (!deed) return;
      bar.removeEventListener('click', answer);
      bar.hidden = true;
      decided(deed === 'lay');
    };
    bar.addEventListener('click', answer);
  };

  /* What is kept under a name. */
  const kept = name => ({
    read: () => quietly(() => JSON.parse(localStorage.getItem(name) || 'null')),
    write: what => quietly(() => { localStorage.setItem(name, JSON.stringify({ at: Date.now(), ...what })); return true; }),
    drop: () => quietly(() => localStorage.removeItem(name)),
    offer(before, take) { ask(before, isWanted => { if (isWanted) take(before); else this.drop(); }); },
  });

  /* Each page that is open keeps what it has under a name of its own, below the one that they share: none takes away what another has kept. */
  const mark = Date.now().toString(36) + Math.random().toString(36).slice(2);
  const keptApart = name => {
    const own = name + '#' + mark, all = () => names().filter(one => one === name || one.startsWith(name + '#'));
    return {
      ...kept(own),
      name: own,
      /* Something else of this page, which is offered like what pages that are gone have left. */
      writeAside: what => kept(own + '-' + Date.now().toString(36)).write(what),
      /* What the portal has meanwhile is kept for nothing. */
      forget: isThere => all().filter(one => isThere(kept(one).read())).forEach(one => kept(one).drop()),
      /* Offers what pages that are gone have left, one after the other, the newest first. It stays until somebody has decided. */
      offer(isOther, take) {
        const before = all().filter(one => one !== own).map(one => ({ one, what: kept(one).read() })).filter(({ what }) => what && isOther(what)).sort((a, b) => b.what.at - a.what.at)[0];
        if (!before) return;
        ask(before.what, isWanted => {
          if (!isWanted || take(before.what, before.one)) kept(before.one).drop();
          this.offer(isOther, take);
        });
      },
    };
  };

  /* Machines of offices have many users: what nobody has asked for in two weeks goes, and so does what does not say since when it lies here. */
  const KEPT = /^(?:loa-viet |loa-ke-hoach |loa:phu-de:|loa:tep|loa:goi)/, LONGEST = 14 * 24 * 3600 * 1000;
  const names = () => quietly(() => Object.keys(localStorage).filter(name => KEPT.test(name))) || [];
  names().forEach(name => {
    const at = quietly(() => JSON.parse(localStorage.getItem(name)).at);
    if (!(Date.now() - at < LONGEST)) kept(name).drop();
  });

  /* Whose page this is, by the name of the account. */
  const me = $('het-phien').dataset.who;
  const isOurs = page => page.querySelector('#het-phien')?.dataset.who === me;

  /* Whether an answer is the page where people sign in, or set up their second step, in place of what was asked for. */
  const isDoor = address => {
    const path = new URL(address).pathname;
    return path.startsWith('/tai-khoan/') && path !== location.pathname;
  };

  /* Who is here: 'me', 'other', 'nobody', or '' while the portal cannot be asked. Who owes the second step can send nothing but what sets it up. */
  const who = async () => {
    try {
      const answer = await fetch('/tai-khoan/ai', { cache: 'no-store', signal: AbortSignal.timeout(20000) });
      if (answer.status === 401) return 'nobody';
      if (!answer.ok) return '';
      const told = await answer.json();
      if (told.name !== me) return 'other';
      return told.owes && location.pathname !== '/tai-khoan/hai-buoc' ? 'nobody' : 'me';
    } catch { return ''; }
  };

  /* Tells that the sign-in has ended, or is another's now, and goes on when the same person has signed in again elsewhere. */
  let goOn = null;
  const expired = (then, isOther) => {
    const dialog = $('het-phien'), what = dialog.querySelector('[data-what]');
    goOn = then;
    what.textContent = isOther ? dialog.dataset.other : what.dataset.what;
    // Who sits at another's sign-in ends that first.
    signIn(isOther);
    if (!dialog.open) dialog.showModal();
    // The name stands there already.
    if (!isOther) again.elements['mat-khau'].focus();
  };
  /* Signing in again, without leaving the page: the form of the dialog goes to the page for signing in, whose answer tells what comes next. */
  let again = null, why = null;
  const signIn = isOther => {
    if (!again) {
      const pattern = $('het-phien').querySelector('template');
      pattern.replaceWith(pattern.content);
      again = $('vao-lai');
      why = again.querySelector('[data-why]');
      again.addEventListener('submit', sent);
    }
    again.hidden = isOther;
    step('');
  };
  const said = words => {
    why.textContent = words;
    why.hidden = !words;
  };
  /* @param first what the first step has given; empty while that is asked for */
  const step = first => {
    said('');
    again.elements['buoc-mot'].value = first;
    again.querySelectorAll('[data-step]').forEach(part => { part.hidden = (part.dataset.step === 'ma') !== !!first; });
    ['buoc-mot', 'ma'].forEach(name => { again.elements[name].disabled = !first; });
    ['ten', 'mat-khau'].forEach(name => { again.elements[name].disabled = !!first; });
    const field = again.elements[first ? 'ma' : 'mat-khau'];
    field.value = '';
    if ($('het-phien').open) field.focus();
  };
  const door = async options => {
    const answer = await fetch(again.action, { cache: 'no-store', signal: AbortSignal.timeout(30000), headers: { Accept: 'text/html' }, ...options });
    return { isIn: !isDoor(answer.url), page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
  };
  const enter = async () => {
    let { isIn, page } = await door({});
    if (!isIn) {
      again.elements.the.value = page.querySelector('main input[name=the]')?.value || '';
      ({ isIn, page } = await door({ method: 'POST', body: new URLSearchParams(new FormData(again)) }));
    }
    if (isIn) {
      step('');
      await resume();
      return;
    }
    const first = page.querySelector('main input[name=buoc-mot]')?.value || '', alert = page.querySelector('main [role=alert]');
    step(first);
    said(alert ? alert.textContent.trim() : first ? '' : again.dataset.more);
  };
  const sent = async event => {
    event.preventDefault();
    const button = again.querySelector('button');
    if (button.disabled) return;
    button.disabled = true;
    try { await enter(); } catch { said(again.dataset.offline); } finally { button.disabled = false; }
  };
  const resume = async () => {
    const then = goOn;
    if (!then || !$('het-phien').open || !await renew()) return;
    goOn = null;
    $('het-phien').close();
    then();
  };
  const STATE = 'input[name="jakarta.faces.ViewState"]';

  /* Forms belong to a sign-in: those of this page to the new one from now on. Those of another person stay nobody's. */
  const renew = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (isDoor(answer.url)) return false;
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!isOurs(now)) return false;
      const token = now.querySelector('main input[name=the]')?.value;
      if (token) document.querySelectorAll('main input[name=the]').forEach(field => { field.value = token; });
      const drop = document.querySelector('[data-drop]'), other = now.querySelector('[data-drop]');
      if (drop && other) drop.dataset.token = other.dataset.token;
      // Forms of Faces belong to a page that the portal remembers: to the one it has just made.
      const state = now.querySelector('main ' + STATE)?.value;
      if (state) document.querySelectorAll('main ' + STATE).forEach(field => { field.value = state; });
      return true;
    } catch { return false; }
  };
  $('het-phien').addEventListener('click', event => { if (event.target.closest('[data-do=tiep]')) resume(); });
  addEventListener('focus', resume);

  const isTyped = (form, isMeant = () => true) => [...form.elements].some(field => !field.disabled && field.type !== 'hidden' && isMeant(field)
    && (field.matches('textarea,input:not([type=checkbox],[type=radio])') && field.value !== field.defaultValue
      || field.matches('[type=checkbox],[type=radio]') && field.checked !== field.defaultChecked
      || field.matches('select') && [...field.options].some(option => option.selected !== option.defaultSelected && field.value)));

  /* What somebody has typed leaves its page only when it will arrive. */
  let sure = null, isAsking = false, left = -3000;
  const shared = { kept, keptApart, isDoor, me, isOurs, who, expired, isLeaving: false };
  /* Does it once the portal is there and this person is the one who sends; else says why it is not done. */
  shared.surely = async go => {
    if (isAsking) return;
    isAsking = true;
    const here = await who();
    isAsking = false;
    if (here === 'me') go();
    else if (here) expired(go, here === 'other');
    else {
      const said = document.createElement('p');
      said.className = 'alert';
      said.setAttribute('role', 'alert');
      said.textContent = $('het-phien').dataset.offline;
      $('bao').replaceChildren(said);
      said.scrollIntoView({ block: 'center' });
    }
  };
  addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post') return;
    if (form === sure) {
      // A button that is pressed twice sends once. Who has stopped it can send again.
      if (event.timeStamp - left < 3000) event.preventDefault();
      else left = event.timeStamp;
      return;
    }
    if (!isTyped(form)) return;
    event.preventDefault();
    const button = event.submitter;
    shared.surely(() => {
      sure = form;
      left = -3000;
      shared.isLeaving = true;
      form.requestSubmit(button);
    });
  });

  /* Forms of Faces send themselves by scripts that ask nobody. What was typed into them waits for the same, and for a page that the portal still remembers. */
  let isRenewing = false;
  addEventListener('click', event => {
    const button = event.target.closest?.('main button.ui-button');
    if (!button?.form || button === sure || !isTyped(button.form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isRenewing) return;
    shared.surely(async () => {
      isRenewing = true;
      await renew();
      isRenewing = false;
      sure = button;
      button.click();
      sure = null;
    });
  }, true);

  /* Marks all lines of a page, or none when all are: without leaving it, so that what else was chosen stays so. */
  addEventListener('click', event => {
    const all = event.target.closest?.('[data-all],[data-none]');
    if (!all || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const boxes = [...document.querySelectorAll('main input[type=checkbox]')].filter(box => box.name === (all.dataset.all || all.dataset.none));
    const isNone = !all.dataset.all || boxes.every(box => box.checked);
    boxes.forEach(box => { box.checked = !isNone; });
  });

  /* Where somebody else has saved something meanwhile, who wrote here, too, decides by a button; forms with scripts of their own do it themselves. */
  const decides = '.clash [data-field]';
  document.querySelectorAll(decides).forEach(button => { button.hidden = false; });
  addEventListener('click', event => {
    const button = event.target.closest?.(decides);
    if (!button) return;
    const field = $(button.dataset.field);
    if (button.dataset.take) field.value = button.dataset.theirs || '';
    button.closest('.clash').remove();
    field.focus();
  });

  /* Forms of Faces are answered without a new page: who sent one goes on where something is wrong. */
  globalThis.jQuery?.(document).on('pfAjaxComplete', () => document.querySelector('main [aria-invalid=true],main .wrong[tabindex]')?.focus());

  /* What is done to many goes on by itself, so that somebody sees how far it is. */
  document.querySelector('[data-go-on]')?.requestSubmit();

  /* On a telephone the menu is folded: its page begins with what it is about. */
  const menu = document.querySelector('.top .fold'), narrow = matchMedia('(max-width:46rem)');
  const fold = () => { menu.open = !narrow.matches; };
  fold();
  narrow.addEventListener('change', fold);

  /* Who leaves says whether what they have not saved stays on this machine. */
  const own = () => names().filter(name => ['loa-viet ' + me + ' ', 'loa-ke-hoach ' + me + ' ', 'loa:phu-de:' + me + ':'].some(start => name.startsWith(start)) || ['loa:tep:' + me, 'loa:goi:' + me].includes(name));
  const leave = document.querySelector('.me form');
  leave.addEventListener('submit', event => {
    if (!own().length) return;
    event.preventDefault();
    $('con-giu').showModal();
  });
  $('con-giu').addEventListener('click', event => {
    const deed = event.target.dataset.do;
    if (!deed) return;
    if (deed === 'xoa') own().forEach(name => kept(name).drop());
    shared.isLeaving = true;
    leave.submit();
  });
  /* What is typed into a form that keeps nothing is not left without a question. */
  const isWriting = field => field.type !== 'password' && field.type !== 'file';
  addEventListener('beforeunload', event => {
    const forms = [...document.querySelectorAll('main form[method=post]:not([data-kept])')];
    if (!shared.isLeaving && forms.some(form => isTyped(form, isWriting))) event.preventDefault();
  });
  addEventListener('pageshow', () => {
    sure = null;
    shared.isLeaving = false;
  });
  return shared;
})();
