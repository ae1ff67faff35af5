"""Makes the pages' fonts from IBM Plex Sans Arabic (run once; the results in ../assets/fonts are committed).

    python3 build.py FOLDER

FOLDER holds plex-arabic-400.woff2, plex-arabic-600.woff2, plex-latin-400.woff2 and plex-latin-600.woff2: the files
`ibm-plex-sans-arabic-{arabic,latin}-{400,600}-normal.woff2` of the npm package `@fontsource/ibm-plex-sans-arabic`.

What the pages are written in stays: Arabic with its marks and digits, the four letters names borrow, Latin without
accents beyond Latin-1, and the signs of `fonts.css`. All four weigh 56 kB instead of 129; screens of today do not use
the hints that made up much of the rest. Anything else comes from the device's own font.

The name changes because "Plex" is reserved by the licence (OFL.txt). Needs fonttools and brotli.
"""

import pathlib
import sys

from fontTools import subset

ARABIC = [*range(0x0600, 0x0656), *range(0x0660, 0x0671), 0x067E, 0x0686, 0x06A4, 0x06A9, 0x06AF, 0x06CC,
          0x200C, 0x200D, 0x200E, 0x2010, 0x2011, 0xFDF2, 0xFDFA]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026,
         0x20AC, 0x2190, 0x2192, 0x2212]
FAMILY = "Wisal Sans"


def write(source, target, characters):
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, name_IDs=[0, 1, 2, 4, 6, 13, 14])
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
    for script, characters in [("arabic", ARABIC), ("latin", LATIN)]:
        for weight in (400, 600):
            name = f"plex-{script}-{weight}.woff2"
            write(folder / name, out / name.replace("plex", "sans"), characters)
