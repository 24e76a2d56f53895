// What the portal has withdrawn, often since somebody who is shown wants that, does not stay on devices. Takes the module of what is saved.
const pathOf = work => new URL(work.page, location).pathname;

/** Deletes what belongs to the page of a path, and that page of those seen last; what was saved of it. */
export async function drop(shelf, path) {
  const works = (await shelf.list()).filter(work => pathOf(work) === path);
  for (const work of works) await shelf.forget(work);
  await (await caches.open(shelf.PAGES)).delete(path, { ignoreSearch: true, ignoreVary: true });
  return works;
}

/** Asks the portal what it has withdrawn of what is saved, and deletes that; what it was. Without a line everything stays. */
export async function review(shelf) {
  const gone = [...new Set((await shelf.list()).map(pathOf))].map(async path => {
    const answer = await fetch(path, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    return answer && answer.status === 410 ? drop(shelf, path) : [];
  });
  return (await Promise.all(gone)).flat();
}
