// Improves the native players: everything here is optional, the page works without it.
(() => {
  'use strict';
  const lang = document.documentElement.lang || 'vi';
  const one = (root, selector) => root.querySelector(selector);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const clock = s => {
    s = Math.max(0, Math.floor(s || 0));
    const two = n => String(n).padStart(2, '0');
    const hours = Math.floor(s / 3600), minutes = Math.floor(s / 60) % 60;
    return (hours ? hours + ':' + two(minutes) : minutes) + ':' + two(s % 60);
  };
  const unit = (n, name) => {
    try {
      return new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'long' }).format(n);
    } catch { return String(n); }
  };
  const words = s => {
    s = Math.floor(s || 0);
    return (s >= 60 ? unit(Math.floor(s / 60), 'minute') + ' ' : '') + unit(s % 60, 'second');
  };
  // The position stays on this device. Storage may be refused or full: then nothing is remembered.
  const memory = {
    get(key) { try { return Number(localStorage.getItem(key)) || 0; } catch { return 0; } },
    set(key, s) { try { s ? localStorage.setItem(key, s) : localStorage.removeItem(key); } catch { /* not kept */ } }
  };

  function improve(root) {
    const media = one(root, 'audio,video');
    if (!media) return;
    const key = 'loa:' + root.dataset.player;
    const act = name => one(root, '[data-do="' + name + '"]');
    const seek = act('seek'), rate = act('rate'), resume = act('resume'), time = one(root, '.clock'), fail = one(root, '[data-fail]');
    const length = Number(root.dataset.seconds) || 0;
    let saved = 0, busy = false, changes = 0;
    // What plays: a file, or in its place a stream, which needs more script and is opened at Play, never over a slow or dear line.
    const data = root.dataset, line = navigator.connection || {};
    const slow = line.saveData || /2g|3g/.test(line.effectiveType || '');
    const thrifty = slow || (innerWidth < 600 && line.effectiveType !== '4g');
    const able = data.streaming && !slow && (window.ManagedMediaSource || window.MediaSource || media.canPlayType('application/vnd.apple.mpegurl'));
    let file = thrifty && data.small || data.src, plan = able && data.stream && data, flow = null, waits = false, opened = 0;
    // Whether somebody wants it to play, though it may not; whether it was cut off; the stream that was given up for a file.
    let wanted = false, cut = false, given = null, since = 0, tries = 0, next = 0;
    // Below this screen the small file shows as much.
    const streams = () => plan && (plan.needed || (innerWidth >= 600 && media.clientWidth * devicePixelRatio >= 640));
    const total = () => (isFinite(media.duration) && media.duration) || length;

    const stage = one(root, '.stage'), isFilm = media.tagName === 'VIDEO';
    media.controls = false;
    root.classList.add('ours');
    all(root, '[data-script]').forEach(e => { e.hidden = false; });

    const show = () => {
      const now = media.currentTime;
      follow(said, now);
      follow(parts, now);
      if (time && !busy) time.textContent = clock(now) + ' / ' + clock(total());
      if (seek && !busy) {
        seek.max = Math.ceil(total()) || 1;
        seek.value = now;
        reach('at', now);
        seek.setAttribute('aria-valuetext', words(now) + (parts.now ? ', ' + one(parts.now, 'span').textContent : ''));
      }
      loaded();
    };
    // Drawn by the style sheet: what has been heard, and how far it can go on without the line.
    const reach = (name, second) => seek.style.setProperty('--' + name, Math.min(1, second / total()) || 0);
    const loaded = () => {
      const { buffered, currentTime: now } = media;
      for (let i = buffered.length; seek && i--;) {
        if (buffered.start(i) <= now + .5) return reach('got', buffered.end(i));
      }
    };
    // Lines that lead to their second: what is said, and the chapters.
    const said = { of: '.cues:not(.parts) a' }, parts = { of: '.parts a' };
    const linesOf = list => list.lines = list.lines || (data.page ? all(document, list.of) : []);
    const follow = (list, now) => {
      const lines = linesOf(list), next = lines.findIndex(line => Number(line.dataset.t) > now + .05);
      const line = lines[(next < 0 ? lines.length : next) - 1];
      if (line === list.now || (!now && media.paused)) return;
      if (list.now) list.now.removeAttribute('aria-current');
      list.now = line;
      if (!line) return;
      line.setAttribute('aria-current', 'true');
      const box = line.closest('.cues');
      if (!box.matches(':hover,:focus-within')) box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 3;
    };
    // Where chapters begin is marked on the line of time.
    const divide = () => {
      if (!seek) return;
      all(seek.parentElement, 'i.mark').forEach(mark => mark.remove());
      linesOf(parts).filter(line => Number(line.dataset.t)).forEach(line => {
        const mark = document.createElement('i');
        mark.className = 'mark';
        mark.style.left = 'calc(10px + (100% - 20px) * ' + line.dataset.t / total() + ')';
        seek.parentElement.append(mark);
      });
    };
    const load = now => { media.src = file; media.currentTime = now; };
    const close = () => {
      opened++;
      opening(false);
      if (flow && flow.close) flow.close();
      flow = null;
    };
    const opening = is => {
      waits = is;
      is ? root.setAttribute('aria-busy', 'true') : root.removeAttribute('aria-busy');
    };
    const open = async () => {
      const turn = ++opened, now = media.currentTime, speed = media.playbackRate;
      // What the browser or the line does not give is played as a file.
      const instead = () => {
        if (turn !== opened) return;
        const last = media.currentTime || now;
        close();
        given = plan;
        plan = null;
        load(last);
        fit();
        play();
      };
      opening(true);
      try {
        const player = await import(data.streaming);
        const next = await player.stream(media, { script: data.hls, url: plan.stream, from: now, lost: instead }, () => turn === opened);
        if (turn !== opened) return;
        flow = next;
      } catch {
        instead();
        return;
      }
      opening(false);
      media.defaultPlaybackRate = media.playbackRate = speed;
      fit();
      play();
    };
    const play = () => {
      wanted = true;
      if (waits) return;
      if (cut || media.error) { since = tries = 0; again(); return; }
      if (streams() && !flow) { open(); return; }
      const p = media.play();
      if (p) p.catch(() => {});
    };
    // A line that was away for a moment costs no more than that: what was cut off begins anew at its last second, at Play, and by itself for who waits for it.
    const again = () => {
      const now = media.currentTime;
      mend();
      close();
      // The file that was to play instead did not come either: it was not the stream.
      plan = plan || given;
      if (isFilm || media.src) load(now);
      else { media.load(); media.currentTime = now; }
      play();
    };
    const mend = () => { cut = false; clearTimeout(next); };
    const isOff = () => media.error || media.networkState === media.NETWORK_NO_SOURCE;
    const failed = () => {
      if (cut || !isOff()) return;
      cut = true;
      since = since || Date.now();
      media.pause();
      // What was saved plays without a line; another voice or size does not.
      const text = fail && (!navigator.onLine && fail.dataset.away || broken);
      if (fail && fail.textContent !== text) fail.textContent = text;
      if (fail) fail.hidden = false;
      state();
      if (wanted && tries < 6 && !(media.error && media.error.code === 3)) next = setTimeout(again, 2000 << tries++);
    };
    // Who has waited for so long has gone, and is not to be startled.
    addEventListener('online', () => { if (cut ? wanted && Date.now() - since < 6e5 : root.matches('.wait')) again(); });
    // The links say what really plays here, and what it weighs.
    const fit = () => {
      const streamed = flow || streams();
      all(root, 'a[data-small]').forEach(a => {
        if (thrifty) a.dataset.src = a.dataset.small;
        const price = one(a, 'small'), whole = price.lastElementChild;
        if (whole) price.textContent = thrifty ? a.dataset.size : whole.textContent;
      });
      all(root, 'a[data-profile]').forEach(a => {
        const isStream = a.dataset.profile === 'hls';
        a.hidden = isStream && !able;
        mark(a, isStream ? streamed : !streamed && a.dataset.src === file);
      });
      offer();
      repeat();
    };
    // In full screen the choices below the picture are out of reach: the bar repeats them.
    const picks = all(root, '[data-pick]'), linksOf = pick => all(root, '.seg ' + pick.dataset.pick).filter(a => !a.hidden);
    const repeat = () => picks.forEach(pick => {
      const links = linksOf(pick);
      pick.replaceChildren(...links.map(a => new Option(a.firstChild.textContent + ' · ' + one(a, 'small').textContent)));
      pick.selectedIndex = links.findIndex(a => a.getAttribute('aria-current') === 'true');
      pick.parentElement.hidden = links.length < 2;
    });
    picks.forEach(pick => pick.addEventListener('change', () => linksOf(pick)[pick.selectedIndex].click()));
    // What is said of a voice goes with it: how long it is, and that it only holds a place.
    const note = voice => all(document, '[data-of]').forEach(place => {
      place.textContent = voice[place.dataset.of] || '';
      place.hidden = !place.textContent;
    });
    const mark = (a, is) => is ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current');
    // Keeping the file on the device: the script for it comes when somebody wants that.
    const shelf = one(root, '[data-shelf]');
    const linkOfFile = () => all(root, 'a[data-src]').filter(a => a.dataset.src === file && a.dataset.profile !== 'hls').pop();
    const say = text => { one(shelf, '[role=status]').textContent = text; };
    const offer = async () => {
      if (!shelf || !window.caches || !navigator.serviceWorker) return;
      const link = linkOfFile(), now = file, button = act('save');
      one(button, 'small').textContent = link ? one(link, 'small').textContent : shelf.dataset.size;
      const saved = await caches.match(file).catch(() => null);
      if (now !== file) return;
      shelf.hidden = false;
      button.hidden = !!saved;
      say(saved ? shelf.dataset.done : '');
    };
    const save = async () => {
      const button = act('save'), link = linkOfFile(), page = new URL(link ? link.href : location.href);
      page.searchParams.delete('t');
      button.disabled = true;
      say('');
      try {
        const { save } = await import(shelf.dataset.shelf);
        const voice = one(root, 'a[hreflang][aria-current]');
        await save({
          file, page: page.pathname + page.search, title: data.title,
          label: [voice, link].filter((a, i, both) => a && both.indexOf(a) === i).map(a => a.firstChild.textContent).join(' · '),
          more: all(media, 'track:not([kind=chapters])').map(track => new URL(track.src).pathname)
        }, percent => { one(button, 'small').textContent = percent + ' %'; });
        await offer();
      } catch (failure) {
        await offer();
        say(failure.name === 'QuotaExceededError' ? shelf.dataset.full : shelf.dataset.lost);
      }
      button.disabled = false;
    };
    const toggle = () => media.paused ? play() : media.pause();
    const go = s => { media.currentTime = Math.max(0, Math.min(s, total() || s)); show(); };
    const by = s => go(media.currentTime + s);

    const does = {
      toggle, save, mute: () => mute(), full: () => full(), back: () => by(-10), forward: () => by(10),
      resume: () => { go(memory.get(key)); resume.hidden = true; play(); }
    };
    root.addEventListener('click', e => {
      const button = e.target.closest('button[data-do]');
      if (button && does[button.dataset.do]) does[button.dataset.do]();
    });
    if (seek) {
      seek.addEventListener('input', () => { busy = true; reach('at', seek.value); if (time) time.textContent = clock(seek.value) + ' / ' + clock(total()); seek.setAttribute('aria-valuetext', words(seek.value)); });
      seek.addEventListener('change', () => { busy = false; go(Number(seek.value)); });
    }
    if (rate) rate.addEventListener('change', () => { media.playbackRate = media.defaultPlaybackRate = Number(rate.value); });

    const state = () => {
      root.classList.toggle('on', !media.paused);
      const button = act('toggle');
      if (button) button.setAttribute('aria-label', media.paused ? button.dataset.play : button.dataset.pause);
    };
    media.addEventListener('play', () => {
      // Pressed on the browser's own controls.
      if (streams() && !flow) { media.pause(); play(); return; }
      wanted = true;
      if (resume) resume.hidden = true;
      root.classList.add('begun');
      state();
      describe();
    });
    media.addEventListener('pause', () => {
      state();
      if (media.currentTime) keep();
      if (!isOff()) wanted = false;
    });
    media.addEventListener('playing', () => {
      since = tries = 0;
      if (fail) fail.hidden = true;
    });
    media.addEventListener('ended', () => memory.set(key, 0));
    const broken = fail && fail.textContent;
    // Of several files each tells of itself, and only then it is known whether there is another.
    media.addEventListener('error', () => setTimeout(failed), true);
    media.addEventListener('loadedmetadata', () => { show(); divide(); });
    media.addEventListener('progress', loaded);
    // Whoever waits for a slow line sees that something is on its way.
    media.addEventListener('waiting', () => root.classList.add('wait'));
    ['playing', 'pause', 'error'].forEach(name => media.addEventListener(name, () => root.classList.remove('wait')));
    media.addEventListener('timeupdate', () => { show(); if (Math.abs(media.currentTime - saved) > 5) keep(); });
    const keep = () => {
      saved = media.currentTime;
      if (!media.ended) memory.set(key, saved > 10 && saved < total() - 10 ? Math.floor(saved) : 0);
    };
    const describe = () => {
      if (!('mediaSession' in navigator) || !window.MediaMetadata) return;
      // Where the line is slow, it is for the sound.
      const picture = !slow && (media.poster || (one(root, 'img.wide') || {}).src);
      navigator.mediaSession.metadata = new MediaMetadata({
        title: data.title || document.title,
        artist: one(document, '.brand span').firstChild.textContent.trim(),
        artwork: picture ? [{ src: picture }] : []
      });
      const on = (name, what) => { try { navigator.mediaSession.setActionHandler(name, what); } catch { /* not known here */ } };
      on('seekbackward', () => by(-10));
      on('seekforward', () => by(10));
      on('seekto', to => go(to.seekTime));
      on('play', play);
      on('pause', () => media.pause());
    };

    const tell = text => { const place = one(root, '[data-tell]'); if (place) place.textContent = place.dataset[text]; };
    const mute = () => { media.muted = !media.muted; tell(media.muted ? 'muted' : 'loud'); };
    const volume = act('volume');
    if (volume) {
      volume.addEventListener('input', () => { media.volume = volume.value; media.muted = !media.volume; });
      media.addEventListener('volumechange', () => {
        volume.value = media.muted ? 0 : media.volume;
        act('mute').setAttribute('aria-pressed', media.muted);
      });
    }
    // The whole stage fills the screen, with our bar; an old iPhone only gives the picture, with a bar of its own.
    const press = act('full'), alone = !(stage && stage.requestFullscreen) && media.webkitEnterFullscreen;
    const full = () => {
      if (!press) return;
      if (document.fullscreenElement) document.exitFullscreen();
      else if (!alone) stage.requestFullscreen().then(() => {
        // A phone is turned for a picture that is wide; not all can be, nor must.
        if (media.videoWidth >= media.videoHeight && screen.orientation && screen.orientation.lock) screen.orientation.lock('landscape').catch(() => {});
      }, () => {});
      else if (media.readyState) media.webkitEnterFullscreen();
      else play();
    };
    if (press) {
      press.hidden = !alone && !document.fullscreenEnabled;
      let timer, hid = false;
      const wake = e => {
        if (e.type === 'pointerdown') hid = e.pointerType === 'touch' && stage.matches(':fullscreen.idle');
        clearTimeout(timer);
        stage.classList.remove('idle');
        stage.style.setProperty('--bar', one(stage, '.in').offsetHeight + 'px');
        timer = setTimeout(() => { if (!media.paused && !one(stage, 'select:focus')) stage.classList.add('idle'); }, 3000);
      };
      ['pointermove', 'pointerdown', 'keydown', 'fullscreenchange'].forEach(name => stage.addEventListener(name, wake));
      media.addEventListener('play', wake);
      stage.addEventListener('fullscreenchange', () => press.setAttribute('aria-pressed', !!document.fullscreenElement));
      // The picture is a button, too; a touch that only brings back the bar does nothing else.
      media.tabIndex = -1;
      media.addEventListener('click', () => { if (!hid) toggle(); });
      media.addEventListener('dblclick', full);
    }
    const speed = step => {
      const next = rate && rate.options[rate.selectedIndex + step];
      if (!next) return;
      rate.value = next.value;
      rate.dispatchEvent(new Event('change'));
    };
    // Subtitles are those of the voice until somebody chooses. On a light page they come with the film, not before it.
    const tracks = () => [...media.textTracks].filter(track => /captions|subtitles/.test(track.kind)), shown = () => tracks().find(track => track.mode === 'showing');
    const choice = act('captions');
    let later = (one(root, 'track[data-first]') || {}).track, chosen = false;
    const caption = wanted => tracks().forEach(track => { track.mode = track === wanted ? 'showing' : 'disabled'; });
    const choose = track => {
      chosen = true;
      later = null;
      caption(track);
    };
    // As the server does for whoever comes with that voice.
    const suit = voice => {
      if (chosen) return;
      const track = [voice, lang, 'vi'].map(tag => tracks().find(each => each.language === tag)).find(Boolean);
      later ? later = track : caption(track);
    };
    if (later) media.addEventListener('play', () => {
      if (later) caption(later);
      later = null;
    }, { once: true });
    if (choice) {
      const mock = one(root, 'p[data-mock]');
      const see = () => {
        choice.value = (shown() || { language: '' }).language;
        mock.hidden = !one(choice, '[data-mock]:checked');
      };
      choice.addEventListener('change', () => choose(tracks().find(track => track.language === choice.value)));
      media.textTracks.addEventListener('change', see);
      see();
    }
    let last = null;
    const captions = () => {
      const now = shown();
      last = now || last || tracks()[0];
      if (!last) return;
      choose(now ? null : last);
      tell(now ? 'gone' : 'shown');
    };
    // How subtitles look is a choice of the person, kept on this device from the first change on.
    ['cue-size', 'cue-back'].forEach(name => {
      const choice = act(name), kept = 'loa:' + name;
      if (!choice) return;
      try { choice.value = localStorage.getItem(kept) || ''; } catch { /* not kept */ }
      const look = () => root.setAttribute('data-' + name, choice.value);
      look();
      choice.addEventListener('change', () => {
        look();
        try { localStorage.setItem(kept, choice.value); } catch { /* not kept */ }
      });
    });
    // Small pictures of where a seek would lead; they come when somebody points at the line, and not over a slow one.
    if (seek && data.sheet && !slow) seek.addEventListener('pointermove', async e => {
      const share = e.offsetX / seek.clientWidth;
      (await import(data.preview)).preview(seek, data.sheet, data.times, { total, clock, share });
    }, { once: true });

    // Keys act only while the focus is inside the player (WCAG 2.1.4), and never while typing or on a native control of its own.
    root.addEventListener('keydown', e => {
      if (e.ctrlKey || e.altKey || e.metaKey || e.target.closest('select,textarea')) return;
      const keys = { k: toggle, j: () => by(-10), l: () => by(10), m: mute, c: captions, f: full, '<': () => speed(-1), '>': () => speed(1) };
      if (/^\d$/.test(e.key)) keys[e.key] = () => go(total() * e.key / 10);
      if (!e.target.closest('a,button,summary')) keys[' '] = toggle;
      if (e.target !== volume) { keys.ArrowLeft = () => by(-5); keys.ArrowRight = () => by(5); }
      const what = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
      if (what) { e.preventDefault(); what(); }
    });

    // Another language or size: same second, same state; what the server writes for it (transcript, files) follows.
    const change = async link => {
      const turn = ++changes;
      // Who was told that it does not play wanted it to.
      const now = media.currentTime, playing = !media.paused || waits || wanted, speed = media.playbackRate;
      mend();
      given = null;
      since = tries = 0;
      if (fail) fail.hidden = true;
      file = link.dataset.src;
      plan = able && link.dataset.stream && link.dataset;
      if (!(flow && flow.voice && plan && link.hreflang && flow.voice(link.hreflang))) { close(); load(now); }
      // A version may be shorter than the one before: then it begins anew.
      media.addEventListener('loadedmetadata', () => { if (now >= media.duration) media.currentTime = 0; }, { once: true });
      media.defaultPlaybackRate = media.playbackRate = speed;
      if (playing || link.closest('[data-start]')) play();
      if (link.hreflang) {
        suit(link.hreflang);
        media.lang = link.hreflang;
        note(link.dataset);
      }
      const address = new URL(link.href);
      address.searchParams.delete('t');
      address.hash = '';
      all(link.closest('.seg'), 'a').forEach(a => mark(a, a === link));
      if (!root.dataset.page) return;
      history.replaceState(null, '', address);
      try {
        const answer = await fetch(address);
        if (!answer.ok) return;
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
        // Somebody quicker than the network has chosen again.
        if (turn !== changes) return;
        const held = document.activeElement.closest('[data-swap] a[data-src]');
        const again = held && (held.dataset.profile ? '[data-profile="' + held.dataset.profile + '"]' : '[hreflang="' + held.hreflang + '"]');
        all(document, '[data-swap]').forEach(old => {
          const fresh = next.getElementById(old.id);
          if (!fresh) return;
          old.replaceChildren(...fresh.childNodes);
        });
        fit();
        if (again && one(root, again)) one(root, again).focus();
        [said, parts].forEach(list => { list.lines = list.now = null; });
        show();
        divide();
      } catch { /* offline: the voice goes on, the text stays */ }
    };
    document.addEventListener('click', e => {
      if (e.button || e.ctrlKey || e.metaKey || e.shiftKey) return;
      const dub = root.contains(e.target) && e.target.closest('a[data-src]');
      const cue = root.dataset.page && e.target.closest('.cues a[data-t]');
      if (dub && dub.dataset.film && !isFilm) {
        // A picture needs another element, thus the whole page, which goes on at this second.
        const address = new URL(dub.href);
        if (media.currentTime >= 1) address.searchParams.set('t', Math.floor(media.currentTime));
        e.preventDefault();
        location.assign(address);
      } else if (dub) { e.preventDefault(); if (dub.getAttribute('aria-current') !== 'true') change(dub); }
      else if (cue) {
        e.preventDefault();
        // Who passes the address on passes on this second.
        history.replaceState(null, '', cue.href);
        go(Number(cue.dataset.t));
        play();
        if (isFilm) media.scrollIntoView({ block: 'nearest' });
      }
    });

    const start = Number(data.at) || 0;
    if (isFilm && file) media.src = file;
    if (data.page) fit();
    if (start) media.currentTime = start;
    else if (resume && memory.get(key)) {
      one(resume, 'span').textContent = words(memory.get(key));
      resume.hidden = false;
    }
    state();
    show();
    divide();
  }

  all(document, '[data-player]').forEach(improve);

  // The shell and the pages seen last, for hours without a line. Who saves data gets it when something is saved on purpose.
  const saving = navigator.connection && navigator.connection.saveData || /[?&]nhe=1/.test(location.search);
  if ('serviceWorker' in navigator && !saving) addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => {}));

  // What has been withdrawn leaves the device, with a word if it was saved there.
  const gone = one(document, '[data-dropped]');
  if (gone && window.caches) caches.has('loa-da-luu').then(async is => {
    if (is && (await (await import(gone.dataset.dropped)).drop(await import(gone.dataset.shelf), location.pathname)).length) gone.hidden = false;
  }).catch(() => {});

  // What only a part that is opened needs.
  all(document, '[data-more]').forEach(part => part.addEventListener('toggle', () => import(part.dataset.more).catch(() => {}), { once: true }));

  // Suggestions come with the first letter in a search field.
  all(document, '.find [data-suggest]').forEach(told => told.closest('form').addEventListener('input', ({ currentTarget: form }) => {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = told.dataset.style;
    document.head.append(style);
    form.dataset.typed = '1';
    const [count, ...kinds] = told.dataset.told.split('|');
    import(told.dataset.suggest).then(({ suggest }) => suggest(form, { count, kinds: Object.fromEntries(kinds.map(kind => kind.split('='))) })).catch(() => {});
  }, { once: true }));

  // Devices keep pages, and people leave them open: what was urgent then may be over now.
  const over = () => all(document, '.urgent time').forEach(end => {
    if (Date.parse(end.dateTime) > Date.now()) return;
    end.closest('li').remove();
    if (!one(document, '.urgent time')) one(document, '.urgent').remove();
  });
  if (one(document, '.urgent')) {
    over();
    setInterval(over, 60000);
  }

  // Pictures beyond the first few come when the reader scrolls to them: the first view stays small.
  const waiting = all(document, '[data-jpeg]');
  if (waiting.length && 'IntersectionObserver' in window) addEventListener('scroll', () => {
    const seen = new IntersectionObserver(entries => entries.forEach(entry => {
      if (!entry.isIntersecting) return;
      const place = entry.target, picture = document.createElement('picture'), image = new Image(320, 180);
      seen.unobserve(place);
      if (place.dataset.avif) {
        const source = document.createElement('source');
        source.type = 'image/avif';
        source.srcset = place.dataset.avif;
        picture.append(source);
      }
      image.alt = '';
      image.decoding = 'async';
      image.onload = () => { const drawn = one(place, '.scene'); if (drawn) drawn.replaceWith(picture); };
      picture.append(image);
      image.src = place.dataset.jpeg;
    }), { rootMargin: '150px' });
    waiting.forEach(place => seen.observe(place));
  }, { once: true, passive: true });
})();
