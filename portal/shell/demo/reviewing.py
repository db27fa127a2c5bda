"""What became of the reports once they were sent: one in review, two revisions, who was rung."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from portal.kernel.models import User
from regions.models import RegionalReport, ReportContact, ReportRound, Revision

from .committee import House
from .days import at_hour
from .words_reviewing import ASKED, CALLS, CHANGED, JUDGED, LETTERS, REOPENED

State, Way = RegionalReport.State, ReportContact.Way
A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
IN_REVIEW = "lower-northeast"
WRITE = """
INSERT INTO kernel_activity (subject_type_id, verb, subject_id, by_id, at, detail)
SELECT %s, told.* FROM unnest(
    %s::text[], %s::bigint[], %s::bigint[], %s::timestamptz[], %s::jsonb[]
) AS told
"""
Told = tuple[str, RegionalReport, User, datetime, dict]


def load_reviewing(house: House, *, today: date) -> None:
    """After the reports, whose days it follows."""
    *_earlier, before, now = ReportRound.objects.order_by("month")
    begin(house, region_report(now, IN_REVIEW), today=today)
    told = [*life_of_each()]
    told += revise(house, before)
    ask(house, before, today=today)
    contact(house, now, today=today)
    tell(told)


def region_report(month: ReportRound, region: str) -> RegionalReport:
    reports = month.reports.select_related("round", "unit__region")
    return reports.get(unit__region__code=region)


def begin(house, report, *, today):
    """A colleague of the cast's has begun, and judged one section so far."""
    report.state, report.reviewer = State.IN_REVIEW, house.users["central-2"]
    report.review_began_at = at_hour(today - A_DAY, 15)
    report.judged = JUDGED
    report.version += 1
    report.save(update_fields=["state", "reviewer", "review_began_at", "judged", "version"])


# -- What was accepted and mended ----------------------------------------------------------


def revise(house, month) -> Iterator[Told]:
    """Asked, opened, mended and accepted again within three days."""
    region, reason, section, what = REOPENED
    report = region_report(month, region)
    accepted_at = report.reviewed_at
    opened_at, closed_at = accepted_at + A_DAY, accepted_at + 2 * A_DAY
    secretary, filer = house.users["secretary"], house.filers[region]
    Revision.objects.create(
        report=report,
        number=1,
        reason=reason,
        asked_by=filer,
        asked_at=accepted_at + AN_HOUR,
        decided_by=secretary,
        decided_at=opened_at,
        changes=CHANGED,
        closed_by=secretary,
        closed_at=closed_at,
    )
    resent_at = closed_at - AN_HOUR
    RegionalReport.objects.filter(pk=report.pk).update(
        resubmitted_at=resent_at, reviewed_at=closed_at
    )
    report.sections.filter(key=section).update(reason=what)
    yield "report.reopened", report, secretary, opened_at, {}
    yield "report.submitted", report, filer, resent_at, {"receipt": report.receipt}
    yield "report.accepted", report, secretary, closed_at, {}


def ask(house, month, *, today):
    region, reason = ASKED
    Revision.objects.create(
        report=region_report(month, region),
        number=1,
        reason=reason,
        asked_by=house.filers[region],
        asked_at=at_hour(today - A_DAY, 11),
    )


def contact(house, month, *, today):
    secretary = house.users["secretary"]
    rows = [
        ReportContact(report=region_report(month, region), way=way, note=note, by=secretary, at=at)
        for region, way, note, at in (
            *((region, Way.PHONE, note, at_hour(today - A_DAY, 10)) for region, note in CALLS),
            *((region, Way.LETTER, "", at_hour(today - A_DAY, 9)) for region in LETTERS),
        )
    ]
    ReportContact.objects.bulk_create(rows)


# -- Their histories -------------------------------------------------------------------------


def life_of_each() -> Iterator[Told]:
    """Sent, begun, returned or accepted: as the columns of each report say."""
    people = ("submitted_by", "reviewed_by", "reviewer")
    sent = RegionalReport.objects.sent().select_related(*people).prefetch_related("sections")
    for report in sent:
        receipt = {"receipt": report.receipt}
        yield "report.submitted", report, report.submitted_by, report.submitted_at, receipt
        if report.state == State.IN_REVIEW:
            yield "report.review_began", report, report.reviewer, report.review_began_at, {}
        if report.state == State.ACCEPTED:
            yield "report.accepted", report, report.reviewed_by, report.reviewed_at, {}
        if report.state == State.RETURNED:
            back = [row.key for row in report.sections.all() if row.verdict == "returned"]
            told = {"sections": back}
            yield "report.returned", report, report.reviewed_by, report.reviewed_at, told


def tell(told: list[Told]) -> None:
    """An activity says by itself when it is written; these are of other days."""
    kind = ContentType.objects.get_for_model(RegionalReport)
    rows = [
        (verb, report.pk, by.pk, at, json.dumps(detail)) for verb, report, by, at, detail in told
    ]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [kind.pk, *map(list, zip(*rows, strict=True))])
