"""What must not stand in a text that everybody reads: telephone, mail and ID numbers."""

import re
from collections.abc import Iterable

from portal.kernel.thai import to_arabic_digits

_PRIVATE = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+"
    r"|(?<!\d)\d(?:[ -]?\d{4})(?:[ -]?\d{5})(?:[ -]?\d{2})[ -]?\d(?!\d)"
    r"|(?<!\d)(?:\+66|0)[ -]?\d(?:[ -]?\d){7,8}(?!\d)"
)


def private_words_in(texts: Iterable[str]) -> list[str]:
    """Each once, in the order in which they stand."""
    found = (match for text in texts for match in _PRIVATE.findall(to_arabic_digits(text)))
    return list(dict.fromkeys(found))
