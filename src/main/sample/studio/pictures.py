"""Posters: a scene in a palette, as AVIF and JPEG at two widths."""
from . import scenes
from .tools import cached, ffmpeg

FRAME = (80, 45, 640, 360)


def raster(svg, width, height):
    """A PNG of the drawing; its size is that of the svg element."""

    def make(path):
        source = path.with_suffix(".svg")
        source.write_text(svg, encoding="utf-8")
        ffmpeg("-i", source, "-frames:v", "1", "-update", "1", path)
        source.unlink()

    return cached(("raster", svg, width, height), ".png", make)


def scene_png(name, palette, width, height, band=True):
    return raster(scenes.svg(scenes.drawing(name, palette, band), FRAME, (width, height)), width, height)


def jpeg(png, target, width, height, quality):
    made = cached(("jpeg", png.name, width, height, quality), ".jpg", lambda path: ffmpeg(
        "-i", png, "-vf", f"scale={width}:{height}:flags=lanczos", "-frames:v", "1", "-update", "1", "-pix_fmt", "yuvj420p",
        "-q:v", str(quality), "-huffman", "optimal", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", path))
    target.write_bytes(made.read_bytes())


def avif(png, target, width, height, quality):
    made = cached(("avif", png.name, width, height, quality), ".avif", lambda path: ffmpeg(
        "-i", png, "-vf", f"scale={width}:{height}:flags=lanczos,format=yuv420p", "-frames:v", "1", "-c:v", "libaom-av1", "-still-picture", "1",
        "-crf", str(quality), "-cpu-used", "4", path))
    target.write_bytes(made.read_bytes())


def tracks(job):
    name, palette = job.script["picture"][:2]
    png = scene_png(name, palette, 1280, 720)
    files = []
    for width, height in ((320, 180), (640, 360)):
        for kind, suffix, encode, quality in (("image/avif", "avif", avif, 34 if width == 320 else 38), ("image/jpeg", "jpg", jpeg, 7 if width == 320 else 9)):
            target = job.path(f"poster-{width}.{suffix}")
            encode(png, target, width, height, quality)
            files.append(job.file(target.name, f"poster-{width}", kind, width=width, height=height))
    job.track("image", "vi", "poster", files)
