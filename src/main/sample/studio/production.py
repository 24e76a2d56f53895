"""One product after the other: its sound, film, papers and posters, and the tracks that name them."""
import json
import shutil
import zlib

from . import films, pictures, prints, sound
from .tools import SAMPLE

MEDIA = SAMPLE / "media"
LIMIT = 25 * 1024 * 1024


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def produce(chosen):
    for script_path in sorted((SAMPLE / "scripts").glob("*.json")):
        script = read(script_path)
        slug = script["slug"]
        if chosen and slug not in chosen:
            continue
        product_path = SAMPLE / "products" / f"{slug}.json"
        product = read(product_path)
        job = Job(product, script)
        job.run()
        product["tracks"] = job.tracks
        product_path.write_text(json.dumps(product, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        print(f"{job.size() / 1024:8.0f} KB  {slug}", flush=True)
    total = sum(path.stat().st_size for path in MEDIA.rglob("*") if path.is_file())
    print(f"{total / 1024 / 1024:8.2f} MB  together")
    if total > LIMIT:
        raise SystemExit("more than 25 MB")


class Job:
    def __init__(self, product, script):
        self.product, self.script = product, script
        self.slug = product["slug"]
        self.folder = MEDIA / self.slug
        # Every product gets its own ground note, always the same one.
        self.key = zlib.crc32(self.slug.encode()) % 7 - 3
        self.tracks = []

    def run(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        medium = self.script["medium"]
        if medium == "audio":
            sound.tracks(self)
        elif medium == "video":
            films.tracks(self)
        elif medium == "print":
            prints.tracks(self)
        pictures.tracks(self)

    def size(self):
        return sum(path.stat().st_size for path in self.folder.iterdir())

    def held(self, language):
        """A version in this language waits for its reviewer."""
        return language in self.script.get("held", ())

    def path(self, name):
        return self.folder / name

    def file(self, name, profile, content_type, **facts):
        entry = {"file": f"media/{self.slug}/{name}", "profile": profile, "contentType": content_type}
        entry.update({fact: value for fact, value in facts.items() if value is not None})
        return entry

    def track(self, kind, language, role, files, label=None, millis=None, cues=None):
        track = {"kind": kind, "language": language, "role": role}
        if label:
            track["label"] = label
        track["state"] = "ready" if self.held(language) else "approved"
        if millis is not None:
            track["durationMillis"] = millis
        track["files"] = files
        if cues:
            track["cues"] = cues
        self.tracks.append(track)
