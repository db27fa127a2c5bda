"""Photographs as they come from a telephone, and as somebody would send who means harm."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from portal.kernel.photographs import cleaned

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825
RIGHT = 6  # the telephone was held upright: what is above stands at the right


def written(picture, kind, **options):
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def a_png(size=(40, 30), colour="teal", mode="RGB", **options):
    return written(Image.new(mode, size, colour), "PNG", **options)


def a_kept_png():
    """Sent, it is kept as it is, point by point and byte by byte."""
    return cleaned(a_png(), ".png")


def a_photograph(size=(400, 300), *, orientation=RIGHT):
    """Its upper half is red and its lower blue; it tells where it was taken, and by whom."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0], size[1] // 2))
    told = Image.Exif()
    told[ORIENTATION], told[MAKER] = orientation, "SECRET-MAKER"
    told[PLACE] = {1: "N", 2: (18.0, 47.0, 12.0), 3: "E", 4: (98.0, 59.0, 1.0)}
    return written(picture, "JPEG", exif=told, comment=b"SECRET-COMMENT")


def a_png_of(width, height):
    """A PNG that claims to be that large, in a few bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
