"""Places and moments, drawn in layers from the sky to the people. A layer is (depth, drawing): the deeper, the slower it moves.

The canvas is 800 × 450; what matters stays within the middle 640 × 360, so that a film may move across it and a poster may crop it.
"""
import random

from .figures import (bamboo, boat, brick_house, buffalo, child, circle, corn, cow, ellipse, grass, hen, line, loudspeaker, palm, path, person, pig,
                      place, rect, sheet, sound_waves, stilt_house, table, tree, woven)
from .palettes import PALETTES, SKIN

WIDTH, HEIGHT = 800, 450
SKY, FAR, MIDDLE, NEAR = 0, 1, 2, 3


def sky(p, sun=(560, 120, 44), stars=False):
    drawing = (f'<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{p.high}"/>'
               f'<stop offset="1" stop-color="{p.low}"/></linearGradient></defs>' + rect(0, 0, WIDTH, HEIGHT, "url(#s)"))
    if stars:
        chance = random.Random(7)
        drawing += "".join(circle(chance.randrange(800), chance.randrange(210), chance.choice((1.2, 1.8, 2.4)), p.sun, 'opacity=".8"') for _ in range(46))
    if sun:
        drawing += circle(*sun[:2], sun[2] * 1.7, p.sun, 'opacity=".16"') + circle(*sun, p.sun)
    return SKY, drawing


def karst(p, seed=1, base=300, depth=FAR, colour=None):
    """The steep limestone hills of the border country."""
    chance = random.Random(seed)
    drawing, x = "", -60
    while x < WIDTH + 40:
        wide, high = chance.randrange(90, 170), chance.randrange(70, 190)
        drawing += path(f"M{x} {base} C{x + wide * .16:g} {base - high * .62:g} {x + wide * .22:g} {base - high} {x + wide * .5:g} {base - high} "
                        f"S{x + wide * .86:g} {base - high * .55:g} {x + wide} {base} Z", colour or p.far)
        x += int(wide * .62)
    return depth, drawing + rect(-20, base - 2, WIDTH + 40, HEIGHT, colour or p.far)


def hills(p, seed=2, base=320, depth=MIDDLE, colour=None):
    chance = random.Random(seed)
    points, x = f"M-20 {base}", -20
    while x < WIDTH + 60:
        wide, high = chance.randrange(130, 240), chance.randrange(24, 84)
        points += f" q{wide / 2:g} {-high} {wide} 0"
        x += wide
    return depth, path(points + f" V{HEIGHT} H-20 Z", colour or p.mid)


def terraces(p, top=268, depth=MIDDLE):
    drawing = path(f"M-20 {top + 30} Q180 {top - 36} 400 {top + 8} T820 {top - 8} V{HEIGHT} H-20 Z", p.mid)
    for index in range(8):
        y = top + 22 + index * 21
        bend = 26 - index * 3
        colour = (p.sun, p.leaf)[index % 2]
        drawing += line(f"M-20 {y + bend} Q180 {y - bend} 400 {y + bend * .4:g} T820 {y - bend * .3:g}", colour, 5.5 - index * .25, 'opacity=".85"')
    return depth, drawing


def ground(p, y=360, colour=None, bend=14):
    return NEAR, path(f"M-20 {y} Q200 {y - bend} 400 {y} T820 {y - bend / 2:g} V{HEIGHT} H-20 Z", colour or p.near)


def near(*drawings):
    return NEAR, "".join(drawings)


def room(p, wall=None, floor=None):
    """Inside a house: boards, a floor, light from one side."""
    wall, floor = wall or p.far, floor or p.near
    boards = rect(0, 0, WIDTH, HEIGHT, wall) + "".join(line(f"M{x} 0 V330", p.mid, 2, 'opacity=".55"') for x in range(0, WIDTH, 62))
    return [(SKY, boards), (MIDDLE, rect(-20, 330, WIDTH + 40, 140, floor) + rect(-20, 330, WIDTH + 40, 6, p.ink, 0, 'opacity=".35"'))]


def window(p, x, y, wide=130, high=100):
    return (rect(x - 6, y - 6, wide + 12, high + 12, p.wood, 4) + rect(x, y, wide, high, p.sun) + path(f"M{x} {y + high} v-34 l{wide * .3:g} -30 l{wide * .24:g} 24 l{wide * .2:g} -18 l{wide * .26:g} 30 v28 Z", p.leaf)
            + line(f"M{x + wide / 2} {y} v{high} M{x} {y + high / 2} h{wide}", p.wood, 4))


# --- scenes -------------------------------------------------------------------------------------------------------------------------
def cow_scene(p):
    return [sky(p), karst(p, 3), hills(p, 5), ground(p), near(stilt_house(196, 372, .92, p.wood, p.ink, p.sun),
            cow(480, 392, 1.22, "#d99a55", "#8a5526"), person(636, 394, 1.35, p.ink, "old", p.sun, (-30, -70), True), grass(590, 398, .6, p.leaf), grass(330, 396, .5, p.leaf))]


def grass_scene(p):
    rows = "".join(grass(120 + index * 84, 396 + (index % 2) * 10, 1.25, (p.leaf, p.mid)[index % 2], 11) for index in range(8))
    return [sky(p, (230, 110, 46)), karst(p, 8), hills(p, 9), ground(p, 352), near(person(430, 372, 1.5, "#27337a", "hat", p.accent, (34, -64)), line("M478 268 q34 -24 30 -56", p.wood, 6),
            path("M508 214 q-34 -6 -46 16 q26 -8 46 -8 Z", p.light)), near(rows), near(cow(650, 398, .86, "#c98a4b", "#7d4a20", True))]


def clinic_scene(p):
    house = brick_house(330, 380, 1.75, p.light, p.accent, p.mid, p.low)
    cross = rect(318, 216, 24, 66, p.accent, 3) + rect(297, 237, 66, 24, p.accent, 3)
    badge = circle(330, 249, 46, "#fff") + cross
    return [sky(p, (620, 100, 36)), karst(p, 12), hills(p, 4), ground(p), near(house, badge, person(548, 396, 1.3, "#f5f7fa", "cap", p.accent, (-32, -62), True),
            person(618, 396, 1.2, "#27337a", "scarf", p.sun), child(676, 398, 1.3, p.accent), tree(130, 380, 1.1, p.leaf, p.wood))]


