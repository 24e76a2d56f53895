// What is played when, and what is said of it afterwards. Nothing here looks at a clock, a page or a line.

// So late something may begin and still be what was planned; in milliseconds. Browsers wake pages that nobody sees but once a minute.
export const GRACE = 90000;
// What presses is played however late it was heard of, within half an hour.
export const PRESSING = 1800000;
// What was heard but for so little was heard.
const ENOUGH = .95;
// What is planned for another time, no farther from when it was heard, was only moved.
const MOVED = 600000;
const DAY = 86400000;
// A page that is opened anew on a slow line is there before.
const SOON = 300000;

/** The programme of the portal as a list of things to play, in order. */
export function items(document) {
  return (document.slots || []).flatMap(slot => slot.items).map(item => ({
    key: `${Date.parse(item.begins) / 1000} ${item.language} ${item.product}`.slice(0, 100),
    at: Date.parse(item.begins),
    seconds: item.durationSeconds,
    product: item.product,
    language: item.language,
    title: item.title.vi || Object.values(item.title)[0] || item.product,
    urgent: item.priority === 'urgent',
    file: new URL(item.audio.url, 'http://x').pathname,
    bytes: item.audio.bytes,
    sha256: item.audio.sha256
  })).sort(inOrder);
}

const inOrder = (one, other) => one.at - other.at || other.urgent - one.urgent;

/**
 * What is played as far as is known: on the nearest days as was answered last, and after them as was answered for later days.
 * @param near programme of the nearest days; @param later that of the days behind them; null where nothing was answered yet
 */
export function merged(near, later) {
  const last = near ? near.to : '';
  return [...items(near || {}), ...items(later || {}).filter(item => day(item.at, 0) > last)].sort(inOrder);
}

/** The last day of which anything is known: {@code 2026-11-27}; '' when none is. */
export function lastDay(near, later) {
  return [near, later].map(each => each ? each.to : '').sort().pop();
}

const end = item => item.at + Math.ceil(item.seconds) * 1000;

/**
 * What has to begin now: what presses before all else, but nothing that cannot begin.
 * @param done keys of what was said something of
 * @param ready whether something can begin
 */
export function due(list, now, done, ready) {
  const open = list.filter(item => item.at <= now && !done.has(item.key) && ready(item));
  return open.find(item => item.urgent && now - item.at < PRESSING) || open.find(item => now - item.at <= GRACE && !item.urgent);
}

const wait = item => item.urgent ? PRESSING : GRACE;

const isOver = (item, now) => now - item.at > wait(item);

/** What can begin no more. */
export function missed(list, now, done) {
  return list.filter(item => !done.has(item.key) && isOver(item, now));
}

/** Whether what was broken off by a restart is played again from its beginning: an emergency that nobody heard to its end is none that was heard. */
export const again = (item, now) => item.urgent && !isOver(item, now);

/**
 * Where what was broken off by a restart goes on: where it would be by now, in seconds, so that it ends in time for what follows; null when it is over, or its time is not known.
 * What presses does not go on: see {@link again}.
 * @param began when it began to be heard
 */
export function place(item, began, now) {
  const far = (now - began) / 1000;
  return !item.urgent && far >= 0 && far < item.seconds ? far : null;
}

/** Keys of what is new in a programme and could not begin any more when it was learned of: it was never planned for a time that was still to come. @param known keys of the former programme */
export function late(fresh, known, now) {
  return fresh.filter(item => !known.has(item.key) && isOver(item, now)).map(item => item.key);
}

/** Keys of what was over before a page was opened that knows nothing of the time before it: that was for another page to play, or for this one before it was cleared. */
export function ended(list, opened) {
  return list.filter(item => end(item) < opened - GRACE).map(item => item.key);
}

/**
 * What was heard at its former time and is planned for another one now: the new key of each, and the former. What presses is only moved while it is heard:
 * who has it played once more means it. What does not press is not the same as what pressed. What is heard now is moved as far as something that presses pushes
 * it, but is never what was planned before.
 * @param heard keys; @param playing key of what is heard now, if anything is; @param pressed keys of what pressed; @param known keys of what was planned before
 */
