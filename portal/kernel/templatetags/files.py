"""What a kept file is and how large: ``{% load files %}{{ name|file_kind }}``, ``file_size``; and a
list as files, as it is filtered: ``{% list_files "regions:request-export" _("คำขอ") %}``."""

from django import template

from portal.kernel.exports import downloads, query_of
from portal.kernel.files import kind_in_words, size_in_words

register = template.Library()
register.filter("file_kind", kind_in_words)
register.filter("file_size", size_in_words)


@register.inclusion_tag("components/downloads.html", takes_context=True)
def list_files(context, name, what):
    """Nothing beside a filter that is asked again: of that no file is made."""
    if not context["filter"].is_valid():
        return {}
    return {**downloads(name, query_of(context["request"])), "what": what}
