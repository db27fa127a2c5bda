"""Last month's synthesis, drafted, merged here and there and published; this month's is not begun."""

from datetime import timedelta

from regions.actions import draft_synthesis, introduce_synthesis, merge_points, publish_synthesis
from regions.models import ReportRound, Synthesis
from regions.queries.synthesis import kin_of, points_of

from .committee import House
from .days import at_hour
from .words_synthesis import INTRODUCTION, MERGED


def load_synthesis(house: House, *, today):
    """Of the latest round that has closed, the day after it did."""
    by = house.users["secretary"]
    month = ReportRound.objects.order_by("-month")[1]
    synthesis = draft_synthesis(month, by=by)
    introduce_synthesis(synthesis, INTRODUCTION, seen="", by=by)
    for (section, subject), text in MERGED.items():
        merge(synthesis, section, subject, text, by=by)
    publish_synthesis(synthesis, version=version_of(synthesis), by=by)
    closed_on = min(month.closes_on, today - timedelta(days=1))
    Synthesis.objects.filter(pk=synthesis.pk).update(
        drafted_at=at_hour(closed_on, 9), published_at=at_hour(closed_on, 16)
    )


def merge(synthesis, section, subject, text, *, by):
    """The first two paragraphs of a heading made one."""
    points = [one for one in points_of(synthesis) if kin_of(one) == (section, subject)][:2]
    if len(points) == 2:
        names = [point.origins.all()[0].section.report.unit.region.name for point in points]
        words = text.format(*names)
        merge_points(synthesis, points, words, seen=version_of(synthesis), by=by)


def version_of(synthesis):
    return Synthesis.objects.values_list("version", flat=True).get(pk=synthesis.pk)
