"""Which region told what of each issue, as one month stands: who told, and who is silent since
when (S30, S81)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models import Issue, IssueProgress
from portal.kernel.models import User
from portal.kernel.rates import Rate
from regions.models import RegionalReport, ReportingUnit, ReportRound
from regions.rates import completeness

from .issue_progress import told_by_regions

State = RegionalReport.State
FORMULA = _("ภาคที่เล่าถึงประเด็นในรายงานของเดือนซึ่งผ่านแล้ว หารด้วยภาคที่ต้องส่งรายงานเดือนนั้น")


@dataclass(frozen=True)
class Cell:
    """One region's word on one issue: its latest until the month of ``report``."""

    report: RegionalReport
    last: IssueProgress | None

    @property
    def is_told(self) -> bool:
        return self.last is not None and self.last.report_id == self.report.pk

    @property
    def is_awaited(self) -> bool:
        """Nobody can say yet whether the region is silent."""
        return self.report.state != State.ACCEPTED

    @property
    def months(self) -> int:
        """For how long it has told nothing."""
        now, then = self.report.round.month, self.last.report.round.month
        return (now.year - then.year) * 12 + now.month - then.month


@dataclass(frozen=True)
class Row:
    issue: Issue
    cells: list[Cell]

    @property
    def rate(self) -> Rate:
        return Rate(sum(cell.is_told for cell in self.cells), len(self.cells), formula=FORMULA)

    @property
    def heard(self) -> list[Cell]:
        """Of whom there is a word, of whatever month."""
        return [cell for cell in self.cells if cell.last]

    @property
    def unheard(self) -> list[Cell]:
        return [cell for cell in self.cells if not cell.last]


@dataclass(frozen=True)
class Matrix:
    round: ReportRound
    reports: list[RegionalReport]  # one of each region that owes one
    rows: list[Row]
    sent: Rate

    @cached_property
    def accepted(self) -> int:
        return sum(report.state == State.ACCEPTED for report in self.reports)


def latest_round() -> ReportRound | None:
    """The latest month of which something of a region can be read; before there is one, the
    latest that opened."""
    rounds = ReportRound.objects.order_by("-month")
    read = Q(reports__unit__kind=ReportingUnit.Kind.REGION, reports__state=State.ACCEPTED)
    return rounds.filter(read).first() or rounds.first()


def matrix_of(report_round: ReportRound, *, user: User, on: date) -> Matrix:
    """Four statements, however many issues, regions and months there are."""
    owed = RegionalReport.objects.filter(
        round=report_round, unit__kind=ReportingUnit.Kind.REGION
    ).select_related("round", "unit__region")
    reports = list(owed.order_by("unit__region__number"))
    last = last_told(report_round.month, user=user)
    rows = [
        Row(issue, [Cell(report, last.get((issue.pk, report.unit_id))) for report in reports])
        for issue in Issue.objects.all()
    ]
    return Matrix(report_round, reports, rows, completeness(owed, on=on))


def last_told(month: date, *, user: User) -> dict[tuple[int, int], IssueProgress]:
    """By issue and unit, the latest word until that month."""
    told = told_by_regions(user=user).filter(report__round__month__lte=month)
    whose = ("issue_id", "report__unit_id")
    latest = told.order_by(*whose, "-report__round__month").distinct(*whose)
    return {(one.issue_id, one.report.unit_id): one for one in latest}
