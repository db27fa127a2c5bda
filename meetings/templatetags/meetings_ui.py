"""How the states of meetings and of what they assigned are drawn: ``{% load meetings_ui %}``."""

from functools import cache

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from meetings.models import ActionItem, Answer, Meeting, Resolution
from meetings.queries.fulfilment import Fulfilment
from portal.kernel.names import named_short
from portal.kernel.templatetags.portal_ui import keep, state
from regions.models import RegionalReport

register = template.Library()

# As the component "state" has them: (data-s, icon; none for the usual one)
PAPERS = {
    Meeting.Papers.PLANNED: ("draft", ""),
    Meeting.Papers.CALLED: ("wait", "chat"),
    Meeting.Papers.IN_SESSION: ("wait", "people"),
    Meeting.Papers.PENDING: ("draft", "clock"),
    Meeting.Papers.SUMMARISED: ("done", ""),
    Meeting.Papers.ADOPTED: ("done", "seal"),
    Meeting.Papers.ABSENT: ("none", "none"),
    Meeting.Papers.POSTPONED: ("back", "clock"),
    Meeting.Papers.CANCELLED: ("none", "none"),
}
STANDINGS = {
    ActionItem.Standing.PENDING: ("none", ""),
    ActionItem.Standing.OVERDUE: ("late", ""),
    ActionItem.Standing.DONE: ("done", ""),
    ActionItem.Standing.WITHDRAWN: ("none", "none"),
    ActionItem.Standing.UNRECORDED: ("none", "info"),
}
FULFILMENTS = {
    Fulfilment.UNANSWERED: ("none", ""),
    Fulfilment.DOING: ("draft", ""),
    Fulfilment.CLAIMED: ("wait", ""),
    Fulfilment.HELD: ("none", "check"),
    Fulfilment.DONE: ("done", ""),
    Fulfilment.WITHDRAWN: ("none", "none"),
    Fulfilment.UNRECORDED: ("none", "info"),
}
STANDING_OF_RESOLUTIONS = {
    Resolution.Standing.IN_FORCE: ("done", "check"),
    Resolution.Standing.AMENDED: ("draft", "pencil"),
    Resolution.Standing.REVOKED: ("none", "none"),
}


@cache
def _drawn(drawn, words, icon):
    """A dozen different ones, each drawn hundreds of times."""
    return state(drawn, words, icon)


@register.filter(needs_autoescape=True)
def doubtful(text, autoescape=True):
    """``keep``; a reading that is only probable leads to what stands in the source."""
    mark = conditional_escape(_("(น่าจะใช่)"))
    link = format_html('<a href="#readings">{}</a>', mark)
    return mark_safe(keep(text, autoescape).replace("(น่าจะใช่)", link))


@register.simple_tag
def papers(papers):
    """How far the papers of a meeting are: {% papers meeting_papers %}."""
    drawn, icon = PAPERS[papers]
    return _drawn(drawn, str(papers.label), icon)


@register.simple_tag
def standing(standing, source=""):
    """How an action item stands: {% standing item_standing meeting.source %}."""
    drawn, icon = STANDINGS[standing]
    is_of_a_record = source and standing == ActionItem.Standing.UNRECORDED
    words = _("ไม่มีบันทึกผลในเอกสารต้นฉบับ") if is_of_a_record else str(standing.label)
    return _drawn(drawn, words, icon)


@register.simple_tag
def fulfilment(told, source=""):
    """How far an obligation is by its evidence: {% fulfilment carried.fulfilment %}."""
    drawn, icon = FULFILMENTS[told]
    is_of_a_record = source and told == Fulfilment.UNRECORDED
    words = _("ไม่มีบันทึกผลในเอกสารต้นฉบับ") if is_of_a_record else str(told.label)
    return _drawn(drawn, words, icon)


@register.simple_tag
def in_force(standing):
    """Whether a resolution may still be cited: {% in_force resolution.standing %}."""
    drawn, icon = STANDING_OF_RESOLUTIONS[standing]
    return _drawn(drawn, str(standing.label), icon)


@register.simple_tag
def woven(cells):
    """The strip of the regions, in words for who hears it: {% woven entry.cells %}."""
    words = ", ".join(f"{named_short(cell.region)} {cell.fulfilment.label}" for cell in cells)
    weaves = format_html_join("", '<i data-w="{}"></i>', ((cell.weave,) for cell in cells))
    return format_html('<span class="strip" role="img" aria-label="{}">{}</span>', words, weaves)


@register.simple_tag
def answered(progress, report_state):
    """What a report answers to an obligation: {% answered item.said_progress report.state %}.

    It counts once the report is sent, and "done" once it has passed."""
    if not progress:
        return fulfilment(Fulfilment.UNANSWERED)
    if progress == Answer.Progress.DOING:
        return fulfilment(Fulfilment.DOING)
    match report_state:
        case RegionalReport.State.ACCEPTED:
            return fulfilment(Fulfilment.DONE)
        case RegionalReport.State.SUBMITTED | RegionalReport.State.IN_REVIEW:
            return fulfilment(Fulfilment.CLAIMED)
    return _drawn("draft", _("ตอบว่าเสร็จ ยังไม่ส่ง"), "pencil")
