"""Explain this number (B17): what a figure's page and a rate's page say, and the short of both."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.template.defaultfilters import floatformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from portal.kernel.names import named, named_short
from portal.kernel.rates import Rate
from portal.kernel.thai import month_and_year

from .addresses import figure_url
from .figures import Adds, Asked, Basis
from .models import RegionalReport, ReportingUnit, RolledFigure
from .queries.figures import Behind, Sum, Told

Kind = ReportingUnit.Kind
OF_UNITS = {Kind.REGION: gettext_lazy("ภาค"), Kind.PROVINCE: gettext_lazy("จังหวัด")}
NOT_DUE = gettext_lazy("ยังไม่ถึงกำหนด %(count)s")
NAMED_AT_MOST = 12


@dataclass(frozen=True)
class Explained:
    """The short of an explanation, for ``regions/_explained.html``; ``url`` is the whole."""

    formula: str | Promise
    n: int
    of: int
    counted_in: str | Promise
    excluded: str = ""
    at: date | datetime | None = None
    url: str = ""


def explained_rate(
    rate: Rate,
    *,
    url: str,
    counted_in: str | Promise = "",
    left_out: str | Promise = NOT_DUE,
) -> Explained:
    """``left_out`` says why some are in neither number, with their ``count``."""
    left_out = left_out % {"count": rate.excluded} if rate.excluded else ""
    counted_in = counted_in or OF_UNITS[Kind.REGION]
    return Explained(rate.formula, rate.n, rate.of, counted_in, left_out, rate.at, url)


def explained_figure(asked: Asked, rolled: RolledFigure) -> Explained:
    missing = rolled.expected - rolled.reported
    left_out = _("ยังไม่รายงานหรือยังไม่ผ่าน %(count)s") % {"count": missing} if missing else ""
    return Explained(
        formula_of(asked), rolled.reported, rolled.expected, counted_in(asked), left_out,
        rolled.rolled_at, asked.url(),
    )  # fmt: skip


def formula_of(asked: Asked) -> str:
    """In words; a ratio names its two numbers."""
    indicator = asked.indicator
    if indicator.adds != Adds.RATIO:
        return str(asked.formula)
    return asked.formula % {"part": named(indicator.part), "whole": named(indicator.whole)}


def counted_in(asked: Asked) -> str | Promise:
    """What N counts: units, or over a year their reports."""
    if asked.year and not asked.lasts:
        return pgettext("counted", "รายงาน")
    return OF_UNITS[Kind.PROVINCE if asked.basis == Basis.PROVINCES else Kind.REGION]


# -- The lines of the list --------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """One unit, or one month of the only unit."""

    name: str
    mark: str
    url: str
    words: str
    is_counted: bool
    counts: Sum
    report: RegionalReport
    s: str = ""
    why: str = ""


def lines_of(found: Behind, *, on: date) -> list[Line]:
    """A line for each report; of a year of many units, a line for each unit."""
    asked = found.asked
    if asked.year and not asked.is_one_unit:
        return [_unit_line(asked, first, told) for first, told, _reports in found.by_unit()]
    return [_report_line(found, told, on=on) for told in found.told]


def _report_line(found: Behind, told: Told, *, on: date) -> Line:
    asked, report = found.asked, told.report
    name = month_and_year(report.round.month) if asked.year else named_short(report.unit)
    s, why = ("", "") if told.is_counted else told.why_not(on=on)
    counts = found.sum_of([told])
    url = report.get_absolute_url() if report.state == RegionalReport.State.ACCEPTED else ""
    words = worded(asked, counts) if told.is_counted else ""
    mark = "" if asked.year else _mark(report)
    return Line(name, mark, url, words, told.is_counted, counts, report, s, why)


def _unit_line(asked: Asked, report: RegionalReport, counts: Sum) -> Line:
    unit = report.unit
    place = {"province": unit.province_id} if unit.province_id else {"region": unit.region.code}
    url = figure_url(asked.indicator.key, asked.month, year=asked.year, **place)
    is_counted = counts.reported > 0
    words = worded(asked, counts) if is_counted else ""
    return Line(named_short(unit), _mark(report), url, words, is_counted, counts, report)


def _mark(report):
    return report.unit.region.mark if report.unit.region_id else ""


def worded(asked: Asked, counts: Sum) -> str:
    """Nought, not applicable and a number are three things; a ratio shows what it is made of."""
    if not counts.numbers:
        return _("ไม่เกี่ยวข้อง")
    if asked.indicator.adds == Adds.RATIO:
        divided = " / ".join(shown(number) for number in counts.numbers)
        return divided if counts.value is None else f"{divided} = {shown(counts.value)} %"
    return shown(counts.value) if counts.value else _("ไม่มี (0)")


def shown(number: Decimal | int) -> str:
    return floatformat(number, "-2g")


# -- What is left out ---------------------------------------------------------------------


@dataclass(frozen=True)
class LeftOut:
    """Reports left out for one reason: how many, and whose."""

    why: str
    count: int
    names: list[str]

    @property
    def shown(self) -> list[str]:
        return self.names[:NAMED_AT_MOST]

    @property
    def more(self) -> int:
        return len(self.names) - len(self.shown)


def left_out_of(found: Behind, *, on: date) -> list[LeftOut]:
    """By reason. Whoever answered "not applicable" is in n and brings no number."""
    reasons: dict[str, Counter] = {}
    for told in found.told:
        if told.is_counted and told.numbers:
            continue
        why = _("ตอบว่าไม่เกี่ยวข้อง (นับว่าตอบแล้ว ไม่มีตัวเลข)")
        if not told.is_counted:
            why = told.why_not(on=on)[1]
        reasons.setdefault(why, Counter())[named_short(told.report.unit)] += 1
    return [LeftOut(why, units.total(), list(units)) for why, units in reasons.items()]


# -- The two readings -------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """What the other of the two said of the same place and period."""

    basis: str
    rolled: RolledFigure
    url: str
    difference: Decimal | None

    @property
    def words(self) -> str:
        return self.rolled.get_basis_display()


def other_reading(asked: Asked, own: RolledFigure, rows: list[RolledFigure]) -> Reading | None:
    other = next((row for row in rows if row.basis != asked.basis and row.expected), None)
    if other is None:
        return None
    both = own.value is not None and other.value is not None
    basis = other.basis if other.basis != Basis.REGIONS else ""
    difference = own.value - other.value if both else None
    return Reading(other.basis, other, asked.url(basis=basis), difference)
