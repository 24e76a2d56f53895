// Offers names of units and agencies in a field while somebody types: a combobox with a listbox (ARIA 1.2). What is chosen is written into the field; without it, the portal understands what was typed.
const PAUSE = 150, SHORTEST = 2;
const kept = new Map(), begun = new WeakSet();
let lists = 0;

/** @param field with data-names, the address that answers {@code ?q=} with an array of names, and data-told, how many there are with # for the number */
export function pick(field) {
  if (begun.has(field)) return;
  begun.add(field);
  const id = 'chon-' + ++lists, list = document.createElement('ul'), said = document.createElement('p');
  list.className = 'suggest';
  list.id = id;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.labels[0]?.textContent.trim() || '');
  said.className = 'vh';
  said.setAttribute('role', 'status');
  document.body.append(list, said);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) field.setAttribute(name, value);

  let timer, asked = null, chosen = -1, isChoosing = false;
  const options = () => [...list.children];
  const place = () => {
    const box = field.getBoundingClientRect();
    list.style.left = box.left + scrollX + 'px';
    list.style.top = box.bottom + scrollY + 4 + 'px';
    list.style.width = box.width + 'px';
  };
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    asked = null;
    list.hidden = true;
    chosen = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const mark = next => {
    const all = options();
    all[chosen]?.setAttribute('aria-selected', 'false');
    chosen = next;
    if (chosen < 0) return field.removeAttribute('aria-activedescendant');
    all[chosen].setAttribute('aria-selected', 'true');
    all[chosen].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', all[chosen].id);
  };
  const take = option => {
    isChoosing = true;
    field.value = option.textContent;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    isChoosing = false;
    close();
  };
  const show = names => {
    list.replaceChildren(...names.map((name, i) => {
      const option = document.createElement('li');
      option.id = id + '-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.textContent = name;
      return option;
    }));
    chosen = -1;
    field.removeAttribute('aria-activedescendant');
    list.hidden = !names.length;
    field.setAttribute('aria-expanded', String(!!names.length));
    said.textContent = field.dataset.told.replace('#', names.length);
    if (names.length) place();
  };
  const ask = async () => {
    const words = field.value.trim(), address = new URL(field.dataset.names, location.href);
    if (words.length < SHORTEST) return close();
    address.searchParams.set('q', words);
    if (kept.has(address.href)) return show(kept.get(address.href));
    asked?.abort();
    const mine = asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok || answer.redirected) return;
      const names = await answer.json();
      kept.set(address.href, names);
      if (asked === mine && document.activeElement === field) show(names);
    } catch { /* Nothing is offered, and the field works as without it. */ }
  };

  field.addEventListener('input', () => {
    if (isChoosing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener('keydown', key => {
    if (key.isComposing) return;
    const last = options().length - 1;
    if (key.key === 'ArrowDown' && list.hidden) ask();
    else if (key.key === 'ArrowDown') mark(chosen < last ? chosen + 1 : -1);
    else if (key.key === 'ArrowUp' && !list.hidden) mark(chosen < 0 ? last : chosen - 1);
    else if (key.key === 'Enter' && chosen >= 0) take(options()[chosen]);
    else if (key.key === 'Escape' && !list.hidden) close();
    else return;
    key.preventDefault();
  });
  // Before the field loses the focus, which closes the list.
  list.addEventListener('pointerdown', press => press.preventDefault());
  list.addEventListener('click', click => {
    const option = click.target.closest('[role=option]');
    if (option) take(option);
  });
  field.addEventListener('blur', close);
  // Whoever comes back to a field writes another name, rather than more of this one.
  field.addEventListener('focus', () => field.select());
  addEventListener('resize', () => { if (!list.hidden) place(); });
  // What was typed while this script was on its way.
  if (document.activeElement === field && field.value !== field.defaultValue) ask();
}
