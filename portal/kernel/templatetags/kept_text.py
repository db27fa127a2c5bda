"""``{% load kept_text %}`` and, inside a form that takes text, ``{% kept_text_token %}``."""

from django import template
from django.utils.html import format_html

from portal.kernel.kept_text import FIELD, author_token

register = template.Library()


@register.simple_tag(takes_context=True)
def kept_text_token(context):
    """Without it, what is typed into the form is lost when the session ends meanwhile."""
    request = context["request"]
    if request.user.is_anonymous:
        return ""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, author_token(request))
