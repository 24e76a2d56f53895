"""Lines of a script, spoken one by one, so that the start and end of each is known to the millisecond."""
import math
import sys
import wave
from array import array

from . import music
from .tools import FLAGS, cached, ffmpeg, run

RATE = music.RATE

# voice: espeak-ng voice and variant, pitch 0–99, syllables a minute
VOICES = {
    "dan": ("vi+f2", 46, 166),
    "nam-dan": ("vi+m3", 44, 168),
    "ong": ("vi+m7", 30, 155),
    "ba": ("vi+f4", 34, 155),
    "anh": ("vi+m3", 52, 174),
    "chi": ("vi+f2", 56, 171),
    "co": ("vi+f5", 64, 173),
    "cau": ("vi+m1", 66, 178),
    "be": ("vi+f3", 88, 170),
    "can-bo": ("vi+m4", 44, 169),
    "nam-bo": ("vi-vn-x-south+f2", 48, 168),
    "bac-nam-bo": ("vi-vn-x-south+m3", 42, 166),
    "mien-trung": ("vi-vn-x-central+m3", 44, 166),
}
GAP = 0.32
TUNE = 0.42


def say(voice, text):
    name, pitch, speed = VOICES[voice]

    def make(path):
        raw = path.with_suffix(".raw.wav")
        run("espeak-ng", "-v", name, "-p", pitch, "-s", speed, "-a", 90, "-w", raw, text)
        ffmpeg("-i", raw, "-af",
               "silenceremove=start_periods=1:start_threshold=-46dB,areverse,"
               "silenceremove=start_periods=1:start_threshold=-46dB,areverse,"
               "highpass=f=110,equalizer=f=3400:t=q:w=1.1:g=-3,lowpass=f=7000,"
               "acompressor=threshold=-20dB:ratio=2.5:attack=8:release=120,"
               "aecho=0.9:0.35:21|34:0.10|0.06,volume=0.9",
               *FLAGS, "-ar", RATE, "-ac", 1, "-c:a", "pcm_s16le", path)
        raw.unlink()
    return levelled(samples(cached(("say", 2, name, pitch, speed, text), ".wav", make)))


def levelled(voice):
    """Every voice as loud as the others: -19 dB on average, whatever the synthesiser gives."""
    average = math.sqrt(sum(value * value for value in voice) / len(voice))
    gain = min(0.112 / average, 0.85 / max(abs(value) for value in voice))
    return array("d", (value * gain for value in voice))


def samples(path):
    with wave.open(str(path)) as source:
        data = array("h", source.readframes(source.getnframes()))
    if sys.byteorder == "big":
        data.byteswap()
    return array("d", (value / 32768 for value in data))


def add(target, start, source, gain=1.0):
    missing = start + len(source) - len(target)
    if missing > 0:
        target.extend(array("d", bytes(8 * missing)))
    for index, value in enumerate(source):
        target[start + index] += value * gain


class Recording:
    """Speech and its cues: (start, end, speaker, text, line), times in seconds."""

    def __init__(self, kind, key):
        self.kind, self.key = kind, key
        self.sound = array("d")
        self.cues = []
        tune = music.phrase(kind, key)
        add(self.sound, 0, tune, TUNE)
        self.clock = len(tune) / RATE - 0.75

    def pause(self, seconds):
        self.clock += seconds

    def speak(self, voice, text, speaker=None, line=None, shown=None):
        spoken = say(voice, text)
        start = self.clock
        add(self.sound, int(start * RATE), spoken)
        self.clock = start + len(spoken) / RATE
        self.cues.append((start, self.clock, speaker, shown or text, line))
        self.clock += GAP

    def finish(self):
        tune = music.phrase(self.kind, self.key, last=True)
        start = self.clock - 0.1
        add(self.sound, int(start * RATE), tune, TUNE)
        return self

    @property
    def seconds(self):
        return len(self.sound) / RATE

    def write(self, path):
        """Loudness as radio wants it: -16 LUFS, measured first, then applied in one gain; peaks stay below -1.5 dB after encoding."""
        raw = path.with_suffix(".raw.wav")
        with wave.open(str(raw), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            data = array("h", (max(-32767, min(32767, int(value * 24000))) for value in self.sound))
            if sys.byteorder == "big":
                data.byteswap()
            out.writeframes(data.tobytes())
        log = ffmpeg("-i", raw, "-af", "loudnorm=I=-16:TP=-1.5:print_format=json", "-f", "null", "-", capture=True)
        measured = next(float(part.split('"')[3]) for part in log.splitlines() if '"input_i"' in part)
        ffmpeg("-i", raw, "-af", f"volume={-16 - measured:.2f}dB,alimiter=limit=0.6:level=false:attack=3:release=60",
               *FLAGS, "-ar", RATE, "-ac", 1, "-c:a", "pcm_s16le", path)
        raw.unlink()


def stamp(seconds):
    millis = round(seconds * 1000)
    return f"{millis // 3600000:02}:{millis // 60000 % 60:02}:{millis // 1000 % 60:02}.{millis % 1000:03}"


def halves(text, limit=84):
    """A cue of two lines of 42 characters at most; a longer line is split where the sentence breathes."""
    if len(text) <= limit:
        return [text]
    marks = [index + 1 for index, letter in enumerate(text) if letter in ",.?!:;–" and text[index + 1:index + 2] == " "]
    marks = marks or [index for index, letter in enumerate(text) if letter == " "]
    middle = min(marks, key=lambda index: abs(index - len(text) / 2))
    return halves(text[:middle].strip(), limit) + halves(text[middle:].strip(), limit)


def wrap(text, width=42):
    if len(text) <= width:
        return text
    spaces = [index for index, letter in enumerate(text) if letter == " "]
    middle = min(spaces, key=lambda index: abs(index - len(text) / 2))
    return text[:middle] + "\n" + text[middle + 1:]


def webvtt(cues, voices=True, really=None):
    """With `really`, the language that the words are in when it is not that of the track."""
    out = ["WEBVTT", ""]
    for start, end, speaker, text, _ in cues:
        parts = halves(text)
        whole = sum(len(part) for part in parts)
        at = start
        for part in parts:
            until = at + (end - start) * len(part) / whole
            body = wrap(part)
            if really:
                body = f"<lang {really}>{body}</lang>"
            if voices and speaker:
                body = f"<v {speaker}>{body}"
            out += [f"{stamp(at)} --> {stamp(until)}", body, ""]
            at = until
    return "\n".join(out)
