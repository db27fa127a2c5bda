"""{{ user.phone|shown_phone }}: a number as people write it."""

from django import template

from portal.kernel.phones import shown_phone

register = template.Library()
register.filter(shown_phone)
