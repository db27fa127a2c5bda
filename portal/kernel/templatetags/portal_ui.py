"""What stands dozens of times on a page: icons, marks, states, strips, tiles, seats.

Everything else is a template under templates/components. These are tags, because an
include for each cell of a table costs ten times as much as a call (templates/README.md).
"""

import re
from collections import Counter
from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

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
def icon(name):
    """One of the symbols of static/img/icons.svg: {% icon "check" %}. Beside words, never alone."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        static("img/icons.svg"),
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
    return format_html(
        '<span class="state" data-s="{}">{}{}</span>',
        s,
        icon(icon_name or usual_icon),
        words or usual_words,
    )


@register.simple_tag
def strip(weaves, label, fine=False):
    """Progress of three to eight parts: {% strip report.weaves "ภาคเหนือตอนล่าง" %}.

    weaves: none, draft, wait, done, back, one for each part, in order
    """
    weaves = list(weaves)
    counts = Counter(weaves)
    words = " ".join(f"{word} {counts[weave]}" for weave, word in WEAVES.items() if counts[weave])
    return format_html(
        '<span class="strip{}" role="img" aria-label="{}: {}">{}</span>',
        " fine" if fine else "",
        label,
        words,
        format_html_join("", '<i data-w="{}"></i>', ((weave,) for weave in weaves)),
    )


# -- The tile map ---------------------------------------------------------------

TILE = (
    '<a class="tile" href="{}" data-col="{}" data-row="{}" data-l="{}" data-f="{}"{}>'
    '<span aria-hidden="true">{}</span><span class="vh"><b>{}</b> {}</span></a>'
)
HERE = mark_safe(' aria-current="true"')


def _level(tile):
    return "x" if tile.level is None else tile.level


@register.simple_tag
def tiles(tiles, current=""):
    """The cells of components/tilemap.html. ``current`` is the code of the page's own province."""
    sides = fences(tiles)
    return format_html_join(
        "",
        TILE,
        (
            (
                tile.url,
                tile.column,
                tile.row,
                _level(tile),
                sides[tile.code],
                HERE if tile.code == current else "",
                tile.abbreviation,
                tile.name,
                tile.reading,
            )
            for tile in sorted(tiles, key=lambda tile: (tile.row, tile.column))
        ),
    )


@register.simple_tag
def tile_rows(tiles):
    """The same figures as rows of a table, in the order they came."""
    return format_html_join(
        "",
        '<tr><th scope="row"><a href="{}">{}</a></th><td data-th="{}">{}</td>'
        '<td data-th="{}">{}</td></tr>',
        ((tile.url, tile.name, _("ภาค"), tile.region, _("ตัวเลข"), tile.reading) for tile in tiles),
    )


# -- The cloth ------------------------------------------------------------------


@register.simple_tag
def seats(seats):
    """The seats of one row of components/cloth.html."""
    return format_html_join(
        "",
        '<li><a class="seat" data-s="{}" href="{}" aria-label="{} {} {}" title="{}">{}</a></li>',
        (
            (seat.state, seat.url, _("ที่นั่ง"), seat.number, seat.words, seat.words, seat.number)
            for seat in seats
        ),
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
    r"|\d\d\.\d\d(?:–\d\d\.\d\d)? น\."
    rf"|(?:\d+ จาก )?[\d,]+ (?:{_UNITS})"
)
_DIGIT = re.compile(r"\d")


@register.filter(needs_autoescape=True)
def keep(text, autoescape=True):
    """Text with its dates, ครั้งที่ n/ปปปป, times and number + unit made unbreakable.

    Browsers break Thai by dictionary and would split วัน|ศุกร์ or 18|คน.
    """
    escaped = str(conditional_escape(text) if autoescape else text)
    if not _DIGIT.search(escaped):
        return mark_safe(escaped)
    return mark_safe(_PHRASE.sub(r'<span class="nw">\g<0></span>', escaped))
