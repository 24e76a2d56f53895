// Offers titles, topics and places under a search field while somebody types. Without it, the form works as ever.
const PAUSE = 80, SLOW_PAUSE = 300, PATIENCE = 2000, MOST_KEPT = 60;
const kept = new Map();
let lists = 0;

/** On a slow line, and for those who save data, fewer letters are asked for. */
const pause = () => {
  const line = navigator.connection || {};
  return line.saveData || /2g/.test(line.effectiveType) ? SLOW_PAUSE : PAUSE;
};

/**
 * Makes a field a combobox with a listbox (ARIA 1.2), for whoever offers something for what is typed.
 *
 * @param under what the list stands under, as wide as that
 * @param label of the list
 * @param told (number) => what is said of how many are offered
 * @param fill (option, one) => writes into an option what is offered
 * @param ask brings what is offered for what stands in the field, and shows it
 * @param leave what was asked for is not wanted any more
 * @param take (option) => one was chosen
 */
export function combobox(field, { under, label, told, fill, ask, leave, take }) {
  const id = 'goi-y-' + ++lists, list = document.createElement('ul'), said = document.createElement('p');
  let timer, chosen = -1, isTaking = false;
  list.className = 'suggest';
  list.id = id;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label);
  said.className = 'vh';
  said.setAttribute('role', 'status');
  document.body.append(list, said);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) field.setAttribute(name, value);

  const options = () => [...list.children];
  const place = () => {
    const box = under.getBoundingClientRect();
    list.style.left = box.left + scrollX + 'px';
    list.style.top = box.bottom + scrollY + 4 + 'px';
    list.style.width = box.width + 'px';
  };
  const close = () => {
    clearTimeout(timer);
    leave();
    list.hidden = true;
    chosen = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const choose = next => {
    const all = options();
    all[chosen]?.setAttribute('aria-selected', 'false');
    chosen = next;
    if (chosen < 0) return field.removeAttribute('aria-activedescendant');
    all[chosen].setAttribute('aria-selected', 'true');
    all[chosen].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', all[chosen].id);
  };
  const show = offered => {
    list.replaceChildren(...offered.map((one, i) => {
      const option = document.createElement('li');
      option.id = id + '-' + i;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      fill(option, one);
      return option;
    }));
    chosen = -1;
    field.removeAttribute('aria-activedescendant');
    list.hidden = !offered.length;
    field.setAttribute('aria-expanded', String(!!offered.length));
    said.textContent = told(offered.length);
    if (offered.length) place();
  };
  const taken = option => {
    isTaking = true;
    take(option);
    isTaking = false;
    close();
  };

  field.addEventListener('input', () => {
    if (isTaking) return;
    clearTimeout(timer);
    timer = setTimeout(ask, pause());
  });
  field.addEventListener('keydown', key => {
    if (key.isComposing) return;
    const last = options().length - 1;
    if (key.key === 'ArrowDown' && list.hidden) ask();
    else if (key.key === 'ArrowDown') choose(chosen < last ? chosen + 1 : -1);
    else if (key.key === 'ArrowUp' && !list.hidden) choose(chosen < 0 ? last : chosen - 1);
    else if (key.key === 'Enter' && chosen >= 0) taken(options()[chosen]);
    else if (key.key === 'Escape' && !list.hidden) close();
    else return;
    key.preventDefault();
  });
  // Before the field loses the focus, which closes the list.
  list.addEventListener('pointerdown', press => press.preventDefault());
  list.addEventListener('click', click => {
    const option = click.target.closest('[role=option]');
    if (option) taken(option);
  });
  field.addEventListener('blur', close);
  addEventListener('resize', () => { if (!list.hidden) place(); });
  addEventListener('pageshow', close);
  return { show, close, isChosen: () => chosen >= 0 };
}

const fold = text => text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replace(/đ/g, 'd');
const wordsOf = text => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * @param form around a field named q
 * @param told {kinds, count}: what kinds of suggestions are called, and how many there are with # for the number
 */
export function suggest(form, { kinds, count }) {
  const field = form.elements.q;
  let asked = null;
  const leave = () => {
    asked?.abort();
    asked = null;
  };
  const open = option => {
    const target = new URL(option.dataset.url, location.href);
    for (const choice of ['hl', 'nhe']) {
      const value = new URLSearchParams(location.search).get(choice);
      if (value && !target.searchParams.has(choice)) target.searchParams.set(choice, value);
    }
    location.assign(target);
  };
  const fill = (option, one) => {
    const text = document.createElement('span'), kind = document.createElement('small');
    option.dataset.url = one.url;
    text.textContent = one.text;
    kind.textContent = kinds[one.kind] || '';
    option.append(text, kind);
  };
  const addressOf = words => '/api/v1/suggest?q=' + encodeURIComponent(words) + '&hl=' + encodeURIComponent(form.elements.hl?.value || 'vi');
  // Of what a shorter beginning was answered, that which begins like the longer one: there at once, until the answer comes.
  const guess = words => {
    for (let length = words.length - 1; length > 1; length--) {
      const known = kept.get(addressOf(words.slice(0, length).trim()));
      if (known) return known.filter(one => wordsOf(words).every(typed => wordsOf(one.text).some(word => word.startsWith(typed))));
    }
    return [];
  };
  const ask = async () => {
    const words = field.value.trim(), address = addressOf(words);
    if (words.length < 2) return box.close();
    if (kept.has(address)) return box.show(kept.get(address));
    const guessed = guess(words);
    if (guessed.length) box.show(guessed);
    // One question at a time: on a slow line the answer on its way is worth more than a new connection. What was typed since is asked then.
    if (asked && Date.now() - asked.since < PATIENCE) return;
    asked?.abort();
    const mine = asked = new AbortController();
    mine.since = Date.now();
    let answered = null;
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (answer.ok) {
        const offered = await answer.json();
        answered = offered;
        // What was made while the search server was away is not kept.
        if (!/no-store/.test(answer.headers.get('Cache-Control'))) {
          if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
          kept.set(address, offered);
        }
      }
    } catch (gone) {
      // Nothing is offered, and the form works as ever.
    }
    if (asked !== mine) return;
    asked = null;
    if (document.activeElement !== field) return;
    if (field.value.trim() !== words) ask();
    // Whoever has chosen one of what was there at once keeps it.
    else if (answered && !box.isChosen()) box.show(answered);
    else if (!answered) box.close();
  };
  field.setAttribute('autocomplete', 'off');
  field.setAttribute('autocapitalize', 'none');
  const box = combobox(field, { under: form, label: field.getAttribute('aria-label'), told: number => number ? count.replace('#', number) : '', fill, ask, leave, take: open });
  if (field.value.trim() && document.activeElement === field && form.dataset.typed) ask();
}
