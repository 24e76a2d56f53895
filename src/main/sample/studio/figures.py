"""What scenes are put together from. Each figure stands with its feet at (x, y) and is `size` times its drawn height."""
from .palettes import SKIN


def place(x, y, size, drawing, flip=False):
    return f'<g transform="translate({x:g} {y:g}) scale({-size if flip else size:g} {size:g})">{drawing}</g>'


def rect(x, y, width, height, fill, round_=0, extra=""):
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{round_:g}" fill="{fill}" {extra}/>'


def circle(x, y, radius, fill, extra=""):
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" {extra}/>'


def ellipse(x, y, across, down, fill, extra=""):
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{across:g}" ry="{down:g}" fill="{fill}" {extra}/>'


def path(d, fill="none", extra=""):
    return f'<path d="{d}" fill="{fill}" {extra}/>'


def line(d, colour, width, extra=""):
    return path(d, "none", f'stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round" stroke-linejoin="round" {extra}')


def person(x, y, size, cloth, head="hair", trim="#ffc65c", arm=None, flip=False, hair="#1d1a2b"):
    """Two heads wide and 100 high. `head`: hair, bun, scarf, hat, cap, old. `arm` ends at a point in the person's own drawing;
    flipped, it reaches to the left."""
    body = path("M-15 0 L-19 -52 Q-18 -66 0 -66 Q18 -66 19 -52 L15 0 Z", cloth)
    body += rect(-15.5, -6, 31, 4, trim) + path("M-5 -66 L0 -50 L5 -66 Z", SKIN) + line("M-6 -66 L1 -48 L1 -14", trim, 2.2)
    faces = circle(0, -79, 13, SKIN)
    tops = {
        "hair": path("M-13.500 -78 Q-14 -94 0 -94 Q14 -94 13.500 -78 Q6 -88 -13.500 -78 Z", hair),
        "bun": path("M-13.500 -76 Q-15 -94 0 -94 Q15 -94 13.500 -76 Q8 -88 0 -88 Q-8 -88 -13.500 -76 Z", hair) + circle(0, -96, 6, hair),
        "scarf": path("M-15 -70 Q-18 -97 0 -97 Q18 -97 15 -70 Q13 -88 0 -88 Q-13 -88 -15 -70 Z", cloth) + line("M-13 -88 Q0 -95 13 -88", trim, 2.4),
        "hat": path("M-25 -83 L0 -103 L25 -83 Q0 -89 -25 -83 Z", "#e8cf97") + line("M-25 -83 Q0 -89 25 -83", "#b9934e", 1.5),
        "cap": path("M-13.500 -82 Q-12 -95 0 -95 Q12 -95 13.500 -82 L22 -80 L13 -79 Z", trim),
        "old": path("M-13.500 -78 Q-14 -94 0 -94 Q14 -94 13.500 -78 Q6 -90 -13.500 -78 Z", "#d8d4cc"),
    }
    limbs = line("M-16 -54 Q-22 -40 -17 -26", cloth, 8) + circle(-17, -24, 4, SKIN)
    if arm:
        arm = (abs(arm[0]), arm[1]) if flip else arm
        limbs += line(f"M15 -55 L{arm[0]:g} {arm[1]:g}", cloth, 8) + circle(arm[0], arm[1], 4.2, SKIN)
    else:
        limbs += line("M16 -54 Q22 -40 17 -26", cloth, 8) + circle(17, -24, 4, SKIN)
    legs = rect(-12, -3, 9, 5, hair) + rect(3, -3, 9, 5, hair)
    return place(x, y, size, legs + body + limbs + faces + tops[head], flip)


def child(x, y, size, cloth, trim="#ffc65c", head="hair", flip=False):
    return person(x, y, size * 0.68, cloth, head, trim, None, flip)


