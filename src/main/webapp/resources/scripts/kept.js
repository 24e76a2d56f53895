// What somebody has written into the fields of a long list and not saved is kept by their browser, field by field, and offered where these fields stand again.
(() => {
  'use strict';
  const form = document.querySelector('form[data-kept]');
  if (!form || !globalThis.loa) return;
  const kept = loa.keptApart(form.dataset.kept), field = id => document.getElementById(id);
  const isThere = ({ values }) => Object.entries(values || {}).every(([id, value]) => field(id)?.value === value);
  const written = () => Object.fromEntries([...form.querySelectorAll('textarea')]
    .filter(one => one.value !== one.defaultValue || one.hasAttribute('aria-invalid')).map(one => [one.id, one.value]));
  let soon = 0;
  const keep = () => {
    clearTimeout(soon);
    const values = written();
    if (Object.keys(values).length) kept.write({ values });
    else kept.drop();
  };
  form.addEventListener('input', () => { clearTimeout(soon); soon = setTimeout(keep, 500); });
  addEventListener('pagehide', keep);
  kept.forget(before => before && isThere(before));
  keep();
  kept.offer(before => Object.entries(before.values || {}).some(([id, value]) => field(id) && field(id).value !== value), (before, name) => {
    const rest = Object.entries(before.values).filter(([id, value]) => {
      if (field(id)) field(id).value = value;
      return !field(id);
    });
    keep();
    // Those of other pages of the list wait for these.
    if (rest.length) loa.kept(name).write({ values: Object.fromEntries(rest) });
    return !rest.length;
  });
})();
