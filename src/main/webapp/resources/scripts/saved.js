// The page that lists what is saved on this device.
const root = document.querySelector('[data-shelf]');
const shelf = await import(root.dataset.shelf);
const one = name => root.querySelector('[data-is="' + name + '"]');
const size = bytes => {
  const [n, unit] = bytes < 999500 ? [Math.max(1, Math.round(bytes / 1e3)), 'KB'] : [bytes / 1e6, 'MB'];
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: n < 100 ? 1 : 0 }).format(n) + '\u00a0' + unit;
};

async function draw() {
  const works = await shelf.list();
  one('none').hidden = works.length > 0;
  one('some').hidden = !works.length;
  one('total').textContent = size(works.reduce((sum, work) => sum + work.bytes, 0));
  one('list').replaceChildren(...works.map(work => {
    const row = one('row').content.cloneNode(true), link = row.querySelector('a'), remove = row.querySelector('button');
    link.href = work.page;
    link.querySelector('strong').textContent = work.title;
    link.querySelector('.meta').textContent = [work.label, size(work.bytes)].filter(Boolean).join(' · ');
    remove.setAttribute('aria-label', remove.textContent.trim() + ': ' + work.title);
    remove.addEventListener('click', async () => {
      await shelf.forget(work);
      await draw();
      one('head').focus();
    });
    return row;
  }));
}

one('all').addEventListener('click', async () => {
  if (!confirm(one('all').dataset.ask)) return;
  await shelf.forgetAll();
  await draw();
  one('head').focus();
});
// Only who has saved something needs to ask whether it was withdrawn.
async function review() {
  if (!(await shelf.list()).length) return;
  const works = await (await import(root.dataset.withdrawn)).review(shelf);
  if (!works.length) return;
  one('gone').querySelector('b').textContent = [...new Set(works.map(work => work.title))].join('; ');
  one('gone').hidden = false;
  await draw();
}

// It stands for a page that is not kept, too, while nobody can be asked for it.
if (location.pathname !== '/da-luu' && one('away')) {
  one('away').hidden = false;
  addEventListener('online', () => location.reload());
}
if ('caches' in window) {
  await draw();
  addEventListener('online', review);
  await review();
} else one('none').textContent = root.dataset.cannot;
