// The page that a station leaves open: plays its programme by the clock, from what this browser keeps, and writes down what was heard.
const root = document.getElementById('phat'), { code, rules: rulesAt, store: storeAt } = root.dataset;
const $ = id => document.getElementById(id);
const words = Object.fromEntries([...$('loi').children].map(each => [each.dataset.key, each.textContent]));
const say = (key, number) => (words[key] || key).replace('#', number);

const SECOND = 1000, POLL = 50000, BEAT = 10000, AHEAD = 48 * 3600000;
// Something that presses is told of about two minutes ahead: it need not wait for them.
const AT_ONCE = 150000;
const SHOWN = 6;

const [rules, store] = await Promise.all([import(rulesAt), import(storeAt)]);

const show = (id, text) => { const place = $(id); place.textContent = text; place.hidden = !text; };
const time = moment => new Date(moment + 7 * 3600000).toISOString().slice(11, 19);

if (!isSecureContext || !navigator.serviceWorker || !navigator.locks) {
  show('canh-bao', say('insecure'));
  $('trang-thai').textContent = '';
} else {
  navigator.serviceWorker.register('/sw-phat.js', { scope: `/lich-phat/${code}/phat` }).catch(() => {});
  // Of two pages that play the same station, one is silent.
  navigator.locks.request('loa-phat-' + code, { ifAvailable: true }, lock => {
    if (!lock) {
      show('canh-bao', say('twice'));
      $('trang-thai').textContent = '';
      return;
    }
    return run();
  }).catch(() => show('canh-bao', say('insecure')));
}

