"""What the board says of one seat, in words."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from committees.models import Membership, Standing, Substitution
from committees.periods import ONE_DAY
from portal.kernel import thai
from portal.kernel.models import User

from .succession import Succession

# How a standing is drawn on the cloth.
DRAWN = {
    Standing.FILLED: "on",
    Standing.ENDS_SOON: "ends",
    Standing.CARRY_OVER: "over",
    Standing.VACANT: "vacant",
}
SUBSTITUTED = "sub"


def drawn(standing: str, holding: Membership | None, substitution: Substitution | None) -> str:
    """A vacant seat stays vacant, whoever acts in it."""
    return SUBSTITUTED if holding and substitution else DRAWN[standing]


class Remark(NamedTuple):
    """One short fact about a seat; with a name, that of somebody who has a page."""

    words: str
    name: str = ""
    url: str = ""
    until: str = ""
    asks_for_care: bool = True


def remarks_on(
    holding: Membership | None,
    substitution: Substitution | None,
    boards: list[str],
    standing: str,
    succession: Succession | None = None,
    *,
    reader: User | None = None,
) -> Iterator[Remark]:
    if substitution:
        yield Remark(
            _("ผู้แทนชั่วคราว"),
            substitution.person.full_name,
            reverse("committees:person-detail", args=[substitution.person_id]),
            _("ถึง %(day)s") % {"day": thai.long_date(substitution.ends_on)},
        )
    if words := term_words(holding, standing):
        yield Remark(words)
    if succession:
        yield remark_on(succession, reader)
    if boards:
        words = _("หมุนเวียน: %(boards)s") % {"boards": ", ".join(boards)}
        yield Remark(words, asks_for_care=False)


def remark_on(succession: Succession, reader: User | None) -> Remark:
    """Strangers read of nobody who is to come."""
    if reader is None or not reader.is_authenticated:
        return Remark(succession.until, asks_for_care=False)
    cares, following = succession.vacant_from is not None, succession.following
    if following is None:
        return Remark(succession.words, asks_for_care=cares)
    url = reverse("committees:person-detail", args=[following.person_id])
    name = following.person.full_name
    return Remark(succession.words, name, url, succession.since, asks_for_care=cares)


def term_words(holding: Membership | None, standing: str) -> str:
    match standing:
        case Standing.ENDS_SOON:
            return _("ครบวาระ %(day)s") % {"day": thai.long_date(holding.term_ends_on)}
        case Standing.CARRY_OVER:
            return _("อยู่รักษาการ ครบวาระแล้วเมื่อ %(day)s") % {
                "day": thai.long_date(holding.term_ends_on)
            }
    return ""


def vacant_words(left_on: date | None) -> str:
    """Since when, if anybody sat there before."""
    if left_on is None:
        return pgettext("seat", "ว่าง")
    return _("ว่างตั้งแต่ %(day)s") % {"day": thai.long_date(left_on + ONE_DAY)}
