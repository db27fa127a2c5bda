"""One month of one body, woven, with a way to its meeting: ``{% load cadence %}``."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from meetings.queries.cadence import Standing
from portal.kernel.thai import date_range, month_and_year

register = template.Library()

# How a month is woven (strip.css), and its words; what was not demanded has no cell.
CELLS = {
    Standing.HELD: ("done", _("ประชุมแล้ว")),
    Standing.CALLED: ("wait", _("นัดแล้ว")),
    Standing.MISSED: ("back", _("ขาดประชุม")),
    Standing.KEPT: ("draft", _("ไม่ขาด ประชุมในเดือนอื่นของรอบ")),
    Standing.OPEN: ("none", _("ยังไม่ครบกำหนด")),
    Standing.OUTSIDE: ("", _("ไม่มีคณะนี้ตลอดเดือน")),
}
INSIDE = '<span aria-hidden="true">{drawn}</span><span class="vh">{said}</span>'
PLAIN = '<span class="cadence__cell" title="{said}">{inside}</span>'
LINK = '<a class="cadence__cell" href="{url}" title="{said}">{inside}</a>'


@register.simple_tag
def cadence_cell(cell):
    weave, words = CELLS[cell.standing]
    drawn = format_html('<i data-w="{}"></i>', weave) if weave else mark_safe("–")
    if cell.meeting is None:
        said = f"{month_and_year(cell.month.first)} {words}"
        return format_html(PLAIN, said=said, inside=format_html(INSIDE, drawn=drawn, said=said))
    days = date_range(cell.meeting.starts_on, cell.meeting.ends_on)
    said = f"{words} {cell.meeting.name} {days}"
    inside = format_html(INSIDE, drawn=drawn, said=said)
    return format_html(LINK, said=said, inside=inside, url=cell.meeting.get_absolute_url())
