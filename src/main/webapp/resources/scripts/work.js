/* The page of one product at work: what is named by its second is heard from there, and what is made of files is told as it goes on. */
(() => {
  'use strict';
  const clock = s => {
    const h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60, r = String(Math.floor(s) % 60).padStart(2, '0');
    return h ? h + ':' + String(m).padStart(2, '0') + ':' + r : m + ':' + r;
  };
  const player = inside => inside.closest('li[id]')?.querySelector('audio,video');

  document.addEventListener('click', event => {
    const seek = event.target.closest('[data-seek]'), mark = event.target.closest('[data-mark]');
    if (seek) {
      const media = player(seek);
      if (media) {
        media.currentTime = Number(seek.dataset.seek);
        media.play().catch(() => {});
      }
    } else if (mark) {
      const media = player(mark), note = document.getElementById(mark.dataset.mark);
      const before = note.value.slice(0, note.selectionStart), after = note.value.slice(note.selectionEnd);
      const added = (before && !/\s$/.test(before) ? '\n' : '') + clock(media ? media.currentTime : 0) + ' ';
      note.value = before + added + after;
      note.focus();
      note.selectionStart = note.selectionEnd = before.length + added.length;
    }
  });
  document.querySelectorAll('[data-mark]').forEach(button => { button.hidden = false; });

  const isBusy = part => part.contains(document.activeElement) && document.activeElement !== document.body
    || [...part.querySelectorAll('audio,video')].some(media => !media.paused) || [...part.querySelectorAll('textarea')].some(note => note.value !== note.defaultValue);
  const follow = async () => {
    const part = document.querySelector('[data-live]');
    if (!part) return;
    if (!document.hidden && !isBusy(part)) {
      try {
        const answer = await fetch(location.pathname + location.search, { headers: { Accept: 'text/html' } });
        if (answer.ok && !answer.redirected) {
          const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
          if (fresh && !isBusy(part)) {
            part.replaceWith(document.importNode(fresh, true));
            document.querySelectorAll('[data-mark]').forEach(button => { button.hidden = false; });
          }
        }
      } catch { /* The line is down: the next time tells more. */ }
    }
    setTimeout(follow, 4000);
  };
  if (document.querySelector('[data-live]')) setTimeout(follow, 4000);
})();
