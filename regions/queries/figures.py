"""The list behind a figure: every report owed, what it said, and why it is not counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from regions.figures import Adds, Asked
from regions.models import Region, RegionalReport, ReportFigure
from regions.standing import standing_of

State = RegionalReport.State
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Told:
    """One report owed, and what it said of the figure if it was accepted."""

    report: RegionalReport
    answers: tuple[tuple[int | None, bool] | None, ...]  # (value, is applicable) of each number

    @property
    def is_counted(self) -> bool:
        """Stands in n: accepted and answered, with a number or with "not applicable"."""
        return all(self.answers) and not self.is_above_whole

    @property
    def is_above_whole(self) -> bool:
        return len(self.numbers) == 2 and self.numbers[0] > self.numbers[1]

    @property
    def numbers(self) -> list[int]:
        """The value, or part and whole; nothing where any of them is missing."""
        values = [answer[0] for answer in self.answers if answer]
        whole = len(values) == len(self.answers) and None not in values
        return values if whole else []

    def why_not(self, *, on: date) -> tuple[str, str]:
        """(state of the tag ``state`` or nothing, words) of what does not stand in n."""
        if self.report.state != State.ACCEPTED:
            return standing_of(self.report, on=on)
        if self.is_above_whole:
            return "", _("ส่วนมากกว่าทั้งหมด")
        return "", _("ตอบไม่ครบทั้งสองข้อ") if any(self.answers) else _("ไม่ได้ตอบข้อนี้")


@dataclass(frozen=True)
class Sum:
    """What some reports come to together: the value, of a ratio its parts, and n of N."""

    value: Decimal | None
    numbers: list[Decimal]
    reported: int
    expected: int


@dataclass(frozen=True)
class Behind:
    """The list behind a figure, reckoned report by report: its sum is the figure."""

    asked: Asked
    told: list[Told]

    @cached_property
    def total(self) -> Sum:
        return self.sum_of(self.told)

    def by_unit(self) -> list[tuple[RegionalReport, Sum, list[Told]]]:
        """(the unit's first report of the period, what it comes to, its reports) of each unit."""
        grouped = groupby(self.told, key=lambda told: told.report.unit_id)
        each = [list(told) for _unit, told in grouped]
        return [(told[0].report, self.sum_of(told), told) for told in each]

    def sum_of(self, told: Iterable[Told]) -> Sum:
        told = list(told)
        counted = [one for one in told if one.is_counted]
        if self.asked.lasts:  # of a unit the last month replaces the earlier
            counted = list({one.report.unit_id: one for one in counted}.values())
            told = list({one.report.unit_id: one for one in told}.values())
        numbers = [one.numbers for one in counted if one.numbers]
        return Sum(
            self._value(numbers),
            [sum(map(Decimal, column)) for column in zip(*numbers, strict=True)],
            len(counted),
            len(told),
        )

    def _value(self, numbers: list[list[int]]) -> Decimal | None:
        first = [row[0] for row in numbers]
        match self.asked.indicator.adds:
            case _ if not numbers:
                return None
            case Adds.RATIO:
                return _share(sum(first), sum(row[1] for row in numbers))
            case Adds.MAXIMUM:
                return Decimal(max(first))
            case Adds.MEAN:
                return (Decimal(sum(first)) / len(first)).quantize(HUNDREDTH, ROUND_HALF_UP)
        return Decimal(sum(first))


def _share(part: int, whole: int) -> Decimal | None:
    """In hundred, rounded down: nothing but all of them is 100."""
    return (Decimal(100 * part) / whole).quantize(HUNDREDTH, ROUND_DOWN) if whole else None


def behind(asked: Asked) -> Behind:
    """Every report owed for the figure, in order of the places and months: two statements.

    What a report says before it is accepted is nobody's business here: its numbers stay out.
    """
    reports = list(
        asked.reports()
        .select_related("round", "region", "unit__region", "unit__province")
        .select_related("submitted_by__person", "reviewed_by__person")
        .order_by("region__number", "unit__province__sort_key", "unit", "round__month")
    )
    if asked.lasts and asked.region:
        reports = _still_in(asked.region, reports)
    reports.sort(key=_place(reports))
    said = _answers(asked, reports)
    numbers = [number for number in (asked.indicator.part_id, asked.indicator.whole_id) if number]
    numbers = numbers or [asked.indicator.pk]
    return Behind(
        asked,
        [Told(each, tuple(said.get((each.pk, number)) for number in numbers)) for each in reports],
    )


def _still_in(region: Region, reports: list[RegionalReport]) -> list[RegionalReport]:
    """Those of units whose last month of the year is in the region."""
    last = {}
    for report in sorted(reports, key=lambda report: report.round.month):
        last[report.unit_id] = report.region_id
    return [report for report in reports if last[report.unit_id] == region.pk]


def _place(reports: list[RegionalReport]) -> Callable[[RegionalReport], tuple]:
    """Units in the order they first came, each with its months in order: a stable key."""
    order = {}
    for report in reports:
        order.setdefault(report.unit_id, len(order))
    return lambda report: (order[report.unit_id], report.round.month)


def _answers(asked: Asked, reports: list[RegionalReport]) -> dict[tuple, tuple]:
    accepted = [report.pk for report in reports if report.state == State.ACCEPTED]
    numbers = [asked.indicator.pk, asked.indicator.part_id, asked.indicator.whole_id]
    figures = ReportFigure.objects.answered().filter(
        report__in=accepted, indicator__in=[number for number in numbers if number]
    )
    rows = figures.values_list("report", "indicator", "value", "is_applicable")
    return {(report, number): tuple(answer) for report, number, *answer in rows}
