// Offers names of units and agencies in a field while somebody types. What is chosen is written into the field; without it, the portal understands what was typed.
const SHORTEST = 2;
const kept = new Map(), begun = new WeakSet();

/**
 * @param field with data-names, the address that answers {@code ?q=} with an array of names, and data-told, how many there are with # for the number
 * @param combobox of suggest.js
 */
export function pick(field, combobox) {
  if (begun.has(field)) return;
  begun.add(field);
  let asked = null;
  const ask = async () => {
    const words = field.value.trim(), address = new URL(field.dataset.names, location.href);
    if (words.length < SHORTEST) return box.close();
    address.searchParams.set('q', words);
    if (kept.has(address.href)) return box.show(kept.get(address.href));
    asked?.abort();
    const mine = asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok || answer.redirected) return;
      const names = await answer.json();
      kept.set(address.href, names);
      if (asked === mine && document.activeElement === field) box.show(names);
    } catch { /* Nothing is offered, and the field works as without it. */ }
  };
  const box = combobox(field, {
    under: field,
    label: field.labels[0]?.textContent.trim() || '',
    told: number => field.dataset.told.replace('#', number),
    fill: (option, name) => { option.textContent = name; },
    ask,
    leave: () => {
      asked?.abort();
      asked = null;
    },
    take: option => {
      field.value = option.textContent;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  // Whoever comes back to a field writes another name, rather than more of this one.
  field.addEventListener('focus', () => field.select());
  // What was typed while this script was on its way.
  if (document.activeElement === field && field.value !== field.defaultValue) ask();
}
