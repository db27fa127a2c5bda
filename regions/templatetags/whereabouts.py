"""How far the words of a section have come."""

from django import template

register = template.Library()


@register.filter
def whereabouts(part):
    """none, server or sent: {{ part|whereabouts }}; "device" only the browser knows (mirror.js)."""
    if part.row.is_locked or not part.row.report.is_editable:
        return "sent"
    return "server" if part.row.saved_at else "none"
