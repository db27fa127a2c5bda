"""Who asked for more days: one question granted, one refused, two that wait for their answer."""

from datetime import date, timedelta

from regions.models import Extension, RegionalReport, ReportRound

from .days import at_hour
from .words_provinces import FLOOD, FLOOD_ANSWER, FORUM, MOVING, REFUSED, REFUSED_ANSWER

State = RegionalReport.State
A_DAY = timedelta(days=1)


def load_extensions(house, rounds: list[ReportRound], *, today: date) -> None:
    before, now = rounds[-2], rounds[-1]
    late = province_of("lower-north", before, sent_after=before.provinces_until)
    grant(house, late)
    refuse(house, before)
    waiting = now.reports.filter(region__code="lower-north", state=State.DRAFT, version=0)
    province = waiting.get(unit__kind="province")
    region = now.reports.get(unit__region__code="bangkok-vicinity")
    for report, by, why in (
        (province, house.users[f"provincial-{province.unit.province_id}"], FORUM),
        (region, house.filers["bangkok-vicinity"], MOVING),
    ):
        Extension.objects.create(
            report=report,
            until=now.closes_on + 3 * A_DAY,
            reason=why,
            asked_by=by,
            asked_at=at_hour(today - A_DAY, 10),
        )


def province_of(region: str, month: ReportRound, *, sent_after: date) -> RegionalReport:
    reports = month.reports.filter(unit__kind="province", region__code=region)
    return reports.filter(submitted_at__date__gt=sent_after).select_related("round").get()


def grant(house, report: RegionalReport) -> None:
    """Sent after the usual day, and on time all the same."""
    usual = report.round.provinces_until
    until = usual + 4 * A_DAY
    Extension.objects.create(
        report=report,
        until=until,
        reason=FLOOD,
        asked_by=report.submitted_by,
        asked_at=at_hour(usual - A_DAY, 9),
        is_granted=True,
        granted_until=until,
        answer=FLOOD_ANSWER,
        answered_by=house.users["officer"],
        answered_at=at_hour(usual - A_DAY, 14),
    )
    report.extended_until = until
    report.save(update_fields=["extended_until"])


def refuse(house, month: ReportRound) -> None:
    report = month.reports.get(unit__region__code="east")
    Extension.objects.create(
        report=report,
        until=month.on_time_until + 3 * A_DAY,
        reason=REFUSED,
        asked_by=house.filers["east"],
        asked_at=at_hour(month.on_time_until - A_DAY, 11),
        is_granted=False,
        answer=REFUSED_ANSWER,
        answered_by=house.users["secretary"],
        answered_at=at_hour(month.on_time_until, 9),
    )
