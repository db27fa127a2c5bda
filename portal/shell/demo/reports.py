"""Three months of the regions' reports: two closed, and an open round in every state."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from portal.kernel.models import JobRun
from regions.actions import open_round, receipt_number, roll_up_month
from regions.models import (
    Indicator,
    ProvinceRegion,
    RegionalReport,
    ReportFigure,
    ReportingUnit,
    ReportRound,
    ReportSection,
)
from regions.models.report import OPENS_ROUNDS
from regions.queries import months_before, rule_of
from regions.sections import SECTIONS

from .committee import House
from .days import at_hour
from .extensions import load_extensions
from .provinces import load_province_reports
from .words_reports import FIGURES, RETURNED_BECAUSE, RETURNED_SECTION, TEXTS

State, Verdict = RegionalReport.State, ReportSection.Verdict

EVERYTHING = tuple(section.key for section in SECTIONS)

# The open round: how far each region is, and which sections it has filled in.
OPEN = {
    "upper-north": (State.ACCEPTED, EVERYTHING),
    "lower-north": (State.DRAFT, ("highlights",)),
    "upper-northeast": (State.SUBMITTED, EVERYTHING),
    "lower-northeast": (State.SUBMITTED, EVERYTHING),
    "central-west": (State.ACCEPTED, EVERYTHING),
    "east": (State.DRAFT, ()),
    "bangkok-vicinity": (State.DRAFT, ("certification", "areas", "highlights")),
    "south": (State.RETURNED, EVERYTHING),
}
LATE = {"east": 2}  # days after the day until which it was on time, in the closed rounds
OPENED_DAYS_AGO = 2


@dataclass(frozen=True)
class Filled:
    """One report with what becomes of it."""

    report: RegionalReport
    state: State
    sections: tuple[str, ...]
    turn: int  # which month: 0 is the oldest


def load_reports(house: House, *, today: date):
    rounds = load_rounds(today=today)
    filled = [
        filling(report, turn, is_open=turn == len(rounds) - 1)
        for turn, month in enumerate(rounds)
        for report in month.reports.filter(unit__kind=ReportingUnit.Kind.REGION).select_related(
            "round", "unit__region"
        )
    ]
    send(house, filled, today=today)
    write_sections(house, filled)
    write_figures(filled)
    load_province_reports(house, rounds, today=today)
    load_extensions(house, rounds, today=today)
    for month in rounds:
        roll_up_month(month)


# -- Rounds ----------------------------------------------------------------------


def load_rounds(*, today: date) -> list[ReportRound]:
    """The three latest months; the last one is open."""
    month = month_to_report(today=today)
    rounds = [open_round(months_before(month, ago)) for ago in (2, 1, 0)]
    rounds[-1].opens_on = day_of_opening(today=today)
    rounds[-1].save(update_fields=["opens_on"])
    JobRun.objects.bulk_create(map(opened_in_time, rounds), ignore_conflicts=True)
    return rounds


def opened_in_time(month: ReportRound) -> JobRun:
    """As the portal would have opened it, had it been there."""
    at = at_hour(month.opens_on, 0)
    return JobRun(
        job=OPENS_ROUNDS, slot=str(month), due_at=at, state=JobRun.State.RAN, settled_at=at
    )


def day_of_opening(*, today: date) -> date:
    """Of the open round, opened early if its day has not come.

    Between the 16th and the 24th no round would be open by the rule. When a round
    opens is data: the demonstration's opened at least two days ago.
    """
    month = month_to_report(today=today)
    opens_on = rule_of(month).days_for(month)["opens_on"]
    return min(opens_on, today - timedelta(days=OPENED_DAYS_AGO))


def month_to_report(*, today: date) -> date:
    """Last month while its round still takes reports, then this month."""
    this_month = today.replace(day=1)
    last_month = months_before(this_month, 1)
    closes_on = rule_of(last_month).days_for(last_month)["closes_on"]
    return last_month if today <= closes_on else this_month


# -- What became of each report ----------------------------------------------------


def filling(report, turn, *, is_open):
    state, sections = OPEN[report.unit.region.code] if is_open else (State.ACCEPTED, EVERYTHING)
    return Filled(report=report, state=state, sections=sections, turn=turn)


def send(house, filled, *, today):
    """Number, moments and people of what was sent; a draft has none of them."""
    for one in filled:
        report, region = one.report, one.report.unit.region
        report.state, report.version = one.state, len(one.sections)
        if one.state == State.DRAFT:
            continue
        sent_on, reviewed_on = days_of(one, today=today)
        report.receipt = receipt_number(report)
        report.submitted_at = at_hour(sent_on, 9 + region.number % 3)
        report.submitted_by = house.filers[region.code]
        if one.state != State.SUBMITTED:
            report.reviewed_at = at_hour(reviewed_on, 13 + region.number % 3)
            report.reviewed_by = house.users["secretary"]
    RegionalReport.objects.bulk_update(
        [one.report for one in filled],
        [
            "state",
            "version",
            "receipt",
            "submitted_at",
            "submitted_by",
            "reviewed_at",
            "reviewed_by",
        ],
    )


def days_of(one, *, today):
    """(sent on, reviewed on): yesterday at the latest, so that nothing is dated after now."""
    month, region = one.report.round, one.report.unit.region
    yesterday = today - timedelta(days=1)
    if month.is_open(on=today):
        return max(month.opens_on, yesterday - timedelta(days=region.number % 3)), yesterday
    sent_on = month.on_time_until - timedelta(days=region.number % 4)
    if region.code in LATE:
        sent_on = month.on_time_until + timedelta(days=LATE[region.code])
    return sent_on, sent_on + timedelta(days=2)


# -- What it says --------------------------------------------------------------------


def write_sections(house, filled):
    provinces = provinces_by_region()
    rows = []
    for one in filled:
        region = one.report.unit.region
        for section in one.report.sections.all():
            if section.key in one.sections:
                fill(section, one, provinces[region.pk], house.filers[region.code])
            judge(section, one)
            rows.append(section)
    ReportSection.objects.bulk_update(
        rows, ["answers", "version", "saved_at", "saved_by", "verdict", "reason"]
    )


def provinces_by_region():
    rows = ProvinceRegion.objects.filter(ends_on=None).select_related("province")
    by_region = groupby(
        rows.order_by("region", "province__sort_key"), key=lambda row: row.region_id
    )
    return {region: [row.province.name for row in found] for region, found in by_region}


def fill(section, one, provinces, filer):
    turn = one.turn + one.report.unit.region.number
    places = {"a": provinces[turn % len(provinces)], "b": provinces[(turn + 1) % len(provinces)]}
    section.answers = {
        key: variants[turn % len(variants)].format(**places)
        for key, variants in TEXTS.get(section.key, {}).items()
    }
    section.version = 1
    section.saved_by = filer
    section.saved_at = one.report.submitted_at or at_hour(one.report.round.opens_on, 10)


def judge(section, one):
    if one.state not in (State.ACCEPTED, State.RETURNED):
        return
    section.verdict = Verdict.PASSED
    if one.state == State.RETURNED and section.key == RETURNED_SECTION:
        section.verdict, section.reason = Verdict.RETURNED, RETURNED_BECAUSE


def write_figures(filled):
    indicators = list(Indicator.objects.filter(key__in=FIGURES))
    ReportFigure.objects.bulk_create(
        ReportFigure(
            report=one.report,
            indicator=indicator,
            value=FIGURES[indicator.key][one.report.unit.region.code][one.turn],
        )
        for one in filled
        for indicator in indicators
        if indicator.section in one.sections
    )
