/* Lets terms be dragged to another place: onto the upper or lower edge of one to stand beside it, onto its middle to stand below it. Arrows and a choice do the same without it. */
const list = document.querySelector('[data-terms]');
const form = document.getElementById('keo');
const rows = [...(list?.children ?? [])];
let dragged = null;
const mark = (row, where) => rows.forEach(each => {
  if (each === row && where) each.dataset.drop = where;
  else delete each.dataset.drop;
});
const where = (event, row) => {
  const box = row.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  if (list.dataset.terms !== 'tree') return part < 0.5 ? 'before' : 'after';
  return part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'below';
};
// The sibling that follows a row, past everything that stands below the row.
const next = row => {
  for (const each of rows.slice(rows.indexOf(row) + 1)) {
    if (+each.dataset.depth < +row.dataset.depth) break;
    if (each.dataset.depth === row.dataset.depth && each !== dragged) return each.dataset.code;
  }
  return '';
};
for (const row of rows) {
  row.draggable = true;
  row.addEventListener('dragstart', event => {
    dragged = row;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', row.dataset.code);
  });
  row.addEventListener('dragover', event => {
    if (dragged && dragged !== row) {
      event.preventDefault();
      mark(row, where(event, row));
    }
  });
  row.addEventListener('dragend', () => {
    mark(null);
    dragged = null;
  });
  row.addEventListener('drop', event => {
    event.preventDefault();
    if (!dragged) return;
    const place = where(event, row);
    form.elements.ma.value = dragged.dataset.code;
    form.elements.ban.value = dragged.dataset.version;
    form.elements.duoi.value = place === 'below' ? row.dataset.code : row.dataset.parent ?? '';
    form.elements.truoc.value = place === 'before' ? row.dataset.code : place === 'after' ? next(row) : '';
    form.submit();
  });
}
if (rows.length) document.querySelector('[data-drag-hint]').hidden = false;
