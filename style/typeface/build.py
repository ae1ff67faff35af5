"""Makes the pages' fonts from IBM Plex Sans Arabic (run once; the results in ../assets/fonts are committed).

    python3 build.py FOLDER

FOLDER holds plex-arabic-400.woff2, plex-arabic-600.woff2, plex-latin-400.woff2 and plex-latin-600.woff2: the files
`ibm-plex-sans-arabic-{arabic,latin}-{400,600}-normal.woff2` of the npm package `@fontsource/ibm-plex-sans-arabic`.

What the pages are written in stays: Arabic with its marks and digits, the four letters names borrow, Latin without
accents beyond Latin-1, and the signs of `fonts.css`. Screens of today do not use the hints that made up much of the rest.
Digits and signs are files of their own: an Arabic page has them, and mostly no Latin letter. Anything else comes from the
device's own font.

The name changes because "Plex" is reserved by the licence (OFL.txt). Needs fonttools and brotli.
"""

import pathlib
import sys

from fontTools import subset

ARABIC = [*range(0x0600, 0x0656), *range(0x0660, 0x0671), 0x067E, 0x0686, 0x06A4, 0x06A9, 0x06AF, 0x06CC,
          0x200C, 0x200D, 0x200E, 0x2010, 0x2011, 0xFDF2, 0xFDFA]
SIGNS = [*range(0x20, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F), 0xA0, 0xA7, 0xA9, 0xAB, 0xB0, 0xB7, 0xBB, 0xD7,
         0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2190, 0x2192, 0x2212]
LATIN = [*range(0x41, 0x5B), *range(0x61, 0x7B), *[code for code in range(0xA1, 0x100) if code not in SIGNS], 0x20AC]
FAMILY = "Wisal Sans"


def write(source, target, characters):
    # Signs need no forms of their own: fractions and the like would double them.
    features = ["kern"] if characters is SIGNS else ["*"]
    options = subset.Options(flavor="woff2", layout_features=features, hinting=False, name_IDs=[0, 1, 2, 4, 6, 13, 14])
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    style = "SemiBold" if "600" in target.name else "Regular"
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            words = {1: FAMILY, 4: f"{FAMILY} {style}", 6: f"{FAMILY}-{style}".replace(" ", "")}
            record.string = words[record.nameID]
    subset.save_font(font, target, options)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    out = pathlib.Path(__file__).parent.parent / "assets" / "fonts"
    for script, source, characters in [("arabic", "arabic", ARABIC), ("signs", "latin", SIGNS), ("latin", "latin", LATIN)]:
        for weight in (400, 600):
            write(folder / f"plex-{source}-{weight}.woff2", out / f"sans-{script}-{weight}.woff2", characters)