def cow(x, y, size, coat, dark, flip=False, horns="#f3e6c4"):
    legs = "".join(rect(at, -34, 9, 34, coat, 3) + rect(at, -6, 9, 6, dark, 2) for at in (-46, -28, 22, 40))
    body = path("M-56 -70 Q-58 -80 -44 -82 L30 -84 Q54 -86 58 -66 L56 -36 Q0 -24 -52 -36 Z", coat)
    head = path("M46 -84 Q60 -104 76 -98 Q90 -94 96 -74 Q98 -64 88 -62 Q74 -62 66 -70 L50 -62 Z", coat)
    head += path("M84 -74 Q97 -74 96 -66 Q94 -61 86 -62 Z", "#f6dcc0") + circle(76, -86, 2.6, dark)
    head += line("M62 -98 Q56 -112 66 -118", horns, 5) + line("M74 -100 Q78 -114 88 -114", horns, 5) + path("M58 -94 Q46 -98 44 -88 Q52 -84 60 -88 Z", dark)
    tail = line("M-55 -74 Q-70 -60 -64 -34", coat, 4) + circle(-64, -32, 5, dark)
    patch = ellipse(-16, -62, 17, 13, dark, 'opacity=".35"')
    return place(x, y, size, tail + legs + body + patch + head, flip)


def buffalo(x, y, size, coat="#4a4652", dark="#2c2934", flip=False, blanket=None):
    legs = "".join(rect(at, -34, 11, 34, dark, 3) for at in (-48, -28, 22, 42))
    body = path("M-60 -66 Q-60 -88 -36 -88 L36 -90 Q58 -90 62 -66 L56 -34 Q0 -20 -54 -34 Z", coat)
    head = path("M44 -78 Q60 -94 80 -86 Q92 -80 97 -60 Q98 -50 86 -50 Q72 -50 62 -60 Z", coat) + ellipse(91, -55, 8, 6, "#6b6573") + circle(76, -74, 2.6, "#fff")
    head += line("M60 -86 Q40 -108 22 -98", "#d9cfb8", 7) + line("M78 -88 Q94 -112 112 -106", "#d9cfb8", 7)
    coat_on = path("M-40 -91 L26 -92 L30 -46 Q-6 -38 -42 -46 Z", blanket) + line("M-41 -58 Q-6 -50 29 -58", "#ffe6b0", 3, 'stroke-dasharray="5 5"') if blanket else ""
    return place(x, y, size, legs + line("M-60 -70 Q-72 -56 -66 -36", coat, 4) + body + coat_on + head, flip)


def pig(x, y, size, coat="#e8a0a0", dark="#b86a72", flip=False):
    drawing = "".join(rect(at, -16, 8, 16, dark, 2) for at in (-30, -16, 14, 26))
    drawing += ellipse(0, -30, 42, 24, coat) + circle(38, -38, 17, coat) + ellipse(52, -36, 7, 8, dark) + circle(50, -37, 1.6, "#fff") + circle(54, -37, 1.6, "#fff")
    drawing += path("M28 -52 L34 -64 L42 -52 Z", dark) + circle(42, -44, 2, "#3a1f28") + line("M-42 -34 q-10 -4 -6 -12 q8 0 4 8", coat, 4)
    return place(x, y, size, drawing, flip)


def hen(x, y, size, coat="#2b2734", comb="#d8434a", flip=False):
    drawing = line("M-3 -10 L-3 0 M5 -10 L5 0", "#e39a17", 2.4) + path("M-26 -38 Q-22 -10 4 -9 Q24 -11 22 -34 Q20 -46 12 -44 Q8 -26 -8 -28 Q-18 -28 -26 -38 Z", coat)
    drawing += circle(17, -42, 8, coat) + path("M24 -43 L32 -40 L24 -38 Z", "#e39a17") + path("M11 -48 q2 -8 6 -3 q4 -6 6 3 Z", comb) + circle(19, -43, 1.6, "#fff")
    return place(x, y, size, drawing, flip)


