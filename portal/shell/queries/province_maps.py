"""The provinces by what they report themselves: on time, concrete areas, learning centres."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet, Subquery
from django.template.defaultfilters import floatformat
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.kernel.names import named
from portal.kernel.pictures import Tile
from regions import tiles
from regions.addresses import figure_url, rate_url
from regions.models import Indicator, RegionalReport, ReportingUnit, ReportRound, RolledFigure
from regions.rates import rates_of, with_days

from .provinces import Map, Scale, register_label, register_map

REGISTER = ("certified", "found", "complete")
FIGURES = {"areas": "concrete_areas", "centres": "learning_centres"}
METRICS = (*REGISTER, "on_time", *FIGURES)
State = RegionalReport.State
NOT_APPLICABLE = -1


def metric_label(metric: str) -> str:
    told = {
        "on_time": _("รายงานจังหวัดรอบนี้"),
        "areas": _("พื้นที่รูปธรรม"),
        "centres": _("ศูนย์การเรียนรู้"),
    }
    return told[metric] if metric in told else register_label(metric)


def map_of(metric: str, report_round: ReportRound | None, *, on: date) -> Map:
    """Every province by ``metric``: one query of the register, two or three of reports."""
    if metric in FIGURES:
        return figure_map(metric, on=on)
    if metric == "on_time":
        return report_map(report_round, on=on)
    return register_map(metric, on=on)


class Read(NamedTuple):
    """What one province's tile says, and where it leads."""

    level: int | None
    words: str
    url: str


def drawn(told: Mapping[str, Read], otherwise: str, *, on: date) -> list[Tile]:
    """A tile for each province: what was ``told`` by code, else that nothing was."""
    provinces = tiles.provinces_for_tiles(on=on)
    nothing = Read(None, otherwise, "")
    each = tiles.tiles(provinces, on=on, read=lambda one: told.get(one.code, nothing)[:2])
    links = {code: read.url for code, read in told.items() if read.url}
    return [tile._replace(url=links.get(tile.code, tile.url)) for tile in each]


# -- Reports of the round ------------------------------------------------------------


def report_map(report_round: ReportRound | None, *, on: date) -> Map:
    """How each province's report of the round stands to its day: three queries."""
    owed = RegionalReport.objects.filter(round=report_round, unit__kind=ReportingUnit.Kind.PROVINCE)
    rows = with_days(owed).values_list("unit__province", "pk", "state", "sent_on", "due_on")
    told = {code: read_report(*report, on=on) for code, *report in rows}
    map_ = Map(
        "on_time",
        metric_label("on_time"),
        drawn(told, _("ไม่ต้องรายงานในรอบนี้"), on=on),
        report_levels(),
        _("ไม่ต้องรายงานในรอบนี้"),
    )
    return map_ if report_round is None else with_rate(map_, owed, report_round.month, on=on)


def with_rate(map_: Map, owed: QuerySet, month: date, *, on: date) -> Map:
    """The sum of the map is a rate, out of the one library of rates."""
    rate = rates_of(owed, on=on)["timeliness"]
    total = _("ส่งตรงเวลา %(n)s จาก %(of)s จังหวัดที่ส่งแล้วหรือถึงกำหนด") % {"n": rate.n, "of": rate.of}
    url = rate_url("timeliness", month, kind=ReportingUnit.Kind.PROVINCE)
    return map_._replace(total=total, url=url, month=month)


def report_levels() -> list[str]:
    return [
        _("ยังไม่ส่ง เลยกำหนดแล้ว"),
        _("ยังไม่ส่ง ยังไม่ถึงกำหนด"),
        _("ส่งช้า"),
        _("ส่งตรงเวลา"),
        _("ส่งตรงเวลา และผ่านแล้ว"),
    ]


def read_report(pk: int, state: str, sent_on: date | None, due_on: date, *, on: date) -> Read:
    """A draft may be read by its own people only: until it is sent the province's page stands."""
    is_sent = state != State.DRAFT
    if not is_sent:
        level = 0 if due_on < on else 1
    elif sent_on > due_on:
        level = 2
    else:
        level = 4 if state == State.ACCEPTED else 3
    url = reverse("regions:report-detail", args=[pk]) if is_sent else ""
    return Read(level, report_levels()[level], url)


# -- Figures of the latest month told --------------------------------------------------


def figure_map(metric: str, *, on: date) -> Map:
    """Each province's own number of the latest month any told it: two queries."""
    rows = list(latest_told(FIGURES[metric]))
    of_provinces = {row.province_id: row for row in rows if row.province_id}
    nation = next((row for row in rows if not row.province_id), None)
    scale = Scale.of(int(row.value) for row in of_provinces.values() if row.value is not None)
    told = {code: read_figure(row, scale) for code, row in of_provinces.items()}
    unsaid = _("ยังไม่รายงาน")
    label = metric_label(metric)
    shown = drawn(told, unsaid, on=on)
    none = _("ไม่เกี่ยวข้อง")
    return Map(metric, label, shown, scale.words, unsaid, none, *summed(nation))


def latest_told(key: str) -> QuerySet[RolledFigure]:
    """The nation's and each province's figure of the latest month: one query."""
    told = RolledFigure.objects.filter(
        basis=RolledFigure.Basis.PROVINCES, indicator__key=key, round__isnull=False, region=None
    )
    latest = told.filter(province=None, reported__gt=0).order_by("-round__month").values("round")
    return told.filter(round=Subquery(latest[:1])).select_related("indicator", "round")


def read_figure(row: RolledFigure, scale: Scale) -> Read:
    """Nought, not applicable and not yet told are three things."""
    url = figure_url(row.indicator.key, row.round.month, province=row.province_id)
    if not row.reported:
        return Read(None, _("ยังไม่รายงาน"), url)
    if row.value is None:
        return Read(NOT_APPLICABLE, _("ไม่เกี่ยวข้อง"), url)
    return Read(scale.level(int(row.value)), numbered(row.value, row.indicator), url)


def numbered(value: Decimal, indicator: Indicator) -> str:
    return f"{floatformat(value, '-2g')} {indicator.unit}"


def summed(nation: RolledFigure | None) -> tuple[str, str, date | None]:
    """(the sum of all provinces in words, the list behind it, its month)."""
    if nation is None:
        return "", "", None
    words = _("%(name)s %(number)s จาก %(reported)s/%(expected)s จังหวัด") % {
        "name": named(nation.indicator),
        "number": numbered(nation.value or Decimal(0), nation.indicator),
        "reported": nation.reported,
        "expected": nation.expected,
    }
    month = nation.round.month
    return words, figure_url(nation.indicator.key, month, basis=nation.basis), month
