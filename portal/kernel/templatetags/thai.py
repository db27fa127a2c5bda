"""Dates, times and digits on a page: ``{% load thai %}``. Nothing given, nothing printed."""

from django import template
from django.utils import timezone

from portal.kernel import thai

register = template.Library()


def _register(name, write):
    register.filter(name, lambda value: write(value) if value else "")


_register("thai_date", thai.long_date)
_register("thai_weekday_date", thai.weekday_date)
_register("thai_short", thai.short_date)
_register("thai_month", thai.month_and_year)
_register("thai_short_month", thai.short_month)
_register("be_year", thai.be_year)


@register.filter
def thai_time(value):
    """Midnight is a time too, although some of them count as nothing."""
    return "" if value in (None, "") else thai.time_of_day(value)


@register.simple_tag
def clock_pattern():
    """data-at="{% clock_pattern %}": how a script writes an hour in the language of the screen."""
    return thai.clock_pattern()


@register.filter
def thai_range(first, last):
    """{{ meeting.starts_on|thai_range:meeting.ends_on }}; one day when the last is unknown."""
    return thai.date_range(first, last or first) if first else ""


@register.filter
def thai_moment(value):
    """วันนี้ 09.15 น., or the day when it was another."""
    return thai.moment(value, now=timezone.now()) if value else ""
