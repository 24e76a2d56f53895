// The page that a station leaves open: plays its programme by the clock, from what this browser keeps, and writes down what was heard.
const { code, rules: rulesAt, store: storeAt, sounds: soundsAt, keep: keepAt, page: pageAt, trial: trialAt, newer: newerAt, beat: beatAt } = document.getElementById('phat').dataset;
const $ = id => document.getElementById(id);

const SECOND = 1000, POLL = 50000, BEAT = 10000;
// What is played today and tomorrow is asked for with each question. What comes after, up to so many days from now, changes seldom and presses nobody.
const DAYS = 7, LATER = 900000, DAY = 86400000;
// Something that presses is told of about two minutes ahead: it need not wait for them.
const AT_ONCE = 150000;
// What goes on so much longer than it lasts, or has not begun to sound after so long, is stuck.
const STUCK = 30000, SILENT = 15000;
// An answer that took longer says nothing of the time; as in the rules.
const QUICK = 3000;
// A clock that leaps farther from one look to the next was set by somebody.
const LEAP = 5000;
const UNSEEN = 60000;
// A clock that was farther from that of the portal is not believed when it leaps.
const GOOD = 60000;

const [rules, store, sounds, { keeping }, { say, show, tell, time, render, tried: toldTrial }, { silence, trial }, { newer }] = await Promise.all([rulesAt, storeAt, soundsAt, keepAt, pageAt, trialAt, newerAt].map(url => import(url)));

if (!isSecureContext || !navigator.serviceWorker || !navigator.locks) {
  refuse('insecure');
} else {
  navigator.serviceWorker.register('/sw-phat.js', { scope: `/lich-phat/${code}/phat` }).catch(() => {});
  // Of two pages that play the same station, one is silent, until the other is closed.
  const name = 'loa-phat-' + code;
  navigator.locks.request(name, { ifAvailable: true }, lock => lock ? run() : 'taken')
    .then(taken => {
      if (taken !== 'taken') return;
      refuse('twice');
      return navigator.locks.request(name, run);
    })
    .catch(() => refuse('store'));
}

function refuse(why) {
  show('canh-bao', say(why));
  show('dang-mo', '');
}

