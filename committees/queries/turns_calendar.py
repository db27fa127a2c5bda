"""The calendar of the rotation: each time on a board as a bar over whole years."""

from datetime import date
from typing import NamedTuple

from committees.periods import ONE_DAY
from portal.kernel.names import named
from portal.kernel.thai import be_year

from .rotation import Rotation, Service, Turns

MOST_YEARS = 6
WIDTH = 1000  # of the picture, in units of its own


class Bar(NamedTuple):
    """A stretch of the picture: what has been served, or what still lies ahead."""

    x: int
    width: int
    is_ahead: bool


class Line(NamedTuple):
    """One time on one board, in words and as bars."""

    name: str
    place: str
    days: str
    bars: list[Bar]


class Lines(NamedTuple):
    name: str
    lines: list[Line]


class TurnsCalendar(NamedTuple):
    """What components/turns.html draws: the years, where the day asked for stands, the boards."""

    years: list[int]
    day_x: int
    boards: list[Lines]


def turns_calendar(rotation: Rotation) -> TurnsCalendar:
    """Of the boards that anybody sat on or will; six years at most, the latest."""
    on = rotation.on
    years = _years([s for turns in rotation.boards for s in turns.services], on=on)
    boards = [_lines(turns, years, on=on) for turns in rotation.boards]
    return TurnsCalendar(
        years=[be_year(date(year, 1, 1)) for year in years],
        day_x=_x(on, years),
        boards=[board for board in boards if board.lines],
    )


def _lines(turns: Turns, years: range, *, on: date) -> Lines:
    seen = (service for service in turns.services if _is_in(service, years))
    lines = [Line(s.person.full_name, s.place, s.days, _bars(s, years, on=on)) for s in seen]
    return Lines(named(turns.board), lines)


def _years(services: list[Service], *, on: date) -> range:
    ends = [s.row.ends_on or on for s in services]
    last = min(max([on, *ends]).year, on.year + MOST_YEARS // 2)
    first = min([on, *(s.row.starts_on for s in services)]).year
    return range(max(first, last - MOST_YEARS + 1), last + 1)


def _is_in(service: Service, years: range) -> bool:
    row = service.row
    is_over = row.ends_on is not None and row.ends_on.year < years[0]
    return row.starts_on.year <= years[-1] and not is_over


def _bars(service: Service, years: range, *, on: date) -> list[Bar]:
    """Up to the day asked for, and beyond it; whoever serves without an end fills the picture."""
    row = service.row
    begins = _x(row.starts_on, years)
    ends = _x(row.ends_on + ONE_DAY, years) if row.ends_on else WIDTH
    today = min(max(_x(on, years), begins), ends)
    bars = [Bar(begins, today - begins, False), Bar(today, ends - today, True)]
    return [bar for bar in bars if bar.width]


def _x(day: date, years: range) -> int:
    """Every year is as wide as the others; what lies outside stands at the edge."""
    if day.year < years[0]:
        return 0
    if day.year > years[-1]:
        return WIDTH
    opens, closes = date(day.year, 1, 1), date(day.year, 12, 31)
    part = (day - opens).days / ((closes - opens).days + 1)
    return round((day.year - years[0] + part) * WIDTH / len(years))