def card_scene(p):
    card = (rect(-150, -94, 300, 188, p.light, 16) + rect(-150, -94, 300, 44, p.accent, 16) + rect(-150, -66, 300, 16, p.accent) + circle(-92, 12, 34, p.low) + circle(-92, 2, 14, SKIN)
            + path("M-118 38 Q-92 12 -66 38 Z", "#27337a") + "".join(rect(-40, at, wide, 11, p.mid, 5, 'opacity=".6"') for at, wide in ((-28, 160), (-4, 120), (20, 146), (44, 90))))
    heart = path("M0 24 C-46 -8 -22 -44 0 -18 C22 -44 46 -8 0 24 Z", "#fff")
    return [sky(p, None), karst(p, 14, 350), (MIDDLE, circle(400, 225, 178, p.sun, 'opacity=".25"')), near(f'<g transform="translate(386 222) rotate(-7)">{card}</g>', place(246, 126, .8, heart),
            path("M560 420 Q520 330 470 300 Q456 290 470 278 Q488 270 510 286 L560 322 L640 420 Z", SKIN))]


def water_scene(p):
    tank = rect(452, 214, 150, 160, p.light, 12) + rect(440, 202, 174, 20, p.mid, 8) + "".join(rect(452, y, 150, 4, p.mid, 0, 'opacity=".5"') for y in (256, 296, 336))
    tap = line("M452 330 h-44 v22", p.ink, 10) + path("M408 360 q-13 22 0 30 q13 -8 0 -30 Z", p.low) + rect(392, 318, 22, 8, p.accent, 3)
    stream = path("M90 205 Q160 260 130 300 T180 400 L270 420 Q190 330 220 292 T122 200 Z", p.water, 'opacity=".9"')
    return [sky(p), karst(p, 17, 290), hills(p, 11, 322), (MIDDLE, stream), ground(p), near(tank, tap, path("M384 404 l6 -22 h38 l6 22 Z", p.accent), person(312, 398, 1.4, "#27337a", "bun", p.sun, (40, -30)),
            child(664, 398, 1.3, p.accent, "#fff"))]


def latrine_scene(p):
    hut = rect(352, 228, 116, 150, p.light) + path("M336 232 L352 200 H468 L490 232 Z", p.accent) + rect(384, 262, 52, 116, p.wood, 3) + circle(426, 322, 4, p.sun) + path("M404 246 q6 -10 12 0 Z", p.ink)
    pipe = rect(476, 150, 10, 224, p.ink, 4) + rect(468, 142, 26, 12, p.ink, 4)
    path_ = path("M380 378 Q350 410 300 450 H470 Q450 410 438 378 Z", p.sun, 'opacity=".55"')
    basin = rect(560, 318, 60, 12, p.ink, 4) + rect(584, 330, 12, 58, p.ink) + line("M600 318 v-24 h-18 v8", p.ink, 6) + circle(574, 312, 7, p.accent)
    return [sky(p), karst(p, 21), hills(p, 14), ground(p), near(path_, bamboo(160, 384, 1.25, p.leaf), hut, pipe, basin, person(664, 396, 1.3, "#27337a", "hair", p.sun, (-42, -56), True), bamboo(720, 384, 1.1, p.leaf))]


def workshop_scene(p):
    bench = table(420, 394, 1.9, p.wood)
    machine = rect(340, 216, 130, 84, p.accent, 10) + circle(372, 258, 30, p.ink) + circle(372, 258, 12, p.sun) + rect(430, 188, 14, 30, p.ink) + rect(418, 236, 40, 10, p.light, 4) + rect(418, 254, 40, 10, p.light, 4)
    tools = "".join(rect(x, 96, 10, 74, p.light, 4) + rect(x - 7, 84, 24, 20, p.ink, 4) for x in (150, 190, 230)) + circle(300, 120, 26, "none", f'stroke="{p.light}" stroke-width="10"')
    return room(p) + [(MIDDLE, rect(118, 66, 232, 126, p.mid, 8) + tools + window(p, 560, 70)), near(bench, machine, person(250, 402, 1.75, "#27337a", "cap", p.sun, (54, -62)), person(610, 402, 1.7, p.ink, "hair", p.sun, (-60, -66), True))]


def plane_scene(p):
    plane = path("M0 0 L150 -34 Q176 -38 178 -26 Q178 -16 156 -12 L104 4 L64 70 L44 72 L62 14 L18 22 L0 46 L-14 46 L-6 14 Z", p.light) + path("M62 -14 L30 -58 L46 -60 L98 -24 Z", p.light)
    contract = sheet(210, 318, 1.15, p.light, p.ink, p.accent, -8)
    return [sky(p, (640, 96, 38), stars=p.high == PALETTES["dem"].high), karst(p, 24, 360), (MIDDLE, place(360, 176, 1.2, plane) + line("M330 196 Q180 240 60 228", p.light, 3, 'stroke-dasharray="4 14" opacity=".7"')), ground(p, 388),
            near(contract, path("M262 352 l18 20 l34 -46", "none", f'stroke="{p.accent}" stroke-width="13" stroke-linecap="round"'), person(470, 410, 1.55, "#4a57a8", "hair", p.sun), rect(506, 350, 60, 62, p.accent, 8) + line("M522 350 q0 -20 14 -20 q14 0 14 20", p.accent, 7))]


def bowl_scene(p):
    bowl = path("M-130 0 H130 Q118 104 40 112 H-40 Q-118 104 -130 0 Z", p.light) + line("M-112 34 Q0 66 112 34", p.accent, 6) + ellipse(0, 0, 130, 28, "#fff4dc")
    food = ellipse(-62, -3, 40, 13, "#fffdf5") + ellipse(20, -8, 38, 12, "#8f4a22") + ellipse(74, 2, 34, 11, "#5e9a4a") + ellipse(-6, 10, 36, 10, "#f2b632")
    steam = "".join(line(f"M{x} -44 q-16 -24 0 -46 t0 -46", p.light, 7, 'opacity=".55"') for x in (-50, 4, 56))
    egg = ellipse(0, 0, 26, 32, "#fbe3c0")
    beans = "".join(ellipse(x, y, 10, 7, "#d6b25a") for x, y in ((0, 0), (22, 8), (10, 20), (34, 22), (-14, 18)))
    leaves = path("M0 0 Q-46 -40 -30 -86 Q20 -62 0 0 Z", "#5e9a4a") + path("M0 0 Q20 -52 62 -54 Q54 -10 0 0 Z", "#76b35c")
    return room(p) + [(MIDDLE, window(p, 90, 60, 150, 110)), near(ellipse(400, 398, 330, 34, p.ink, 'opacity=".35"'), table(400, 560, 3.9, p.wood), place(390, 270, 1, bowl + food), place(390, 270, 1, steam), place(590, 350, 1, egg), place(632, 356, .8, egg), place(160, 340, 1, beans), place(222, 360, 1, leaves))]


