"""The provinces of two regions file each month, and their regional offices gather (S85)."""

from dataclasses import dataclass
from datetime import date, timedelta

from portal.kernel.models import User
from regions.actions import receipt_number
from regions.models import (
    Indicator,
    RegionalPost,
    RegionalReport,
    ReportFigure,
    ReportingUnit,
    ReportRound,
    ReportSection,
)

from .days import at_hour
from .words_provinces import PROVINCIALS, RETURNED_BECAUSE, RETURNED_SECTION, TEXTS
from .words_reports import FIGURES

Kind, State, Verdict = ReportingUnit.Kind, RegionalReport.State, ReportSection.Verdict
KEYS = [f"provincial-{code}" for code in PROVINCIALS]
EVERYTHING = tuple(TEXTS)
OWN = "65"  # the cast's own province has begun and not sent

# Whose office gathers, and who checks there.
CHECKERS = {"lower-north": "officer", "south": "coordinator-2"}
# How far the provinces of a region are in the open round, by turns.
OPEN = [
    (State.ACCEPTED, EVERYTHING),
    (State.SUBMITTED, EVERYTHING),
    (State.DRAFT, ("highlights",)),
    (State.SUBMITTED, EVERYTHING),
    (State.RETURNED, EVERYTHING),
    (State.ACCEPTED, EVERYTHING),
    (State.DRAFT, ()),
]
LATE, MISSING = 4, 6  # by turns, in the closed rounds


@dataclass(frozen=True)
class Filed:
    """One province's report of one month, and what becomes of it."""

    report: RegionalReport
    state: State
    sections: tuple[str, ...]
    place: int  # among the provinces of its region
    of: int  # so many provinces
    turn: int  # which month: 0 is the oldest
    filer: User | None
    checker: User


def load_provincial_posts(committee, people) -> None:
    RegionalPost.objects.bulk_create(
        RegionalPost(
            role=RegionalPost.Role.PROVINCIAL,
            province_id=code,
            person=people[f"provincial-{code}"],
            starts_on=committee.starts_on,
        )
        for code in PROVINCIALS
    )


def load_province_reports(house, rounds: list[ReportRound], *, today: date) -> None:
    filed = [
        one
        for turn, month in enumerate(rounds)
        for code in CHECKERS
        for one in filed_in(house, month, code, turn, is_open=turn == len(rounds) - 1)
    ]
    for one in filed:
        send(one, today=today)
    columns = ["state", "version", "receipt", "submitted_at", "submitted_by"]
    columns += ["reviewed_at", "reviewed_by"]
    RegionalReport.objects.bulk_update([one.report for one in filed], columns)
    write_sections(filed)
    write_figures(filed)


def filed_in(house, month, region: str, turn: int, *, is_open: bool):
    reports = month.reports.filter(unit__kind=Kind.PROVINCE, region__code=region)
    dressed = reports.select_related("unit__province", "region").prefetch_related("sections")
    found = list(dressed.order_by("unit__province__sort_key"))
    for place, report in enumerate(found):
        report.round = month
        filer = house.users.get(f"provincial-{report.unit.province_id}")
        filer = house.users["provincial"] if report.unit.province_id == OWN else filer
        state, sections = becomes(report, place + turn, is_open=is_open)
        if filer is None:
            state, sections = State.DRAFT, ()
        checker = house.users[CHECKERS[region]]
        yield Filed(report, state, sections, place, len(found), turn, filer, checker)


def becomes(report, step: int, *, is_open: bool) -> tuple[State, tuple[str, ...]]:
    if not is_open:
        is_missing = step % 9 == MISSING
        return (State.DRAFT, ()) if is_missing else (State.ACCEPTED, EVERYTHING)
    if report.unit.province_id == OWN:
        return State.DRAFT, ("highlights",)
    return OPEN[step % len(OPEN)]


def send(one: Filed, *, today: date) -> None:
    """Number, moments and people of what was sent; a draft has none of them."""
    report = one.report
    report.state, report.version = one.state, len(one.sections)
    if one.state == State.DRAFT:
        return
    sent_on = day_sent(one, today=today)
    report.receipt = receipt_number(report)
    report.submitted_at, report.submitted_by = at_hour(sent_on, 8 + one.place % 8), one.filer
    if one.state != State.SUBMITTED:
        reviewed_on = min(sent_on + timedelta(days=1), today - timedelta(days=1))
        report.reviewed_at = at_hour(reviewed_on, 16)
        report.reviewed_by = one.checker


def day_sent(one: Filed, *, today: date) -> date:
    """Yesterday at the latest, so that nothing is dated after now."""
    month = one.report.round
    if month.is_open(on=today):
        return max(month.opens_on, today - timedelta(days=1 + one.place % 3))
    is_late = (one.place + one.turn) % 9 == LATE
    return month.provinces_until + timedelta(days=2 if is_late else -(one.place % 3))


# -- What they say -----------------------------------------------------------------------


def write_sections(filed: list[Filed]) -> None:
    rows = []
    for one in filed:
        for section in one.report.sections.all():
            if section.key in one.sections:
                fill(section, one)
            judge(section, one)
            rows.append(section)
    ReportSection.objects.bulk_update(
        rows, ["answers", "version", "saved_at", "saved_by", "verdict", "reason"]
    )


def fill(section: ReportSection, one: Filed) -> None:
    turn, name = one.turn + one.place, one.report.unit.province.name
    section.answers = {
        key: words[turn % len(words)].format(a=name) for key, words in TEXTS[section.key].items()
    }
    section.version, section.saved_by = 1, one.filer
    section.saved_at = one.report.submitted_at or at_hour(one.report.round.opens_on, 10)


def judge(section: ReportSection, one: Filed) -> None:
    if one.state not in (State.ACCEPTED, State.RETURNED):
        return
    section.verdict = Verdict.PASSED
    if one.state == State.RETURNED and section.key == RETURNED_SECTION:
        section.verdict, section.reason = Verdict.RETURNED, RETURNED_BECAUSE


def write_figures(filed: list[Filed]) -> None:
    """What the region tells, shared out: where a province is missing, the sums differ."""
    indicators = list(Indicator.objects.filter(key__in=FIGURES))
    ReportFigure.objects.bulk_create(
        ReportFigure(report=one.report, indicator=indicator, value=share(indicator, one))
        for one in filed
        for indicator in indicators
        if indicator.section in one.sections
    )


def share(indicator: Indicator, one: Filed) -> int:
    each, rest = divmod(FIGURES[indicator.key][one.report.region.code][one.turn], one.of)
    return each + (one.place < rest)
