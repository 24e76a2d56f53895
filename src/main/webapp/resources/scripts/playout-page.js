// What the page that plays says: its words, and where they stand. It decides nothing.
const SHOWN = 6;
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
const time = moment => local(moment).slice(11, 19);
const day = moment => local(moment).slice(0, 10).split('-').reverse().join('/');

/** The clock of the portal. */
export const tell = moment => { $('gio').textContent = time(moment); };

/**
 * Shows how things are.
 * @param item what is heard; nothing when nothing is
 * @param next what comes
 * @param started whether it may sound
 * @param tally of the log of this browser
 */
export function render({ item, next, started, tally, lost, paired, kept, wanted }) {
  document.querySelector('.stage').classList.toggle('urgent', Boolean(item && item.urgent));
  const state = item ? say(item.urgent ? 'urgent' : 'playing') : started ? say('waiting') : '';
  if ($('trang-thai').textContent !== state) $('trang-thai').textContent = state;
  $('dang-phat').textContent = item ? `${item.title} · ${say('tieng-' + item.language)}` : '';
  $('bat-dau').hidden = started;
  list(next.slice(0, SHOWN));
  $('khong-co').hidden = next.length > 0;
  $('nhat-ky').textContent = [say(lost ? 'offline' : 'online'), say('unsent', tally.waiting), say('sent', tally.sent), paired ? '' : say('unpaired')].join(' ');
  $('tep').textContent = wanted ? say('kept', `${kept}/${wanted}`) : '';
  refused(tally.refused);
  $('ghep').hidden = paired;
}

const put = (id, text) => {
  if ($(id).textContent !== text) $(id).textContent = text;
};

function refused(entries) {
  const said = entries.map(entry => entry.key).join();
  if ($('khong-nhan').dataset.said === said) return;
  $('khong-nhan').dataset.said = said;
  $('khong-nhan').replaceChildren(...entries.map(entry => {
    const line = document.createElement('li'), at = Date.parse(entry.at);
    line.textContent = `${say('refused')} ${day(at)} ${time(at)} ${entry.product}: ${why(entry)}`;
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

function list(next) {
  const said = next.map(each => each.key).join();
  if ($('sap-phat').dataset.said === said) return;
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
