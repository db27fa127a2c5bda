"""What stands dozens of times on a page: icons, marks, states, strips, tiles, seats.

Everything else is a template under templates/components. These are tags, because an
include for each cell of a table costs ten times as much as a call (templates/README.md).
"""

import re
from collections import Counter
from functools import cache, lru_cache
from html import escape

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from portal.kernel.pictures import fences

register = template.Library()

STATES = {
    "done": ("check", gettext_lazy("ผ่านแล้ว")),
    "wait": ("clock", gettext_lazy("รอตรวจ")),
    "draft": ("pencil", gettext_lazy("กำลังกรอก")),
    "none": ("ring", gettext_lazy("ยังไม่เริ่ม")),
    "late": ("clock", gettext_lazy("เกินกำหนด")),
    "back": ("back", gettext_lazy("ส่งกลับให้แก้")),
}
WEAVES = {
    "done": pgettext_lazy("weave", "ผ่าน"),
    "wait": pgettext_lazy("weave", "รอตรวจ"),
    "draft": pgettext_lazy("weave", "กำลังกรอก"),
    "none": pgettext_lazy("weave", "ยังไม่เริ่ม"),
    "back": pgettext_lazy("weave", "ส่งกลับ"),
}


@register.simple_tag
@cache
def asset(path):
    """The served address of a static file, looked up once a process: {% asset "css/app.css" %}."""
    return static(path)


@register.simple_tag
@cache
def icon(name):
    """One of the symbols of static/img/icons.svg: {% icon "check" %}. Beside words, never alone."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        asset("img/icons.svg"),
        name,
    )


@register.simple_tag
@cache
def mark(bits):
    """The 7 × 7 mark of a region, from its bits: {% mark region.mark %}. Always beside the name."""
    runs = "".join(
        f"M{run.start()} {y}h{len(run[0])}v1h-{len(run[0])}z"
        for y in range(7)
        for run in re.finditer("1+", bits[y * 7 : y * 7 + 7])
    )
    return format_html(
        '<svg class="mark" viewBox="0 0 7 7" aria-hidden="true"><path d="{}"/></svg>', runs
    )


@register.simple_tag
def state(s, words="", icon_name=""):
    """The status of one thing: {% state "late" "ช้า 1 วัน" %}; without words, the usual ones.

    s: done, wait, draft, none, late, back
    """
    usual_icon, usual_words = STATES[s]
    return _state(s, str(words or usual_words), icon_name or usual_icon)


@lru_cache(maxsize=500)
def _state(s, words, icon_name):
    return format_html('<span class="state" data-s="{}">{}{}</span>', s, icon(icon_name), words)


@register.simple_tag
def strip(weaves, label, fine=False):
    """Progress of three to eight parts: {% strip report.weaves "ภาคเหนือตอนล่าง" %}.

    weaves: none, draft, wait, done, back, one for each part, in order
    """
    words, cells = _woven(tuple(weaves), get_language())
    return format_html(
        '<span class="strip{}" role="img" aria-label="{}: {}">{}</span>',
        " fine" if fine else "",
        label,
        words,
        cells,
    )


@lru_cache(maxsize=500)
def _woven(weaves, language):
    counts = Counter(weaves)
    words = " ".join(f"{word} {counts[weave]}" for weave, word in WEAVES.items() if counts[weave])
    return words, format_html_join("", '<i data-w="{}"></i>', ((weave,) for weave in weaves))


# -- The tile map ---------------------------------------------------------------
# 77 cells: each text is escaped once here, and numbers need no escaping.


@register.simple_tag
def tiles(tiles, current=""):
    """The cells of components/tilemap.html. ``current`` is the code of the page's own province."""
    sides = fences(tiles)
    return mark_safe("".join(_tile(tile, sides[tile.code], tile.code == current) for tile in tiles))