def stilt_house(x, y, size, wall, roof, glow, post=None):
    post = post or wall
    drawing = "".join(rect(at, -40, 7, 40, post) for at in (-78, -40, -4, 33, 71))
    drawing += rect(-86, -48, 172, 10, post) + rect(-80, -88, 160, 42, wall)
    drawing += "".join(rect(at, -80, 20, 24, glow, 1) + line(f"M{at + 10} -80 v24", wall, 2) for at in (-62, -10, 44))
    drawing += path("M-104 -84 L-66 -136 Q0 -142 66 -136 L104 -84 Q0 -94 -104 -84 Z", roof) + line("M-92 -92 Q0 -102 92 -92 M-80 -106 Q0 -116 80 -106 M-70 -121 Q0 -130 70 -121", "#ffffff", 1.4, 'opacity=".22"')
    drawing += path("M86 -42 L112 0 L104 0 L80 -42 Z", post) + line("M91 -33 l12 0 M96 -22 l13 0 M102 -11 l13 0", post, 3)
    return place(x, y, size, drawing)


def brick_house(x, y, size, wall, roof, door, light):
    drawing = rect(-62, -64, 124, 64, wall) + path("M-78 -62 L-44 -104 L44 -104 L78 -62 Z", roof) + rect(-14, -42, 28, 42, door) + rect(-50, -46, 24, 22, light) + rect(26, -46, 24, 22, light)
    drawing += line("M-38 -46 v22 M-50 -35 h24 M38 -46 v22 M26 -35 h24", wall, 2) + rect(-70, -4, 140, 6, door) + line("M-70 -72 L70 -72 M-62 -82 L62 -82 M-54 -93 L54 -93", "#fff", 1.4, 'opacity=".25"')
    return place(x, y, size, drawing)


def loudspeaker(x, y, size, horn, pole, waves=None):
    drawing = rect(-4, -150, 8, 150, pole, 2) + path("M-8 -146 L-50 -170 L-50 -104 L-8 -128 Z", horn) + rect(-9, -147, 18, 20, pole, 4)
    drawing += path("M8 -146 L50 -170 L50 -104 L8 -128 Z", horn) + ellipse(-50, -137, 6, 33, pole, 'opacity=".35"') + ellipse(50, -137, 6, 33, pole, 'opacity=".35"')
    if waves:
        drawing += sound_waves(64, -137, waves) + place(0, 0, 1, sound_waves(64, -137, waves), True)
    return place(x, y, size, drawing)


def sound_waves(x, y, colour):
    return "".join(line(f"M{x + step * 12} {y - 14 - step * 10} Q{x + 12 + step * 16} {y} {x + step * 12} {y + 14 + step * 10}", colour, 5) for step in range(3))


def tree(x, y, size, leaf, trunk, dots=None):
    drawing = path("M-6 0 L-4 -60 L4 -60 L6 0 Z", trunk) + circle(0, -86, 34, leaf) + circle(-26, -68, 24, leaf) + circle(26, -68, 24, leaf)
    drawing += circle(-10, -96, 18, "#fff", 'opacity=".10"')
    if dots:
        drawing += "".join(circle(dx, dy, 5, dots) for dx, dy in ((-26, -70), (-6, -98), (14, -80), (30, -66), (-10, -66), (4, -108)))
    return place(x, y, size, drawing)


def bamboo(x, y, size, leaf):
    drawing = "".join(line(f"M{at} 0 Q{at + lean} -70 {at + lean * 2.2:g} -140", leaf, 4.5) for at, lean in ((-14, -10), (0, 3), (12, 14)))
    drawing += "".join(path(f"M{dx} {dy} q18 -14 34 -4 q-16 8 -34 4 Z", leaf) for dx, dy in ((-36, -138), (4, -142), (40, -136), (-24, -104), (20, -110), (8, -84)))
    return place(x, y, size, drawing)


