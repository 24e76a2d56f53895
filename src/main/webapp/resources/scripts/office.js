/*
 * What the pages of the back office share: nothing that was typed is lost, whatever becomes of the line or the sign-in. It is kept on this machine under names that
 * hold whose it is, and forms are sent once the portal is there and knows who sends them. Without it, forms are plain.
 */
globalThis.loa = (() => {
  'use strict';
  const $ = id => document.getElementById(id);
  /* Browsers may refuse to keep anything, or have no room; forms work all the same. */
  const quietly = act => { try { return act(); } catch { return null; } };

  /* What is kept under a name. */
  const kept = name => ({
    read: () => quietly(() => JSON.parse(localStorage.getItem(name) || 'null')),
    write: what => quietly(() => { localStorage.setItem(name, JSON.stringify({ at: Date.now(), ...what })); return true; }),
    drop: () => quietly(() => localStorage.removeItem(name)),
    /* Asks whether somebody wants back what they wrote before. */
    offer(before, take) {
      const bar = $('giu');
      bar.querySelector('p').textContent = bar.dataset.text.replace('[]', new Date(before.at).toLocaleString(document.documentElement.lang));
      bar.hidden = false;
      bar.addEventListener('click', event => {
        const deed = event.target.dataset.do;
        if (!deed) return;
        bar.hidden = true;
        if (deed === 'lay') take(before); else this.drop();
      });
    },
  });

  /* Machines of offices have many users: what nobody has asked for in two weeks goes, and so does what does not say since when it lies here. */
  const KEPT = /^(?:loa-viet |loa-ke-hoach |loa:phu-de:)/, LONGEST = 14 * 24 * 3600 * 1000;
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
    if (!dialog.open) dialog.showModal();
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

  const isTyped = form => [...form.elements].some(field => !field.disabled && field.type !== 'hidden'
    && (field.matches('textarea,input:not([type=checkbox],[type=radio])') && field.value !== field.defaultValue
      || field.matches('[type=checkbox],[type=radio]') && field.checked !== field.defaultChecked
      || field.matches('select') && [...field.options].some(option => option.selected !== option.defaultSelected && field.value)));

  /* What somebody has typed leaves its page only when it will arrive. */
  let sure = null, isAsking = false;
  const shared = { kept, isDoor, isOurs, who, expired, isLeaving: false };
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
    if (event.defaultPrevented || form === sure || form.method !== 'post' || !isTyped(form)) return;
    event.preventDefault();
    const button = event.submitter;
    shared.surely(() => {
      sure = form;
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

  /* On a telephone the menu is folded: its page begins with what it is about. */
  const menu = document.querySelector('.top .rest'), narrow = matchMedia('(max-width:46rem)');
  const fold = () => { menu.open = !narrow.matches; };
  fold();
  narrow.addEventListener('change', fold);

  /* Who leaves says whether what they have not saved stays on this machine. */
  const own = () => names().filter(name => ['loa-viet ' + me + ' ', 'loa-ke-hoach ' + me + ' ', 'loa:phu-de:' + me + ':'].some(start => name.startsWith(start)));
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
  addEventListener('pageshow', () => {
    sure = null;
    shared.isLeaving = false;
  });
  return shared;
})();
