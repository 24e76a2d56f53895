"""Films: scenes whose layers slide past each other while a voice speaks, cards with words, and charts; with subtitles.

A line of a script may open a shot: `scene[/palette][|caption]`, `=heading;item;item` (a card whose items appear one by one) or
`#heading;label=number;…` (a chart). A shot lasts until the next one opens.
"""
from . import pictures, scenes, sound, speech
from .figures import circle, line, path, rect, woven
from .palettes import PALETTES
from .tools import cached, duration_millis, ffmpeg

RATE = 12
SCALE = 1.5
FRAME_W, FRAME_H = 640, 360
STAGE_W, STAGE_H = int(FRAME_W * SCALE), int(FRAME_H * SCALE)
SMALL = (426, 240)
KINDS = {"phim-tai-lieu": "film", "clip-2d": "clip", "phong-su": "reportage"}
FONT = 'font-family="Noto Sans, sans-serif"'
# How far a layer travels while the near one crosses the frame.
SPEED = {0: 0.10, 1: 0.34, 2: 0.66, 3: 1.0}
LANGUAGES = {"hmn": "Mông", "tyz": "Tày"}


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def words(text, x, y, size, colour, weight=700, anchor="start", extra=""):
    return f'<text x="{x:g}" y="{y:g}" {FONT} font-size="{size:g}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}" {extra}>{escape(text)}</text>'


def lines_of(text, width):
    out = [""]
    for word in text.split():
        if out[-1] and len(out[-1]) + 1 + len(word) > width:
            out.append("")
        out[-1] = (out[-1] + " " + word).strip()
    return out


def balanced(text, width):
    """As few lines as the width allows, and none much shorter than the others."""
    rows = lines_of(text, width)
    return next(tried for tried in (lines_of(text, narrow) for narrow in range(6, width + 1)) if len(tried) <= len(rows))


def mark():
    return rect(528, 14, 98, 24, "#0b0d20", 12, 'opacity=".55"') + words("Nội dung mẫu", 577, 31, 13, "#fff", 600, "middle")


def caption(text):
    wide = 30 + len(text) * 10.6
    return rect(18, 14, wide, 34, "#0b0d20", 8, 'opacity=".74"') + rect(18, 14, 7, 34, "#e39a17", 3) + words(text, 36, 38, 19, "#fff", 600)


def frame(body):
    return scenes.svg(body, (0, 0, FRAME_W, FRAME_H), (STAGE_W, STAGE_H))


def backdrop(p):
    return (f'<defs><linearGradient id="b" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="{p.near}"/><stop offset="1" stop-color="{p.ink}"/>'
            f'</linearGradient></defs>' + rect(0, 0, FRAME_W, FRAME_H, "url(#b)") + path("M0 300 l90 -80 70 60 90 -110 110 120 80 -60 200 140 v20 H0 Z", p.mid, 'opacity=".45"')
            + woven(0, FRAME_W, 1.0) + woven(346, FRAME_W, 1.0))


def title_card(genre, title, p):
    rows = balanced(title, 22)
    size = 50 if len(rows) < 3 else 42
    top = 200 - (len(rows) - 1) * size * 0.62
    body = backdrop(p) + words(genre, 320, top - size - 8, 20, "#ffd98f", 600, "middle")
    body += "".join(words(row, 320, top + index * size * 1.24, size, "#ffffff", 800, "middle") for index, row in enumerate(rows))
    return frame(body + words("Nội dung mẫu, dùng để giới thiệu cổng thông tin", 320, 330, 15, "#ffffff", 400, "middle", 'opacity=".85"'))


def item_card(heading, items, shown, p):
    body = backdrop(p)
    top = 62
    for row in lines_of(heading, 30):
        body += words(row, 44, top, 31, "#ffd98f", 800)
        top += 38
    step = min(54, (338 - top) / max(1, len(items)))
    for index, item in enumerate(items[:shown]):
        y = top + 14 + index * step
        body += circle(62, y - 1, 17, "#e39a17") + words(str(index + 1), 62, y + 6, 20, "#171f4f", 800, "middle") + words(item, 94, y + 8, 25, "#ffffff", 600)
    return frame(body + mark())


