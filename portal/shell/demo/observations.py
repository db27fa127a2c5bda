"""What the movement says to last month's accepted reports: some confirm, one waits (S94)."""

from datetime import date, datetime, timedelta

from regions.models import Observation, RegionalReport, ReportingUnit, ReportRound, ReportSection

from .committee import House
from .words_observations import SAID, Said

AN_HOUR = timedelta(hours=1)


def load_observations(house: House, *, today: date) -> None:
    """After the reports were reviewed; a few hours after each was accepted."""
    month = ReportRound.objects.order_by("-month")[1]
    accepted = month.reports.filter(
        state=RegionalReport.State.ACCEPTED, unit__kind=ReportingUnit.Kind.REGION
    )
    reports = accepted.select_related("region").prefetch_related("sections")
    read = {
        (report.region.code, section.key): section
        for report in reports
        for section in report.sections.all()
    }
    told = [(said, read.get((said.region, said.section))) for said in SAID]
    Observation.objects.bulk_create(written(house, *one) for one in told if one[1])


def written(house: House, said: Said, section: ReportSection) -> Observation:
    report = section.report
    at: datetime = report.reviewed_at + AN_HOUR
    answered = {
        "answer": said.answer,
        "answered_by": house.filers[said.region],
        "answered_at": at + 2 * AN_HOUR,
    }
    return Observation(
        report=report, section=section.key, version=section.version, kind=said.kind,
        text=said.text, by=house.users[said.by], at=at,
        **(answered if said.answer else {}),
    )  # fmt: skip
