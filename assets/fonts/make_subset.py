"""Makes the font files of this folder from the npm packages named in README.md.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-sans-mongolian@0.4.1
    pip install fonttools==4.60.1
    python make_subset.py .

The argument is the folder that holds the two .tgz files. The result is written beside this script and is the same
on every run: no date, no host name and no order of a set enters a file.
"""

import hashlib
import io
import pathlib
import sys
import tarfile

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
SC = "expo-google-fonts-noto-sans-sc-0.4.3.tgz"
MONGOLIAN = "expo-google-fonts-noto-sans-mongolian-0.4.1.tgz"

# (package, member, SHA-256 of the member, file made, subset it?)
SOURCES = [
    (SC, "400Regular/NotoSansSC_400Regular.ttf",
     "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16", "NotoSansSC-Regular.ttf", True),
    (SC, "700Bold/NotoSansSC_700Bold.ttf",
     "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96", "NotoSansSC-Bold.ttf", True),
    (MONGOLIAN, "400Regular/NotoSansMongolian_400Regular.ttf",
     "7c0edce49dfc23a2f7b5697df7d73b0dad24c8bb751a1ea1a4b9b59fc849f481", "NotoSansMongolian-Regular.ttf", False),
]
LICENCES = [(SC, "LICENSE_FONT", "OFL-NotoSansSC.txt"), (MONGOLIAN, "LICENSE_FONT", "OFL-NotoSansMongolian.txt")]

# head.modified of every subset: 2023-01-01T00:00:00Z in seconds since 1904.
MODIFIED = 3755376000

# The 53 characters of 通用规范汉字表 (2013) in Extension A that the two-byte area of GB 18030 lacks, within the 77 of
# the whole table that lie in Extension A. (Its 196 characters beyond the BMP come with "all CJK beyond the BMP".)
STANDARD_EXT_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃"
    "䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)

# Punctuation, Latin, arrows, mathematics, box drawing, geometric shapes, enclosed numbers, vertical and full-width forms.
SYMBOL_RANGES = [
    (0x0020, 0x02FF), (0x0370, 0x03FF), (0x0400, 0x045F), (0x2000, 0x2BFF), (0x3000, 0x33FF), (0xFE10, 0xFE19),
    (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
]


def level_2():
    """Code points of GB 18030-2022 implementation level 2, without the private use area."""
    points = set(range(0x4E00, 0x9FF0)) | {ord(c) for c in STANDARD_EXT_A}
    for lead in range(0x81, 0xFF):
        for trail in [*range(0x40, 0x7F), *range(0x80, 0xFF)]:
            try:
                points.add(ord(bytes([lead, trail]).decode("gb18030")))
            except UnicodeDecodeError:
                pass
    return {p for p in points if not 0xE000 <= p <= 0xF8FF}


def wanted(cmap):
    """The code points to keep of a font with this `cmap`."""
    points = level_2() | {p for lo, hi in SYMBOL_RANGES for p in range(lo, hi + 1)}
    points |= {p for p in cmap if 0x20000 <= p <= 0x3FFFF}
    return sorted(points & set(cmap))


def make_subset(source):
    """The subset font as bytes: every layout feature kept, no hinting, fixed date."""
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables = [*options.drop_tables, "gasp", "prep", "STAT"]
    points = wanted(font.getBestCmap())
    maker = subset.Subsetter(options)
    maker.populate(unicodes=points)
    maker.subset(font)
    font["head"].modified = MODIFIED
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue(), len(points)


def main(folder):
    sums = []

    def write(name, data):
        (HERE / name).write_bytes(data)
        sums.append((name, hashlib.sha256(data).hexdigest()))

    def member(package, name):
        with tarfile.open(folder / package) as tar:
            return tar.extractfile("package/" + name).read()

    for package, name, digest, out, cut in SOURCES:
        data = member(package, name)
        found = hashlib.sha256(data).hexdigest()
        if found != digest:
            sys.exit(f"{package}: {name} has SHA-256 {found}, expected {digest}")
        if cut:
            data, count = make_subset(data)
            print(f"{out}: {count} code points, {len(data)} bytes")
        write(out, data)
    for package, name, out in LICENCES:
        write(out, member(package, name))
    (HERE / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(sums)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
