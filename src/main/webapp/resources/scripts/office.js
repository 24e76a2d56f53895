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

  const isDoor = address => new URL(address).pathname.startsWith('/tai-khoan/');

  /* Whether the portal knows who is here: true, false, or null while it cannot be asked. */
  const isKnown = async () => {
    try {
      const answer = await fetch('/tai-khoan', { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(20000) });
      return answer.type !== 'opaqueredirect' && (answer.ok || null);
    } catch { return null; }
  };

  /* Tells that the sign-in has ended, and goes on when the same person has signed in again elsewhere. */
  let goOn = null;
  const expired = then => {
    goOn = then;
    if (!$('het-phien').open) $('het-phien').showModal();
  };
  const resume = async () => {
    const then = goOn;
    if (!then || !$('het-phien').open || !await renew()) return;
    goOn = null;
    $('het-phien').close();
    then();
  };
  /* Forms belong to a sign-in: those of this page to the new one from now on. Those of another person stay nobody's. */
  const renew = async () => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (isDoor(answer.url)) return false;
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (now.querySelector('.me p')?.textContent !== document.querySelector('.me p').textContent) return false;
      const token = now.querySelector('main input[name=the]')?.value;
      if (token) document.querySelectorAll('main input[name=the]').forEach(field => { field.value = token; });
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
  const shared = { kept, isDoor, expired, isLeaving: false };
  addEventListener('submit', async event => {
    const form = event.target;
    if (event.defaultPrevented || form === sure || form.method !== 'post' || !isTyped(form)) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    const button = event.submitter;
    const go = () => {
      sure = form;
      shared.isLeaving = true;
      form.requestSubmit(button);
    };
    const known = await isKnown();
    isAsking = false;
    if (known) go();
    else if (known === false) expired(go);
    else {
      const said = document.createElement('p');
      said.className = 'alert';
      said.setAttribute('role', 'alert');
      said.textContent = $('het-phien').dataset.offline;
      $('bao').replaceChildren(said);
      said.scrollIntoView({ block: 'center' });
    }
  });
  addEventListener('pageshow', () => {
    sure = null;
    shared.isLeaving = false;
  });
  return shared;
})();