async function run() {
  const base = await store.open(code), audio = new Audio();
  let quiet = '';
  let list = [], drift = await base.get('drift') || 0, started = false, playing = null, broken = null, lost = !navigator.onLine;
  let near = await programme('programme'), later = await programme('later'), askedLater = -Infinity, knowsLater = false;
  let polling = false, sending = false, asked = -Infinity, beat = 0, tally = await base.tally(), paired = Boolean(await base.get('token')), begun = Boolean(await base.get('begun'));
  // Keys of what was said something of, of what was heard, when a sound was tried from the line, and why and how far it came.
  // Before this moment, nothing here knows what was played; null where the portal has not confirmed yet that it is now.
  let born = await base.get('born') ?? (near ? 0 : null);
  const done = new Set(), heard = new Set(), tried = new Map(), failed = new Map(), unwritten = [];
  // Keys of what pressed, and of what was only moved with what it was called before.
  const pressed = new Set();
  let moves = new Map();

  const opened = performance.now(), gap = () => Date.now() - performance.now();
  let before = gap(), leapt = false, returned = false;
  // How far the clock has leapt ahead since the portal answered: what is not believed yet, and what is; and how far it was off when the portal answered last.
  let ahead = 0, believed = 0, confirmed = drift;

  /** The time of the portal. The clock of this computer counts seconds; where it leaps, only the portal can say what time it is. */
  function now() {
    const step = gap() - before;
    before += step;
    if (Math.abs(step) > LEAP) {
      // What was believed and is taken back was wrong.
      const back = Math.min(believed, Math.max(0, -step));
      believed -= back;
      drift -= step + back;
      ahead = Math.max(0, ahead + step + back);
      returned ||= back > 0;
      leapt = true;
    }
    return Date.now() + drift;
  }

  /** Without an answer, a clock that leapt ahead is believed if it was good before: a computer that slept does not count, but its clock goes on. */
  function believe() {
    if (!ahead || Math.abs(confirmed) >= GOOD) return;
    shift(ahead);
    believed += ahead;
    ahead = 0;
  }

  /** It is so much later than was thought: what is playing goes on all the same. */
  function shift(step) {
    drift += step;
    beat += step;
    if (playing) playing.began += step;
  }
  const since = () => now() - (performance.now() - opened);

  const keep = await keeping(await sounds.open(code), rules, {
    wanted: () => rules.needed(list, now()),
    changed: draw
  });
  const renewed = newer(location.pathname);
  // Whether the browser lets this page sound although nobody has pressed anything, and so will the next one.
  let alone = false;
  const test = trial($('thu'), key => toldTrial(key, started));

  if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
  show('dong-ho', Date.now() < (await base.get('seen') || 0) - 60000 ? say('back') : '');
  const known = rules.merged(near, later);
  // What was planned before all that may still be played says nothing any more.
  for (const entry of await base.since(Math.min(now(), ...known.map(item => item.at)) - DAY)) {
    done.add(entry.key);
    if (entry.outcome === 'aired' || entry.outcome === 'cut' && !entry.note.endsWith(say('note-urgent'))) heard.add(entry.key);
  }
  const cut = await base.get('playing');
  if (cut && rules.again(cut.item, now())) await base.put('playing', null);
  else if (cut && rules.place(cut.item, cut.began, now()) !== null) done.add((broken = cut).item.key);
  else if (cut) note(cut.item, cut.began, cut.heard, 'note-restart', true);
  learn(known, '');

  $('bat-dau').addEventListener('click', begin);
  document.addEventListener('visibilitychange', seen);
  addEventListener('online', poll);
  addEventListener('offline', () => { lost = true; draw(); });
  audio.addEventListener('ended', () => { if (playing && playing.sounding) finish(''); });
  audio.addEventListener('error', () => { if (playing && playing.sounding) fail(); });
  $('dung').addEventListener('click', () => { if (playing && playing.item.urgent) finish('note-here'); });
  $('ghep').addEventListener('submit', pair);
  addEventListener('beforeunload', stay);
  if (paired) show('da-ghep', say('paired', await base.get('name') || ''));

  show('canh-bao', say(begun ? 'again' : 'press'));
  show('dang-mo', '');
  $('may').hidden = false;
  draw();
  setInterval(tick, SECOND);
  steady();
  // Where the browser was told that this page may sound, nobody has to press anything after a power cut. Not waited for: a page that nobody sees may get no answer.
  start().then(may => { alone = may; });
  await poll();
  // The lock is held as long as the page is there.
  return new Promise(() => {});

  /** The programme of some days as the portal answered last; null before that. @param name as {@link ask} keeps it */
  async function programme(name) {
    return (await base.get(name) || { document: null }).document;
  }

  /** Ticks also where nobody sees the page; without it, the timer of the page does, if more slowly. */
  function steady() {
    try {
      new Worker(beatAt).onmessage = tick;
    } catch {
      // The timer is there.
    }
  }

  /** Who leaves a page that plays, or waits for it, silences the loudspeakers: they are asked. */
  function stay(event) {
    if (started) event.preventDefault();
  }

  async function begin() {
    await start();
    if (!started) show('canh-bao', say('blocked'));
  }

  /** Makes this element sound from now on, if it may: within a press it always may. @return whether it may */
  async function start() {
    // Kept as long as the page: a player that may not sound yet still looks into it.
    audio.src = quiet ||= silence();
    let may = false;
    delete audio.dataset.seconds;
    try {
      await audio.play();
      may = started = true;
      show('canh-bao', '');
      awake();
      base.put('begun', begun = true).catch(() => {});
    } catch {
      // It waits for somebody to press, and says so.
    }
    tick();
    return may;
  }

  function awake() {
    if (navigator.wakeLock) navigator.wakeLock.request('screen').catch(() => {});
  }

  function seen() {
    if (document.hidden) {
      seen.hid = performance.now();
      return;
    }
    if (started) awake();
    const unseen = performance.now() - (seen.hid || performance.now());
    if (started && unseen >= UNSEEN) show('khuat', say('hidden', Math.round(unseen / 60000)));
    tick();
  }

  function tick() {
    const moment = now();
    tell(moment);
    if (leapt) show('dong-ho', say('leapt'));
    if (returned) recant(moment + LEAP).catch(() => {});
    returned = false;
    if (leapt || performance.now() - asked >= POLL) poll();
    leapt = false;
    if (playing) watch(moment);
    if (started) {
      const next = rules.due(list, moment, done, keep.has)
        || !playing && navigator.onLine && rules.due(list, moment, done, item => !(performance.now() - tried.get(item.key) < STUCK));
      if (broken && !playing) goOn(moment, next && next.urgent);
      if (next && (!playing || next.urgent && !playing.item.urgent)) {
        if (playing) finish('note-urgent');
        play(next);
      }
    } else if (broken && rules.place(broken.item, broken.began, moment) === null) giveUp('note-restart');
    for (const item of rules.missed(list, moment, done)) {
      if (playing && playing.item.key === item.key) continue;
      done.add(item.key);
      const { reason, far = 0 } = failed.get(item.key) || {};
      // What was planned while this page was closed, it knows nothing of; and where it never played, nobody waited for it.
      if (paired && begun && item.at >= since()) note(item, item.at, far, reason || (!started ? 'note-silent' : keep.has(item) ? 'note-broken' : 'note-file'), false);
    }
    if (unwritten.length) write();
    renew();
    draw();
  }

  /** What a restart has broken off goes on where it would be by now, unless something presses. */
  function goOn(moment, presses) {
    const { item, began, heard: far } = broken, from = rules.place(item, began, moment);
    if (presses) giveUp('note-urgent');
    else if (from === null || !keep.has(item)) giveUp('note-restart');
    else {
      broken = null;
      play(item, { began, from, far });
    }
  }

  /** It does not go on. */
  function giveUp(reason) {
    const { item, began, heard: far } = broken;
    broken = null;
    note(item, began, far, reason, true);
  }

  /** Opens a newer edition of this page while nothing is to be heard; where somebody would have to press for it to sound, they are asked to. */
  async function renew() {
    if (!await renewed()) return;
    show('ban-moi', started && !alone ? say('newer') : '');
    if (started && !alone || playing || broken || lost || unwritten.length || !rules.calm(list, now(), done)) return;
    removeEventListener('beforeunload', stay);
    location.reload();
  }

  function watch(moment) {
    if (moment > playing.began + playing.item.seconds * 1000 + STUCK) {
      if (playing.kept || audio.currentTime >= 1) finish('note-broken');
      else fail();
    } else if (playing.sounding && !playing.kept && audio.currentTime === 0 && moment - playing.began > SILENT) {
      fail();
    } else if (playing.sounding && moment - beat >= BEAT) {
      beat = moment;
      base.put('playing', { item: playing.item, began: playing.began, heard: far() }).catch(() => {});
      base.put('seen', Date.now()).catch(() => {});
    }
  }

  /** @param goneOn what was broken off: when it began, where it goes on, and how much of it was heard, in seconds */
  async function play(item, goneOn) {
    test.stop();
    const mine = playing = { item, began: now(), from: 0, far: 0, ...goneOn, sounding: false, kept: true };
    let url = await keep.url(item);
    if (playing !== mine) {
      if (url) URL.revokeObjectURL(url);
      return;
    }
    if (!url && goneOn) {
      finish('note-file');
      return;
    }
    if (!url) {
      // The line is better than nothing, but nothing else waits for it.
      mine.kept = false;
      tried.set(item.key, performance.now());
      if (!navigator.onLine) {
        fail();
        return;
      }
      url = item.file;
    }
    mine.url = audio.src = url;
    audio.dataset.seconds = item.seconds;
    if (goneOn) audio.currentTime = mine.from;
    mine.sounding = true;
    try {
      await audio.play();
      if (playing !== mine) return;
      if (!goneOn) mine.began = now();
      beat = 0;
    } catch (failure) {
      if (playing !== mine) return;
      if (failure.name === 'NotAllowedError') {
        release();
        if (goneOn) broken = { item, began: mine.began, heard: mine.far };
        started = false;
        show('canh-bao', say('blocked'));
      } else {
        fail();
      }
    }
    draw();
  }

  /** What is kept and cannot be played never will be; what came from the line, or did not come, is tried again. */
  function fail() {
    if (playing.kept) {
      finish('note-broken');
      return;
    }
    const { key } = playing.item, far = playing.sounding ? audio.currentTime : 0;
    failed.set(key, { reason: 'note-file', far: Math.max(far, (failed.get(key) || { far: 0 }).far) });
    tried.set(key, performance.now());
    release();
    base.put('playing', null).catch(() => {});
    draw();
  }

  function release() {
    const { url } = playing;
    playing = null;
    audio.pause();
    if (url && url.startsWith('blob:')) URL.revokeObjectURL(url);
  }

  function finish(reason) {
    const { item, began, from, far: before } = playing;
    const heard = reason === '' ? item.seconds - from + before : far();
    release();
    note(item, began, heard, reason, true, from - before);
    draw();
  }

  /** How much of what is playing was heard, in seconds. */
  function far() {
    return playing.far + (playing.sounding ? Math.max(0, audio.currentTime - playing.from) : 0);
  }

  /** Writes an entry down and sends it. @param ends whether it is what was playing @param gap how much of it a restart has swallowed, in seconds */
  function note(item, began, far, reason, ends, gap = 0) {
    done.add(item.key);
    const entry = rules.entry(item, began, far, reason && say(reason, time(now())), gap && say('note-gap', Math.round(gap)));
    if (reason === 'note-urgent' && entry.outcome !== 'aired') giveBack(item.key);
    else if (entry.outcome !== 'missed') heard.add(item.key);
    unwritten.push({ entry, ends });
    write();
  }

  /** What gave way to an emergency was not heard: where it is planned anew behind it, it is played. */
  function giveBack(key) {
    for (const [later, former] of moves) {
      if (former === key) done.delete(later);
    }
  }

  async function write() {
    if (write.running) return;
    write.running = true;
    try {
      while (unwritten.length) {
        const { entry, ends } = unwritten[0];
        // Something else may sound by now, and is the one that a restart would break off.
        await base.write(entry, ends && !playing);
        unwritten.shift();
      }
      show('dia', '');
      send();
    } catch {
      // The disk is full, for example: it stays in memory, and each second tries again.
      show('dia', say('disk'));
    } finally {
      write.running = false;
    }
  }

  async function poll() {
    if (polling) return;
    polling = true;
    asked = performance.now();
    try {
      const first = rules.nearest(now()), answer = await base.ask('programme', first, rules.day(now(), 1));
      lost = Boolean(answer.lost);
      if (lost) believe();
      else await correct(answer);
      if (!lost && born === null) base.put('born', born = since()).catch(() => {});
      if (answer.document) {
        near = answer.document;
        learn(rules.merged(near, later), first);
      }
      tick();
      // An emergency waits for nothing else.
      keep.round(false);
      // Nor does asking wait for a log of weeks.
      send();
      if (!lost && paired) base.isPaired().then(still => { if (!still) unpair(); });
      // It was asked for days of another time.
      if (!lost && rules.nearest(now()) !== first) asked = -Infinity;
      else if (!lost && performance.now() - askedLater >= LATER) askLater();
      if (!lost) {
        for (const each of [done, heard, failed, tried, pressed]) rules.stale(each.keys(), list, now()).forEach(key => each.delete(key));
        await base.forget(now());
      }
    } catch {
      // A full disk, for example: what is playing goes on, and the next round tries again.
      lost = true;
    } finally {
      polling = false;
      // Nothing is forgotten by a clock that the portal has not confirmed, nor before it is known what is played on later days.
      keep.round(!lost && knowsLater);
    }
  }

  /** Not waited for: on a slow line, an emergency would wait too. */
  async function askLater() {
    askedLater = performance.now();
    const answer = await base.ask('later', rules.day(now(), 2), rules.day(now(), DAYS)).catch(() => ({ lost: true }));
    if (answer.lost) {
      askedLater = -Infinity;
      return;
    }
    knowsLater = true;
    if (!answer.document) return;
    later = answer.document;
    learn(rules.merged(near, later), '');
  }

  /** Sets the time by what the portal has answered. */
  async function correct({ portal, here, before: sent }) {
    const moment = now(), known = drift;
    const right = rules.drift(portal, here, sent, drift);
    if (right !== known) shift(right - known);
    if (portal && here >= sent && here - sent <= QUICK) {
      confirmed = drift;
      ahead = believed = 0;
    }
    const minutes = Math.max(1, Math.round(Math.abs(drift) / 60000));
    show('dong-ho', Math.abs(drift) < 60000 ? '' : say(drift > 0 ? 'slow' : 'fast', minutes));
    base.put('drift', drift).catch(() => {});
    if (drift - known > -LEAP) return;
    // It was thought to be later than it is: what was said of what lies ahead was said too early.
    await recant(moment + drift - known + LEAP);
  }

  /** Takes back what was said of what lies ahead. @param first moment from which it does */
  async function recant(first) {
    await base.recant(first);
    const mine = playing || broken;
    for (const item of list) {
      if (item.at > first && !(mine && mine.item.key === item.key)) [done, heard, failed].forEach(each => each.delete(item.key));
    }
  }

  /** @param first day that the programme was asked for; '' when nobody was asked, and what is missing in it may be there all the same */
  function learn(fresh, first) {
    const known = new Map(list.map(item => [item.key, item.at])), moment = now();
    for (const item of fresh) {
      if (!item.urgent) continue;
      // What was moved to be heard at once stays so.
      if (known.has(item.key)) item.at = known.get(item.key);
      else if (item.at > moment && item.at - moment < AT_ONCE) item.at = moment;
    }
    rules.late(fresh, known, moment).forEach(key => done.add(key));
    rules.ended(fresh, born ?? since()).forEach(key => done.add(key));
    for (const item of [...list, ...fresh]) if (item.urgent) pressed.add(item.key);
    // What was only moved before may be moved on.
    const planned = new Set([...known.keys()].filter(key => !moves.has(key)));
    const mine = playing || broken;
    moves = rules.moved(fresh, mine ? new Set([...heard, mine.item.key]) : heard, mine && mine.item.key, pressed, planned);
    moves.forEach((_, key) => done.add(key));
    list = fresh;
    if (!mine || !first || rules.day(mine.item.at, 0) < first) return;
    const { key } = mine.item;
    // What gives way to an emergency is heard until that is there, however far it was moved, or whether it has fallen out.
    if (rules.givesWay(fresh, mine.item, mine.began, moment, done)) return;
    // It was withdrawn, or taken back: whoever did that means it now.
    if (fresh.some(item => item.key === key) || [...moves.values()].includes(key)) return;
    if (playing) finish(playing.item.urgent ? 'note-stopped' : 'note-withdrawn');
    else giveUp('note-withdrawn');
  }

  async function send() {
    if (sending) return;
    sending = true;
    try {
      let came;
      do {
        came = await base.send(now());
        if (came === 'unpaired') unpair();
      } while (came === 'sent');
      tally = await base.tally();
    } catch {
      // What waits goes on waiting.
    } finally {
      sending = false;
      draw();
    }
  }

  /** Somebody has revoked the right to send the log: it is kept until there is another. */
  function unpair() {
    if (paired) show('da-ghep', say('revoked'));
    paired = false;
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

  function draw() {
    const moment = now(), needed = rules.needed(list, moment), next = rules.coming(list, moment, done, 6);
    $('thu').disabled = Boolean(playing);
    render({
      now: moment,
      item: playing && playing.sounding && playing.item,
      next, started, tally, lost, paired,
      stock: {
        wanted: needed.length,
        kept: needed.filter(keep.has).length,
        crowded: needed.filter(keep.lacksRoom).length,
        gap: rules.gap(list, moment, done, item => keep.has(item) || playing && playing.item.key === item.key),
        first: next[0],
        last: rules.lastDay(near, later)
      }
    });
  }
}
