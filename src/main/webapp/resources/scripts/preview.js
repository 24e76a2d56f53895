// Shows what a film shows at the second that somebody points at.

/**
 * @param sheet address of the pictures
 * @param times address of the WebVTT of their places
 * @param film {total, clock, share}: its seconds, how a second is written, and where somebody points at first
 */
export async function preview(seek, sheet, times, { total, clock, share: first }) {
  const answer = await fetch(times);
  if (!answer.ok) return;
  const pictures = parse(await answer.text());
  if (!pictures.length) return;
  const box = document.createElement('div'), picture = document.createElement('i'), time = document.createElement('b');
  box.className = 'peek';
  box.hidden = true;
  box.setAttribute('aria-hidden', 'true');
  box.append(picture, time);
  seek.parentElement.append(box);
  picture.style.backgroundImage = 'url("' + sheet + '")';

  const show = share => {
    const second = Math.max(0, Math.min(1, share)) * total();
    const place = pictures.find(each => second < each.to) || pictures[pictures.length - 1];
    picture.style.width = place.width + 'px';
    picture.style.height = place.height + 'px';
    picture.style.backgroundPosition = -place.x + 'px ' + -place.y + 'px';
    time.textContent = clock(second);
    box.hidden = false;
    const left = share * seek.clientWidth - place.width / 2;
    box.style.left = Math.max(0, Math.min(left, seek.clientWidth - place.width)) + 'px';
  };
  const hide = () => { box.hidden = true; };
  seek.addEventListener('pointermove', e => show(e.offsetX / seek.clientWidth));
  seek.addEventListener('input', () => show(seek.value / seek.max));
  seek.addEventListener('pointerleave', hide);
  seek.addEventListener('change', hide);
  seek.addEventListener('blur', hide);
  if (seek.matches(':hover')) show(first);
}

function parse(text) {
  const cue = /--> (\d+):(\d+):([\d.]+)\n\S*#xywh=(\d+),(\d+),(\d+),(\d+)/g;
  return [...text.matchAll(cue)].map(found => {
    const [hours, minutes, seconds, x, y, width, height] = found.slice(1).map(Number);
    return { to: hours * 3600 + minutes * 60 + seconds, x, y, width, height };
  });
}
