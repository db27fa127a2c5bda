"""Names that stand in two languages: regions, provinces, clusters, issues, committees."""

from django.utils.translation import get_language


def named(thing) -> str:
    """The name of ``thing`` in the language of the screen."""
    return thing.name_en if is_english() else thing.name


def named_short(thing) -> str:
    """The short name where the language has one."""
    return thing.name_en if is_english() else thing.short_name


def is_english() -> bool:
    return (get_language() or "th").startswith("en")
