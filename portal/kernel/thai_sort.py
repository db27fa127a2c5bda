"""Names in the order of a Thai dictionary, the same in Python and in PostgreSQL.

A dictionary looks at the consonant before the vowel written in front of it and
passes over tone marks. The key does both; words that differ only in their
marks share a key, so order by the key and then by the name.

The embedded PostgreSQL has no ICU, so the key is plain text, compared by code
point. It is stored in a generated column::

    sort_key = models.GeneratedField(
        expression=ThaiSortKey("name"),
        output_field=SortKeyField(),
        db_persist=True,
    )
"""

import re
import string

from django.db import models

_LEADING_VOWEL = "([เ-ไ])([ก-ฮ])"
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_MARKS = "".join(map(chr, range(0x0E47, 0x0E4D)))  # from maitaikhu to thanthakhat

# Both sides read these two lines; characters without a counterpart are dropped.
_FROM = string.ascii_uppercase + _THAI_DIGITS + _MARKS
_TO = string.ascii_lowercase + string.digits

_LETTERS = str.maketrans(_FROM[: len(_TO)], _TO, _FROM[len(_TO) :])


def thai_sort_key(text: str) -> str:
    """เชียงใหม่ → ชเียงหใม: what :class:`ThaiSortKey` answers for the same text."""
    return re.sub(_LEADING_VOWEL, r"\2\1", text).translate(_LETTERS)


class SortKeyField(models.TextField):
    """Text compared by code point, whatever the collation of the database."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **{"db_collation": "C", **kwargs})


class ThaiSortKey(models.Func):
    """The sort key as an immutable expression, fit for a generated column.

    Its SQL stands in the table and not in the migration: who changes it must
    add a migration that makes the columns anew.
    """

    arity = 1
    output_field = SortKeyField()
    template = (
        f"translate(regexp_replace(%(expressions)s, '{_LEADING_VOWEL}', '\\2\\1', 'g'), "
        f"'{_FROM}', '{_TO}')"
    )
