// Within an embed: tells the page around how high it is and what plays, and does what that page asks for. Everything here is optional.
(() => {
  'use strict';
  const root = document.querySelector('[data-embed]'), media = root && root.querySelector('audio,video');
  const around = window.parent !== window ? window.parent : null;
  const allowed = (document.documentElement.dataset.origins || '').split(' ').filter(Boolean);

  // Who shows this frame, as far as the browser tells; a message from anybody else is not for us.
  const originOf = address => { try { return new URL(address).origin; } catch { return ''; } };
  const above = location.ancestorOrigins && location.ancestorOrigins[0] || originOf(document.referrer);
  let page = above && above !== location.origin ? above : '';
  const isBelow = (origin, one) => one.includes('://*.') && origin.startsWith(one.split('*')[0]) && origin.endsWith(one.split('*')[1]);
  const isAllowed = origin => !allowed.length || allowed.some(one => one === origin || isBelow(origin, one)) || origin === location.origin;
  const isHeard = message => around && message.source === around && (!page || message.origin === page) && isAllowed(message.origin);
  const say = (event, more) => {
    if (around && (!page || isAllowed(page))) around.postMessage({ loa: 1, event, ...more }, page && page !== 'null' ? page : '*');
  };

  // WordPress shows what oEmbed finds in a sandbox that may open no window; it shows such a frame, and makes it as high as it wants to be,
  // once it is told so in words of its own, with a secret that stands behind the address.
  const secret = (/[?&]secret=([a-zA-Z0-9]{1,40})$/.exec(location.hash) || [])[1];
  const toWordPress = (message, value) => { if (around && secret) around.postMessage({ message, value, secret }, '*'); };
  // Other sandboxes let nothing be opened and tell nobody: then people get the address itself.
  const leave = link => {
    if (secret && window.origin === 'null') { toWordPress('link', link.href); return; }
    const there = window.open(link.href), shut = document.querySelector('[data-shut]');
    // In a sandbox without an origin even an empty window is that of somebody else; it has nothing to reach back to.
    if (there) try { there.opener = null; } catch { /* as above */ }
    shut.hidden = !!there;
    const field = shut.querySelector('input');
    field.value = link.href;
    if (!there) { field.focus(); field.select(); }
  };
  addEventListener('click', e => {
    const link = e.target.closest('a[href]');
    if (!link) return;
    if (link.target !== '_blank') { if (secret) link.hash = location.hash; }
    else if (around && !e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); leave(link); }
  }, true);

  // A film is as high as its picture wants to be, not as it is in a frame that is still too low.
  const stage = document.querySelector('.stage');
  let told = 0;
  const measure = () => {
    const width = document.documentElement.clientWidth;
    // Nobody sees it yet: in a hidden tab, or in a box without any width.
    if (!width || document.fullscreenElement) return;
    const body = document.body.getBoundingClientRect().height;
    const high = Math.ceil(stage ? body - stage.offsetHeight + Math.max(112, stage.clientWidth * 9 / 16) : body);
    if (high > 20 && high !== told) { told = high; say('size', { height: high }); toWordPress('height', high); }
  };
  if (around && window.ResizeObserver) new ResizeObserver(measure).observe(document.body);
  addEventListener('resize', measure);
  addEventListener('load', measure);

  // Back to the list that led here within the frame.
  const back = document.querySelector('[data-back]');
  if (back && /\/nhung\/danh-sach(\?|$)/.test(document.referrer) && originOf(document.referrer) === location.origin) {
    back.href = document.referrer;
    back.hidden = false;
  }

  const state = () => media ? {
    paused: media.paused, ended: media.ended, time: media.currentTime,
    duration: isFinite(media.duration) && media.duration || Number(root.dataset.seconds) || 0,
    language: root.dataset.language,
    languages: [...new Set([root, ...root.querySelectorAll('[data-language]')].map(a => a.dataset.language))].sort()
  } : { paused: true, ended: false, time: 0, duration: 0, language: '', languages: [] };
  const gone = document.querySelector('[data-gone]'), list = document.querySelector('[data-list]');
  const what = root ? 'work' : list ? 'list' : 'none';
  // Of what cannot be shown the page around is told why, and of a list how much there is in it.
  const more = gone ? { why: gone.dataset.gone } : list ? { works: Number(list.dataset.list) } : {};
  // Who is told twice knows by when this page began that it is the same.
  const ready = () => { told = 0; say('ready', { since: performance.timeOrigin, what, work: root ? root.dataset.embed : '', ...more, ...state() }); measure(); };

  const fail = root && root.querySelector('[data-fail]');
  // Whether somebody wants it to play, though it may not; whether it was cut off; for how long, how often tried again, and what waits to try.
  let wanted = false, cut = false, since = 0, tries = 0, next = 0;
  const mend = () => { cut = false; clearTimeout(next); };
  const isOff = () => media.error || media.networkState === media.NETWORK_NO_SOURCE;
  const broken = () => {
    if (fail) fail.hidden = false;
    say('error', { reason: 'media' });
    if (cut) return;
    cut = true;
    since = since || Date.now();
    media.pause();
    if (wanted && tries < 6 && !(media.error && media.error.code === 3)) next = setTimeout(again, 2000 << tries++);
  };
  // As on the page of the work: what was cut off begins anew at its last second.
  const again = () => {
    const at = media.currentTime;
    mend();
    stop();
    media.load();
    media.currentTime = at;
    play();
  };
  let flow = null;
  const stop = () => { if (flow) { flow.close(); flow = null; } };
  // A film whose picture no file has together with this voice is put together of pieces, by a script that comes only now.
  const begin = async () => {
    const needed = root.dataset.needed;
    if (!needed || flow || media.canPlayType('application/vnd.apple.mpegurl')) return;
    const { stream } = await import(root.dataset.streaming);
    flow = await stream(media, { script: root.dataset.hls, url: needed, from: media.currentTime, lost: broken }, () => root.dataset.needed === needed);
  };
  const play = async () => {
    wanted = true;
    if (cut || media.error) { since = tries = 0; again(); return; }
    try { await begin(); await media.play(); } catch (refused) {
      // Browsers let nothing begin to sound of which nobody has pressed anything.
      if (refused.name === 'NotAllowedError') { wanted = false; say('error', { reason: 'blocked' }); }
      else if (refused.name !== 'AbortError') { wanted = true; broken(); }
    }
  };
  // Subtitles come with the film: before it, they would only weigh. They go with the voice until somebody chooses others.
  const titles = media ? [...media.textTracks] : [], first = media && media.querySelector('track[data-first]');
  let title = first && first.track, titled = false;
  const entitle = voice => {
    if (titled && titles.find(each => each.mode === 'showing') !== (title || undefined)) return;
    title = [voice, document.documentElement.lang, 'vi'].map(tag => titles.find(each => each.language === tag)).find(Boolean);
    if (titled) titles.forEach(each => { each.mode = each === title ? 'showing' : 'disabled'; });
  };
  const speak = link => {
    if (!link) { say('error', { reason: 'language' }); return; }
    if (link.getAttribute('aria-current')) return;
    if (!link.dataset.src || !!link.dataset.film !== (media.tagName === 'VIDEO')) {
      // Another kind of player is another page.
      location.href = link.href;
      return;
    }
    const end = Number(link.dataset.seconds), playing = !media.paused || wanted;
    // A shorter voice is over by then, and would say nothing.
    const at = end && media.currentTime >= end ? 0 : media.currentTime;
    mend();
    since = tries = 0;
    stop();
    delete root.dataset.needed;
    media.src = link.dataset.src;
    media.currentTime = at;
    root.querySelectorAll('.voices a').forEach(a => a === link ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current'));
    root.querySelectorAll('[data-of]').forEach(place => { place.textContent = link.dataset[place.dataset.of] || ''; place.hidden = !place.textContent; });
    entitle(link.hreflang);
    root.dataset.language = link.dataset.language;
    root.dataset.seconds = link.dataset.seconds || '';
    root.querySelectorAll('h1 a, .pic').forEach(a => { a.search = a.search.replace(/([?&]tieng=)[^&]*/, '$1' + link.dataset.language); });
    if (fail) fail.hidden = true;
    say('language', state());
    if (playing) play();
  };
  if (media) {
    root.addEventListener('click', e => {
      const link = e.target.closest('.voices a');
      if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); speak(link); }
    });
    ['play', 'pause', 'ended', 'seeked'].forEach(name => media.addEventListener(name, () => say(name, state())));
    media.addEventListener('play', () => {
      if (cut) { play(); return; }
      wanted = true;
      if (!titled) {
        titled = true;
        if (title) title.mode = 'showing';
      }
      // Pressed on the browser's own controls.
      if (root.dataset.needed && !flow && !media.canPlayType('application/vnd.apple.mpegurl')) { media.pause(); play(); }
    });
    media.addEventListener('pause', () => { if (!isOff() && !cut) wanted = false; });
    media.addEventListener('playing', () => {
      since = tries = 0;
      if (fail) fail.hidden = true;
    });
    // Who has waited for so long has gone, and is not to be startled.
    addEventListener('online', () => { if (cut && wanted && Date.now() - since < 6e5) again(); });
    let second = -1;
    media.addEventListener('timeupdate', () => {
      const now = Math.floor(media.currentTime);
      if (now !== second) { second = now; say('time', state()); }
    });
    // An element with several files reports the last of them.
    media.addEventListener('error', () => setTimeout(() => { if (isOff()) broken(); }), true);
  }

  const does = {
    hello: ready,
    play: () => media ? play() : say('error', { reason: 'none' }),
    pause: () => media && media.pause(),
    seek: to => {
      if (!media) { say('error', { reason: 'none' }); return; }
      if (!Number.isFinite(to)) { say('error', { reason: 'second' }); return; }
      // Nothing is longer than a day, also while nobody knows how long it is.
      media.currentTime = Math.max(0, Math.min(to, state().duration || 86400));
      // Of what is not loaded yet the browser says nothing.
      if (!media.readyState) say('seeked', state());
    },
    language: code => {
      if (!media) speak();
      else if (code !== root.dataset.language) speak([...root.querySelectorAll('.voices a')].find(a => a.dataset.language === code));
    }
  };
  addEventListener('message', message => {
    const asked = message.data;
    if (!asked || asked.loa !== 1 || typeof asked.do !== 'string' || !isHeard(message)) return;
    // From the first word on it listens to nobody else, whatever is shown around it later.
    page = message.origin;
    if (Object.hasOwn(does, asked.do)) does[asked.do](asked.value);
  });
  ready();
})();
