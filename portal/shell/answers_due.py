"""What the centre owes the regions, and what regions are to confirm, as lines of to-dos (B5)."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.kernel import thai
from portal.kernel.models import User
from portal.kernel.names import named
from regions.models import Region, SupportRequest
from regions.queries.requests import promised_to, unanswered
from regions.request_words import kind_of, overdue_words

from .waiting import Waiting

MOST = 3  # named one by one in the to-do


class Owed(NamedTuple):
    """What the centre owes the regions: the most pressing named in the to-do, others beside it."""

    requests: list[SupportRequest]
    on: date

    @property
    def count(self) -> int:
        return len(self.requests)

    @property
    def lines(self) -> list[Waiting]:
        return [_owed(request, on=self.on) for request in self.requests[:MOST]]

    @property
    def others(self) -> list[Waiting]:
        """Not named in the to-do; what is more stands in the register."""
        return [_owed(request, on=self.on) for request in self.requests[MOST : 2 * MOST]]

    @property
    def tally(self) -> list[dict]:
        late = sum(request.standing == SupportRequest.Standing.LATE for request in self.requests)
        return [
            _counted(self.count, _("ยังไม่ได้คำตอบ"), "unanswered"),
            _counted(late, _("เกินกำหนดตอบ"), SupportRequest.Standing.LATE.value),
        ]


def _counted(value: int, words: str, standing: str) -> dict:
    url = f"{reverse('regions:request-list')}?standing={standing}"
    return {"value": value, "words": words, "url": url, "is_current": False}


def owed_by_centre(user: User, *, on: date) -> Owed:
    """Unanswered requests, the longest due first: one statement."""
    return Owed(unanswered(user, on=on), on)


def _owed(request: SupportRequest, *, on: date) -> Waiting:
    late = (on - request.answer_due_on).days
    if late > 0:
        due = overdue_words(late)
    else:
        due = _("ควรตอบภายใน %(day)s") % {"day": thai.short_date(request.answer_due_on)}
    told = {"request": request, "region": named(request.region)}
    return Waiting(
        due_on=request.answer_due_on,
        icon="alert" if late > 0 else "chat",
        title=_("ตอบคำขอที่ %(request)s %(region)s") % told,
        facts=[str(kind_of(request)), due],
        url=request.get_absolute_url(),
        action=_("ตอบคำขอ"),
    )


def for_region(region: Region | None, *, on: date) -> list[Waiting]:
    """What was promised by a day that has come: two statements."""
    return [_promised(request) for request in promised_to(region, on=on)] if region else []


def _promised(request: SupportRequest) -> Waiting:
    done_by = request.told[0].done_by
    return Waiting(
        due_on=done_by,
        icon="chat",
        title=_("บอกว่าได้รับตามคำขอที่ %(request)s แล้วหรือยัง") % {"request": request},
        facts=[
            str(kind_of(request)),
            _("ส่วนกลางรับว่าจะเสร็จ %(day)s") % {"day": thai.short_date(done_by)},
        ],
        url=request.get_absolute_url(),
        action=_("บอกส่วนกลาง"),
    )
