"""What the movement says to last month's accepted reports: some answered, one waiting (S94)."""

from datetime import date, datetime, timedelta

from regions.models import Observation, RegionalReport, ReportingUnit, ReportRound

from .committee import House
from .words_observations import SAID, Said

AN_HOUR = timedelta(hours=1)


def load_observations(house: House, *, today: date) -> None:
    """After the reports were reviewed; a few hours after each was accepted."""
    month = ReportRound.objects.order_by("-month")[1]
    accepted = month.reports.filter(
        state=RegionalReport.State.ACCEPTED, unit__kind=ReportingUnit.Kind.REGION
    )
    reports = {report.region.code: report for report in accepted.select_related("region")}
    told = [said for said in SAID if said.region in reports]
    Observation.objects.bulk_create(written(house, said, reports[said.region]) for said in told)


def written(house: House, said: Said, report: RegionalReport) -> Observation:
    at: datetime = report.reviewed_at + AN_HOUR
    answered = {
        "answer": said.answer,
        "answered_by": house.filers[said.region],
        "answered_at": at + 2 * AN_HOUR,
    }
    return Observation(
        report=report, section=said.section, text=said.text, by=house.users[said.by], at=at,
        **(answered if said.answer else {}),
    )  # fmt: skip