def school_scene(p):
    house = brick_house(470, 352, 1.5, p.light, p.accent, p.wood, p.low)
    flag = rect(318, 120, 6, 236, p.ink) + rect(324, 124, 74, 48, "#da251d") + path("M361 134 l5 10 l11 1 l-8 8 l2 11 l-10 -6 l-10 6 l2 -11 l-8 -8 l11 -1 Z", "#ffdd00")
    girl = person(230, 398, 1.65, "#27337a", "bun", p.accent) + rect(196, 306, 66, 54, p.accent, 9, 'opacity=".0"')
    book = path("M0 0 Q-26 -14 -52 -4 V-50 Q-26 -60 0 -46 Q26 -60 52 -50 V-4 Q26 -14 0 0 Z", p.light) + line("M0 0 V-46", p.ink, 2.5)
    return [sky(p, (150, 110, 42)), karst(p, 27), hills(p, 18), ground(p), near(house, flag, girl, place(250, 352, .85, book), child(640, 398, 1.35, p.ink), child(588, 396, 1.25, "#4a57a8", p.sun, "bun"))]


def hearth_scene(p):
    fire = path("M0 0 Q-46 -30 -22 -78 Q-14 -52 2 -58 Q-6 -96 22 -118 Q20 -82 40 -66 Q62 -36 0 0 Z", "#ffb03a") + path("M4 0 Q-20 -20 -4 -48 Q6 -30 20 -38 Q34 -18 4 0 Z", "#fff0b8")
    pot = path("M-62 -36 H62 Q70 40 28 48 H-28 Q-70 40 -62 -36 Z", p.ink) + rect(-70, -46, 140, 14, p.ink, 6) + line("M-62 -22 q-22 6 -12 26 M62 -22 q22 6 12 26", p.ink, 6)
    glow = circle(400, 330, 210, "#ffb03a", 'opacity=".18"') + circle(400, 330, 130, "#ffb03a", 'opacity=".20"')
    return room(p) + [(MIDDLE, window(p, 556, 66, 140, 104) + rect(90, 96, 190, 12, p.wood) + "".join(rect(x, 60, 26, 36, c, 5) for x, c in ((104, p.accent), (146, p.sun), (190, p.light), (232, p.leaf)))),
            near(glow, place(400, 398, 1.1, fire), place(400, 266, 1.0, pot), line("M340 408 L460 384 M340 384 L462 408", p.wood, 13), person(226, 408, 1.75, "#27337a", "hair", p.sun, (52, -52)), person(580, 408, 1.7, p.accent, "scarf", p.sun, (-54, -50), True), child(662, 408, 1.35, p.leaf))]


def scales_scene(p):
    beam = rect(-6, -190, 12, 190, p.light, 4) + rect(-60, -8, 120, 14, p.light, 6) + rect(-130, -180, 260, 10, p.light, 5) + circle(0, -190, 13, p.sun)
    pans = "".join(line(f"M{x} -174 L{x - 38} -100 M{x} -174 L{x + 38} -100", p.light, 3) + path(f"M{x - 48} -100 H{x + 48} Q{x + 36} -66 {x} -66 Q{x - 36} -66 {x - 48} -100 Z", p.sun) for x in (-118, 118))
    return [sky(p, None), karst(p, 31, 330), (MIDDLE, circle(400, 220, 180, p.low, 'opacity=".45"')), ground(p, 372), near(place(400, 380, 1.35, beam + pans), sheet(240, 216, .42, p.light, p.ink, p.accent, -6), place(560, 246, .34, brick_house(0, 0, 1, p.light, p.accent, p.wood, p.low)),
            person(176, 404, 1.3, "#27337a", "old", p.sun), person(636, 404, 1.3, "#e9e4f2", "bun", p.accent))]


def phone_scene(p):
    device = rect(-74, -146, 148, 292, p.ink, 22) + rect(-64, -122, 128, 238, p.low, 6) + circle(0, 130, 9, p.light, 'opacity=".6"')
    bubble = path("M-52 -100 H52 Q60 -100 60 -92 V-52 Q60 -44 52 -44 H-20 L-40 -24 V-44 H-52 Z", p.light) + "".join(circle(x, -72, 6, p.mid) for x in (-24, 0, 24))
    shield = path("M0 -6 L44 8 V46 Q44 86 0 104 Q-44 86 -44 46 V8 Z", p.accent) + line("M-18 46 L-4 62 L22 32", "#fff", 10)
    waves = place(516, 210, 1, sound_waves(0, 0, p.sun)) + place(284, 210, 1, sound_waves(0, 0, p.sun), True)
    return [sky(p, (650, 92, 30), stars=p.high == PALETTES["dem"].high), karst(p, 34, 370), (MIDDLE, circle(400, 222, 190, p.sun, 'opacity=".14"')), near(waves, place(400, 226, 1.22, device + bubble + shield)), near(person(140, 430, 1.55, "#8a5526", "scarf", p.sun), person(668, 430, 1.5, "#4a57a8", "hair", p.accent))]


def buffalo_scene(p):
    shed = rect(150, 196, 12, 196, p.wood) + rect(560, 196, 12, 196, p.wood) + path("M116 204 L170 136 H560 L612 204 Z", p.ink) + rect(162, 204, 398, 116, p.accent, 0, 'opacity=".82"') + line("M162 262 H560", p.light, 3, 'opacity=".5"')
    straw = path("M120 398 Q300 360 610 398 Z", "#e0b557") + "".join(line(f"M{x} 396 l{8 - x % 17} -14", "#f3d489", 3) for x in range(150, 590, 18))
    snow = "".join(circle(x, y, 3, "#fff", 'opacity=".8"') for x, y in ((90, 90), (230, 66), (330, 110), (470, 60), (650, 96), (706, 170), (64, 210), (640, 250), (720, 300), (100, 310)))
    return [sky(p, None), karst(p, 37), hills(p, 21), ground(p), near(shed, buffalo(350, 390, 1.3, blanket="#c9a468"), buffalo(520, 394, .7, flip=True, blanket=p.light), straw, person(668, 402, 1.4, "#27337a", "cap", p.sun, (-40, -46), True), snow)]


