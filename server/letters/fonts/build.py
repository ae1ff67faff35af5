"""Makes the letters' fonts from IBM Plex Sans Arabic (run once; the results are committed).

    python3 build.py IBMPlexSansArabic_400Regular.ttf IBMPlexSansArabic_600SemiBold.ttf

A PDF says which characters a glyph stands for. Readers turn right-to-left text around one glyph
at a time, but the characters inside a ligature one by one, so that a word such as "سلام" is found
and copied as "سالم". Here every two-letter ligature becomes two glyphs of one character each:
the first carries the whole drawing, the second only its share of the width. The page looks the
same; search, copy and screen readers get the words as they were written.

The name changes because "Plex" is reserved by the licence (OFL.txt). Needs fonttools.
"""

import copy
import sys

from fontTools.otlLib.builder import buildCoverage
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables as ot
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

FAMILY = "Wisal Letter"


def subtables(lookup):
    return [getattr(s, "ExtSubTable", s) for s in lookup.SubTable]


def feature_lookups(table, tag):
    return sorted({
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for index in record.Feature.LookupListIndex
    })


def add_glyph(font, name, advance, drawing=None, shift=0):
    glyph = Glyph()
    bearing = 0
    if drawing is None:
        glyph.numberOfContours = 0
    else:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = drawing, shift, 0, 0x0003
        glyph.numberOfContours, glyph.components = -1, [part]
        bearing = font["hmtx"][drawing][1] + shift
    font["glyf"][name] = glyph
    font["hmtx"][name] = (advance, bearing)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1


def split_ligatures(font):
    """Rewrites `rlig`; returns {ligature: (whole, rest, width of rest)}."""
    gsub = font["GSUB"].table
    (index,) = feature_lookups(gsub, "rlig")
    lookup = gsub.LookupList.Lookup[index]
    pairs, split = [], {}
    for table in subtables(lookup):
        for first, ligatures in table.ligatures.items():
            for ligature in ligatures:
                (second,) = ligature.Component
                name = ligature.LigGlyph
                if name not in split:
                    total = font["hmtx"][name][0]
                    widths = font["hmtx"][first][0], font["hmtx"][second][0]
                    rest = round(total * widths[1] / sum(widths))
                    add_glyph(font, name + ".whole", total - rest, name, -rest)
                    add_glyph(font, name + ".rest", rest)
                    split[name] = (name + ".whole", name + ".rest", rest)
                pairs.append((first, second, name))
    font.setGlyphOrder(font["glyf"].glyphOrder)

    def single(mapping):
        table = ot.SingleSubst()
        table.mapping = mapping
        added = ot.Lookup()
        added.LookupType, added.LookupFlag = 1, lookup.LookupFlag
        added.SubTable, added.SubTableCount = [table], 1
        gsub.LookupList.Lookup.append(added)
        gsub.LookupList.LookupCount = len(gsub.LookupList.Lookup)
        return gsub.LookupList.LookupCount - 1

    # One pair of substitutions per second letter; in it the first letters are told apart.
    glyphs = font.getReverseGlyphMap(rebuild=True)
    rules = []
    for second in sorted({second for _, second, _ in pairs}):
        own = {first: name for first, other, name in pairs if other == second}
        wholes = single({first: split[name][0] for first, name in own.items()})
        for first, name in own.items():
            rests = single({second: split[name][1]})
            rule = ot.ChainContextSubst()
            rule.Format = 3
            rule.BacktrackCoverage, rule.LookAheadCoverage = [], []
            rule.BacktrackGlyphCount = rule.LookAheadGlyphCount = 0
            rule.InputCoverage = [buildCoverage([first], glyphs), buildCoverage([second], glyphs)]
            rule.InputGlyphCount = 2
            rule.SubstLookupRecord = []
            for position, target in ((0, wholes), (1, rests)):
                record = ot.SubstLookupRecord()
                record.SequenceIndex, record.LookupListIndex = position, target
                rule.SubstLookupRecord.append(record)
            rule.SubstCount = 2
            rules.append(rule)
    lookup.LookupType, lookup.SubTable, lookup.SubTableCount = 6, rules, len(rules)
    return split


