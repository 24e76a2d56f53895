"""Colours of the drawn scenes: one mood, one ground, and the saffron and brocade red of the portal as accents."""
from collections import namedtuple

Palette = namedtuple("Palette", "high low sun far mid near ink light accent leaf wood water")

PALETTES = {
    "cham": Palette("#27337a", "#6b78c4", "#ffc65c", "#4a56a6", "#35418f", "#222c70", "#12183f", "#ffe6b0", "#d8434a", "#5f9a7a", "#9a6a3e", "#8fa0e0"),
    "do": Palette("#a51d28", "#ef8a63", "#ffd98f", "#c9504a", "#98222d", "#681524", "#3a0f1c", "#ffe8c2", "#2c3a8c", "#6f8a44", "#7e4226", "#f2a98c"),
    "la": Palette("#1f6450", "#86c39c", "#ffd06b", "#4b957a", "#2f7459", "#1b5140", "#0c2f25", "#f8f2d4", "#e0503f", "#97c973", "#8f5f36", "#9ad2b4"),
    "nau": Palette("#96571a", "#eab873", "#fff0cc", "#bd7f38", "#95591d", "#673b10", "#361e06", "#fff0d0", "#b0202a", "#788f40", "#6f4118", "#e8c48f"),
    "nghe": Palette("#e9a226", "#ffe2a6", "#fff8e6", "#dc9a2e", "#c07c16", "#8a5406", "#47290a", "#fff5dc", "#b0202a", "#6a8840", "#80501a", "#f8e3b0"),
    "ngoc": Palette("#136f7d", "#93d3cb", "#fff1c9", "#4aa2a9", "#278590", "#115c68", "#07363f", "#f3fbf3", "#e0603f", "#69ad84", "#93623a", "#93d3cb"),
    "tim": Palette("#4a2560", "#b283bb", "#ffd98f", "#7a4d90", "#5c3671", "#3d1f50", "#240f33", "#f8eaff", "#e39a17", "#749f6e", "#80503a", "#b792c4"),
    "hong": Palette("#bd5274", "#f7bfae", "#fff3df", "#d07d97", "#ac4a6c", "#792c4a", "#45162c", "#fff0ee", "#2c3a8c", "#749f6e", "#93623a", "#f3c0bb"),
    "dem": Palette("#0d1034", "#3a458f", "#f6efcf", "#262f6e", "#1b2257", "#12173f", "#080a1f", "#d7dcff", "#e39a17", "#39745f", "#65462f", "#5560ad"),
    "sang": Palette("#7fbcd4", "#fdf0d0", "#fffaf0", "#a5ccb8", "#74aa8c", "#43836a", "#1d4a3a", "#fffdf2", "#c9443f", "#83b46d", "#93623a", "#8fcadb"),
}
SKIN = "#e9b48a"
