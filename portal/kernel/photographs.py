"""Photographs that people upload: turned upright, made small, and freed of what they tell besides.

A telephone writes into each where it was taken, when and with which device; a picture here is
drawn anew from its points alone, so nothing else of the file is kept. Bytes in, bytes out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageOps

LONGEST = 2048  # points of the longer side: fills a screen, and prints on half a page
SMALL = 320  # of the picture that stands on a page in its place
MOST_POINTS = 64_000_000  # beyond it a small file could fill the memory
FORMATS = {".jpg": "JPEG", ".png": "PNG"}  # by the suffix it is kept under
QUALITY = 85


class Unreadable(ValueError):
    """No picture can be drawn from it."""


class TooLarge(ValueError):
    """More points than anybody looks at."""


def cleaned(content: bytes, suffix: str) -> bytes:
    """The picture of a file, in the same format, and nothing else of it."""
    return _written(_drawn(content, LONGEST), FORMATS[suffix])


def small(content: bytes) -> bytes:
    """The same small enough for a page on a weak signal, always as JPEG."""
    return _written(_on_white(_drawn(content, SMALL)), "JPEG")


def _drawn(content: bytes, longest: int) -> Image.Image:
    """Upright, at most ``longest`` points long, with no more than its points."""
    with _refusals(), Image.open(BytesIO(content), formats=list(FORMATS.values())) as picture:
        _require_bounded(picture)
        picture.draft(None, (longest, longest))  # a JPEG is decoded no larger than is needed
        picture.load()
        upright = _plain(ImageOps.exif_transpose(picture))
        upright.thumbnail((longest, longest))
    upright.info = {}
    return upright


@contextmanager
def _refusals() -> Iterator[None]:
    """Whatever the decoders raise at a broken picture is one of two refusals."""
    try:
        yield
    except (TooLarge, Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise TooLarge from bomb
    except Exception as error:
        raise Unreadable from error


def _require_bounded(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MOST_POINTS:
        raise TooLarge


def _plain(picture: Image.Image) -> Image.Image:
    """In grey or colours, transparent where it was: what every browser draws."""
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def _written(picture: Image.Image, kind: str) -> bytes:
    """A JPEG comes in several passes, from coarse to fine; none has anything but points."""
    file = BytesIO()
    options = {"quality": QUALITY, "progressive": True} if kind == "JPEG" else {}
    picture.save(file, kind, optimize=True, **options)
    return file.getvalue()