export function moved(fresh, heard, playing, pressed = new Set(), known = new Set()) {
  const there = new Set(fresh.map(item => item.key)), keys = new Map();
  const gone = new Set([...heard].filter(key => !there.has(key)));
  for (const item of fresh) {
    if (heard.has(item.key)) continue;
    const [at, what] = parts(item.key);
    const far = key => Math.abs(parts(key)[0] - at) > MOVED && (key !== playing || known.has(item.key));
    const former = [...gone].find(key => parts(key)[1] === what && !far(key) && (item.urgent ? key === playing : !pressed.has(key)));
    if (!former) continue;
    gone.delete(former);
    keys.set(item.key, former);
  }
  return keys;
}

const parts = key => [key.split(' ')[0] * 1000, key.slice(key.indexOf(' '))];

/** Whether something is still to give way to what presses while it is heard. @param began when it began to be heard */
export function givesWay(list, item, began, now, done) {
  return !item.urgent && list.some(each => each.urgent && !done.has(each.key) && !isOver(each, now) && each.at < began + item.seconds * 1000);
}

/** Whether nobody would notice if nothing could be played for a while: nothing is to begin soon, or can begin late. */
export function calm(list, now, done) {
  return !list.some(item => !done.has(item.key) && item.at < now + SOON && !isOver(item, now));
}

/** Which of these keys nobody asks for any more: of what was planned more than a day ago, and stands in no programme. */
export function stale(keys, list, now) {
  const there = new Set(list.map(item => item.key));
  return [...keys].filter(key => parts(key)[0] < now - DAY && !there.has(key));
}

/** What comes, in order; so many and no more. */
export function coming(list, now, done, most) {
  return list.filter(item => !done.has(item.key) && item.at > now).slice(0, most);
}

/** Sounds of what is not over yet, once each: what presses first, then what is soonest. */
export function needed(list, now) {
  const files = new Map();
  for (const item of list) {
    if (end(item) > now - wait(item) && !(files.has(item.file) && !item.urgent)) files.set(item.file, item);
  }
  return [...files.values()].sort((one, other) => other.urgent - one.urgent || one.at - other.at);
}

/**
 * Which sounds there is room for: none has the room of one that is needed earlier. What is too large leaves its room to what is smaller.
 * @param wanted in the order in which they are needed
 * @param room in bytes, for all of them
 * @return their addresses
 */
export function fitting(wanted, room) {
  const files = new Set();
  for (const item of wanted) {
    if (item.bytes > room) continue;
    room -= item.bytes;
    files.add(item.file);
  }
  return files;
}

/** What could not be heard without a line: the soonest that is still to come and has no sound here; nothing when all have. */
export function gap(list, now, done, has) {
  return list.find(item => !done.has(item.key) && !isOver(item, now) && !has(item));
}

/** How long to leave a sound alone that could not be fetched so many times in a row. What presses is tried again with each question. */
export function pause(item, times) {
  return item.urgent ? 0 : Math.min(30, 2 ** times) * 60000;
}

/** An entry of the log. @param heard in seconds @param note why it was not heard, or not to its end @param gap what is told however much was heard; '' for nothing */
export function entry(item, began, heard, note, gap = '') {
  const whole = heard >= item.seconds * ENOUGH;
  return {
    key: item.key,
    at: new Date(began).toISOString(),
    product: item.product,
    language: item.language,
    // What was aired was heard, however short it is.
    seconds: Math.max(whole ? 1 : 0, Math.round(heard)),
    outcome: whole ? 'aired' : heard >= 1 ? 'cut' : 'missed',
    note: [gap, whole ? '' : note].filter(Boolean).join('; ')
  };
}

/** How much the clock of this machine is behind that of the portal, in milliseconds; 0 when it is too little to tell, and as known when the answer took too long. */
export function drift(portal, here, before, known) {
  if (!portal || here < before || here - before > 3000) return known;
  const apart = portal - (here + before) / 2;
  // The portal names whole seconds: what is known as nearly is left alone, else times would leap to and fro.
  if (Math.abs(apart - known) < 3000) return known;
  return Math.abs(apart) < 5000 ? 0 : Math.round(apart);
}

/** The first day of which the portal is asked: what pressed before midnight may still be heard, and stopped, after it. */
export const nearest = now => day(now - 2 * PRESSING, 0);

/** The day in Vietnam at this moment, and one so many days later: {@code 2026-11-27}. */
export function day(moment, later) {
  return new Date(moment + 7 * 3600000 + later * DAY).toISOString().slice(0, 10);
}
