/* Lets things of a slot be dragged to another place, and into it from what was found. Buttons do the same without it; nothing is saved before its button says so. */
const form = document.querySelector('[data-slot]');
const items = form?.querySelector('[data-items]');
let dragged = null;
const clock = seconds => {
  const two = number => String(number).padStart(2, '0');
  return seconds >= 3600
    ? `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
    : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};
const moment = seconds => [3600, 60, 1].map(unit => String(Math.floor(seconds / unit) % (unit === 3600 ? 24 : 60)).padStart(2, '0')).join(':');
// Beginnings follow from what is before, but around what stays where it is; buttons name the place that their thing has now.
const reckon = () => {
  const rows = [...items.children], fixed = rows.filter(row => row.dataset.fixed).map(row => [+row.dataset.fixed, +row.dataset.fixed + +row.dataset.seconds]);
  let played = 0, at = +form.dataset.begin;
  rows.forEach((row, index) => {
    if (!row.dataset.fixed) {
      for (const [from, to] of fixed) if (from < at + +row.dataset.seconds && to > at) at = to;
      const told = row.querySelector('[data-at]'), former = told.textContent;
      told.textContent = moment(at);
      row.querySelectorAll('button[aria-label]').forEach(button => { button.setAttribute('aria-label', button.getAttribute('aria-label').replace(former, moment(at))); });
      at += +row.dataset.seconds;
    }
    row.querySelectorAll('button').forEach(button => { button.value = button.value.replace(/:.*/, `:${index}`); });
    played += +row.dataset.seconds;
  });
  const left = form.dataset.slot - played;
  form.querySelector('[data-played]').textContent = clock(played);
  const rest = form.querySelector('[data-left]');
  rest.textContent = `${left < 0 ? rest.dataset.over : rest.dataset.rest} ${clock(Math.abs(left))}`;
  rest.className = left < 0 ? 'warn' : 'soft';
  form.querySelector('progress').value = Math.min(100, 100 * played / form.dataset.slot);
};
const mark = row => [...items.children].forEach(each => each.classList.toggle('over', each === row));
const drop = (event, before) => {
  event.preventDefault();
  mark(null);
  if (!dragged) return;
  if (dragged.dataset.entry) {
    // What is new comes from the server with everything that it shows: the button of the thing asks for it, and the order follows.
    const row = document.createElement('li');
    row.innerHTML = `<input type="hidden" name="muc"><span data-at></span>`;
    row.firstChild.value = dragged.dataset.entry;
    items.insertBefore(row, before);
    form.requestSubmit(form.querySelector('[value=tim]'));
    return;
  }
  items.insertBefore(dragged, before);
  reckon();
};
const hold = row => {
  row.draggable = true;
  row.addEventListener('dragstart', event => {
    dragged = row;
    row.classList.add('held');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', row.dataset.entry ?? '');
  });
  row.addEventListener('dragend', () => { row.classList.remove('held'); mark(null); dragged = null; });
};
if (items) {
  [...items.children].forEach(row => {
    if (!row.dataset.fixed) hold(row);
    row.addEventListener('dragover', event => { if (dragged && dragged !== row) { event.preventDefault(); event.stopPropagation(); mark(row); } });
    row.addEventListener('drop', event => {
      event.stopPropagation();
      const box = row.getBoundingClientRect();
      drop(event, event.clientY < box.top + box.height / 2 ? row : row.nextElementSibling);
    });
  });
  form.querySelectorAll('[data-pool] > li').forEach(hold);
  // Below the last thing, and where there is none yet.
  const heading = items.previousElementSibling;
  for (const place of [items, heading]) {
    place?.addEventListener('dragover', event => { if (dragged) event.preventDefault(); });
    place?.addEventListener('drop', event => drop(event, null));
  }
  form.querySelector('[data-drag-hint]').hidden = false;
}
