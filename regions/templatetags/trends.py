"""``{% load trends %}{% trend trend %}``: bars of twelve months, and the same as a table."""

from django import template

register = template.Library()


@register.inclusion_tag("regions/_trend.html")
def trend(trend, heading=""):
    """``trend`` is a ``regions.trends.Trend``; ``heading`` stands above it where one is wanted."""
    return {"trend": trend, "heading": heading}
