"""How the states of meetings and of what they assigned are drawn: ``{% load meetings_ui %}``."""

from functools import cache

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from meetings.models import ActionItem, Meeting
from portal.kernel.templatetags.portal_ui import keep, state

register = template.Library()

# As the component "state" has them: (data-s, icon; none for the usual one)
PAPERS = {
    Meeting.Papers.PLANNED: ("draft", ""),
    Meeting.Papers.CALLED: ("wait", "chat"),
    Meeting.Papers.IN_SESSION: ("wait", "people"),
    Meeting.Papers.PENDING: ("draft", "clock"),
    Meeting.Papers.SUMMARISED: ("done", ""),
    Meeting.Papers.ABSENT: ("none", "none"),
    Meeting.Papers.CANCELLED: ("none", "none"),
}
STANDINGS = {
    ActionItem.Standing.PENDING: ("none", ""),
    ActionItem.Standing.OVERDUE: ("late", ""),
    ActionItem.Standing.DONE: ("done", ""),
    ActionItem.Standing.UNRECORDED: ("none", "info"),
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
