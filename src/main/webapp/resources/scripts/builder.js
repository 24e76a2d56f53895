// The preview follows the form as it is filled in; without this the button does the same.
(() => {
  'use strict';
  const form = document.querySelector('[data-builder]');
  if (!form) return;
  const made = () => document.querySelector('[data-made]');
  const copies = () => made().querySelectorAll('[data-copy]').forEach(button => {
    button.hidden = !(navigator.clipboard && window.isSecureContext || document.queryCommandSupported);
    button.addEventListener('click', async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand('copy'); }
      button.parentElement.querySelector('[role=status]').textContent = button.dataset.done;
    });
  });
  let turn = 0, timer = 0;
  const follow = async () => {
    const now = ++turn, query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
    const address = form.action.split('?')[0] + '?' + query;
    made().classList.add('wait');
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (now !== turn) return;
      made().replaceWith(page.querySelector('[data-made]'));
      // Other works have other voices: what there is to choose may have changed, and nobody is in the middle of it.
      for (const fresh of page.querySelectorAll('form[data-builder] select')) {
        const old = document.getElementById(fresh.id);
        if (old && old.innerHTML !== fresh.innerHTML && old !== document.activeElement) old.replaceWith(fresh);
      }
      const written = form.querySelector('#ma'), fresh = page.querySelector('#ma');
      if (written && fresh) {
        if (fresh.hasAttribute('aria-invalid')) written.setAttribute('aria-invalid', 'true'); else written.removeAttribute('aria-invalid');
        document.getElementById('ma-sao').replaceWith(page.getElementById('ma-sao'));
      }
      history.replaceState(null, '', address);
      copies();
    } catch { made().classList.remove('wait'); }
  };
  const soon = wait => { clearTimeout(timer); timer = setTimeout(follow, wait); };
  form.addEventListener('input', () => soon(400));
  form.addEventListener('change', () => soon(0));
  form.addEventListener('submit', e => { e.preventDefault(); soon(0); });
  copies();
})();
