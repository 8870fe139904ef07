"""Makes the font files of this folder again.

pip install fonttools==4.68.0 brotli==1.2.1 zhon==2.1.1
npm pack @ibm/plex-sans@1.1.0 @ibm/plex-serif@2.0.0 @ibm/plex-sans-arabic@1.1.0, each unpacked into a folder of its name
apt-get install fonts-noto-core fonts-noto-cjk
python3 make.py FOLDER_OF_THE_NPM_PACKAGES
"""
import sys
from pathlib import Path

import zhon.cedict
from fontTools.subset import main as subset
from fontTools.ttLib import TTFont

NOTO = "/usr/share/fonts/truetype/noto/NotoSans-%s.ttf"
CJK = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
LATIN = (
    "U+20-7E,U+A0-36F,U+370-3FF,U+400-52F,U+1D00-1DBF,U+1E00-1FFF,U+2000-206F,U+20A0-20BF,U+2116,"
    "U+2C60-2C7F,U+A640-A69F,U+A700-A7FF,U+AB30-AB6F"
)
# Given names outside the dictionaries below.
NAMES = "玚婳頔燚垚犇骉"


def unpack(source, target):
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    font.save(target)


def encoded(charset, rows, columns=range(0xA1, 0xFF)):
    for row in rows:
        for column in columns:
            try:
                yield bytes([row, column]).decode(charset)
            except UnicodeDecodeError:
                pass


def han():
    """GB 2312, Big5 level 1, JIS level 1, the syllables of KS X 1001, the CC-CEDICT dictionary, kana, punctuation."""
    chars = set(NAMES) | {c for c in zhon.cedict.all if 0x3400 <= ord(c) < 0x10000}
    chars |= set(encoded("gb2312", range(0xB0, 0xF8)))
    chars |= set(encoded("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)]))
    chars |= set(encoded("euc_jp", range(0xB0, 0xD0)))
    chars |= set(encoded("euc_kr", range(0xB0, 0xC9)))
    more = [*range(0x3041, 0x3097), *range(0x3099, 0x3100), *range(0x31F0, 0x3200), *range(0x3000, 0x3020)]
    more += [0x30FB, 0x30FC, 0xB7, 0x2027, *range(0xFF01, 0xFF5F)]
    return chars | set(map(chr, more))


def make(packages):
    for family, package, weights in [
        ("IBMPlexSans", "plex-sans", ["Regular", "SemiBold"]),
        ("IBMPlexSerif", "plex-serif", ["Medium", "SemiBold"]),
        ("IBMPlexSansArabic", "plex-sans-arabic", ["Regular", "SemiBold"]),
    ]:
        for weight in weights:
            name = f"{family}-{weight}"
            unpack(packages / package / "fonts/complete/woff2" / f"{name}.woff2", f"{name}.ttf")
    for weight in ["Regular", "Bold"]:
        features = "--layout-features=ccmp,locl,mark,mkmk,kern,liga"
        options = [f"--unicodes={LATIN}", features, "--no-hinting", "--name-IDs=*"]
        subset([NOTO % weight, f"--output-file=NotoSans-{weight}-subset.ttf", *options])
    options = [f"--text={''.join(sorted(han()))}", "--font-number=2", "--layout-features=", "--no-hinting"]
    subset([CJK, "--output-file=NotoSansCJKsc-Bold-subset.otf", *options])


if __name__ == "__main__":
    make(Path(sys.argv[1]))