def chestnut_scene(p):
    burr = "".join(line(f"M0 0 L{x} {y}", "#b9c46a", 3) for x, y in ((0, -24), (17, -17), (24, 0), (17, 17), (0, 24), (-17, 17), (-24, 0), (-17, -17))) + circle(0, 0, 17, "#a3ad4e") + ellipse(0, 3, 10, 8, "#6b3413")
    nuts = "".join(place(x, y, s, path("M0 -18 Q22 -12 20 8 Q0 20 -20 8 Q-22 -12 0 -18 Z", "#7b3f18") + path("M-18 8 Q0 16 18 8 Q0 2 -18 8 Z", "#d9b37c")) for x, y, s in ((330, 344, 1.1), (372, 352, 1.2), (414, 342, 1.1), (352, 326, 1.0), (392, 324, 1.05), (448, 352, 1.0)))
    basket = path("M286 350 H492 L470 396 H308 Z", p.sun) + line("M290 362 H488 M298 378 H480", p.wood, 3)
    return [sky(p), karst(p, 41), hills(p, 25), ground(p), near(tree(170, 392, 2.0, p.leaf, p.wood), *[place(x, y, .9, burr) for x, y in ((120, 230), (190, 196), (232, 262), (150, 286))], nuts, basket, person(560, 402, 1.6, "#27337a", "scarf", p.sun, (-44, -40), True),
            tree(690, 380, 1.2, p.leaf, p.wood))]


def homestay_scene(p):
    falls = path("M400 190 Q440 168 480 178 T580 172 T720 190 L740 340 H390 Z", p.mid)
    for x, y, wide in ((452, 178, 34), (520, 182, 52), (606, 178, 40), (668, 184, 24)):
        falls += path(f"M{x - wide / 2} {y} h{wide} q6 70 12 152 h-{wide + 24} q6 -82 12 -152 Z", "#fff", 'opacity=".88"')
        falls += line(f"M{x - wide / 4} {y + 14} q2 60 -2 120 M{x + wide / 5:g} {y + 8} q4 60 4 128", p.low, 2.5, 'opacity=".7"')
    lanterns = "".join(circle(x, y, 9, p.sun) + line(f"M{x} {y - 22} v13", p.ink, 2) for x, y in ((180, 236), (240, 232), (300, 236)))
    return [sky(p, (130, 96, 38)), karst(p, 44, 320), (MIDDLE, falls + ellipse(570, 334, 190, 28, p.water)), hills(p, 28, 352, MIDDLE, p.mid), ground(p, 376), near(stilt_house(240, 392, 1.5, p.wood, p.ink, p.sun), lanterns, person(470, 410, 1.45, "#27337a", "scarf", p.sun, (36, -62)), person(580, 410, 1.45, p.leaf, "cap", p.light, (-34, -62), True), rect(604, 336, 34, 50, p.accent, 8))]


def climb_scene(p):
    steps = "".join(path(f"M{180 + i * 70} {400 - i * 42} h90 v60 h-90 Z", (p.mid, p.near)[i % 2]) + line(f"M{180 + i * 70} {400 - i * 42} h90", p.leaf, 7) for i in range(7))
    hoe = line("M20 -60 L52 -112", p.wood, 5) + path("M44 -116 q22 -8 26 14 q-12 -8 -22 -2 Z", p.ink)
    return [sky(p, (610, 106, 54)), karst(p, 47), (MIDDLE, steps), near(place(432, 276, 1.35, person(0, 0, 1, "#27337a", "hair", p.accent, (22, -62)) + hoe), hen(320, 330, .95), hen(238, 368, .8, "#7b3f18", flip=True), person(604, 172, .86, p.accent, "scarf", p.light, (-30, -70), True), tree(684, 150, .6, p.leaf, p.wood))]


def savings_scene(p):
    tube = rect(-46, -150, 92, 220, "#c8a24a", 14) + "".join(rect(-48, y, 96, 9, "#a07c2d", 4) for y in (-96, -28, 40)) + rect(-22, -142, 44, 8, p.ink, 4)
    coin = circle(0, 0, 22, p.sun) + circle(0, 0, 16, "none", f'stroke="{p.wood}" stroke-width="3"') + rect(-5, -5, 10, 10, p.wood)
    sprout = path("M0 0 V-40 M0 -30", "none", f'stroke="{p.leaf}" stroke-width="7"') + path("M0 -36 Q-44 -40 -46 -80 Q-6 -80 0 -36 Z M0 -36 Q34 -44 44 -84 Q4 -82 0 -36 Z", p.leaf)
    ledger = path("M0 0 Q-50 -18 -104 -4 V-74 Q-50 -88 0 -70 Q50 -88 104 -74 V-4 Q50 -18 0 0 Z", p.light) + line("M0 0 V-70", p.ink, 3) + "".join(line(f"M{s * 20} {y} h{s * 64}", p.mid, 4, 'opacity=".5"') for s in (-1, 1) for y in (-56, -42, -28))
    return room(p) + [(MIDDLE, circle(400, 214, 180, p.sun, 'opacity=".3"')), near(table(400, 640, 5.2, p.wood), place(322, 300, 1.0, tube), place(322, 152, 1.1, sprout), place(262, 84, .9, coin), place(404, 96, .8, coin), place(360, 48, .7, coin), place(522, 366, 1.2, ledger), place(218, 352, 1, coin), place(188, 360, 1, coin), person(648, 424, 1.6, "#27337a", "scarf", p.accent, (-52, -44), True))]


def pig_scene(p):
    pen = "".join(rect(x, 262, 12, 136, p.wood, 3) for x in range(120, 520, 62)) + rect(108, 284, 402, 12, p.wood, 4) + rect(108, 340, 402, 12, p.wood, 4)
    vaccine = rect(-44, -12, 78, 24, p.light, 4) + rect(-40, -8, 44, 16, p.accent, 2) + line("M34 0 H66", p.ink, 3) + line("M-44 0 H-66 M-66 -14 V14", p.ink, 6)
    return [sky(p), karst(p, 51), hills(p, 33), ground(p), near(path("M86 270 L130 196 H500 L552 270 Z", p.ink), pig(210, 392, 1.25), pig(360, 394, 1.35, flip=True), pen, person(624, 402, 1.6, "#f5f7fa", "cap", p.accent, (-44, -58), True), place(536, 300, .8, vaccine), person(690, 404, 1.3, "#27337a", "bun", p.sun))]


