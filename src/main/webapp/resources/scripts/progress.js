/* Shows how far something is that goes on behind the scenes: looks again every two seconds until it is at its end, but while nobody sees it, or somebody is at a button in it. */
const place = document.getElementById('tien-do');
const isHeld = () => document.hidden || place.contains(document.activeElement);
const look = async () => {
  if (isHeld()) {
    setTimeout(look, 2000);
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      const now = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('tien-do');
      // Whoever has signed out meanwhile is shown another page.
      if (!now) return;
      if (!isHeld()) {
        place.replaceChildren(...now.childNodes);
        if (!now.dataset.running) return;
      }
    }
  } catch {
    // The next look may find the portal again.
  }
  setTimeout(look, 2000);
};
if (place?.dataset.running) setTimeout(look, 2000);
