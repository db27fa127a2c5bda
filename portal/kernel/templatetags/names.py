"""``{% load names %}``: ``{{ region|named }}``; nothing given, nothing printed."""

from django import template

from portal.kernel import names

register = template.Library()


@register.filter
def named(thing):
    return names.named(thing) if thing else ""


@register.filter
def named_short(thing):
    return names.named_short(thing) if thing else ""