def carry_marks(font, split):
    """Gives both halves the anchors of the ligature's letters."""
    gpos = font["GPOS"].table
    glyphs = font.getReverseGlyphMap()
    for index in feature_lookups(gpos, "mark"):
        for table in subtables(gpos.LookupList.Lookup[index]):
            if not isinstance(table, ot.MarkLigPos):
                continue
            anchors = {}
            for name, attach in zip(table.LigatureCoverage.glyphs, table.LigatureArray.LigatureAttach):
                if name not in split or len(attach.ComponentRecord) != 2:
                    continue
                whole, rest, width = split[name]
                for glyph, component, shift in (
                    (whole, attach.ComponentRecord[0], -width),
                    (rest, attach.ComponentRecord[1], 0),
                ):
                    record = ot.BaseRecord()
                    record.BaseAnchor = copy.deepcopy(component.LigatureAnchor)
                    for anchor in record.BaseAnchor:
                        if anchor is not None:
                            anchor.XCoordinate += shift
                    anchors[glyph] = record
            added = ot.MarkBasePos()
            added.Format, added.ClassCount = 1, table.ClassCount
            added.MarkCoverage, added.MarkArray = copy.deepcopy(
                (table.MarkCoverage, table.MarkArray)
            )
            added.BaseCoverage = buildCoverage(anchors, glyphs)
            added.BaseArray = ot.BaseArray()
            added.BaseArray.BaseRecord = [anchors[glyph] for glyph in added.BaseCoverage.glyphs]
            added.BaseArray.BaseCount = len(anchors)
            lookup = ot.Lookup()
            lookup.LookupType, lookup.LookupFlag = 4, 0
            lookup.SubTable, lookup.SubTableCount = [added], 1
            gpos.LookupList.Lookup.append(lookup)
            gpos.LookupList.LookupCount = len(gpos.LookupList.Lookup)
            for record in gpos.FeatureList.FeatureRecord:
                if record.FeatureTag == "mark":
                    record.Feature.LookupListIndex.append(gpos.LookupList.LookupCount - 1)
                    record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def carry_kerning(font, split):
    """A neighbour before the ligature meets its first half, one after it the second."""
    gpos = font["GPOS"].table
    glyphs = font.getReverseGlyphMap()
    for index in feature_lookups(gpos, "kern"):
        for table in subtables(gpos.LookupList.Lookup[index]):
            if table.Format == 1:
                sets = dict(zip(table.Coverage.glyphs, table.PairSet))
                for pairs in sets.values():
                    for record in list(pairs.PairValueRecord):
                        if record.SecondGlyph in split:
                            added = copy.deepcopy(record)
                            added.SecondGlyph = split[record.SecondGlyph][0]
                            pairs.PairValueRecord.append(added)
                    pairs.PairValueRecord.sort(key=lambda record: glyphs[record.SecondGlyph])
                    pairs.PairValueCount = len(pairs.PairValueRecord)
                for name, (_, rest, _) in split.items():
                    if name in sets:
                        sets[rest] = copy.deepcopy(sets[name])
                table.Coverage = buildCoverage(sets, glyphs)
                table.PairSet = [sets[glyph] for glyph in table.Coverage.glyphs]
                table.PairSetCount = len(sets)
            else:
                covered = set(table.Coverage.glyphs)
                first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
                for name, (whole, rest, _) in split.items():
                    if name in covered:
                        covered.add(rest)
                        if name in first:
                            first[rest] = first[name]
                    if name in second:
                        second[whole] = second[name]
                table.Coverage = buildCoverage(covered, glyphs)


def rename(font):
    names = font["name"]
    weight = "SemiBold" if font["OS/2"].usWeightClass == 600 else "Regular"
    post_script = f"WisalLetter-{weight}"
    for record in list(names.names):
        ids = {
            1: FAMILY if weight == "Regular" else f"{FAMILY} {weight}",
            2: "Regular",
            3: f"1.101;WISL;{post_script}",
            4: f"{FAMILY} {weight}",
            6: post_script,
            10: "IBM Plex Sans Arabic with its ligatures split; see build.py.",
            16: FAMILY,
            17: weight,
        }
        if record.nameID in ids:
            record.string = ids[record.nameID]
        elif "Plex" in str(record):
            names.names.remove(record)
    return f"{post_script}.ttf"


for path in sys.argv[1:]:
    font = TTFont(path, recalcTimestamp=False)
    split = split_ligatures(font)
    carry_marks(font, split)
    carry_kerning(font, split)
    target = rename(font)
    font.save(target)
    print(target, len(split), "ligatures")
