"""Makes the web font of vertical pages from NotoSansMongolian-Regular.ttf beside this script.

    pip install fonttools==4.68.0 brotli==1.2.1
    python make_web_font.py

Writes ../../layouts/assets/noto-sans-mongolian.woff2 and its line in WEB_SHA256SUMS: every Mongolian letter with all
its joining forms, no hinting, no names but the licence's; the same bytes on every run.
"""

import hashlib
import io
import pathlib

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "layouts/assets/noto-sans-mongolian.woff2"

# Mongolian and its supplement, the joiners and spaces that shape it, and the stops used with it.
RANGES = [(0x1800, 0x18AF), (0x11660, 0x1167F), (0x200C, 0x200D), (0x202F, 0x202F), (0x0020, 0x0020)]


def make():
    font = TTFont(HERE / "NotoSansMongolian-Regular.ttf", recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    options.recalc_timestamp = False
    options.flavor = "woff2"
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    maker = subset.Subsetter(options)
    maker.populate(unicodes=[point for low, high in RANGES for point in range(low, high + 1)])
    maker.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


if __name__ == "__main__":
    data = make()
    OUT.write_bytes(data)
    line = f"{hashlib.sha256(data).hexdigest()}  ../../layouts/assets/{OUT.name}\n"
    (HERE / "WEB_SHA256SUMS").write_text(line)
    print(f"{OUT.name}: {len(data)} bytes")
