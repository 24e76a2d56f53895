"""Runs the programs the studio is built on, and remembers what they made."""
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent
CACHE = SAMPLE.parents[2] / "target" / "sample-media"


def run(*command, capture=False, **options):
    done = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.decode(errors='replace')[-1500:]}")
    return (done.stderr + done.stdout).decode(errors="replace") if capture else None


def ffmpeg(*arguments, capture=False):
    """Bit-exact, so that an unchanged script gives unchanged files."""
    return run("ffmpeg", "-hide_banner", "-nostdin", "-y", "-threads", "1", *arguments, capture=capture)


FLAGS = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-flags:v", "+bitexact")


def duration_millis(path):
    """Of the decoded result, not what the container claims."""
    log = run("ffmpeg", "-hide_banner", "-nostdin", "-i", path, "-map", "0:a:0", "-f", "null", "-", capture=True)
    clock = [part for part in log.replace("\r", "\n").split("\n") if "time=" in part][-1].split("time=")[1].split()[0]
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)


def cached(key, suffix, make):
    """The file that `make(path)` produced for this key, made once."""
    digest = hashlib.sha256(repr(key).encode()).hexdigest()[:24]
    path = CACHE / f"{digest}{suffix}"
    if not path.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=suffix, dir=CACHE)
        os.close(handle)
        make(Path(name))
        os.replace(name, path)
    return path


def browser(*arguments):
    profile = tempfile.mkdtemp(prefix="studio-")
    try:
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
            "--force-color-profile=srgb", f"--user-data-dir={profile}", *arguments, timeout=90)
    finally:
        shutil.rmtree(profile, ignore_errors=True)
