"""What a kept file is and how large: ``{% load files %}{{ name|file_kind }}``, ``file_size``."""

from django import template

from portal.kernel.files import kind_in_words, size_in_words

register = template.Library()
register.filter("file_kind", kind_in_words)
register.filter("file_size", size_in_words)
