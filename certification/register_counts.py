"""What the register itself can count of a month: beside the numbers a report is asked for.

Each number of the form has its stride: which stage, and whether its beginning or its end counts.
The list of the register filters by the same words, so its rows add up to the number.
"""

import re
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.kernel.thai import month_and_year

from .models import StageRecord

Stage = StageRecord.Stage


class Stride(NamedTuple):
    """A step that an organisation took on a certain day."""

    stage: int
    day: str  # the column


STRIDES = {
    "organizations_found": Stride(Stage.DISCOVERY, "opened_on"),
    "organizations_certified": Stride(Stage.CERTIFICATION, "closed_on"),
    "organizations_followed_up": Stride(Stage.CONTINUING_DEVELOPMENT, "closed_on"),
}


def counts_of_month(month: date, organizations: QuerySet) -> dict[str, int]:
    """How many of ``organizations`` took each stride in that month: one query."""
    records = StageRecord.objects.filter(organization__in=organizations.values("pk"))
    counts = {name: Count("pk", filter=_is(stride, month)) for name, stride in STRIDES.items()}
    return records.aggregate(**counts)


def took(organizations: QuerySet, name: str, month: date) -> QuerySet:
    """Those who took that stride in that month."""
    records = StageRecord.objects.filter(_is(STRIDES[name], month), organization=OuterRef("pk"))
    return organizations.filter(Exists(records))


def stride_words(name: str, month: date) -> str:
    """What a list of those is called."""
    words = {
        "organizations_found": pgettext("register", "ค้นหาพบในเดือน%(month)s"),
        "organizations_certified": pgettext("register", "ได้รับการรับรองในเดือน%(month)s"),
        "organizations_followed_up": pgettext("register", "ติดตามความเข้มแข็งครบในเดือน%(month)s"),
    }
    return words[name] % {"month": month_and_year(month)}


def counted_words(count: int) -> str:
    return _("ทะเบียนนับได้ %(count)s ในเดือนนี้") % {"count": f"{count:,}"}


def asked_stride(text: str) -> tuple[str, date] | None:
    """A stride and a month as an address has them, organizations_found.2026-06; or nothing."""
    name, _dot, month = text.partition(".")
    if name not in STRIDES or not re.fullmatch(r"\d{4}-\d{2}", month, re.ASCII):
        return None
    try:
        return name, date.fromisoformat(f"{month}-01")
    except ValueError:
        return None


def stride_in_address(name: str, month: date) -> str:
    return f"{name}.{month:%Y-%m}"


def _is(stride: Stride, month: date) -> Q:
    days = {f"{stride.day}__year": month.year, f"{stride.day}__month": month.month}
    return Q(stage=stride.stage, **days)
