import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from portal.kernel.pictures import ClothSeat, Tile, fences
from portal.kernel.templatetags import portal_ui

SPRITE = Path(settings.BASE_DIR, "static/img/icons.svg")


def tile(code, column, row, region="เหนือ", **kwargs):
    words = {"name": "เชียงใหม่", "abbreviation": "ชม", "level": 2, "reading": "2 แห่ง", "url": "/"}
    return Tile(code=code, column=column, row=row, region=region, **{**words, **kwargs})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("โปรดโทรหากองเลขาฯ", "หากองเลขาฯ"),
        ("กลุ่มจังหวัดภาคเหนือตอนล่าง 2", "ล่าง 2"),
        ("ภาคเหนือตอนบน 8 จังหวัด", "8 จังหวัด"),
        ("วันศุกร์ที่ 12 มิถุนายน 2569", "วันศุกร์ที่ 12 มิถุนายน 2569"),
        ("12–13 มิ.ย. 2550", "12–13 มิ.ย. 2550"),
        ("ปลายเดือนกรกฎาคม 2550", "กรกฎาคม 2550"),
        ("ประชุมครั้งที่ 2/2550 จบ", "ครั้งที่ 2/2550"),
        ("เวลา 09.00–16.30 น.", "09.00–16.30 น."),
        ("ส่งแล้ว 6 จาก 8 ภาค", "ส่งแล้ว 6 จาก 8 ภาค"),
        ("เสร็จ 6 จาก 8 ภาค", "6 จาก 8 ภาค"),
        ("ภายใน 3 วันทำการ", "3 วันทำการ"),
    ],
)
def test_a_phrase_that_must_not_break_is_kept_whole(text, kept):
    assert portal_ui.keep(text) == text.replace(kept, f'<span class="nw">{kept}</span>')


def test_kept_text_is_escaped():
    assert portal_ui.keep("<b>18 คน</b>") == '&lt;b&gt;<span class="nw">18 คน</span>&lt;/b&gt;'


def test_no_word_of_a_name_is_split_and_each_is_escaped():
    assert portal_ui.whole("นางสาว<b> ล้านนาดี") == (
        '<span class="nw">นางสาว&lt;b&gt;</span> <span class="nw">ล้านนาดี</span>'
    )


def test_a_mark_is_drawn_in_runs():
    bits = "1100000" + "0" * 35 + "0000011"

    assert '<path d="M0 0h2v1h-2zM5 6h2v1h-2z"/>' in portal_ui.mark(bits)


def test_a_state_says_its_usual_words_or_those_given():
    assert "เกินกำหนด</span>" in portal_ui.state("late")
    assert "&lt;ช้า&gt;</span>" in portal_ui.state("late", "<ช้า>")


def test_the_words_of_a_strip_follow_the_language_and_count_its_cells():
    weaves = ["done", "done", "back"]

    thai = portal_ui.strip(weaves, "เหนือ")
    with translation.override("en"):
        english = portal_ui.strip(weaves, "North")

    assert 'aria-label="เหนือ: ผ่าน 2 ส่งกลับ 1"' in thai
    assert thai.count("<i ") == 3
    assert "ผ่าน" not in english


def test_a_fence_stands_once_between_two_regions_and_all_along_the_coast():
    tiles = [tile("50", 0, 0), tile("51", 1, 0), tile("60", 2, 0, region="กลาง")]

    assert fences(tiles) == {"50": "t b l", "51": "t r b", "60": "t r b"}


def test_what_a_tile_says_is_escaped():
    drawn = portal_ui.tiles([tile("50", 3, 4, name="<b>", reading='"2"', url='/?a=1&b="')])

    assert 'href="/?a=1&amp;b=&quot;"' in drawn
    assert 'data-col="3" data-row="4" data-l="2"' in drawn
    assert "<b>&lt;b&gt;</b> &quot;2&quot;" in drawn


def test_a_place_that_was_no_province_then_is_hatched():
    assert 'data-l="x"' in portal_ui.tiles([tile("38", 0, 0, level=None)])


def test_a_seat_is_named_by_number_and_holder():
    drawn = portal_ui.seats([ClothSeat(4, "ends", 'นาย "ก"', "#seat-4")])

    assert 'data-s="ends" href="#seat-4"' in drawn
    assert 'aria-label="ที่นั่ง 4 นาย &quot;ก&quot;">4</a>' in drawn


def test_every_icon_a_page_asks_for_is_drawn():
    drawn = set(re.findall('id="i-([a-z]+)"', SPRITE.read_text()))
    asked = {icon for icon, _words in portal_ui.STATES.values()}
    for page in Path(settings.BASE_DIR, "templates").rglob("*.html"):
        asked |= set(re.findall(r'{% icon "([a-z]+)" %}', page.read_text()))

    assert asked - drawn == set()


def test_tags_print_safely_where_a_template_calls_them():
    page = Template('{% load portal_ui %}{% state "done" words %}{{ words|keep }}')

    printed = page.render(Context({"words": "<i>"}))

    assert "<i>" not in printed
    assert printed.startswith('<span class="state" data-s="done"><svg')
