"""Pictures of words, as rows of ink, for tests that look at where marks stand."""

import struct
import zlib

import typst

SOURCE = """
#set page(width: auto, height: auto, margin: 10pt, fill: white)
#set text(font: "Laksaman", size: 60pt, lang: "th", fallback: false,
  features: (mark: int(sys.inputs.marks), mkmk: int(sys.inputs.marks), ccmp: int(sys.inputs.marks)))
#box(width: 340pt, height: 110pt, align(left + horizon, text(sys.inputs.word)))
"""


def drawn(word, fonts, *, marks=True):
    """A word in Laksaman; without ``marks``, as a face does that does not know where they go."""
    picture = typst.compile(
        SOURCE.encode(), format="png", ppi=72, font_paths=fonts, ignore_system_fonts=True,
        sys_inputs={"word": word, "marks": str(int(marks))},
    )  # fmt: skip
    return ink_of(picture)


def ink_of(png):
    """Rows of how dark each point is, from 0 to 255."""
    width, height, rows = _rows(png)
    return [[255 - row[4 * at] for at in range(width)] for row in rows[:height]]


def total(ink):
    return sum(map(sum, ink))


def top(ink):
    """The first row that has ink."""
    return next(number for number, row in enumerate(ink) if max(row) > 128)


def bottom(ink):
    return max(number for number, row in enumerate(ink) if max(row) > 128)


def added(ink, base):
    """What one picture has that another has not."""
    return [
        [max(a - b, 0) for a, b in zip(row, under, strict=True)]
        for row, under in zip(ink, base, strict=True)
    ]


def _rows(png):
    """The points of a PNG with eight bits for each of red, green, blue and alpha."""
    at, packed = 8, b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", png[at + 8 : at + 18])
            assert (depth, colour) == (8, 6)
        if kind == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    return width, height, _unfiltered(zlib.decompress(packed), 4 * width, height)


def _unfiltered(data, stride, height):
    rows, before = [], bytearray(stride)
    for number in range(height):
        start = number * (stride + 1)
        row = bytearray(data[start + 1 : start + 1 + stride])
        _undo(data[start], row, before)
        rows.append(row)
        before = row
    return rows


def _undo(kind, row, above):
    for at in range(len(row)):
        left = row[at - 4] if at >= 4 else 0
        corner = above[at - 4] if at >= 4 else 0
        guess = (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))[kind]
        row[at] = (row[at] + guess) % 256


def _paeth(left, above, corner):
    guess = left + above - corner
    near = [(abs(guess - one), order, one) for order, one in enumerate((left, above, corner))]
    return min(near)[2]
