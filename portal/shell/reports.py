"""What the apps above ``regions`` know about a region's report: the obligations it answers."""

from django.utils import timezone

from meetings.actions import weigh_answers
from meetings.forms.answers import AnswersForm
from meetings.queries.answering import asked_in
from regions.followers import follow
from regions.sections import show_beside


def obligations(*, report, user) -> dict:
    """What meetings asked of the region, and what this report answers: one query."""
    today = timezone.localdate()
    items = asked_in(report, user=user, on=today)
    return {
        "report": report,
        "items": items,
        "is_answered": any(item.said_progress for item in items),
        "today": today,
    }


def contribute():
    """Section 1 asks for an answer to each resolution that waits for the region, and once the
    report is sent, taken back, returned or accepted, its obligations follow.

    ``regions`` may not import ``meetings``. A fragment fetched by the page would need
    JavaScript or a second page; this way the section itself asks, and the report keeps one
    address and one way to be saved.
    """
    show_beside("resolutions", "shell/_obligations.html", obligations, form=AnswersForm)
    follow(weigh_answers)
