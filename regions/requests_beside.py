"""What the reports themselves hold of requests: a region's asks them, the centre's answers them.

Both stand in their sections through the same door as what apps above ask (``show_beside``).
"""

from django.utils import timezone
from django.utils.translation import gettext as _

from .actions.answering import Reply, lacks_of_reply
from .actions.asking import lacks_of_request
from .forms.replies import RepliesForm, name_of
from .forms.requests import RequestsForm, Row
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
        "lacks": [lack for one in asked if is_fresh(one) for lack in lacks_of(one)],
    }


def is_fresh(request: SupportRequest) -> bool:
    """It goes with the report when that is sent."""
    return request.number is None and request.withdrawn_at is None


def lacks_of(request: SupportRequest) -> list[tuple]:
    """(box, words) of what keeps the report from being sent."""
    row = Row(request.position)
    return [(row.name(what), words) for what, words in lacks_of_request(request).items()]


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
        "lacks": [lack for row in waiting if row.in_hand and _waits(row) for lack in unsaid(row)],
    }


def unsaid(request: SupportRequest) -> list[tuple]:
    """The same of an answer in hand."""
    kept = request.in_hand
    lacks = lacks_of_reply(Reply(kept.decision, kept.text, kept.done_by))
    about = _("คำตอบของคำขอ %(request)s") % {"request": request}
    return [(name_of(request, what), f"{about}: {words}") for what, words in lacks.items()]


def _waits(request: SupportRequest) -> bool:
    return request.standing in WAITING


def contribute():
    show_beside("support", "regions/_requests.html", requests, form=RequestsForm)
    show_beside("answers", "regions/_replies.html", replies, form=RepliesForm)
