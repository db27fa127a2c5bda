"""How the reports of one month add up: a pure function of the accepted ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from .models import Indicator, RegionalReport, ReportFigure, ReportRound, RolledFigure

HUNDREDTH = Decimal("0.01")
NATION = None


def mean(values: list[int]) -> Decimal:
    return (Decimal(sum(values)) / len(values)).quantize(HUNDREDTH, ROUND_HALF_UP)


# Over places. A latest value is a stock: each place's own adds up, only months replace it.
OVER_PLACES = {
    Indicator.Adds.SUM: sum,
    Indicator.Adds.LATEST: sum,
    Indicator.Adds.MAXIMUM: max,
    Indicator.Adds.MEAN: mean,
}


def roll_up(report_round: ReportRound) -> Iterator[RolledFigure]:
    """What each indicator comes to in each region of the round and in the nation, unsaved."""
    places = expected_places(report_round)
    answers = accepted_answers(report_round)
    for indicator in Indicator.objects.all():
        for region, expected in places.items():
            given = answers[indicator.pk, region]
            yield RolledFigure(
                indicator=indicator,
                round=report_round,
                region_id=region,
                value=combined(indicator, given),
                reported=len(given),
                expected=expected,
            )


def combined(indicator: Indicator, given: Iterable[int | None]) -> Decimal | None:
    """None where nobody gave a number: not zero, and not left out."""
    values = [value for value in given if value is not None]
    return Decimal(OVER_PLACES[indicator.adds](values)) if values else None


def expected_places(report_round: ReportRound) -> dict[int | None, int]:
    """How many reports were expected of each region, and of the nation."""
    expected = defaultdict(int)
    for region in RegionalReport.objects.filter(round=report_round).values_list(
        "unit__region", flat=True
    ):
        expected[region] += 1
        expected[NATION] += 1
    return dict(expected)


def accepted_answers(report_round: ReportRound) -> dict[tuple, list[int | None]]:
    """What accepted reports answered, by indicator and place.

    "Not applicable" is an answer, without a number.
    """
    rows = ReportFigure.objects.answered().filter(
        report__round=report_round, report__state=RegionalReport.State.ACCEPTED
    )
    answers = defaultdict(list)
    for indicator, region, value in rows.values_list("indicator", "report__unit__region", "value"):
        answers[indicator, region].append(value)
        answers[indicator, NATION].append(value)
    return answers
