"""What the apps above ``regions`` know about a region's report: its open obligations."""

from django.utils import timezone

from meetings.models import ActionItem
from regions.sections import show_beside


def obligations(*, report, user) -> dict:
    """What meetings asked of the region and still wait for: one query."""
    today = timezone.localdate()
    items = (
        ActionItem.objects.visible_to(user).open().current(on=today).of_region(report.unit.region)
    )
    return {
        "items": list(items.select_related("resolution__meeting").order_by("due_on", "pk")),
        "today": today,
    }


def contribute():
    """Section 1 shows beside its questions the resolutions that wait for an answer.

    ``regions`` may not import ``meetings``. A fragment fetched by the page would need
    JavaScript or a second page; this way the section itself says what is asked, and the
    report keeps one address.
    """
    show_beside("resolutions", "shell/_obligations.html", obligations)
