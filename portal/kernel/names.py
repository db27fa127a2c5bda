"""Names that stand in two languages: regions, provinces, clusters, issues, committees."""

from typing import Protocol

from django.utils.translation import get_language


class Named(Protocol):
    """Whatever has a Thai and an English name."""

    name: str
    name_en: str


def named(thing: Named) -> str:
    """The name of ``thing`` in the language of the screen."""
    return thing.name_en if is_english() else thing.name


def named_short(thing: Named) -> str:
    """The short name where the language has one."""
    return thing.name_en if is_english() else thing.short_name


def is_english() -> bool:
    return (get_language() or "th").startswith("en")
