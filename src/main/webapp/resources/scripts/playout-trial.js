// Sounds that the page makes itself: one that nobody hears, by which it asks whether it may sound, and one by which somebody sets the loudspeakers.
const RATE = 16000;
// Of a sine, from 0 to 1, that is as loud as what stations are sent: -16 LUFS.
const LOUD = .22;
// Two tones in turn, which nobody takes for a hum: in hertz, and in seconds each.
const TONES = [440, 660], EACH = .75, TIMES = 8;
// What begins or ends at once clicks; in seconds.
const SOFT = .03;

/** So many seconds, as an address for players. @param at what is heard at a moment, from -1 to 1 */
function sound(seconds, at) {
  const samples = Math.round(seconds * RATE), bytes = new DataView(new ArrayBuffer(44 + 2 * samples));
  const letters = (place, text) => [...text].forEach((letter, i) => bytes.setUint8(place + i, letter.charCodeAt(0)));
  letters(0, 'RIFF');
  bytes.setUint32(4, 36 + 2 * samples, true);
  letters(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, 2 * RATE, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  letters(36, 'data');
  bytes.setUint32(40, 2 * samples, true);
  for (let i = 0; i < samples; i++) bytes.setInt16(44 + 2 * i, Math.round(32767 * at(i / RATE)), true);
  return URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
}

/** A tenth of a second of nothing. */
export const silence = () => sound(.1, () => 0);

const tones = () => sound(EACH * TIMES, at => {
  const part = at % EACH, edge = Math.min(part, EACH - part, SOFT) / SOFT;
  return LOUD * edge * Math.sin(2 * Math.PI * TONES[Math.floor(at / EACH) % TONES.length] * part);
});

/**
 * Lets a button sound, and fall silent again.
 * @param told is given the key of what there is to say: trying, tried, mute, or '' when something else sounds from now on
 */
export function trial(button, told) {
  let audio = null, url = '';

  function end(key) {
    if (!url) return;
    audio.pause();
    URL.revokeObjectURL(url);
    url = '';
    told(key);
  }

  button.addEventListener('click', async () => {
    if (url) {
      end('tried');
      return;
    }
    const mine = url = tones();
    audio = new Audio(url);
    audio.dataset.seconds = EACH * TIMES;
    audio.addEventListener('ended', () => { if (url === mine) end('tried'); });
    told('trying');
    try {
      await audio.play();
    } catch {
      if (url === mine) end('mute');
    }
  });
  return { stop: () => end('') };
}