def palm(x, y, size, leaf, trunk):
    drawing = path("M-5 0 Q-12 -60 2 -120 L9 -119 Q0 -60 7 0 Z", trunk)
    for end_x, end_y, curve in ((-58, -108, -34), (-46, -140, -24), (-6, -164, -8), (42, -150, 24), (62, -112, 38), (34, -88, 34)):
        drawing += path(f"M5 -120 Q{curve} {end_y - 22} {end_x} {end_y} Q{curve} {end_y + 4} 5 -116 Z", leaf)
    return place(x, y, size, drawing + circle(0, -114, 6, trunk) + circle(11, -112, 6, trunk))


def corn(x, y, size, leaf, ear):
    drawing = line("M0 0 L0 -84", leaf, 4) + path("M0 -30 Q-22 -50 -32 -36 Q-18 -40 0 -18 Z M0 -46 Q24 -68 34 -52 Q18 -56 0 -34 Z M0 -62 Q-18 -84 -28 -72 Q-16 -74 0 -52 Z", leaf)
    return place(x, y, size, drawing + ellipse(6, -52, 5, 12, ear) + line("M0 -84 l-6 -12 M0 -84 l0 -15 M0 -84 l6 -12", ear, 2))


def grass(x, y, size, leaf, blades=9):
    drawing = ""
    for index in range(blades):
        at = (index - blades / 2) * 7
        drawing += path(f"M{at - 3:g} 0 Q{at + (index % 3 - 1) * 10:g} {-34 - (index * 13) % 22} {at + (index % 5 - 2) * 11:g} {-56 - (index * 17) % 30} Q{at + 4:g} -30 {at + 4:g} 0 Z", leaf)
    return place(x, y, size, drawing)


def boat(x, y, size, hull, load):
    drawing = path("M-80 -18 Q-60 -10 -40 -10 L50 -10 Q70 -12 86 -26 L66 6 L-58 6 Z", hull) + path("M-30 -12 Q-28 -50 4 -50 Q36 -50 38 -12 Z", load) + line("M-16 -14 Q-14 -42 4 -44 M24 -14 Q22 -42 4 -44", hull, 2)
    return place(x, y, size, drawing)


def table(x, y, size, wood, cloth=None):
    drawing = rect(-80, -50, 160, 10, wood, 2) + rect(-70, -40, 9, 40, wood) + rect(61, -40, 9, 40, wood)
    if cloth:
        drawing += path("M-84 -52 H84 L80 -18 H-80 Z", cloth) + "".join(path(f"M{at} -27 l7 -6 l7 6 l-7 6 Z", "#ffc65c") for at in range(-72, 70, 18))
    return place(x, y, size, drawing)


def sheet(x, y, size, paper, ink, accent, lean=0):
    drawing = rect(-40, -54, 80, 108, paper, 4) + rect(-30, -42, 40, 7, accent, 2) + "".join(rect(-30, at, 60 - (at % 3) * 8, 4, ink, 2, 'opacity=".45"') for at in range(-26, 42, 11))
    return f'<g transform="translate({x:g} {y:g}) rotate({lean:g}) scale({size:g})">{drawing}</g>'


def woven(y, width, size=0.9):
    """The portal's band: lozenges in saffron, red and rice paper on indigo."""
    step = 56 * size
    high = 14 * size
    band = rect(0, y, width, high, "#171f4f")
    at = 0.0
    while at < width:
        band += place(at, y, size, path("M0 7l7-6 7 6-7 6z", "#e39a17") + path("M4 7l3-2.600L10 7 7 9.600z", "#b0202a")
                      + path("M14 1h7l-3.500 4zM14 13h7l-3.500-4zM49 1h7l-3.500 4zM49 13h7l-3.500-4z", "#fbf7ee")
                      + path("M21 7l7-6 7 6-7 6z", "#b0202a") + path("M25 7l3-2.600L31 7l-3 2.600z", "#fbf7ee")
                      + path("M35 7l7-6 7 6-7 6z", "#e39a17") + path("M39 7l3-2.600L45 7l-3 2.600z", "#171f4f"))
        at += step
    return band
