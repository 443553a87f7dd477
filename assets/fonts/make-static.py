"""Writes inter-<weight>.ttf: the weights that pictures use, for a renderer that knows no variable fonts.

Made of the variable cuts beside it, merged into one file for each weight, with tabular figures as the plain ones: they are
the figures that every picture sets. The cuts lack a few signs that figures need; those are taken from the static files of
the same version of Inter that the npm package @expo-google-fonts/inter 0.4.2 carries. Run it after a change of the font,
with fontTools 4.38 and Brotli: python3 assets/fonts/make-static.py <folder of @expo-google-fonts/inter>
"""

import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path(__file__).parent
STATIC = Path(sys.argv[1])
SIGNS = {ord(sign) for sign in "←→≈≤≥∞√"}
# 550 has no static file; a sign of 600 stands beside its letters unnoticed.
STATIC_FILES = {
    400: "400Regular/Inter_400Regular.ttf",
    500: "500Medium/Inter_500Medium.ttf",
    550: "600SemiBold/Inter_600SemiBold.ttf",
    600: "600SemiBold/Inter_600SemiBold.ttf",
}
CUTS = ("latin", "latin-ext", "cyrillic")
WEIGHTS = {400: "Regular", 500: "Medium", 550: "Medium 550", 600: "SemiBold"}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt"]
# As in the source; merging would set the time of the run, and the same input would give other bytes.
KEPT_TIME = ("created", "modified")


def make_figures_tabular(font):
    """Maps each digit to the glyph that the feature tnum would put in its place; hyphens and points stay narrow."""
    tabular = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in table.LookupList.Lookup[index].SubTable:
                subtable = getattr(subtable, "ExtSubTable", subtable)
                tabular.update(subtable.mapping)
    for cmap in font["cmap"].tables:
        cmap.cmap = {
            code: tabular.get(glyph, glyph) if chr(code) in "0123456789" else glyph
            for code, glyph in cmap.cmap.items()
        }


def subset(font, characters, features):
    options = Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = None
    # Of the variable font and of hinting; the merged font has neither.
    for tag in ("STAT", "prep", "gasp", "fpgm", "cvt "):
        if tag in font:
            del font[tag]


def cut(name, weight, taken):
    font = TTFont(FOLDER / f"inter-{name}-wght-normal.woff2", recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight})
    make_figures_tabular(font)
    subset(font, set(font.getBestCmap()) - taken, FEATURES)
    taken.update(font.getBestCmap())
    return saved(font, name, weight)


def signs(weight, taken):
    font = TTFont(STATIC / STATIC_FILES[weight], recalcTimestamp=False)
    subset(font, SIGNS - taken, [])
    return saved(font, "signs", weight)


def saved(font, name, weight):
    path = FOLDER / f".{name}-{weight}.ttf"
    font.save(path)
    return path


def name_font(font, weight, style):
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (3, 16, 17, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    words = {1: "Inter", 2: "Regular", 3: f"Loadline;Inter-{weight}", 4: f"Inter {style}", 6: f"Inter-{weight}"}
    if style != "Regular":
        words |= {1: f"Inter {style}", 16: "Inter", 17: style}
    for name_id, text in words.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


for weight, style in WEIGHTS.items():
    taken = set()
    paths = [cut(name, weight, taken) for name in CUTS]
    paths.append(signs(weight, taken))
    source = TTFont(paths[0], recalcTimestamp=False)
    font = Merger().merge([str(path) for path in paths])
    name_font(font, weight, style)
    for field in KEPT_TIME:
        setattr(font["head"], field, getattr(source["head"], field))
    font.recalcTimestamp = False
    target = FOLDER / f"inter-{weight}.ttf"
    font.save(target)
    for path in paths:
        path.unlink()
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size} bytes")
