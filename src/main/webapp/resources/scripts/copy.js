// Copies what stands in the field before a button; where a browser does not let it, the text lies selected.
(() => {
  'use strict';
  const show = () => document.querySelectorAll('[data-copy]').forEach(button => { button.hidden = false; });
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-copy]');
    if (!button) return;
    const field = button.previousElementSibling;
    field.select();
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(() => { button.parentElement.nextElementSibling.textContent = button.dataset.copy; }, () => {});
  });
  show();
  // Forms of Faces put it there later.
  globalThis.jQuery?.(document).on('pfAjaxComplete', show);
})();
