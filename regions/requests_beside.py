"""What the reports themselves hold of requests: a region's asks them, the centre's answers them.

Both stand in their sections through the same door as what apps above ask (``show_beside``).
"""

from django.utils import timezone

from .forms.replies import RepliesForm
from .forms.requests import RequestsForm
from .models import SupportRequest
from .queries.requests import WAITING, asked_in, asked_of_centre
from .sections import show_beside


def requests(*, report, user) -> dict:
    """What this region's report asks: two statements."""
    asked = asked_in(report)
    return {
        "report": report,
        "requests": asked,
        "today": timezone.localdate(),
        "is_answered": any(request.text or request.kind for request in asked),
    }


def replies(*, report, user) -> dict:
    """What the centre answers in this report; of a draft also what waits: three statements."""
    today = timezone.localdate()
    rows = asked_of_centre(report, on=today)
    waiting = [row for row in rows if row.in_hand or _waits(row)] if report.is_editable else []
    return {
        "report": report,
        "waiting": waiting,
        "told": [row for row in rows if row.of_report],
        "today": today,
        "is_answered": any(row.in_hand or row.of_report for row in rows),
    }


def _waits(request: SupportRequest) -> bool:
    return request.standing in WAITING


def contribute():
    show_beside("support", "regions/_requests.html", requests, form=RequestsForm)
    show_beside("answers", "regions/_replies.html", replies, form=RepliesForm)
