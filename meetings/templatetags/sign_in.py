"""The way from a meeting to its sheet of paper: ``{% load sign_in %}``."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from committees.forms.sign_in import MOST_DAYS
from meetings.queries.places import has_seats
from portal.kernel.thai import slashed_date

register = template.Library()


@register.simple_tag
def sign_in_url(meeting):
    """ใบลงทะเบียน of the meeting's days, with its name and venue filled in."""
    days = (meeting.ends_on - meeting.starts_on).days + 1 if meeting.ends_on else 1
    asked = {
        "on": slashed_date(meeting.starts_on),
        "days": min(days, MOST_DAYS),
        "title": meeting.name,
        "venue": meeting.venue,
        "body": "" if has_seats(meeting.committee) else meeting.committee.code,
    }
    filled = {name: value for name, value in asked.items() if value}
    return f"{reverse('committees:sign-in-sheet')}?{urlencode(filled)}"
