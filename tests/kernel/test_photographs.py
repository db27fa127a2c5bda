"""Of a photograph only its points are kept: upright, bounded, and silent about its maker."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from portal.kernel import photographs
from portal.kernel.photographs import LONGEST, SMALL, TooLarge, Unreadable, cleaned, small
from tests.factories.photographs import a_photograph, a_png, a_png_of, written


def opened(content):
    return Image.open(BytesIO(content))


def test_where_and_with_what_it_was_taken_is_gone():
    taken = a_photograph()
    assert b"SECRET" in taken

    for picture in (cleaned(taken, ".jpg"), small(taken)):
        assert b"SECRET" not in picture
        assert b"Exif" not in picture
        assert dict(opened(picture).getexif()) == {}
        assert "comment" not in opened(picture).info


def test_what_hangs_behind_it_is_gone():
    assert b"SECRET" not in cleaned(a_photograph(orientation=1) + b"SECRET-FILM", ".jpg")


def test_what_a_png_tells_is_gone():
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "SECRET-NAME")
    told.add_itxt("XML:com.adobe.xmp", "SECRET-PLACE")

    assert b"SECRET" not in cleaned(a_png(pnginfo=told, dpi=(72, 72)), ".png")


def test_a_profile_of_colours_is_gone():
    assert b"SECRET" not in cleaned(a_png(icc_profile=b"SECRET" * 30), ".png")


def test_it_stands_upright():
    """What was the upper edge, red, stands at the right when the telephone is turned."""
    picture = opened(cleaned(a_photograph((400, 300)), ".jpg")).convert("RGB")

    assert picture.size == (300, 400)
    red, blue = picture.getpixel((290, 200)), picture.getpixel((10, 200))
    assert (red[0] > 200, blue[2] > 200) == (True, True)


@pytest.mark.parametrize(
    ("size", "kept"),
    [((4000, 3000), (LONGEST, 1536)), ((300, 4096), (150, LONGEST)), ((40, 30), (40, 30))],
)
def test_no_side_is_longer_than_is_looked_at(size, kept):
    assert opened(cleaned(written(Image.new("RGB", size), "JPEG"), ".jpg")).size == kept


@pytest.mark.parametrize(("size", "kept"), [((4000, 3000), (SMALL, 240)), ((40, 30), (40, 30))])
def test_the_small_one_is_a_small_jpeg(size, kept):
    picture = small(a_png(size))

    assert (opened(picture).format, opened(picture).size) == ("JPEG", kept)
    assert len(picture) < 20_000


@pytest.mark.parametrize(
    ("mode", "kept"),
    [("1", "RGB"), ("L", "L"), ("P", "RGB"), ("RGB", "RGB"), ("RGBA", "RGBA"), ("LA", "RGBA"),
     ("I;16", "RGB")],
)  # fmt: skip
def test_every_kind_of_png_is_drawn(mode, kept):
    content = a_png(mode=mode, colour=0)

    assert opened(cleaned(content, ".png")).mode == kept
    assert opened(small(content)).format == "JPEG"


def test_a_jpeg_for_the_press_becomes_one_for_the_screen():
    content = written(Image.new("CMYK", (40, 30)), "JPEG")

    assert opened(cleaned(content, ".jpg")).mode == "RGB"


def test_what_shows_through_is_white_when_it_is_small():
    assert opened(small(a_png(mode="RGBA", colour=(0, 0, 0, 0)))).getpixel((5, 5)) == (255,) * 3


def test_drawn_twice_a_png_is_the_same():
    once = cleaned(a_png(), ".png")

    assert cleaned(once, ".png") == once


@pytest.mark.parametrize("size", [(8001, 8000), (50_000, 50_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_it_is_opened(size):
    with pytest.raises(TooLarge):
        cleaned(a_png_of(*size), ".png")


def test_the_end_of_the_bound_is_inside(monkeypatch):
    monkeypatch.setattr(photographs, "MOST_POINTS", 1200)

    assert opened(cleaned(a_png((40, 30)), ".png")).size == (40, 30)


HOSTILE = {
    "nothing": b"",
    "no picture": b"<script>alert(1)</script>",
    "its points are missing": a_png_of(2000, 2000),
    "cut off": a_png()[:60],
    "a JPEG cut off": a_photograph()[:600],
    "no width": a_png_of(0, 10),
    "a GIF": written(Image.new("P", (4, 4)), "GIF"),
    "only a head": b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"\0\0\0\0IEND\xaeB`\x82",
    "broken in the middle": a_photograph()[:300] + b"\xff" * 900 + a_photograph()[1200:],
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("draw", [small, lambda content: cleaned(content, ".jpg")])
def test_what_is_broken_or_means_harm_is_refused_in_one_way(draw, content):
    with pytest.raises(Unreadable):
        draw(content)