def house_scene(p):
    frame = brick_house(356, 384, 1.9, p.light, p.accent, p.wood, p.sun)
    ladder = line("M516 390 L470 214 M548 384 L500 210", p.wood, 7) + "".join(line(f"M{508 - i * 9.5:g} {360 - i * 36} l32 -5", p.wood, 6) for i in range(5))
    bricks = "".join(rect(600 + (i % 3) * 34 - (i // 3 % 2) * 8, 380 - (i // 3) * 18, 30, 15, "#b5532f", 2) for i in range(9))
    return [sky(p, (650, 96, 40)), karst(p, 54), hills(p, 36), ground(p), near(frame, ladder, bricks, person(492, 282, 1.0, "#4a57a8", "cap", p.sun, (-34, -66), True), person(176, 402, 1.4, "#27337a", "old", p.sun, (34, -66)), person(650, 404, 1.3, p.leaf, "hat", p.accent, (-34, -40), True), tree(90, 384, 1.0, p.leaf, p.wood))]


def loudspeaker_scene(p):
    return [sky(p), karst(p, 57), hills(p, 39), terraces(p, 300), ground(p, 386), near(loudspeaker(400, 398, 1.75, p.sun, p.ink, p.light), stilt_house(160, 404, .75, p.wood, p.ink, p.sun), person(580, 416, 1.25, "#27337a", "old", p.sun, (26, -78)), child(632, 418, 1.2, p.accent), person(694, 416, 1.15, p.ink, "scarf", p.accent))]


def market_scene(p):
    def stall(x, cloth, goods):
        return (rect(x - 70, 262, 7, 130, p.wood) + rect(x + 63, 262, 7, 130, p.wood) + path(f"M{x - 88} 268 L{x - 66} 224 H{x + 66} L{x + 88} 268 Z", cloth) + "".join(path(f"M{x - 88 + i * 44} 268 h22 l-4 14 h-14 Z", p.light) for i in range(4))
                + rect(x - 76, 342, 152, 14, p.wood, 3) + "".join(circle(x - 56 + i * 22, 334 - (i % 2) * 5, 12, goods) for i in range(6)))
    return [sky(p, (400, 92, 42)), karst(p, 61), hills(p, 42), ground(p, 350), near(stall(180, p.accent, "#e39a17"), person(180, 396, 1.15, "#27337a", "scarf", p.sun), stall(400, "#27337a", "#97c973"), person(400, 396, 1.15, p.leaf, "hat", p.accent), stall(620, p.leaf, "#b5532f"), person(620, 396, 1.15, p.accent, "bun", p.sun),
            person(290, 420, 1.35, "#8a5526", "hat", p.sun), person(516, 420, 1.35, "#4a57a8", "bun", p.light), child(560, 422, 1.25, p.accent))]


def loom_scene(p):
    frame = rect(250, 120, 14, 270, p.wood) + rect(540, 120, 14, 270, p.wood) + rect(238, 116, 328, 14, p.wood, 4) + rect(250, 300, 304, 12, p.wood)
    threads = "".join(line(f"M{x} 132 V298", p.light, 2, 'opacity=".9"') for x in range(274, 534, 9))
    cloth = rect(270, 214, 264, 86, "#171f4f") + "".join(place(x, 257, 1.5, path("M-14 0L0 -20L14 0L0 20Z", c) + path("M-6 0L0 -9L6 0L0 9Z", d)) for x, c, d in ((300, "#e39a17", "#b0202a"), (350, "#b0202a", "#fbf7ee"), (400, "#e39a17", "#171f4f"), (450, "#b0202a", "#fbf7ee"), (502, "#e39a17", "#b0202a")))
    return room(p) + [(MIDDLE, window(p, 70, 74, 140, 110)), near(frame, threads, cloth, rect(262, 198, 280, 12, p.sun, 5), person(404, 420, 1.75, p.accent, "scarf", p.sun, (44, -66)), path("M620 408 h90 l-10 -72 h-70 Z", p.wood) + ellipse(665, 338, 36, 12, "#27337a"), circle(150, 392, 26, "#27337a") + circle(186, 398, 20, p.accent))]


def dye_scene(p):
    vat = path("M-70 -86 H70 L56 0 H-56 Z", p.wood) + ellipse(0, -86, 70, 18, "#1b2360") + line("M-66 -50 H66 M-62 -22 H62", p.ink, 4, 'opacity=".5"')
    cloths = line("M60 150 Q400 186 760 140", p.wood, 5) + "".join(path(f"M{x} {y} h64 v{h} q-32 12 -64 0 Z", c) for x, y, h, c in ((110, 158, 120, "#27337a"), (196, 164, 140, "#3c4aa0"), (284, 168, 112, "#5d6bc0"), (470, 168, 132, "#27337a"), (558, 162, 116, "#171f4f"), (646, 154, 128, "#4a57a8")))
    return [sky(p, (400, 92, 40)), karst(p, 64), hills(p, 44), ground(p), near(cloths, place(300, 404, 1.1, vat), place(470, 410, .95, vat), person(392, 412, 1.55, "#27337a", "scarf", p.sun, (46, -52)), grass(150, 410, .7, p.leaf), grass(664, 408, .8, p.leaf))]


def night_class_scene(p):
    board = rect(250, 70, 300, 150, "#1d4a3a", 6) + rect(242, 62, 316, 166, "none", 8, f'stroke="{p.wood}" stroke-width="10"')
    chalk = "".join(line(d, "#f3fbf3", 5) for d in ("M290 160 l20 -56 l20 56 M298 140 h24", "M372 106 v54 M372 134 q28 -18 30 8 q0 22 -30 14", "M466 118 q-34 -20 -36 16 q2 34 36 16"))
    lamp = line("M400 0 V34", p.ink, 3) + path("M376 46 L386 30 H414 L424 46 Z", p.sun) + circle(400, 52, 9, "#fff6d0") + path("M330 330 L388 54 H412 L470 330 Z", "#fff6d0", 'opacity=".10"')
    desks = "".join(table(x, 410, 1.05, p.wood) for x in (180, 400, 620))
    heads = "".join(person(x, 424, 1.25, c, h, p.sun) for x, c, h in ((150, "#27337a", "scarf"), (214, p.accent, "bun"), (370, p.leaf, "scarf"), (434, "#27337a", "old"), (590, p.accent, "scarf"), (654, "#4a57a8", "bun")))
    return room(p) + [(MIDDLE, board + chalk + lamp + rect(90, 84, 96, 96, p.ink, 4) + circle(150, 116, 14, p.sun)), near(person(612, 330, 1.3, "#e9e4f2", "bun", p.accent, (-44, -74), True), heads, desks)]


def reservoir_scene(p):
    lake = path("M150 330 Q400 286 650 330 Q700 372 640 396 Q400 430 160 396 Q100 372 150 330 Z", p.water) + line("M220 352 q60 -10 120 0 M380 372 q70 -10 140 0 M300 392 q50 -8 100 0", "#fff", 3.5, 'opacity=".6"') + path("M150 330 Q400 286 650 330", "none", f'stroke="{p.ink}" stroke-width="9"')
    pipe = line("M640 340 Q720 300 760 200", p.ink, 8)
    return [sky(p, (190, 100, 40)), karst(p, 67, 320), karst(p, 70, 352, MIDDLE, p.mid), (NEAR, rect(-20, 350, 840, 120, p.near)), near(lake, pipe, person(250, 350, .95, "#27337a", "scarf", p.sun), person(560, 346, .95, p.accent, "hair", p.sun, (30, -66)), grass(90, 420, .9, p.leaf), grass(720, 424, .9, p.leaf))]


def carry_scene(p):
    pole = line("M-54 -70 Q0 -84 54 -70", p.wood, 5) + "".join(line(f"M{x} -70 V-40", p.ink, 2) + path(f"M{x - 15} -40 h30 l-4 30 h-22 Z", p.accent) for x in (-52, 52))
    return [sky(p, (610, 110, 46)), karst(p, 72, 320), (MIDDLE, path("M-20 330 Q200 270 420 320 T820 270 V450 H-20 Z", p.mid)), (NEAR, path("M-20 450 Q260 330 520 380 T820 300 V450 Z", p.near)), near(place(300, 386, 1.5, person(0, 0, 1, "#27337a", "scarf", p.sun) + pole), place(520, 378, 1.2, person(0, 0, 1, p.accent, "hat", p.sun) + pole), child(640, 362, 1.2, p.leaf))]


def bank_scene(p):
    sign = rect(216, 70, 368, 52, p.accent, 8) + "".join(rect(250 + i * 62, 90, 46, 12, p.light, 6) for i in range(5))
    notes = "".join(rect(350 + i * 7, 300 - i * 6, 64, 30, c, 4) for i, c in enumerate((p.leaf, "#b5d89a", p.leaf)))
    return room(p) + [(MIDDLE, sign), near(person(330, 380, 1.45, "#e9e4f2", "hair", p.accent, (34, -46)), person(480, 380, 1.45, "#e9e4f2", "bun", p.accent, (-34, -46), True), table(400, 404, 2.2, p.wood, "#27337a"), notes, sheet(470, 296, .42, p.light, p.ink, p.accent, 10), person(180, 424, 1.7, p.leaf, "scarf", p.sun, (52, -54)), person(632, 424, 1.7, "#8a5526", "hat", p.sun, (-50, -52), True))]


def wash_scene(p):
    drops = "".join(path(f"M{x} {y} q-12 20 0 28 q12 -8 0 -28 Z", p.low) for x, y in ((372, 176), (400, 196), (430, 178), (390, 226), (420, 232)))
    hand = path("M-120 40 Q-60 -10 -20 -6 L60 -24 Q78 -26 76 -12 L26 6 L78 4 Q92 6 86 20 L30 26 L74 34 Q82 42 70 48 L-20 60 Q-80 74 -120 80 Z", SKIN)
    bubbles = "".join(circle(x, y, r, "#fff", 'opacity=".75"') for x, y, r in ((330, 300, 22), (372, 320, 28), (420, 300, 24), (462, 322, 20), (396, 286, 16), (500, 290, 13), (300, 270, 12)))
    tap = line("M620 90 H430 Q400 90 400 120 V150", p.ink, 22) + rect(520, 52, 70, 18, p.accent, 8) + rect(548, 66, 14, 20, p.ink)
    return [sky(p, None), karst(p, 75, 420), (MIDDLE, circle(400, 260, 190, p.light, 'opacity=".25"')), near(tap, drops, place(360, 300, 1.35, hand), place(450, 310, 1.35, hand, True), bubbles)]


def six_scene(p):
    icons = (
        "M-16 16 L8 -8 M2 -16 L18 0 M8 -8 q10 -16 16 4",
        "M0 20 C-34 -4 -16 -30 0 -12 C16 -30 34 -4 0 20 Z M0 -6 v14 M-7 1 h14",
        "M0 16 Q-14 6 -26 10 V-16 Q-12 -20 0 -10 Q12 -20 26 -16 V10 Q14 6 0 16 Z M0 16 V-10",
        "M-26 2 L0 -22 L26 2 M-18 -4 V20 H18 V-4 M-5 20 V6 H5 V20",
        "M0 -24 Q22 2 22 10 A22 20 0 0 1 -22 10 Q-22 2 0 -24 Z",
        "M-22 -6 V8 H-12 L6 20 V-18 L-12 -6 Z M14 -8 q8 10 0 20 M22 -14 q14 16 0 32")
    tiles = ""
    for index, icon in enumerate(icons):
        x, y = 220 + index % 3 * 180, 150 + index // 3 * 150
        tiles += place(x, y, 1, rect(-70, -60, 140, 120, (p.light, p.sun)[index % 2], 20) + f'<g transform="scale(1.5)">{line(icon, ("#b0202a", "#27337a")[index % 2], 4)}</g>')
    return [sky(p, None), karst(p, 78, 440), (MIDDLE, rect(90, 60, 620, 330, p.ink, 30, 'opacity=".18"')), near(tiles)]


def river_scene(p):
    water = rect(-20, 290, 840, 180, p.water) + "".join(line(f"M{x} {y} q30 -8 60 0", "#fff", 3, 'opacity=".55"') for x, y in ((60, 320), (220, 344), (430, 322), (600, 350), (120, 392), (340, 404), (560, 398)))
    bank = path("M-20 300 Q160 266 400 286 T820 268 V306 H-20 Z", p.mid)
    return [sky(p, (590, 106, 50)), (FAR, path("M-20 300 q60 -30 120 -8 t140 -6 t160 2 t180 -8 t240 6 V320 H-20 Z", p.far)), (MIDDLE, water + bank), near(palm(120, 300, 1.15, p.leaf, p.wood), palm(690, 296, 1.3, p.leaf, p.wood), palm(640, 300, .9, p.leaf, p.wood), brick_house(260, 296, .7, p.light, p.accent, p.wood, p.low), boat(360, 380, 1.6, p.ink, p.wood), person(440, 362, 1.0, p.accent, "hat", p.sun, (22, -40)), boat(600, 352, .9, p.ink, p.accent))]


def ducks_scene(p):
    pond = ellipse(400, 380, 340, 60, p.water) + "".join(line(f"M{x} {y} q24 -7 48 0", "#fff", 3, 'opacity=".6"') for x, y in ((180, 372), (330, 400), (500, 378)))
    duck = ellipse(0, -14, 26, 15, "#fff7e6") + circle(22, -30, 10, "#fff7e6") + path("M30 -32 l14 3 l-14 5 Z", "#e39a17") + circle(24, -32, 1.8, "#222")
    return [sky(p, (180, 100, 42)), (FAR, path("M-20 320 q80 -40 170 -12 t180 -10 t200 8 t310 -8 V470 H-20 Z", p.far)), hills(p, 52, 334), (NEAR, rect(-20, 346, 840, 120, p.near)), near(palm(680, 352, 1.25, p.leaf, p.wood), brick_house(160, 340, .9, p.light, p.accent, p.wood, p.low), pond, *[place(x, y, s, duck) for x, y, s in ((280, 384, 1), (350, 402, 1.15), (430, 376, .95), (486, 404, 1.1), (230, 402, .9))], person(580, 372, 1.35, "#8a5526", "hat", p.sun, (-40, -52), True))]


def weave_scene(p):
    mats = "".join(place(x, y, s, path("M-50 -60 H50 L40 0 H-40 Z", "#d9b56a") + line("M-46 -44 H46 M-44 -28 H44 M-42 -12 H42", "#a07c2d", 3) + line("M-30 -60 q30 -44 60 0", "#a07c2d", 6)) for x, y, s in ((190, 398, 1.1), (610, 398, 1.2), (690, 402, .8)))
    flowers = "".join(path(f"M{x} {y} q-12 -18 0 -26 q12 8 0 26 Z", "#b48fd6") for x, y in ((110, 320), (140, 312), (168, 324), (660, 318), (694, 310)))
    return [sky(p), (FAR, rect(-20, 280, 840, 190, p.water)), (MIDDLE, path("M-20 316 q120 -22 260 0 t300 -4 t300 4 V470 H-20 Z", p.leaf) + flowers), ground(p, 366), near(mats, person(330, 408, 1.5, p.accent, "bun", p.sun, (42, -40)), person(450, 408, 1.5, "#27337a", "scarf", p.sun, (-42, -40), True), place(390, 402, .9, path("M-50 -60 H50 L40 0 H-40 Z", "#e6c987") + line("M-46 -44 H46 M-44 -28 H44", "#a07c2d", 3)))]


def rice_scene(p):
    rows = "".join(line(f"M-20 {y} Q400 {y - 14} 820 {y}", (p.sun, p.leaf)[i % 2], 9, 'opacity=".8"') for i, y in enumerate(range(312, 460, 17)))
    return [sky(p, (610, 100, 46)), (FAR, path("M-20 300 q90 -26 200 -6 t220 -8 t220 4 t220 -4 V470 H-20 Z", p.far)), (MIDDLE, rect(-20, 300, 840, 170, p.mid) + rows), near(loudspeaker(190, 392, 1.4, p.sun, p.ink, p.light), person(430, 404, 1.35, "#27337a", "hat", p.accent, (32, -44)), person(540, 396, 1.2, "#8a5526", "hat", p.sun), buffalo(660, 402, .85, flip=True))]


def board_scene(p):
    board = rect(300, 120, 250, 180, p.wood, 6) + rect(312, 132, 226, 156, p.light) + path("M276 124 L310 84 H540 L576 124 Z", p.accent) + rect(322, 296, 14, 104, p.wood) + rect(514, 296, 14, 104, p.wood)
    notes = "".join(rect(x, 146, 62, 84, c, 3) + "".join(rect(x + 8, y, 46, 6, "#fff", 3, 'opacity=".85"') for y in (158, 172, 186, 200)) for x, c in ((322, "#4f8a6b"), (394, "#d99a1e"), (466, "#c9443f")))
    return [sky(p), (FAR, path("M-20 310 q100 -30 220 -8 t220 -6 t400 0 V470 H-20 Z", p.far)), ground(p, 352), near(tree(170, 392, 1.9, p.leaf, p.wood), board, notes, person(610, 404, 1.5, "#27337a", "old", p.sun, (-46, -74), True), child(672, 406, 1.3, p.accent), line("M216 404 a26 26 0 1 1 1 0 M300 404 a26 26 0 1 1 1 0 M216 378 l30 -34 h40 l14 34 M246 344 l-6 -14", p.ink, 5))]


def fair_scene(p):
    def desk(x, cloth):
        return table(x, 398, 1.0, p.wood, cloth) + person(x, 384, 1.1, "#e9e4f2", "hair", p.accent) + rect(x - 46, 236, 92, 28, cloth, 5) + rect(x - 30, 246, 60, 8, "#fff", 4) + rect(x - 3, 262, 6, 20, p.wood)
    return [sky(p, (150, 96, 40)), (FAR, path("M-20 316 q120 -44 260 -10 t260 -8 t340 4 V470 H-20 Z", p.far)), (MIDDLE, brick_house(400, 330, 1.5, p.light, p.accent, p.wood, p.low)), ground(p, 350), near(desk(190, "#27337a"), desk(400, p.accent), desk(612, "#2c6a3b"), person(270, 424, 1.4, p.leaf, "bun", p.sun), person(330, 424, 1.35, "#8a5526", "hair", p.sun), person(516, 424, 1.4, "#4a57a8", "cap", p.sun), person(694, 424, 1.3, p.accent, "bun", p.light))]


def lychee_scene(p):
    def lychee(x, y, size):
        fruit = tree(x, y, size, p.leaf, p.wood)
        return fruit + "".join(circle(x + dx * size, y + dy * size, 5.5 * size, "#c9303f") for dx, dy in ((-30, -64), (-22, -56), (-14, -64), (10, -58), (18, -66), (26, -56), (-4, -84), (4, -90), (12, -84), (-28, -78)))
    return [sky(p), (FAR, path("M-20 310 q110 -54 240 -14 t240 -12 t360 0 V470 H-20 Z", p.far)), hills(p, 57, 336), ground(p), near(lychee(170, 396, 1.75), lychee(660, 392, 1.6), person(330, 402, 1.5, "#8a5526", "hat", p.sun, (-46, -84), True), person(480, 404, 1.45, "#27337a", "scarf", p.accent, (36, -40)), path("M392 404 h90 l-12 -44 h-66 Z", "#d9b56a") + "".join(circle(410 + i * 18, 358 - (i % 2) * 6, 10, "#c9303f") for i in range(4)))]


def hens_scene(p):
    birds = "".join(hen(x, y, s, c, flip=f) for x, y, s, c, f in ((200, 398, 1.2, "#7b3f18", False), (290, 410, 1.0, "#2b2734", True), (370, 396, 1.15, "#2b2734", False), (450, 412, 1.0, "#b5732f", True), (250, 372, .8, "#b5732f", False)))
    coop = rect(490, 250, 150, 110, p.wood, 4) + path("M474 254 L500 206 H632 L658 254 Z", p.accent) + rect(540, 300, 50, 60, p.ink, 4) + rect(504, 360, 10, 34, p.wood) + rect(616, 360, 10, 34, p.wood)
    return [sky(p), karst(p, 81), hills(p, 61), ground(p), near(coop, birds, person(120, 404, 1.55, p.accent, "scarf", p.sun, (46, -50)), *[circle(x, 408, 3, p.sun) for x in (220, 262, 330, 410, 430)], bamboo(706, 388, 1.1, p.leaf))]


def ginger_scene(p):
    root = path("M-46 10 Q-60 -14 -34 -22 Q-30 -46 -8 -34 Q8 -58 26 -34 Q52 -36 46 -8 Q60 16 30 20 Q6 34 -14 20 Q-38 30 -46 10 Z", "#d9a95a") + line("M-30 -8 q10 -8 20 -2 M4 -18 q12 -6 22 2 M-6 8 q14 6 30 -2", "#a9772f", 3)
    rows = "".join(line(f"M-20 {y} Q400 {y - 18} 820 {y - 6}", p.leaf, 8, 'opacity=".75"') for y in range(330, 460, 22))
    return [sky(p), karst(p, 84), (MIDDLE, rect(-20, 312, 840, 160, p.mid) + rows), near(*[corn(x, 350, .7, p.leaf, p.sun) for x in (90, 150, 690, 740)], person(250, 404, 1.55, "#27337a", "hat", p.accent, (42, -40)), place(420, 372, 1.5, root), place(520, 392, 1.1, root), person(630, 404, 1.5, p.accent, "scarf", p.sun, (-44, -40), True))]


def talk_scene(p):
    microphone = rect(-16, -112, 32, 64, p.ink, 16) + "".join(rect(-12, y, 24, 4, p.light, 2, 'opacity=".6"') for y in (-102, -92, -82, -72)) + line("M-28 -74 Q-28 -34 0 -34 Q28 -34 28 -74 M0 -34 V0 M-22 0 H22", p.ink, 6)
    return room(p) + [(MIDDLE, window(p, 90, 66, 150, 112) + circle(400, 190, 150, p.sun, 'opacity=".22"')), near(person(220, 430, 2.1, "#27337a", "old", p.sun), person(580, 430, 2.1, "#e9e4f2", "bun", p.accent, (-64, -58), True), table(400, 450, 1.9, p.wood, "#27337a"), place(400, 352, 1.3, microphone), place(470, 210, .8, sound_waves(0, 0, p.light)), place(330, 210, .8, sound_waves(0, 0, p.light), True))]


def training_scene(p):
    screen = rect(230, 66, 340, 180, "#fff", 8) + rect(250, 88, 150, 16, p.accent, 5) + "".join(rect(250, y, w, 10, p.mid, 5, 'opacity=".55"') for y, w in ((122, 200), (144, 170), (166, 210), (188, 150))) + loudspeaker(510, 232, .58, "#e39a17", p.ink)
    heads = "".join(person(x, 446, 1.5, c, h, p.sun) for x, c, h in ((130, "#27337a", "hair"), (224, p.accent, "bun"), (318, "#4a57a8", "hair"), (412, p.leaf, "scarf"), (506, "#8a5526", "hair"), (600, p.accent, "bun"), (690, "#27337a", "old")))
    return room(p) + [(MIDDLE, screen), near(person(640, 334, 1.45, "#e9e4f2", "hair", p.accent, (-50, -74), True)), near(heads)]


def forge_scene(p):
    anvil = path("M-60 -40 H70 Q52 -26 30 -22 L24 0 H-30 L-36 -22 Q-56 -26 -60 -40 Z", p.ink)
    sparks = "".join(circle(x, y, r, "#ffc65c") for x, y, r in ((420, 236, 5), (452, 214, 4), (386, 220, 4), (474, 252, 3), (362, 250, 3), (438, 190, 3), (404, 196, 3)))
    fire = path("M0 0 Q-46 -30 -22 -78 Q-14 -52 2 -58 Q-6 -96 22 -118 Q20 -82 40 -66 Q62 -36 0 0 Z", "#ffb03a") + path("M4 0 Q-20 -20 -4 -48 Q6 -30 20 -38 Q34 -18 4 0 Z", "#fff0b8")
    return room(p) + [(MIDDLE, rect(90, 220, 150, 130, p.ink, 10) + place(165, 340, 1.0, fire) + circle(165, 290, 120, "#ffb03a", 'opacity=".18"') + window(p, 580, 70, 130, 100)), near(place(410, 398, 1.5, anvil), rect(360, 318, 120, 10, "#ffb03a", 4), sparks, person(290, 410, 1.85, "#27337a", "hair", p.sun, (46, -60)), line("M372 300 L420 232", p.wood, 8) + rect(404, 212, 44, 26, p.ink, 4), person(590, 410, 1.75, p.accent, "cap", p.sun, (-60, -52), True))]


def baby_scene(p):
    baby = ellipse(0, -20, 34, 24, p.light) + circle(26, -36, 16, SKIN) + path("M12 -44 Q18 -58 34 -52 Q42 -46 40 -40 Q26 -50 12 -44 Z", p.accent)
    scale_ = rect(-70, 0, 140, 12, p.ink, 4) + rect(-14, 12, 28, 50, p.ink) + rect(-60, 62, 120, 14, p.ink, 5) + circle(0, 36, 20, p.light) + line("M0 36 L10 24", p.accent, 4)
    return room(p) + [(MIDDLE, window(p, 90, 66, 150, 112) + rect(560, 80, 120, 150, p.light, 6) + line("M580 210 q30 -30 44 -56 t42 -50", p.accent, 5) + line("M580 216 h86 M580 216 v-120", p.ink, 3)), near(place(400, 340, 1.25, scale_), place(396, 342, 1.25, baby), person(250, 424, 1.85, p.accent, "bun", p.sun, (50, -62)), person(570, 424, 1.85, "#f5f7fa", "cap", p.accent, (-56, -62), True))]


SCENES = {name[:-6]: draw for name, draw in list(globals().items()) if name.endswith("_scene")}


def layers(name, palette):
    """From back to front: (depth, svg)."""
    return SCENES[name](PALETTES[palette])


def drawing(name, palette, band=True):
    body = "".join(part for _, part in layers(name, palette))
    return body + (woven(393, WIDTH) if band else "")


def svg(body, view=(0, 0, WIDTH, HEIGHT), size=(WIDTH, HEIGHT)):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{" ".join(f"{v:g}" for v in view)}" width="{size[0]}" height="{size[1]}">{body}</svg>')