def chart_card(heading, bars, grown, p):
    body = backdrop(p)
    top = 62
    for row in lines_of(heading, 32):
        body += words(row, 44, top, 28, "#ffd98f", 800)
        top += 35
    largest = max(value for _, value in bars)
    step = (336 - top) / len(bars)
    for index, (label, value) in enumerate(bars):
        y = top + 6 + index * step
        wide = max(6, 330 * value / largest * grown)
        shown = f"{value:g}".replace(".", ",")
        body += words(label, 44, y + step * 0.56, 21, "#ffffff", 600) + rect(236, y + step * 0.14, wide, step * 0.6, ("#e39a17", "#d8434a", "#5f9a7a")[index % 3], 6)
        body += words(shown, 246 + wide, y + step * 0.58, 22, "#ffffff", 700) if grown == 1 else ""
    return frame(body + mark())


def still(svg, seconds):
    png = pictures.raster(svg, STAGE_W, STAGE_H)
    return segment(("still", png.name), seconds, ["-loop", "1", "-framerate", RATE, "-i", png],
                   f"[0:v]scale={SMALL[0]}:{SMALL[1]}:flags=area,format=yuv420p[out]")


def moving(name, palette, text, seconds, direction):
    p = PALETTES[palette]
    drawn = scenes.layers(name, palette)
    inputs, chain, last = [], [f"color=c=black:s={STAGE_W}x{STAGE_H}:r={RATE}[v0]"], "v0"
    defs = "".join(part.split("</defs>")[0] + "</defs>" for _, part in drawn if "</defs>" in part)
    wide, high = int(scenes.WIDTH * SCALE), int(scenes.HEIGHT * SCALE)
    names = [name, palette]
    for index, (depth, part) in enumerate(drawn):
        png = pictures.raster(scenes.svg(defs * (depth > 0) + part, size=(wide, high)), wide, high)
        names.append(png.name)
        inputs += ["-loop", "1", "-framerate", RATE, "-i", png]
        middle, swing = (wide - STAGE_W) / 2, (wide - STAGE_W) / 2 * 0.84 * SPEED[depth] * direction
        bob = f"+{1.6 * SCALE:g}*sin(t*2.4)" if depth == 3 and index == len(drawn) - 1 else ""
        chain.append(f"[{last}][{index}:v]overlay=x='-{middle:g}+{swing:g}*(2*t/{seconds:.3f}-1)':y='-{45 * SCALE:g}{bob}':eval=frame:format=yuv420[v{index + 1}]")
        last = f"v{index + 1}"
    over = pictures.raster(frame(mark() + (caption(text) if text else "")), STAGE_W, STAGE_H)
    inputs += ["-loop", "1", "-framerate", RATE, "-i", over]
    chain.append(f"[{last}][{len(drawn)}:v]overlay=0:0,scale={SMALL[0]}:{SMALL[1]}:flags=area,format=yuv420p[out]")
    return segment(("moving", 2, names, over.name, direction), seconds, inputs, ";".join(chain))


def segment(key, seconds, inputs, graph):
    return cached(("segment", key, round(seconds, 3)), ".mkv", lambda path: ffmpeg(
        *inputs, "-filter_complex", graph, "-map", "[out]", "-t", f"{seconds:.3f}", "-r", RATE, "-c:v", "libx264", "-qp", "0", "-preset", "ultrafast", path))


def shots(job, recording):
    """(opening, start) of each shot; the title card comes first, under the tune."""
    opened = [("title", 0.0)]
    for start, _, _, _, index in recording.cues:
        scene = job.script["lines"][index].get("scene")
        if scene:
            opened.append((scene, start - 0.18))
    return opened


def pieces(job, recording, genre):
    palette = job.script["picture"][1]
    opened = shots(job, recording)
    ends = [start for _, start in opened[1:]] + [recording.seconds]
    made, frames = [], 0
    for number, ((scene, _), end) in enumerate(zip(opened, ends)):
        # Whole frames, counted from the beginning, so that pictures never drift away from the voice.
        until = round(end * RATE)
        seconds, frames = (until - frames) / RATE, until
        if scene == "title":
            made.append(still(title_card(genre, job.product["title"]["vi"], PALETTES[palette]), seconds))
        elif scene[0] in "=#":
            heading, *items = [part.strip() for part in scene[1:].split(";")]
            if scene[0] == "=":
                stages = [item_card(heading, items, shown, PALETTES[palette]) for shown in range(1 if items else 0, len(items) + 1)]
                steps = [1 / len(stages)] * len(stages)
            else:
                bars = [(item.split("=")[0], float(item.split("=")[1])) for item in items]
                stages = [chart_card(heading, bars, grown, PALETTES[palette]) for grown in (0.0, 0.2, 0.4, 0.6, 0.8, 0.95, 1)]
                steps = [2 / RATE / seconds] * 6 + [1 - 12 / RATE / seconds]
            done = 0
            for index, (stage, step) in enumerate(zip(stages, steps)):
                upto = round(seconds * RATE * sum(steps[:index + 1]))
                if upto > done:
                    made.append(still(stage, (upto - done) / RATE))
                    done = upto
        else:
            name, _, text = scene.partition("|")
            name, _, mood = name.partition("/")
            made.append(moving(name, mood or palette, text.strip(), seconds, 1 if number % 2 else -1))
    return made


