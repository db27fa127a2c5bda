"""What the centre owes the regions, and what regions are to confirm, as lines of to-dos (B5)."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kernel import thai
from portal.kernel.models import User
from portal.kernel.names import named
from regions.models import Region, SupportRequest
from regions.queries.requests import promised_to, unanswered
from regions.request_words import kind_of

from .waiting import Waiting

MOST = 3  # named one by one; the rest is one line


def for_centre(user: User, *, on: date) -> list[Waiting]:
    """Unanswered requests, the longest due first: one statement."""
    owed = unanswered(user, on=on)
    return [_owed(request, on=on) for request in owed[:MOST]] + _rest(owed[MOST:])


def _owed(request: SupportRequest, *, on: date) -> Waiting:
    late = (on - request.answer_due_on).days
    if late > 0:
        due = ngettext("ตอบช้า %(days)s วัน", "ตอบช้า %(days)s วัน", late) % {"days": late}
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


def _rest(owed: list[SupportRequest]) -> list[Waiting]:
    if not owed:
        return []
    title = ngettext("ตอบคำขออื่นอีก %(n)s คำขอ", "ตอบคำขออื่นอีก %(n)s คำขอ", len(owed))
    first = owed[0].answer_due_on
    return [
        Waiting(
            due_on=first,
            icon="chat",
            title=title % {"n": len(owed)},
            facts=[_("ด่วนที่สุดควรตอบภายใน %(day)s") % {"day": thai.short_date(first)}],
            url=reverse("regions:request-list") + "?standing=unanswered",
            action=_("ดูคำขอ"),
        )
    ]


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
