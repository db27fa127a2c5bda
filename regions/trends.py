"""Twelve months of one number: the same points drawn, and told in a table.

A month nobody reported is a gap and never a nought; one that not all reported stands hollow.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from portal.kernel.composed import composed
from portal.kernel.names import named
from portal.kernel.rates import Rate

from .addresses import figure_url
from .models import Indicator, Province, Region, RolledFigure
from .queries import months_before

MONTHS = 12
# The drawing, in units of its own: a month is ten wide, of which the bar takes six.
SLOT, BAR, HEIGHT, LEAST = 10, 6, 40, 1


@dataclass(frozen=True)
class Point:
    """One month: its value, how many of how many stand behind it, and the page that says so."""

    month: date
    value: Decimal | int | None = None
    n: int = 0
    of: int = 0
    url: str = ""

    @property
    def is_whole(self) -> bool:
        return self.n == self.of


@dataclass(frozen=True)
class Bar:
    """One month as it is drawn; a nought is a line on the ground."""

    x: int
    y: float
    height: float
    is_whole: bool


@dataclass(frozen=True)
class Trend:
    """``name`` over months, counted in ``unit``; ``top`` is the height of the drawing."""

    name: str
    unit: str
    points: tuple[Point, ...]
    top: int | None = None
    is_rate: bool = False  # n of N is then the value itself, and no bar is hollow

    @property
    def told(self) -> list[Point]:
        return [point for point in self.points if point.value is not None]

    @property
    def highest(self) -> Point | None:
        return max(self.told, key=lambda point: point.value, default=None)

    @property
    def last(self) -> Point | None:
        return self.told[-1] if self.told else None

    @property
    def width(self) -> int:
        return SLOT * len(self.points)

    @property
    def bars(self) -> list[Bar]:
        top = self.top or (self.highest.value if self.told else 0) or 1
        return [
            Bar(
                SLOT * place + (SLOT - BAR) // 2,
                HEIGHT - height,
                height,
                self.is_rate or point.is_whole,
            )
            for place, point in enumerate(self.points)
            if point.value is not None
            for height in [max(round(HEIGHT * float(point.value / top), 2), LEAST)]
        ]

    @property
    def gaps(self) -> list[int]:
        """Where a month stands that nobody reported."""
        return [
            SLOT * place + SLOT // 2
            for place, point in enumerate(self.points)
            if point.value is None
        ]


def months_until(until: date) -> list[date]:
    return [months_before(until, ago) for ago in range(MONTHS - 1, -1, -1)]


def trend_of(
    indicator: Indicator,
    *,
    until: date,
    basis: str = RolledFigure.Basis.REGIONS,
    region: Region | None = None,
    province: Province | None = None,
) -> Trend:
    """Of one place: one statement."""
    place = {"basis": basis, "region": region, "province": province}
    return trends_of([indicator], until=until, **place)[indicator.key]


def trends_of(
    indicators: Iterable[Indicator],
    *,
    until: date,
    basis: str = RolledFigure.Basis.REGIONS,
    region: Region | None = None,
    province: Province | None = None,
) -> dict[str, Trend]:
    """Of one place, by the key of each indicator: one statement however many."""
    indicators, months = list(indicators), months_until(until)
    place = {"region": region, "province": province}
    rows = numbers_of(
        tuple(one.pk for one in indicators),
        str(basis),
        since=months[0],
        until=months[-1],
        **{name: one.pk for name, one in place.items() if one},
    )
    asked = {
        "region": region and region.code,
        "province": province and province.pk,
        "basis": "" if province or basis == RolledFigure.Basis.REGIONS else basis,
    }
    told = {
        (key, month): Point(month, *numbers, figure_url(key, month, **asked))
        for key, month, *numbers in rows
    }
    return {
        one.key: Trend(
            named(one),
            one.unit,
            tuple(told.get((one.key, month), Point(month)) for month in months),
            top=100 if one.adds == Indicator.Adds.RATIO else None,
        )
        for one in indicators
    }


@composed
def numbers_of(
    indicators: tuple[int, ...], basis: str, *, since: date, until: date, **place: int | str
) -> QuerySet[RolledFigure]:
    """Of the nation, or of the one ``region`` or ``province``."""
    rows = RolledFigure.objects.filter(
        round__month__range=(since, until),
        indicator__in=indicators,
        basis=basis,
        region=place.get("region"),
        province=place.get("province"),
    )
    return rows.values_list("indicator__key", "round__month", "value", "reported", "expected")


def trend_of_rates(
    name: str, rates: dict[date, Rate], *, until: date, url: Callable[[date], str]
) -> Trend:
    """Of rates by month, as ``rates_by`` tells them; no statement."""
    points = [
        Point(month, rates[month].percent, rates[month].n, rates[month].of, url(month))
        if month in rates
        else Point(month)
        for month in months_until(until)
    ]
    return Trend(name, "%", tuple(points), top=100, is_rate=True)
