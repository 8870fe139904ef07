"""Draws the two ornaments of the product from formulas: the seal (a woven rosette) and the guilloche (a braid of sines).

    python3 docs/look/ornament.py        writes static/img/seal.svg and static/img/guilloche.svg, prints the seal's path

Both are what an engraver's geometric lathe would cut. Curves are fitted with cubic segments through exact points and
exact tangents, in relative coordinates with few digits, so that they stay small.
"""
from math import cos, pi, sin
from pathlib import Path

IMAGES = Path(__file__).resolve().parents[2] / "static" / "img"


def number(value, digits):
    text = f"{round(value, digits):.{digits}f}"
    if digits:
        text = text.rstrip("0").rstrip(".")
    text = text.replace("-0.", "-.")
    text = text[1:] if text.startswith("0.") else text
    return "0" if text in ("", "-", "-0") else text


def join(values, digits):
    out = ""
    for value in values:
        text = number(value, digits)
        out += text if not out or text[0] == "-" else " " + text
    return out


def path(curve, start, end, pieces, digits, closed=False):
    """A smooth path through `pieces` + 1 points of `curve`, a function of t that answers (x, y)."""
    step, small = (end - start) / pieces, 1e-4
    times = [start + i * step for i in range(pieces + 1)]
    points = [curve(t) for t in times]
    tangents = []
    for t in times:
        before, after = curve(t - small), curve(t + small)
        tangents.append([(b - a) / (2 * small) * step / 3 for a, b in zip(before, after)])
    x, y = (round(v, digits) for v in points[0])
    out = "M" + join((x, y), digits)
    for i in range(1, pieces + 1):
        px, py = points[i]
        second = (px - tangents[i][0] - x, py - tangents[i][1] - y)
        if i == 1:
            first = [p + t - at for p, t, at in zip(points[0], tangents[0], (x, y))]
            out += "c" + join((*first, *second, px - x, py - y), digits)
        else:
            out += "s" + join((*second, px - x, py - y), digits)
        x += round(px - x, digits)
        y += round(py - y, digits)
    return out + ("z" if closed else "")


def seal():
    """r = 10 + 4.4 cos(10 t / 3): ten petals, closed after three turns, in a square of 32."""
    def curve(t):
        r = 10 + 4.4 * cos(10 * t / 3)
        return 16 + r * sin(t), 16 - r * cos(t)
    return path(curve, 0, 6 * pi, 40, 1, closed=True)


def guilloche():
    """Thirty-six turns of one sine, slid by a full period and flattened by cos² of the slide; repeats every 800."""
    line = path(lambda x: (x, 100 * sin(x * 2 * pi / 800)), -800, 1600, 24, 0)
    uses = "".join(
        f'<use href="#l" transform="translate({round(800 * k / 36) - 400} 104)scale(1 {number(.35 + .65 * cos(k * pi / 18) ** 2, 2)})"/>'
        for k in range(36))
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="208" viewBox="0 0 800 208" fill="none" stroke="#000" stroke-width=".8">'
            f'<defs><path id="l" d="{line}"/></defs>{uses}</svg>\n')


if __name__ == "__main__":
    (IMAGES / "guilloche.svg").write_text(guilloche())
    (IMAGES / "seal.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="1.5"><style>path{stroke:#0b4f6c}'
        f'@media(prefers-color-scheme:dark){{path{{stroke:#86c5de}}}}</style><path d="{seal()}"/></svg>\n')
    print(seal())
