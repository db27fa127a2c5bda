"""A month's synthesis read: what it is drafted from, its numbers, its paragraphs."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch
from django.utils.translation import override

from portal.kernel.thai import long_date
from regions.drafting import Paragraph, Quote, drafted, quoted_also, subject_of
from regions.figures import Asked
from regions.models import (
    Indicator,
    PointOrigin,
    RegionalReport,
    ReportFigure,
    ReportingUnit,
    ReportRound,
    RequestAnswer,
    RolledFigure,
    SupportRequest,
    Synthesis,
    SynthesisPoint,
)
from regions.request_words import kind_of

State = RegionalReport.State


def reports_of(report_round: ReportRound) -> list[RegionalReport]:
    """Those owed by regions, in their order, with their sections: two statements."""
    reports = report_round.reports.filter(unit__kind=ReportingUnit.Kind.REGION)
    dressed = reports.select_related("unit__region").prefetch_related("sections")
    return list(dressed.order_by("unit__region__number"))


def draft_of(report_round: ReportRound) -> list[Paragraph]:
    """What the portal would write today, in Thai on every screen."""
    reports = [one for one in reports_of(report_round) if one.state == State.ACCEPTED]
    with override("th"):
        return drafted(reports, [*quoted_also(reports), *requests_in(reports)])


def requests_in(reports: Sequence[RegionalReport]) -> list[Quote]:
    """What they ask of the centre, each with its number and the latest answer: two statements."""
    asked = SupportRequest.objects.sent().filter(report__in=reports, withdrawn_at=None).for_list()
    return [
        Quote(one.report_id, "support", f"request-{one.pk}", one.text, said=_asked(one), place=99)
        for one in asked.order_by("be_year", "number")
    ]


def _asked(request: SupportRequest) -> str:
    about = f"คำขอที่ {request} {kind_of(request)} “{request.text}”"
    if not request.told:
        return f"{about} ส่วนกลางยังไม่ตอบ"
    answer = request.told[0]
    decision = RequestAnswer.Decision(answer.decision).label
    by_when = f" ภายใน {long_date(answer.done_by)}" if answer.done_by else ""
    return f"{about} ส่วนกลางตอบว่า{decision}{by_when} “{answer.text}”"


# -- Numbers -----------------------------------------------------------------------------


def figures_of(report_round: ReportRound) -> list[dict]:
    """The numbers of the nation as publishing keeps them: how many regions are in it and who is
    not, then each rolled figure with its formula, n of N and what each report gave. Five
    statements."""
    reports = reports_of(report_round)
    rolled = RolledFigure.objects.filter(
        round=report_round, basis=RolledFigure.Basis.REGIONS, region=None, province=None
    ).select_related("indicator__part", "indicator__whole")
    told = _told(report_round)
    with override("th"):
        rows = [
            _frozen(one, reports, told, report_round.month)
            for one in rolled.order_by("indicator__section", "indicator__position")
        ]
    return [_coverage(reports), *rows]


def _coverage(reports: Sequence[RegionalReport]) -> dict:
    counted = [report for report in reports if report.state == State.ACCEPTED]
    missing = [report for report in reports if report.state != State.ACCEPTED]
    return {
        "key": "reports", "section": "", "name": "รายงานของภาคที่ผ่านแล้ว", "unit": "ฉบับ",
        "value": str(len(counted)), "n": len(counted), "of": len(reports),
        "formula": "รายงานของภาคที่ผ่านการทบทวนแล้ว จากรายงานที่ต้องส่ง ซึ่งกำหนดไว้ตั้งแต่วันเปิดรอบ",
        "sources": [_source(report, []) for report in counted],
        "missing": [report.unit.region.name for report in missing],
    }  # fmt: skip


def _told(report_round: ReportRound) -> dict[tuple[int, int], int | None]:
    figures = ReportFigure.objects.answered().filter(report__round=report_round)
    return {(report, key): value for report, key, value in
            figures.values_list("report", "indicator", "value")}  # fmt: skip


def _frozen(
    rolled: RolledFigure,
    reports: Sequence[RegionalReport],
    told: dict[tuple[int, int], int | None],
    month: date,
) -> dict:
    indicator = rolled.indicator
    numbers = [one for one in (indicator.part_id, indicator.whole_id) if one] or [indicator.pk]
    counted = [report for report in reports if report.pk in set(rolled.sources)]
    return {
        "key": indicator.key, "section": indicator.section, "name": indicator.name,
        "unit": indicator.counted_in, "value": _plain(rolled.value), "n": rolled.reported,
        "of": rolled.expected, "adds": indicator.adds, "missing": [],
        "formula": _formula(indicator, month),
        "sources": [_source(one, [told.get((one.pk, key)) for key in numbers]) for one in counted],
    }  # fmt: skip


def _formula(indicator: Indicator, month: date) -> str:
    formula = str(Asked(indicator, month).formula)
    if indicator.part_id:
        formula %= {"part": indicator.part.name, "whole": indicator.whole.name}
    return formula


def _source(report: RegionalReport, values: list) -> dict:
    region = report.unit.region
    return {"report": report.pk, "region": region.short_name, "values": values}


def _plain(value: Decimal | None) -> str | None:
    """12, not 12.00."""
    return None if value is None else f"{value.normalize():f}"


# -- Paragraphs --------------------------------------------------------------------------


def points_of(synthesis: Synthesis) -> list[SynthesisPoint]:
    """Every paragraph in order with where it comes from: two statements."""
    origins = PointOrigin.objects.select_related("section__report__unit__region")
    points = synthesis.points.select_related("edited_by__person").order_by("position", "pk")
    return list(points.prefetch_related(Prefetch("origins", origins.order_by("pk"))))


def kin_of(point: SynthesisPoint) -> tuple[str, str]:
    """Of one heading: only these stand in one order and may be merged."""
    origins = list(point.origins.all())
    return point.section, subject_of(origins[0].field) if origins else ""


def not_accepted(points: Iterable[SynthesisPoint]) -> list[str]:
    """Names of regions whose words are in use though their report is open again."""
    reports = {
        origin.section.report for point in points if not point.is_left_out
        for origin in point.origins.all()
    }  # fmt: skip
    open_ones = [report.unit.region for report in reports if report.state != State.ACCEPTED]
    return [region.name for region in sorted(open_ones, key=lambda region: region.number)]


def rounds_to_draft(*, on: date, taken: Iterable[int]) -> list[ReportRound]:
    """Rounds that have opened and have no synthesis yet, the latest first."""
    opened = ReportRound.objects.latest_opened(on=on)
    return list(opened.exclude(pk__in=taken)[:12])
