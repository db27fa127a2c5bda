"""How requests are drawn: ``{% load regions_ui %}``."""

from django import template
from django.utils.translation import gettext as _

from portal.kernel.templatetags.portal_ui import state
from regions.models import SupportRequest
from regions.request_words import kind_of, overdue_words

register = template.Library()
Standing = SupportRequest.Standing

# As the component "state" has them.
DRAWN = {
    Standing.LATE: ("late", ""),
    Standing.WAITING: ("wait", ""),
    Standing.PROMISED: ("draft", "clock"),
    Standing.REFUSED: ("back", "none"),
    Standing.CLOSED: ("done", ""),
    Standing.WITHDRAWN: ("none", "none"),
}


@register.simple_tag
def request_kind(request):
    return kind_of(request)


@register.simple_tag
def request_standing(request, on):
    """Where it stands that day, of a request with its answers."""
    if request.number is None:
        return state("none", _("ยังไม่ส่ง"))
    standing = request.standing_on(on)
    s, icon = DRAWN[standing]
    return state(s, words_of(request, standing, on), icon)


def words_of(request, standing, on):
    if standing == Standing.LATE:
        return overdue_words((on - (request.due_again_on or request.due_on)).days)
    return standing.label