def film(job, recording, wav, genre):
    made = pieces(job, recording, genre)

    def join(path_):
        listing = path_.with_suffix(".txt")
        listing.write_text("".join(f"file '{piece}'\n" for piece in made), encoding="utf-8")
        ffmpeg("-f", "concat", "-safe", "0", "-i", listing, "-c", "copy", path_)
        listing.unlink()

    return cached(("joined", [piece.name for piece in made]), ".mkv", join)


def encode(joined, wav, target, profile, size, crf, limit):
    def make(path_):
        ffmpeg("-i", joined, "-i", wav, "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
               "-vf", f"scale={size[0]}:{size[1]}:flags=area", "-r", RATE, "-c:v", "libx264", "-profile:v", profile, "-preset", "veryslow", "-tune", "animation",
               "-threads", "1", "-crf", crf, "-maxrate", limit, "-bufsize", "400k", "-g", RATE * 10, "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "16k", "-ac", "1", "-ar", "22050",
               "-movflags", "+faststart", path_)

    made = cached(("film", joined.name, wav.name, profile, size, crf, limit), ".mp4", make)
    target.write_bytes(made.read_bytes())


def stand_in(recording, language):
    """Subtitles that say what is missing, at the beginning, in the middle and at the end."""
    name = LANGUAGES[language]
    text = (f"Phụ đề mẫu, thay cho bản tiếng {name}.", f"Bản dịch tiếng {name} sẽ do người dịch đưa vào.", f"Hết phụ đề mẫu tiếng {name}.")
    first, middle, last = recording.cues[0], recording.cues[len(recording.cues) // 2], recording.cues[-1]
    return [(cue[0], cue[1], None, words_, None) for cue, words_ in zip((first, middle, last), text)]


def subtitles(job, cues, language):
    name = f"{job.slug}.{language}.vtt"
    job.path(name).write_text(speech.webvtt(cues, voices=len({cue[2] for cue in cues}) > 1, really=None if language == "vi" else "vi"), encoding="utf-8")
    job.track("subtitle", language, "original" if language == "vi" else "translation",
              [job.file(name, "original", "text/vtt; charset=utf-8")], cues=f"media/{job.slug}/{name}")


def tracks(job):
    kind = KINDS[job.product["genre"]]
    recording = speech.Recording(kind, job.key)
    recording.pause(1.2)
    for index, spoken in enumerate(job.script["lines"]):
        part = job.script["cast"][spoken["who"]]
        if index and spoken.get("scene"):
            recording.pause(0.35)
        recording.speak(part["voice"], spoken["text"], part["name"], index)
    recording.finish()
    wav = sound.master(recording, (job.slug, "film", job.key, [cue[2:4] for cue in recording.cues], [round(cue[0], 3) for cue in recording.cues]))
    millis = duration_millis(wav)
    joined = film(job, recording, wav, {"film": "Phim tài liệu", "clip": "Video clip", "reportage": "Phóng sự"}[kind])
    files = []
    for profile, x264, size, crf, limit in (("V0", "baseline", (256, 144), 32, "80k"), ("V1", "main", SMALL, 31, "160k")):
        target = job.path(f"{job.slug}.{size[1]}p.mp4")
        encode(joined, wav, target, x264, size, crf, limit)
        files.append(job.file(target.name, profile, "video/mp4", bitrate=sound.bitrate(target, millis), width=size[0], height=size[1], durationMillis=millis))
    alone = job.path(f"{job.slug}.m4a")
    sound.a0(wav, alone, "16k")
    files.append(job.file(alone.name, "A0", "audio/mp4", bitrate=sound.bitrate(alone, millis), durationMillis=millis))
    job.track("video", "vi", "original", files, millis=millis)
    subtitles(job, recording.cues, "vi")
    if kind != "reportage":
        for language in LANGUAGES:
            subtitles(job, stand_in(recording, language), language)
