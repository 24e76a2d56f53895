// For pages that show embeds of the portal, version 1. Frames become as high as what is in them; and a page can steer them, whether this comes
// before or after what the page says itself:
//
//   <script async src="…/nhung/api/v1.js"></script>
//   <button id="nghe">Nghe</button>
//   <script>
//     (window.loaReady = window.loaReady || []).push(Loa => {
//       const player = Loa.player(document.querySelector('iframe'));
//       player.on('time', state => console.log(state.time, state.duration));
//       document.getElementById('nghe').onclick = () => player.play();
//     });
//   </script>
//
// Also: player.pause(); player.seek(30); player.language('hmn'). Events: ready, play, pause, time, seeked, ended, language, size,
// error ({reason: 'blocked' | 'media' | 'language' | 'second' | 'none'}). Each is given the state: {paused, ended, time, duration, language, languages}; '*' hears
// them all; ready also says what is shown: {what: 'work' | 'list' | 'none', work}, of a list how many works are in it (works), and of nothing
// why there is nothing (why: 'withdrawn' | 'unknown'). on() answers a function that ends it.
// One sounds at a time; a frame with data-loa-together neither silences others nor is silenced.
(() => {
  'use strict';
  const script = document.currentScript;
  if (window.Loa || !script) return;
  const home = new URL(script.src).origin;
  const players = new Map();
  const isOurs = frame => { try { const at = new URL(frame.src, location.href); return at.origin === home && at.pathname.startsWith('/nhung/'); } catch { return false; } };
  // Within such a sandbox even the portal has no origin.
  const isSealed = frame => frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  const send = (frame, what, value) => {
    // Only the portal itself gets it, whatever the frame shows by now; a greeting says nothing.
    if (frame.contentWindow) frame.contentWindow.postMessage({ loa: 1, do: what, value }, what === 'hello' && isSealed(frame) ? '*' : home);
  };
  const tell = (frame, what, value) => {
    // What is said to a frame that is still empty would reach nobody.
    const inside = frame.contentDocument;
    if (inside && inside.URL === 'about:blank') frame.addEventListener('load', () => send(frame, what, value), { once: true });
    else send(frame, what, value);
  };
  // A listener that fails is its own affair: the others hear of it all the same.
  const call = (listener, what) => { try { listener(what); } catch (wrong) { setTimeout(() => { throw wrong; }); } };

  class Player {
    constructor(frame) {
      this.frame = frame;
      this.state = { paused: true, ended: false, time: 0, duration: 0, language: '', languages: [] };
      this.heard = {};
    }
    play() { tell(this.frame, 'play'); }
    pause() { tell(this.frame, 'pause'); }
    seek(second) { tell(this.frame, 'seek', Number(second)); }
    language(code) { tell(this.frame, 'language', String(code)); }
    on(event, listener) {
      const all = this.heard[event] = this.heard[event] || new Set();
      all.add(listener);
      // Who comes late shall know that it has begun.
      if (event === 'ready' && this.begun) call(listener, { ...this.state, ...this.shown, event });
      return () => all.delete(listener);
    }
  }
  const playerOf = frame => {
    if (!players.has(frame)) players.set(frame, new Player(frame));
    return players.get(frame);
  };
  // Whoever has begun need not be asked again.
  const hello = frame => { if (isOurs(frame) && !playerOf(frame).begun) tell(frame, 'hello'); };

  // Also where a page keeps them to itself, as far as it lets anybody look.
  const framesOf = root => [...root.querySelectorAll('*')].flatMap(one => one.localName === 'iframe' ? [one] : one.shadowRoot ? framesOf(one.shadowRoot) : []);
  const frameOf = source => {
    for (const frame of players.keys()) {
      if (!frame.isConnected) players.delete(frame);
      else if (frame.contentWindow === source) return frame;
    }
    return framesOf(document).find(frame => frame.contentWindow === source);
  };
  const isTogether = frame => 'loaTogether' in frame.dataset;
  const silence = but => {
    if (isTogether(but)) return;
    for (const [frame, player] of players) if (frame !== but && !player.state.paused && !isTogether(frame)) player.pause();
  };

  addEventListener('message', message => {
    const told = message.data;
    if (message.origin !== home && message.origin !== 'null' || !told || told.loa !== 1 || typeof told.event !== 'string') return;
    const frame = frameOf(message.source);
    if (!frame) return;
    // Who has no origin may be anybody by now, but can do no harm by being high.
    if (message.origin === 'null' && (told.event !== 'size' || !isSealed(frame) || !isOurs(frame))) return;
    if (told.event === 'size' && told.height > 20 && told.height < 20000) frame.style.height = told.height + 'px';
    const player = playerOf(frame), { loa, event, since, ...more } = told;
    for (const key of Object.keys(player.state)) if (key in more) player.state[key] = more[key];
    if (event === 'ready') {
      // Said again to whoever may not have heard it.
      if (player.begun && player.begun === since) return;
      player.begun = since || true;
      player.shown = { what: more.what, work: more.work, works: more.works, why: more.why };
    }
    if (event === 'play') silence(frame);
    for (const name of [event, '*']) (player.heard[name] || []).forEach(listener => call(listener, { ...player.state, ...more, event }));
  });

  window.Loa = Object.freeze({
    version: 1,
    player(frame) {
      if (!(frame instanceof HTMLIFrameElement)) throw new TypeError('Loa.player wants an iframe');
      const player = playerOf(frame);
      hello(frame);
      return player;
    }
  });
  // Frames that were there before this script, and have said already how high they are.
  const greet = () => framesOf(document).forEach(hello);
  greet();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', greet);
  const waiting = window.loaReady;
  window.loaReady = { push: (...more) => more.forEach(each => call(each, window.Loa)) };
  if (Array.isArray(waiting)) window.loaReady.push(...waiting);
})();