async function run() {
  const base = await store.open(code), audio = new Audio();
  let list = [], drift = await base.get('drift') || 0, started = false, playing = null, lost = !navigator.onLine;
  let polling = false, sending = false, fetching = false, beat = 0, kept = 0, wanted = 0, entries = [], paired = Boolean(await base.get('token'));
  const done = new Set(), why = new Map();
  const now = () => Date.now() + drift;
  const opened = now();

  if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
  const last = await base.get('seen') || 0;
  show('dong-ho', Date.now() < last - 60000 ? say('back') : '');
  entries = await base.entries();
  entries.forEach(entry => done.add(entry.key));
  const cut = await base.get('playing');
  if (cut) await note(cut.item, cut.began, cut.heard, 'note-restart');
  await base.put('playing', null);
  const programme = await base.get('programme');
  if (programme) list = rules.items(programme.document);

  const ready = $('bat-dau');
  show('canh-bao', say(await base.get('begun') ? 'again' : 'press'));
  ready.hidden = false;
  ready.addEventListener('click', async () => {
    started = true;
    ready.hidden = true;
    show('canh-bao', '');
    // Within the press, so that the browser lets this element sound from now on.
    audio.src = silence();
    audio.play().catch(() => {});
    await base.put('begun', true);
    awake();
    tick();
  });
  addEventListener('visibilitychange', () => { if (started && !document.hidden) awake(); });
  addEventListener('online', poll);
  addEventListener('offline', () => { lost = true; render(); });
  audio.addEventListener('ended', () => { if (playing && playing.sounding) finish(''); });
  audio.addEventListener('error', () => { if (playing && playing.sounding) finish('note-broken'); });
  $('ghep').addEventListener('submit', pair);

  setInterval(tick, SECOND);
  setInterval(poll, POLL);
  tick();
  await poll();
  // The lock is held as long as the page is there.
  return new Promise(() => {});

  function awake() {
    if (navigator.wakeLock) navigator.wakeLock.request('screen').catch(() => {});
  }

  function tick() {
    const moment = now();
    $('gio').textContent = time(moment);
    if (playing) {
      const pressing = rules.due(list, moment, done);
      if (pressing && pressing.urgent && !playing.item.urgent) {
        finish('note-urgent');
        begin(pressing);
      } else if (moment > playing.began + playing.item.seconds * 1000 + rules.GRACE) {
        finish('note-broken');
      } else if (playing.sounding && moment - beat >= BEAT) {
        beat = moment;
        base.put('playing', { item: playing.item, began: playing.began, heard: audio.currentTime });
        base.put('seen', Date.now());
      }
    } else if (started) {
      const next = rules.due(list, moment, done);
      if (next) begin(next);
    }
    for (const item of rules.missed(list, moment, done)) {
      if (playing && playing.item.key === item.key) continue;
      done.add(item.key);
      // What was planned while this page was closed, it knows nothing of.
      if (item.at >= opened) note(item, item.at, 0, why.get(item.key) || (started ? 'note-broken' : 'note-silent'));
    }
    render();
  }

  async function begin(item) {
    const mine = playing = { item, began: now(), sounding: false };
    const url = await store.soundUrl(item) || (navigator.onLine ? item.file : '');
    if (playing !== mine) return;
    if (!url) {
      why.set(item.key, 'note-file');
      playing = null;
      return;
    }
    audio.src = url;
    audio.dataset.seconds = item.seconds;
    mine.url = url;
    mine.sounding = true;
    try {
      await audio.play();
      if (playing !== mine) return;
      mine.began = now();
      beat = 0;
    } catch (failure) {
      if (playing !== mine) return;
      playing = null;
      if (failure.name === 'NotAllowedError') {
        started = false;
        ready.hidden = false;
        show('canh-bao', say('blocked'));
      } else {
        why.set(item.key, 'note-broken');
      }
    }
    render();
  }

  function finish(reason) {
    const { item, began, url, sounding } = playing;
    const heard = reason === '' ? item.seconds : sounding ? audio.currentTime : 0;
    playing = null;
    done.add(item.key);
    audio.pause();
    if (url && url.startsWith('blob:')) URL.revokeObjectURL(url);
    base.put('playing', null);
    note(item, began, heard, reason);
    render();
  }

  async function note(item, began, heard, reason) {
    done.add(item.key);
    await base.write(rules.entry(item, began, heard, reason && say(reason)));
    await send();
  }

  async function poll() {
    if (polling) return;
    polling = true;
    try {
      const moment = now(), answer = await base.ask(rules.day(moment, 0), rules.day(moment, 2));
      lost = Boolean(answer.lost);
      if (!lost) {
        drift = rules.drift(answer.portal, answer.here, answer.before, drift);
        base.put('drift', drift);
        const minutes = Math.max(1, Math.round(Math.abs(drift) / 60000));
        show('dong-ho', Math.abs(drift) < 60000 ? '' : say(drift > 0 ? 'slow' : 'fast', minutes));
      }
      if (answer.document) learn(rules.items(answer.document));
      tick();
      keepSounds();
      await send();
      await base.forget(now());
    } catch {
      // A full disk, for example: what is playing goes on, and the next round tries again.
      lost = true;
    } finally {
      polling = false;
    }
  }

  function learn(fresh) {
    const known = new Set(list.map(item => item.key)), moment = now();
    for (const item of fresh) {
      if (item.urgent && !known.has(item.key) && item.at > moment && item.at - moment < AT_ONCE) item.at = moment;
    }
    // What was moved to be heard at once stays so.
    const moved = new Map(list.map(item => [item.key, item.at]));
    fresh.forEach(item => { if (item.urgent && moved.has(item.key)) item.at = moved.get(item.key); });
    list = fresh;
  }

  async function keepSounds() {
    if (fetching) return;
    fetching = true;
    try {
      const files = rules.needed(list, now(), now() + AHEAD).sort((one, other) => other.urgent - one.urgent || one.at - other.at);
      wanted = files.length;
      kept = 0;
      for (const item of files) {
        if (!await store.has(item)) await store.fetchSound(item);
        kept++;
        render();
      }
      await store.forgetSounds(new Set(rules.needed(list, now(), Infinity).map(item => item.file)));
    } catch {
      // The next round goes on with what is missing.
    } finally {
      fetching = false;
      render();
    }
  }

  async function send() {
    if (sending) return;
    sending = true;
    try {
      let came;
      do {
        came = await base.send(now());
        if (came === 'unpaired') paired = false;
      } while (came === 'sent');
      entries = await base.entries();
    } finally {
      sending = false;
      render();
    }
  }

  async function pair(event) {
    event.preventDefault();
    const failure = await base.pair($('ma-ghep').value, $('ten-may').value.trim());
    $('ghep-loi').textContent = failure && say(failure);
    if (failure) return;
    paired = true;
    $('ma-ghep').value = '';
    show('da-ghep', say('paired', await base.get('name')));
    await send();
  }

  function render() {
    const moment = now(), item = playing && playing.sounding && playing.item;
    document.querySelector('.stage').classList.toggle('urgent', Boolean(item && item.urgent));
    const state = item ? say(item.urgent ? 'urgent' : 'playing') : started ? say('waiting') : '';
    if ($('trang-thai').textContent !== state) $('trang-thai').textContent = state;
    $('dang-phat').textContent = item ? `${item.title} · ${say('tieng-' + item.language)}` : '';
    const next = rules.coming(list, moment, done, SHOWN), said = next.map(each => each.key).join();
    if ($('sap-phat').dataset.said !== said) {
      $('sap-phat').dataset.said = said;
      $('sap-phat').replaceChildren(...next.map(each => {
        const line = document.createElement('li'), at = document.createElement('b'), what = document.createElement('span'), more = document.createElement('small');
        at.textContent = time(each.at);
        more.textContent = say('tieng-' + each.language);
        what.append(each.title, more);
        line.append(at, what);
        return line;
      }));
    }
    $('khong-co').hidden = next.length > 0;
    const waiting = entries.filter(entry => entry.state === 'waiting').length;
    $('nhat-ky').textContent = [say(lost ? 'offline' : 'online'), say('unsent', waiting), say('sent', entries.filter(entry => entry.state === 'sent').length), paired ? '' : say('unpaired')].join(' ');
    $('tep').textContent = wanted ? say('kept', `${kept}/${wanted}`) : '';
    const refused = entries.filter(entry => entry.state === 'refused').slice(-5);
    $('khong-nhan').replaceChildren(...refused.map(entry => {
      const line = document.createElement('li');
      line.textContent = `${say('refused')} ${time(Date.parse(entry.at))} ${entry.product}: ${entry.why}`;
      return line;
    }));
    $('ghep').hidden = paired;
  }
}

/** A tenth of a second of nothing. */
function silence() {
  const samples = 800, bytes = new DataView(new ArrayBuffer(44 + samples));
  const letters = (at, text) => [...text].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  letters(0, 'RIFF');
  bytes.setUint32(4, 36 + samples, true);
  letters(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, 8000, true);
  bytes.setUint32(28, 8000, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true);
  letters(36, 'data');
  bytes.setUint32(40, samples, true);
  for (let i = 0; i < samples; i++) bytes.setUint8(44 + i, 128);
  return URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
}
