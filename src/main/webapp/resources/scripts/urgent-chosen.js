/* Says beside the button what would be heard, in the order in which it would be: the list may be longer than the screen. */
const told = document.querySelector('[data-chosen]'), boxes = [...document.querySelectorAll('.sounds input')];
const name = box => `${box.closest('fieldset').querySelector('legend').textContent.trim()} (${box.nextElementSibling.firstChild.textContent.trim()})`;
const tell = () => {
  const chosen = boxes.filter(box => box.checked).map(name);
  told.textContent = chosen.length ? `${told.dataset.chosen} ${chosen.join('; ')}` : '';
};
if (told) {
  addEventListener('change', tell);
  addEventListener('pageshow', tell);
}
