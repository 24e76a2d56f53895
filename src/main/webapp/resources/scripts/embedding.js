// For pages that show embeds of the portal, version 1. Frames become as high as what is in them; and a page can steer them:
//
//   <script src="…/nhung/api/v1.js"></script>
//   const player = Loa.player(document.querySelector('iframe'));
//   player.on('ready', state => player.seek(30));
//   player.play(); player.pause(); player.language('hmn');
//
// Events: ready, play, pause, time, seeked, ended, language, size, error ({reason: 'blocked' | 'media'}). Each is given the state:
// {paused, ended, time, duration, language, languages}; '*' hears them all. on() answers a function that ends it.
(() => {
  'use strict';
  const script = document.currentScript;
  if (window.Loa || !script) return;
  const home = new URL(script.src).origin;
  const players = new WeakMap();
  const isOurs = frame => { try { const at = new URL(frame.src, location.href); return at.origin === home && at.pathname.startsWith('/nhung/'); } catch { return false; } };
  const send = (frame, what, value) => {
    // Only the portal itself gets it, whatever the frame shows by now.
    if (frame.contentWindow) frame.contentWindow.postMessage({ loa: 1, do: what, value }, home);
  };
  const tell = (frame, what, value) => {
    // What is said to a frame that is still empty would reach nobody.
    const inside = frame.contentDocument;
    if (inside && inside.URL === 'about:blank') frame.addEventListener('load', () => send(frame, what, value), { once: true });
    else send(frame, what, value);
  };

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
      if (event === 'ready' && this.begun) listener(this.state);
      return () => all.delete(listener);
    }
  }
  const playerOf = frame => {
    if (!players.has(frame)) players.set(frame, new Player(frame));
    return players.get(frame);
  };
  const hello = frame => { if (isOurs(frame)) tell(frame, 'hello'); };

  addEventListener('message', message => {
    const told = message.data;
    if (message.origin !== home || !told || told.loa !== 1 || typeof told.event !== 'string') return;
    const frame = [...document.querySelectorAll('iframe')].find(one => one.contentWindow === message.source);
    if (!frame) return;
    if (told.event === 'size' && told.height > 20 && told.height < 20000) frame.style.height = told.height + 'px';
    const player = playerOf(frame), { loa, event, ...more } = told;
    for (const key of Object.keys(player.state)) if (key in more) player.state[key] = more[key];
    if (event === 'ready') player.begun = true;
    for (const name of [event, '*']) (player.heard[name] || []).forEach(listener => listener({ ...player.state, ...more, event }));
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
  const greet = () => document.querySelectorAll('iframe').forEach(hello);
  greet();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', greet);
})();
