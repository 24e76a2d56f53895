"""Small plucked tunes on a five-note scale, after the gourd lute, made sample by sample."""
import random
from array import array

RATE = 22050
SCALE = (0, 2, 4, 7, 9)

# Steps of the scale; None is a rest. One short phrase for each kind of programme.
PHRASES = {
    "skit": ((0, 2, 3, 4, 3, 2, 4), 0.19),
    "film": ((0, None, 2, 3, None, 5, 4), 0.30),
    "clip": ((4, 3, 4, 5, 7, 5), 0.17),
    "reportage": ((2, 3, 2, 0, 2, 4), 0.24),
    "interview": ((0, 3, 2, 0), 0.28),
}


def frequency(step, key):
    octave, degree = divmod(step, 5)
    return 220.0 * 2 ** ((key + 12 * octave + SCALE[degree]) / 12)


def pluck(hertz, seconds, noise):
    """Karplus and Strong's string: a burst of noise in a ring, averaged as it goes round."""
    size = max(2, round(RATE / hertz))
    ring = [noise.uniform(-1, 1) for _ in range(size)]
    out = array("d", bytes(8 * int(RATE * seconds)))
    here = 0
    for index in range(len(out)):
        following = here + 1 if here + 1 < size else 0
        value = ring[here]
        out[index] = value
        ring[here] = 0.4985 * (value + ring[following])
        here = following
    return out


def phrase(kind, key, last=False):
    """A phrase as samples between -1 and 1; the last one of a programme goes home to the ground note."""
    steps, beat = PHRASES[kind]
    if last:
        steps = tuple(reversed(steps[-3:])) + (0,)
    noise = random.Random(f"{kind}/{key}/{last}")
    length = int(RATE * (beat * len(steps) + 1.3))
    out = array("d", bytes(8 * length))
    for place, step in enumerate(steps):
        if step is None:
            continue
        for voice, loudness in ((frequency(step, key), 0.30), (frequency(step - 5, key), 0.13)):
            start = int(RATE * beat * place)
            for index, value in enumerate(pluck(voice, 1.2, noise)):
                if start + index < length:
                    out[start + index] += value * loudness
    fade = int(RATE * 0.5)
    for index in range(fade):
        out[length - 1 - index] *= index / fade
    return out
