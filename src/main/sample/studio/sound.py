"""Radio skits, interviews and audio reportages: the voices, their transcript, and stand-ins for dubs that are still to be made."""
from . import speech
from .tools import FLAGS, cached, duration_millis, ffmpeg

NAMES = {"hmn": "Mông", "tyz": "Tày"}
KINDS = {"tieu-pham": "skit", "phong-van": "interview", "phong-su": "reportage"}


def encode(source, target, *codec):
    def make(path):
        ffmpeg("-i", source, *FLAGS, *codec, path)

    made = cached(("encode", source.name, codec), target.suffix, make)
    target.write_bytes(made.read_bytes())


def a0(source, target, rate="22k"):
    """ffmpeg's AAC spends up to a third more than it is told; even so this stays below 32 kbit/s, and below the MP3 beside it."""
    encode(source, target, "-c:a", "aac", "-b:a", rate, "-ac", "1", "-ar", "22050", "-movflags", "+faststart")


def a2(source, target, rate="32k"):
    encode(source, target, "-c:a", "libmp3lame", "-b:a", rate, "-ac", "1", "-ar", "22050", "-write_xing", "0", "-id3v2_version", "0")


def bitrate(path, millis):
    return round(path.stat().st_size * 8000 / millis)


def master(recording, key):
    return cached(("master", 3, key), ".wav", recording.write)


def perform(job, lines, kind, opening=()):
    recording = speech.Recording(kind, job.key)
    for voice, text in opening:
        recording.speak(voice, text)
    if opening:
        recording.pause(0.5)
    for line in lines:
        part = job.script["cast"][line["who"]]
        recording.speak(part["voice"], line["text"], part["name"])
    return recording.finish()


def transcript(job, recording, language, role):
    name = f"{job.slug}.{language}.vtt"
    job.path(name).write_text(speech.webvtt(recording.cues, really=None if language == "vi" else "vi"), encoding="utf-8")
    job.track("transcript", language, role, [job.file(name, "original", "text/vtt; charset=utf-8")],
              cues=f"media/{job.slug}/{name}")


def version(job, recording, language, role, light="22k", old="32k", label=None):
    wav = master(recording, (job.slug, language, job.key, [cue[2:4] for cue in recording.cues], [round(cue[0], 3) for cue in recording.cues]))
    millis = duration_millis(wav)
    small = job.path(f"{job.slug}.{language}.m4a")
    a0(wav, small, light)
    plain = job.path(f"{job.slug}.{language}.mp3")
    a2(wav, plain, old)
    if small.stat().st_size >= plain.stat().st_size:
        raise SystemExit(f"{small.name} is called the light one, and is heavier than {plain.name}")
    files = [job.file(small.name, "A0", "audio/mp4", bitrate=bitrate(small, millis), durationMillis=millis),
             job.file(plain.name, "A2", "audio/mpeg", bitrate=bitrate(plain, millis), durationMillis=millis),
             # Stations get a heavier file of what editors send; here the same one does, for the sample content must stay small.
             job.file(plain.name, "station", "audio/mpeg", bitrate=bitrate(plain, millis), durationMillis=millis)]
    job.track("audio", language, role, files, label, millis=millis)
    transcript(job, recording, language, "original" if role == "original" else "translation")


def announcement(title, language):
    name = NAMES[language]
    return (f"Đây là bản mẫu, phát thay cho bản lồng tiếng {name} của tiểu phẩm: {title}.",
            f"Bản tiếng {name} thật do người dịch và người thẩm định ngôn ngữ làm. Mời bà con nghe tạm câu mở đầu bằng tiếng Việt.")


def stand_in_label(language):
    return f"Bản mẫu nói tiếng Việt, giữ chỗ cho bản tiếng {NAMES[language]} do người dịch làm."


def tracks(job):
    kind = KINDS[job.product["genre"]]
    lines = job.script["lines"]
    version(job, perform(job, lines, kind), "vi", "original")
    if kind == "skit":
        for language in ("hmn", "tyz"):
            opening = [("dan", text) for text in announcement(job.product["title"]["vi"].rstrip("?"), language)]
            version(job, perform(job, lines[:1], kind, opening), language, "dub", light="16k", old="24k", label=stand_in_label(language))
