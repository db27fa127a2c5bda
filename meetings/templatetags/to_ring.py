"""How many are to be rung, in words: ``{% load to_ring %}``."""

from django import template
from django.utils.translation import ngettext

from meetings.queries.places import has_seats

register = template.Library()


@register.filter
def to_ring(count, meeting):
    """2 ที่นั่ง, for a vacant one is rung too; 2 คน of a body without seats."""
    if has_seats(meeting.committee):
        words = ngettext("%(n)s ที่นั่ง", "%(n)s ที่นั่ง", count)
    else:
        words = ngettext("%(n)s คน", "%(n)s คน", count)
    return words % {"n": count}