def _tile(tile, sides, is_current):
    level = "x" if tile.level is None else int(tile.level)
    here = ' aria-current="true"' if is_current else ""
    return (
        f'<a class="tile" href="{escape(tile.url)}" data-col="{int(tile.column)}"'
        f' data-row="{int(tile.row)}" data-l="{level}" data-f="{sides}"{here}>'
        f'<span aria-hidden="true">{escape(tile.abbreviation)}</span>'
        f'<span class="vh"><b>{escape(tile.name)}</b> {escape(tile.reading)}</span></a>'
    )


@register.simple_tag
def tile_rows(tiles):
    """The same figures as rows of a table, in the order they came."""
    region, figure = escape(_("ภาค")), escape(_("ตัวเลข"))
    return mark_safe(
        "".join(
            f'<tr><th scope="row"><a href="{escape(tile.url)}">{escape(tile.name)}</a></th>'
            f'<td data-th="{region}">{escape(tile.region)}</td>'
            f'<td data-th="{figure}">{escape(tile.reading)}</td></tr>'
            for tile in tiles
        )
    )


# -- The cloth ------------------------------------------------------------------


@register.simple_tag
def seats(seats):
    """The seats of one row of components/cloth.html."""
    noun = escape(_("ที่นั่ง"))
    return mark_safe("".join(_seat(seat, noun, escape(seat.words)) for seat in seats))


def _seat(seat, noun, words):
    return (
        f'<li><a class="seat" data-s="{escape(seat.state)}" href="{escape(seat.url)}"'
        f' title="{words}" aria-label="{noun} {int(seat.number)} {words}">'
        f"{int(seat.number)}</a></li>"
    )


# -- Phrases that must not break -------------------------------------------------

_MONTHS = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน"
    r" ธันวาคม ม\.ค\. ก\.พ\. มี\.ค\. เม\.ย\. พ\.ค\. มิ\.ย\. ก\.ค\. ส\.ค\. ก\.ย\. ต\.ค\. พ\.ย\. ธ\.ค\."
).replace(" ", "|")
_UNITS = (
    "คน ภาค ที่นั่ง วันทำการ วัน ข้อ แห่ง จังหวัด องค์กร ตำบล อำเภอ ส่วน ท่าน เดือน เรื่อง คำขอ ครั้ง ปี นาที"
).replace(" ", "|")
_WEEKDAY = "วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)ที่ |วันที่ "
_PHRASE = re.compile(
    rf"(?:{_WEEKDAY})?\d{{1,2}}(?: ?[–-] ?\d{{1,2}})? (?:{_MONTHS})(?: \d{{4}})?"
    rf"|(?:{_MONTHS}) \d{{4}}"
    r"|ครั้งที่ \d+/\d{4}"
    r"|ที่นั่งที่ \d+"
    r"|\d\d\.\d\d(?:–\d\d\.\d\d)? น\."
    rf"|(?:(?:ส่งแล้ว )?\d+ จาก )?[\d,]+ (?:{_UNITS})"
    rf"|หากองเลขาฯ|(?:บน|ล่าง|กลาง) \d\b(?! (?:{_UNITS}))"
)
_WORTH = re.compile(r"\d|หากอง")


@register.filter(needs_autoescape=True)
def keep(text, autoescape=True):
    """Text with its dates, ครั้งที่ n/ปปปป, times and number + unit made unbreakable.

    Browsers break Thai by dictionary and would split วัน|ศุกร์, 18|คน or หาก|องเลขาฯ.
    """
    escaped = str(conditional_escape(text) if autoescape else text)
    if not _WORTH.search(escaped):
        return mark_safe(escaped)
    return mark_safe(_PHRASE.sub(r'<span class="nw">\g<0></span>', escaped))


@register.filter
def whole(name):
    """A name in which no word is split: browsers break ล้าน|นาดี by dictionary."""
    return format_html_join(" ", '<span class="nw">{}</span>', ((word,) for word in name.split()))
