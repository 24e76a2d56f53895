// What the page that plays says: its words, and where they stand. It decides nothing.
const SHOWN = 6;
// Whether what tries the loudspeakers was opened: it is while nothing plays by itself.
let opened = false;
const $ = id => document.getElementById(id);
const words = Object.fromEntries([...$('loi').children].map(each => [each.dataset.key, each.textContent]));

export const say = (key, number) => (words[key] || key).replace('#', number);

/** Says something in a place of its own, which is not there while there is nothing to say. */
export const show = (id, text) => {
  const place = $(id);
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !text;
};

const local = moment => new Date(moment + 7 * 3600000).toISOString();
export const time = moment => local(moment).slice(11, 19);
const dayOf = moment => local(moment).slice(0, 10);
const numbers = moment => dayOf(moment).split('-').reverse().join('/');

/** A day as somebody calls it who speaks of it at a moment. @param date {@code 2026-11-27} */
function called(date, now) {
  if (date === dayOf(now)) return say('today');
  if (date === dayOf(now + 86400000)) return say('tomorrow');
  const [, month, number] = date.split('-').map(Number);
  return `${say('day-' + (new Date(date).getUTCDay() || 7))}, ${number}/${month}`;
}

/** A moment, in the same way. */
const moment = (at, now) => `${local(at).slice(11, 16)} ${called(dayOf(at), now)}`;

/** {@code 1:05:09}: so long until then. */
const left = wait => {
  const seconds = Math.max(0, Math.ceil(wait / 1000)), two = number => String(number).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** The clock of the portal. */
export const tell = moment => { $('gio').textContent = time(moment); };

/**
 * Shows how things are.
 * @param now by the clock of the portal
 * @param item what is heard; nothing when nothing is
 * @param next what comes
 * @param started whether it may sound
 * @param tally of the log of this browser
 * @param stock of sounds, as {@link supply} takes it
 */
export function render({ now, item, next, started, tally, lost, paired, stock }) {
  const air = document.querySelector('.air').classList, presses = Boolean(item && item.urgent);
  air.toggle('urgent', presses);
  air.toggle('plays', Boolean(item && !item.urgent));
  air.toggle('silent', !started);
  put('trang-thai', item ? say(presses ? 'urgent' : 'playing') : say(started ? 'waiting' : 'silent'));
  put('dang-phat', item ? `${item.title} · ${say('tieng-' + item.language)}` : '');
  $('dung-tin').hidden = !presses;
  // The next one is not stopped by whoever goes on pressing.
  if (!presses) $('dung-tin').open = false;
  $('bat-dau').hidden = started;
  if (opened !== !started) $('thu-tieng').open = opened = !started;
  list(next.slice(0, SHOWN), now);
  put('con-lai', next.length ? say('left', left(next[0].at - now)) : '');
  $('khong-co').hidden = next.length > 0;
  put('nhat-ky', [say(lost ? 'offline' : 'online'), say('unsent', tally.waiting), say('sent', tally.sent), paired ? '' : say('unpaired')].join(' '));
  supply(stock, now);
  refused(tally.refused);
  $('ghep').hidden = paired;
}

const put = (id, text) => {
  if ($(id).textContent !== text) $(id).textContent = text;
};

/**
 * Until when nobody needs a line.
 * @param wanted how many sounds are needed
 * @param kept how many of them are here
 * @param crowded for how many there is no room
 * @param gap the soonest that has no sound here; nothing when all have
 * @param first what is played next; nothing when nothing is
 * @param last day of which anything is known, as {@code 2026-11-27}; '' for none
 */
function supply({ wanted, kept, crowded, gap, first, last }, now) {
  const over = Boolean(last) && last < dayOf(now), bare = gap && (gap.at <= now || first && gap.key === first.key);
  const until = over ? say('over') : !wanted ? '' : bare ? say('bare', moment(gap.at, now)) : gap ? say('gap', moment(gap.at, now)) : say('until', called(last, now));
  lines('tep', [[until, over || bare], [crowded ? say('crowded', crowded) : '', true], [wanted ? say('kept', `${kept}/${wanted}`) : '', false]]);
}

/** @param all each with whether somebody has to do something about it */
function lines(id, all) {
  const said = all.filter(([text]) => text);
  if ($(id).dataset.said === said.join()) return;
  $(id).dataset.said = said.join();
  $(id).replaceChildren(...said.flatMap(([text, short]) => {
    const line = document.createElement('span');
    line.textContent = text;
    line.classList.toggle('short', Boolean(short));
    return [line, ' '];
  }));
}

function refused(entries) {
  const said = entries.map(entry => entry.key).join();
  if ($('khong-nhan').dataset.said === said) return;
  $('khong-nhan').dataset.said = said;
  $('khong-nhan').replaceChildren(...entries.map(entry => {
    const line = document.createElement('li'), at = Date.parse(entry.at);
    line.textContent = `${say('refused')} ${numbers(at)} ${time(at)} ${entry.product}: ${why(entry)}`;
    return line;
  }));
}

/** What there is to say of trying the loudspeakers. @param key '' when nothing is @param started whether nobody has to press any more */
export function tried(key, started) {
  $('thu').textContent = say(key === 'trying' ? 'try-stop' : 'try');
  put('thu-ra', key ? say(key) + (key === 'tried' && !started ? ' ' + say('then') : '') : '');
  $('khong-nghe').hidden = !key;
}

/** What is wrong with an entry, and who can do something about it: nobody at the station can. */
function why(entry) {
  const known = (entry.why || '').split(' ').map(field => words['refused-' + field]).filter(Boolean);
  return [...(known.length ? known : [say('refused-other')]), say('officer')].join(' ');
}

function small(text) {
  const made = document.createElement('small');
  made.textContent = text;
  return made;
}

function list(next, now) {
  const said = [dayOf(now), ...next.map(each => each.key)].join();
  if ($('sap-phat').dataset.said === said) return;
  $('sap-phat').dataset.said = said;
  $('sap-phat').replaceChildren(...next.map(each => {
    const line = document.createElement('li'), at = document.createElement('b'), what = document.createElement('span'), date = dayOf(each.at);
    at.textContent = time(each.at);
    if (date !== dayOf(now)) at.append(small(called(date, now)));
    what.append(each.title, small(say('tieng-' + each.language)));
    line.append(at, what);
    return line;
  }));
}
