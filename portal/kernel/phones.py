"""Telephone numbers as people write them, and the one form the database keeps (E.164)."""

import re

import phonenumbers
from django.conf import settings
from django.utils.translation import gettext as _

from .thai import normalise

HOME = "TH"
# 074-123456 ต่อ 12: nobody signs in by an extension, and phonenumbers reads none in Thai.
_EXTENSION = re.compile(r"\s*[,;(]?\s*(?:ต่อ|กด|ext\.?|x|#)\D{0,3}\d.*$", re.IGNORECASE)
# What a person may write between digits; anything else is another word, or a second number.
_WRITTEN = re.compile(r"\+?[\d\s().–-]+")
# The demonstration's people have numbers that can be nobody's: 000 000 0012.
_MADE_UP = re.compile(r"(?:0|66)00\d{7}")


def parse_phone(text: str) -> str:
    """A number as a person writes it: 081-234 5678, ๐๘๑…, +66 81…, 074-123456 ต่อ 12.

    A ValueError's text tells the person, in the language of the screen, how to write it.
    """
    written = _EXTENSION.sub("", re.sub(r"^(?:โทร|tel)\.?:? *", "", normalise(text)))
    if not _WRITTEN.fullmatch(written):
        raise _unreadable()
    digits = re.sub(r"\D", "", written)
    if settings.DEMO and _MADE_UP.fullmatch(digits):
        return f"+66{digits[-9:]}"
    return _valid(written)


def has_extension(text: str) -> bool:
    """Whether more is written than the number that :func:`parse_phone` reads from it."""
    return _EXTENSION.search(normalise(text)) is not None


def shown_phone(number: str) -> str:
    """081 234 5678; a number from abroad keeps its country: +856 20 …"""
    if number.startswith("+6600"):
        return f"000 {number[5:8]} {number[8:]}"
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    is_home = phonenumbers.region_code_for_country_code(parsed.country_code) == HOME
    forms = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, forms.NATIONAL if is_home else forms.INTERNATIONAL)


def _valid(written: str) -> str:
    try:
        parsed = phonenumbers.parse(written, HOME)
    except phonenumbers.NumberParseException:
        raise _unreadable() from None
    if not phonenumbers.is_valid_number(parsed):
        raise _unreadable()
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _unreadable() -> ValueError:
    return ValueError(_("เขียนหมายเลขโทรศัพท์ให้ครบ เช่น 081 234 5678 หรือ 02 123 4567"))
