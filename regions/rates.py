"""Completeness and timeliness of any set of reports: one statement each, one class for both.

``RegionalReport`` says of one report whether it was sent on time; here the table says the same of
many, and a test holds one against the other.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, Count, F, Q, QuerySet, When
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.utils.translation import gettext_lazy as _

from portal.kernel.rates import Rate

from .models import RegionalReport, ReportingUnit

State = RegionalReport.State

SENT = ~Q(state=State.DRAFT)
ON_TIME = SENT & Q(sent_on__lte=F("due_on"))
NAMES = {"completeness": _("ความครบถ้วน"), "timeliness": _("ความตรงเวลา")}
FORMULAS = {
    "completeness": _("รายงานที่ส่งแล้ว หารด้วยรายงานที่ต้องส่ง ซึ่งกำหนดไว้ตั้งแต่วันเปิดรอบ"),
    "timeliness": _("รายงานที่ส่งครั้งแรกภายในวันกำหนด หารด้วยรายงานที่ส่งแล้วหรือถึงกำหนดแล้ว"),
}


def completeness(reports: QuerySet[RegionalReport], *, on: date) -> Rate:
    """How many of the expected were sent, whatever became of them since: one statement."""
    return rates_of(reports, on=on)["completeness"]


def timeliness(reports: QuerySet[RegionalReport], *, on: date) -> Rate:
    """How many were first sent on time, of those sent or due by then: one statement."""
    return rates_of(reports, on=on)["timeliness"]


def rates_of(reports: QuerySet[RegionalReport], *, on: date) -> dict[str, Rate]:
    """Both rates of one set: one statement."""
    return _rates(with_days(reports).aggregate(**_counts(on)), on)


def rates_by(
    reports: QuerySet[RegionalReport], *keys: str, on: date
) -> dict[tuple, dict[str, Rate]]:
    """Both rates of each group of ``keys`` (``region``, ``round__month``…): one statement."""
    return rates_in(counts_by(reports, *keys, on=on), *keys, on=on)


def counts_by(reports: QuerySet[RegionalReport], *keys: str, on: date) -> QuerySet[RegionalReport]:
    """What both rates are reckoned from."""
    return with_days(reports).order_by().values(*keys).annotate(**_counts(on))


def rates_in(rows: Iterable[dict], *keys: str, on: date) -> dict[tuple, dict[str, Rate]]:
    """Both rates of what was counted; no statement."""
    return {tuple(row[key] for key in keys): _rates(row, on) for row in rows}


def with_days(reports: QuerySet[RegionalReport]) -> QuerySet[RegionalReport]:
    """Each report with ``.due_on``, until when it is on time, and ``.sent_on``, when first sent."""
    own_day = Case(
        When(
            unit__kind=ReportingUnit.Kind.PROVINCE,
            then=Coalesce("round__provinces_until", "round__on_time_until"),
        ),
        default="round__on_time_until",
    )
    # GREATEST of PostgreSQL passes over what is not there.
    return reports.annotate(
        due_on=Greatest(own_day, "extended_until"), sent_on=TruncDate("submitted_at")
    )


def is_due(*, on: date) -> Q:
    """Sent, or the day has passed until which it was on time."""
    return SENT | Q(due_on__lt=on)


def _counts(on):
    return {
        "expected": Count("pk"),
        "sent": Count("pk", filter=SENT),
        "due": Count("pk", filter=is_due(on=on)),
        "on_time": Count("pk", filter=ON_TIME),
    }


def _rates(row, on):
    not_due = row["expected"] - row["due"]
    numbers = {
        "completeness": (row["sent"], row["expected"]),
        "timeliness": (row["on_time"], row["due"], not_due),
    }
    return {name: Rate(*of, formula=FORMULAS[name], at=on) for name, of in numbers.items()}
